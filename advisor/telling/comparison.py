"""Two plans beside each other in words: what the second one costs and brings, and what is alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.comparison import AnswerDifference, Compared
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, GateFinding, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.balance import brings_and_costs
from advisor.telling.cards import CardTeller
from advisor.telling.causes import Cause, told_state, told_verdict
from advisor.telling.gates import in_place_words
from advisor.telling.grammar import in_a_line, joined
from advisor.telling.headline import headline
from advisor.telling.naming import title_of
from advisor.telling.shifts import GATE_MARK
from advisor.telling.words import MARK, WordTable, answer_words

_LIVE = (Verdict.APPLIES, Verdict.MAY_APPLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One question that the plans answer differently."""

    asked: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """How one thing stands in one plan; ``detail`` is how far its key actions are."""

    mark: Mark
    detail: str = ""

    @property
    def sentence(self) -> str:
        """Both in a line."""
        return in_a_line(MARK[self.mark], self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRow:
    """One thing in both plans, and why it stands otherwise, where that is known.

    ``rule`` is None for what must be there before mothers are supported.
    """

    rule: RuleId | None
    title: str
    before: Side
    after: Side
    why: tuple[Cause, ...] = ()

    @property
    def alike(self) -> str:
        """How it stands where it stands so in both."""
        is_sentence = self.title.endswith(".")
        words = _("{title} {how}.") if is_sentence else _("{title}: {how}")
        return words.format(title=self.title, how=self.before.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareBlock:
    """Things of one kind. ``how_many`` stands beside the title."""

    title: str
    how_many: str
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldComparison:
    """The whole comparison. Answers follow the questionnaire, the rest the evidence.

    ``summary`` says what the second plan brings and costs beside the first. ``alike`` has what
    is the same in both and counts, under ``alike_title`` and ``alike_words``.
    """

    before_title: str
    after_title: str
    summary: str
    answers_title: str
    answers_how_many: str
    answers: tuple[AnswerRow, ...]
    blocks: tuple[CompareBlock, ...]
    alike_title: str
    alike_words: str
    alike: tuple[CompareBlock, ...]


def told_comparison(pack: Pack, compared: Compared) -> ToldComparison:
    """Tell what differs between two plans, and for each statement why."""
    teller = _Teller(pack, compared)
    refusals = tuple(_refusals(pack, compared))
    pairs = () if refusals else tuple(teller.pairs())
    differing = [pair for pair in pairs if pair.differs]
    alike = [pair for pair in pairs if not pair.differs]
    n = len(compared.moved.answers)
    return ToldComparison(
        before_title=title_of(compared.before),
        after_title=title_of(compared.after),
        summary=" ".join(refusals) or brings_and_costs(pack, compared),
        answers_title=_("Answers that differ"),
        answers_how_many=_("{n} of {all}").format(n=n, all=compared.asked),
        answers=tuple(_answer(pack, difference) for difference in compared.moved.answers),
        blocks=tuple(_blocks(_DIFFER, differing, pairs)),
        alike_title=_("What is the same in both"),
        alike_words=joined([_COUNTED[kind](n).format(n=n) for kind, n in _kinds(alike).items()]),
        alike=tuple(_blocks(_ALIKE, alike, alike)),
    )


_SAFETY = "safety"
_DIFFER = WordTable(
    {
        _SAFETY: N_("Safety that differs"),
        Effect.HARMS.value: N_("Risks that differ"),
        Effect.BENEFITS.value: N_("Benefits that differ"),
        Effect.DISCOURAGES.value: N_("What keeps mothers away, where it differs"),
        Effect.ENCOURAGES.value: N_("What helps mothers say yes, where it differs"),
    }
)
_ALIKE = WordTable(
    {
        _SAFETY: N_("Safety"),
        Effect.HARMS.value: N_("Risks"),
        Effect.BENEFITS.value: N_("Benefits"),
        Effect.DISCOURAGES.value: N_("What keeps mothers away"),
        Effect.ENCOURAGES.value: N_("What helps mothers say yes"),
    }
)
_COUNTED = {
    _SAFETY: lambda n: ngettext("{n} thing about safety", "{n} things about safety", n),
    Effect.HARMS.value: lambda n: ngettext("{n} risk", "{n} risks", n),
    Effect.BENEFITS.value: lambda n: ngettext("{n} benefit", "{n} benefits", n),
    Effect.DISCOURAGES.value: lambda n: ngettext(
        "{n} thing that keeps mothers away", "{n} things that keep mothers away", n
    ),
    Effect.ENCOURAGES.value: lambda n: ngettext(
        "{n} thing that helps mothers say yes", "{n} things that help mothers say yes", n
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    kind: str
    differs: bool
    row: CompareRow


class _Teller:
    """Tells one thing after the other in both plans."""

    def __init__(self, pack: Pack, compared: Compared) -> None:
        self._pack, self._compared = pack, compared
        self._cards = (
            CardTeller(pack, compared.before, compared.old),
            CardTeller(pack, compared.after, compared.new),
        )
        self._differing = frozenset(each.question for each in compared.moved.answers)

    def pairs(self) -> Iterator[_Pair]:
        """Yield what is of some importance in one of the plans at least."""
        old, new = self._compared.old, self._compared.new
        before = {gate.id: gate for gate in old.gates}
        for gate in new.gates:
            yield from self._gate(before[gate.id], gate)
        for finding in new.findings:
            was = old.finding_by_rule[finding.rule]
            if was.verdict in _LIVE or finding.verdict in _LIVE or was.verdict != finding.verdict:
                yield self._finding(was, finding)

    def _gate(self, was: GateFinding, now: GateFinding) -> Iterator[_Pair]:
        sides = tuple(Side(mark=GATE_MARK[gate.state]) for gate in (was, now))
        if any(side.mark is not Mark.IN_PLACE for side in sides):
            (title,) = in_place_words(self._pack, (now.id,))
            row = CompareRow(
                rule=None,
                title=title,
                before=sides[0],
                after=sides[1],
            )
            yield _Pair(kind=_SAFETY, differs=was.state is not now.state, row=row)

    def _finding(self, was: Finding, now: Finding) -> _Pair:
        configuration, rule = self._pack.rule_by_id[now.rule]
        differs = (was.verdict, was.state) != (now.verdict, now.state)
        before, after = (
            self._side(teller, finding)
            for teller, finding in zip(self._cards, (was, now), strict=True)
        )
        return _Pair(
            kind=rule.effect.value,
            differs=differs,
            row=CompareRow(
                rule=now.rule,
                title=configuration.title,
                before=before,
                after=after,
                why=tuple(self._why(was, now)) if differs else (),
            ),
        )

    def _side(self, teller: CardTeller, finding: Finding) -> Side:
        mark = Mark((finding.state or finding.verdict).value)
        detail = teller.card(finding).key_actions.words if finding.state is not None else ""
        return Side(mark=mark, detail=detail)

    def _why(self, was: Finding, now: Finding) -> Iterator[Cause]:
        sides = ((self._compared.before, was), (self._compared.after, now))
        is_state = was.state is not None and now.state is not None
        for plan, finding in sides:
            lines = (
                told_state(finding)
                if is_state
                else told_verdict(self._pack, plan, finding, self._differing)
            )
            yield Cause(side=_("In “{plan}”").format(plan=title_of(plan)), lines=lines)


def _kinds(pairs: Iterable[_Pair]) -> Mapping[str, int]:
    """Return how many there are of each kind of which there are any, in their order."""
    kinds = [pair.kind for pair in pairs]
    return {kind: n for kind in _COUNTED if (n := kinds.count(kind))}


def _blocks(
    titles: WordTable[str], shown: Sequence[_Pair], among: Sequence[_Pair]
) -> Iterator[CompareBlock]:
    """Yield things by their kind, each with how many they are of all."""
    of_all = _kinds(among)
    for kind, n in _kinds(shown).items():
        words = str(n) if n == of_all[kind] else _("{n} of {all}").format(n=n, all=of_all[kind])
        rows = tuple(pair.row for pair in shown if pair.kind == kind)
        yield CompareBlock(title=titles[kind], how_many=words, rows=rows)


def _refusals(pack: Pack, compared: Compared) -> Iterator[str]:
    """Yield why the advice cannot be compared: the evidence does not speak about a plan."""
    sides: tuple[tuple[Plan, Advice], ...] = (
        (compared.before, compared.old),
        (compared.after, compared.new),
    )
    for plan, advice in sides:
        if not (advice.covered and advice.can_judge):
            said = headline(pack, advice).sentence
            yield _("“{plan}”: {sentence}").format(plan=title_of(plan), sentence=said)
    if any(not (advice.covered and advice.can_judge) for _plan, advice in sides):
        yield _("So only the answers are compared.")


def _answer(pack: Pack, difference: AnswerDifference) -> AnswerRow:
    question = pack.questionnaire[difference.question]
    return AnswerRow(
        asked=question.text,
        before=answer_words(question, difference.before),
        after=answer_words(question, difference.after),
    )
