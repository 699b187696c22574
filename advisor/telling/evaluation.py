"""The evaluation plan told: what to ask, whom, what to do with the answers, what to count."""

from collections import Counter
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Domain
from advisor.models.findings import Verdict
from advisor.models.ids import ConfigurationId
from advisor.models.materials import EvaluationQuestion
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.facts import Facts
from advisor.telling.action import role_of

HARM = "harm"
_KINDS = {
    HARM: N_("Has anything here hurt?"),
    "ending": N_("Endings"),
    "benefit": N_("Has it helped?"),
    "take_up": N_("Coming at all"),
}
_BENEFIT = "benefit"
_READ = {
    "each_week": N_("Each week: {who}."),
    "each_quarter": N_("Every three months: {who}."),
    "each_year": N_("Once a year: {who}."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionToAsk:
    """A question of the evaluation plan: when it is asked, and what to do with the answer.

    ``who`` asks it where it is not whoever asks most.
    """

    question: str
    follow_up: str
    who: str
    when: str
    then: str

    @property
    def when_and_who(self) -> str:
        """When it is asked, and by whom where that has to be said."""
        return _("{who}. {when}").format(who=self.who, when=self.when) if self.who else self.when


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsToAsk:
    """Questions of one kind; ``then`` stands over what to do, ``note`` says what is left out."""

    kind: str
    title: str
    then: str
    questions: tuple[QuestionToAsk, ...]
    note: str

    @property
    def are_of_harm(self) -> bool:
        """Whether they ask for harm, which comes first."""
        return self.kind == HARM

    @property
    def shared(self) -> str:
        """When they are asked and what to do then, where that is the same for all of several."""
        said = {(each.when_and_who, each.then, each.follow_up) for each in self.questions}
        return " ".join(said.pop()).strip() if len(said) == 1 < len(self.questions) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingToCount:
    """Something to count, why, and how often."""

    what: str
    why: str
    how_often: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationStory:
    """The evaluation plan; every group has a question."""

    about: str
    who_asks: str
    how_to_ask: tuple[str, ...]
    groups: tuple[QuestionsToAsk, ...]
    counts: tuple[ThingToCount, ...]
    readers: str
    no_harm_found: str


def tell_evaluation(
    pack: Pack, plan: Plan, advice: Advice, *, most_benefits: int | None = None
) -> EvaluationStory:
    """Tell how to find out what a programme does.

    Harm is asked for where a risk applies, everything else where a statement applies or may;
    ``most_benefits`` are named.
    """
    evaluation = pack.evaluation
    live = frozenset(each.configuration for each in advice.findings if each.is_live)
    told = _Telling(pack, plan, advice, live)
    groups = (told.group(kind, most_benefits if kind == _BENEFIT else None) for kind in _KINDS)
    return EvaluationStory(
        about=evaluation.about,
        who_asks=told.who_asks,
        how_to_ask=evaluation.how_to_ask,
        groups=tuple(each for each in groups if each.questions),
        counts=tuple(
            ThingToCount(what=each.what, why=each.why, how_often=each.how_often)
            for each in evaluation.counts
            if not each.configurations or live.intersection(each.configurations)
        ),
        readers=" ".join(
            _(words).format(who=role_of(pack, plan, evaluation.read_by[often]))
            for often, words in _READ.items()
            if often in evaluation.read_by
        ),
        no_harm_found=evaluation.no_harm_found,
    )


class _Telling:
    def __init__(
        self, pack: Pack, plan: Plan, advice: Advice, live: frozenset[ConfigurationId]
    ) -> None:
        self._pack = pack
        self._plan = plan
        self._live = live
        self._at_work = frozenset(
            each.configuration
            for each in advice.findings
            if each.domain is Domain.RISK and each.verdict is Verdict.APPLIES
        )
        self._facts = Facts(pack, plan)
        askers = Counter(each.asked_by for each in pack.evaluation.questions)
        self._asks_most = max(askers, key=askers.__getitem__, default="")

    @property
    def who_asks(self) -> str:
        if not self._asks_most:
            return ""
        return _("Who asks, where nothing else is said: {who}.").format(
            who=self._role(self._asks_most)
        )

    def group(self, kind: str, most: int | None) -> QuestionsToAsk:
        fitting = [
            each
            for each in self._pack.evaluation.questions
            if each.kind == kind and not self._facts.fails(each.applies_when)
        ]
        wanted = self._at_work if kind == HARM else self._live
        found = [each for each in fitting if wanted.intersection(each.configurations)]
        waiting = [
            each
            for each in fitting
            if each not in found and self._live.intersection(each.configurations)
        ]
        shown = found[:most]
        return QuestionsToAsk(
            kind=kind,
            title=_(_KINDS[kind]),
            then=_("If the answer is yes") if kind == HARM else _("What to do with the answer"),
            questions=tuple(map(self._told, shown)),
            note=_waiting(len(waiting)) if kind == HARM else _left_out(len(found) - len(shown)),
        )

    def _told(self, question: EvaluationQuestion) -> QuestionToAsk:
        return QuestionToAsk(
            question=self._facts.wording(question.question, question.variants),
            follow_up=question.follow_up,
            who="" if question.asked_by == self._asks_most else self._role(question.asked_by),
            when=question.ask_at,
            then=question.if_yes,
        )

    def _role(self, owner: str) -> str:
        return role_of(self._pack, self._plan, owner)


def _waiting(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "{n} more question is about a risk that depends on answers you have not given.",
        "{n} more questions are about risks that depend on answers you have not given.",
        number,
    ).format(n=number)


def _left_out(number: int) -> str:
    if not number:
        return ""
    return ngettext(
        "{n} more question is in the evaluation plan.",
        "{n} more questions are in the evaluation plan.",
        number,
    ).format(n=number)
