"""Other answers that are tried on a plan, which itself stays as it is until they are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from advisor.models.changes import Change
from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, EntryKey, GivenAnswer, OpenAnswer, Plan

Said = GivenAnswer | OpenAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Answers by their question, in the order in which they were first tried.

    A trial knows no plan: it can be laid on one as that is now. It is never stored.
    """

    answers: Mapping[QuestionId, Said] = field(default_factory=lambda: MappingProxyType({}))

    def trying(self, question: QuestionId, said: Said) -> "Trial":
        """Return the trial with one more answer, or another one."""
        return Trial(answers=MappingProxyType({**self.answers, question: said}))

    def with_changes(self, changes: Iterable[Change]) -> "Trial":
        """Return the trial with all of these changes."""
        trial = self
        for change in changes:
            trial = trial.trying(change.question, change.after)
        return trial

    def without(self, question: QuestionId) -> "Trial":
        """Return the trial with one answer taken back."""
        left = {each: said for each, said in self.answers.items() if each != question}
        return Trial(answers=MappingProxyType(left))

    def entries(self, plan: Plan) -> Mapping[EntryKey, Answer]:
        """Return the answers that a plan does not give already; its notes stay beside them."""
        return {
            EntryKey.of_answer(question): replace(plan.answer(question), value=said, edition="")
            for question, said in self.answers.items()
            if plan.answer(question).value != said
        }

    def on(self, plan: Plan) -> Plan:
        """Return a plan as it would be with these answers."""
        for key, answer in self.entries(plan).items():
            plan = plan.with_entry(key, answer)
        return plan
