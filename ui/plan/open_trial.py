"""Other answers that are tried on the open plan: never saved, and gone unless they are kept."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from advisor.interview.steps import Change as Stepped
from advisor.interview.steps import Step
from advisor.interview.trial import Said, Trial
from advisor.models.advice import Advice
from advisor.models.changes import Change, PossibleChanges, Together
from advisor.models.ids import QuestionId, RuleId
from advisor.models.plan import EntryKey, Plan
from advisor.services.promises import AdvisorService
from ui.awake.tasks import Task, Worker
from ui.plan.open_plan import OpenPlan


class OpenTrial(QObject):
    """What is tried on a plan, with the advice on it.

    ``advised`` comes after the advice on what is tried now; ``found`` carries what else would
    change the statement that is looked at, ``eased`` what would put all open risks more in hand;
    ``undone`` the answers that are tried no more after ``undo``.
    """

    advised = Signal()
    found = Signal(object)
    eased = Signal(object)
    undone = Signal(object)

    def __init__(
        self, advisor: AdvisorService, plan: OpenPlan, thinker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._advisor, self._plan, self._thinker = advisor, plan, thinker
        self._trial = Trial()
        self._earlier: list[Trial] = []
        self._later: list[Trial] = []
        self._thinking: tuple[Task, ...] = ()
        self._easing: Task | None = None
        self._is_for_all = False
        self.rule: RuleId | None = None
        self.after: Advice | None = None
        plan.advised.connect(self._think_again)

    @property
    def trial(self) -> Trial:
        """The answers that are tried."""
        return self._trial

    @property
    def plan(self) -> Plan:
        """The open plan as it would be with these answers."""
        return self._trial.on(self._plan.plan)

    @property
    def is_on(self) -> bool:
        """Whether anything is tried that the plan does not say already."""
        return bool(self._trial.entries(self._plan.plan))

    def look_at(self, rule: RuleId | None) -> None:
        """Ask what these answers do to a statement, and what else would change it."""
        self.rule = rule
        self._think()

    def look_for_all(self) -> None:
        """Ask what else would put all open risks more in hand; after each change once more."""
        self._is_for_all = True
        self._think()

    @property
    def is_for_all(self) -> bool:
        """Whether that is asked."""
        return self._is_for_all

    def stop_looking(self) -> None:
        """Ask for all open risks no more; what is not found yet is not wanted."""
        self._is_for_all = False
        if self._easing is not None:
            self._easing.cancel()
            self._easing = None

    def try_out(self, changes: Iterable[Change]) -> None:
        """Try more answers besides."""
        self._set(self._trial.with_changes(changes))

    def say(self, question: QuestionId, said: Said) -> None:
        """Try another answer to one question."""
        self._set(self._trial.trying(question, said))

    def take_back(self, question: QuestionId) -> None:
        """Try one answer no more."""
        self._set(self._trial.without(question))

    def undo(self) -> Step:
        """Try what was tried before the last change; return what that changes, if anything."""
        tried = self._trial.answers
        step = self._go(self._earlier, self._later)
        if step:
            left = self._trial.answers
            gone = {each: said for each, said in tried.items() if left.get(each) != said}
            self.undone.emit(gone)
        return step

    def redo(self) -> Step:
        """Try what was tried before ``undo``; return what that changes, if anything."""
        return self._go(self._later, self._earlier)

    def end(self) -> Trial:
        """Try nothing any more, and return what was tried."""
        tried, self._trial = self._trial, Trial()
        self._earlier.clear()
        self._later.clear()
        self.after = None
        return tried

    def begin(self, trial: Trial) -> None:
        """Try once more what was tried before."""
        self._trial = trial
        self._think()

    def close(self) -> None:
        """Nothing is reported any more."""
        for task in self._thinking:
            task.cancel()
        if self._easing is not None:
            self._easing.cancel()
            self._easing = None

    def _set(self, trial: Trial) -> None:
        if trial != self._trial:
            self._earlier.append(self._trial)
            self._later.clear()
            self._trial = trial
            self._think()

    def _go(self, there: list[Trial], back: list[Trial]) -> Step:
        if not there:
            return ()
        before = self._trial
        back.append(before)
        self._trial = there.pop()
        was, now = before.on(self._plan.plan), self.plan
        moved = {**before.answers, **self._trial.answers}
        self._think()
        return tuple(
            Stepped(key=EntryKey.of_answer(each), before=was.answer(each), after=now.answer(each))
            for each in moved
            if before.answers.get(each) != self._trial.answers.get(each)
        )

    def _think_again(self) -> None:
        if self.after is not None:
            self._think()

    def _think(self) -> None:
        self.close()
        plan, advisor, rule = self.plan, self._advisor, self.rule
        advise = self._thinker.run(partial(advisor.advise, plan), self._has_thought)
        self._thinking = (advise,)
        if rule is not None:
            asking = partial(advisor.what_would_change, plan, rule)
            self._thinking = (advise, self._thinker.run(asking, self._has_found))
        if self._is_for_all:
            easing = partial(advisor.what_would_ease, plan)
            self._easing = self._thinker.run(easing, self._has_eased)

    def _has_thought(self, advice: Advice) -> None:
        self.after = advice
        self.advised.emit()

    def _has_eased(self, together: Together) -> None:
        self._easing = None
        self.eased.emit(together)

    def _has_found(self, possible: PossibleChanges) -> None:
        self.found.emit(possible)
