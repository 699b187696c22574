"""The whole advice, told once: what comes first, what belongs together, and in which order.

The order follows what a tired person needs: one sentence, what to find out, what may
harm and help, what depends, what is not known, and what does not apply.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import has_no_paid_staff
from advisor.telling.cards import CardStory, CardTeller
from advisor.telling.counts import state_counts
from advisor.telling.first import FirstThings, told_first
from advisor.telling.gates import GateGroup, told_gates
from advisor.telling.grammar import beside
from advisor.telling.headline import Headline, caveat, headline, progress
from advisor.telling.naming import OwnRiskLine, own_risks, title_of
from advisor.telling.opening import (
    MOST_FIRST_QUESTIONS,
    FirstQuestion,
    NoteStory,
    notes,
    open_questions,
)
from advisor.telling.order import risks_first, worst_first
from advisor.telling.tensions import TensionStory, told_tensions
from advisor.telling.words import EFFECT_HEADING, WordTable


class AdvicePart(StrEnum):
    """The parts of the advice that hold findings, in their order."""

    RISKS = "risks"
    BENEFITS = "benefits"
    NOT_SET_UP = "not_set_up"
    HELPS = "helps"
    HINDERS = "hinders"
    MAY_APPLY = "may_apply"
    ELSEWHERE = "elsewhere"
    NOT_COVERED = "not_covered"
    DOES_NOT_APPLY = "does_not_apply"


_EFFECT = {
    AdvicePart.RISKS: Effect.HARMS,
    AdvicePart.BENEFITS: Effect.BENEFITS,
    AdvicePart.HELPS: Effect.ENCOURAGES,
    AdvicePart.HINDERS: Effect.DISCOURAGES,
}
_TITLE = WordTable(
    {
        AdvicePart.NOT_SET_UP: N_("What your plan does not set up yet"),
        AdvicePart.MAY_APPLY: N_("May apply"),
        AdvicePart.ELSEWHERE: N_("From other sources"),
        AdvicePart.NOT_COVERED: N_("Not covered by our evidence"),
        AdvicePart.DOES_NOT_APPLY: N_("Does not apply, and why"),
    }
)
_SHORT = WordTable(
    {
        AdvicePart.RISKS: N_("Risks"),
        AdvicePart.BENEFITS: N_("Benefits"),
        AdvicePart.NOT_SET_UP: N_("Not set up yet"),
        AdvicePart.HELPS: N_("Helps"),
        AdvicePart.HINDERS: N_("Keeps mothers away"),
        AdvicePart.MAY_APPLY: N_("May apply"),
        AdvicePart.ELSEWHERE: N_("From other sources"),
        AdvicePart.NOT_COVERED: N_("Not covered"),
        AdvicePart.DOES_NOT_APPLY: N_("Does not apply"),
    }
)
_INTRO = WordTable(
    {
        AdvicePart.RISKS: N_(
            "A risk stays listed when it is in hand. Open ones come first, and among them"
            " those that matter more here."
        ),
        AdvicePart.BENEFITS: N_(
            "Many mothers report these. They are not certain for any one mother."
        ),
        AdvicePart.NOT_SET_UP: N_(
            "These benefits depend on things that your plan does not set up yet. Some may come"
            " all the same."
        ),
        AdvicePart.MAY_APPLY: N_("These depend on questions that are still open."),
        AdvicePart.ELSEWHERE: N_(
            "The review does not speak about your kind of support here; other sources do. None"
            " of these is counted among the risks and benefits."
        ),
        AdvicePart.NOT_COVERED: N_(
            "The evidence does not speak about these for your programme. That is not the same"
            " as safe, or as without effect: they may still happen."
        ),
    }
)
_WHEN_EMPTY = WordTable(
    {
        AdvicePart.RISKS: N_(
            "No risk that we know of applies so far. This is not a complete list."
        ),
        AdvicePart.BENEFITS: N_("No benefit that we know of is likely so far."),
    }
)
_FOR_ALL = (AdvicePart.RISKS, AdvicePart.ELSEWHERE)
"""Parts that are open for a group where nobody is paid too."""

_CLOSED = (AdvicePart.NOT_SET_UP, AdvicePart.NOT_COVERED, AdvicePart.DOES_NOT_APPLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBlock:
    """A titled group of findings.

    ``short`` is a title for where there is little room. A block without cards is left out
    unless it says something ``when_empty``. ``is_closed``: it opens on demand only.
    """

    id: AdvicePart
    title: str
    short: str
    intro: str
    cards: tuple[CardStory, ...]
    when_empty: str
    is_closed: bool

    @property
    def rules(self) -> frozenset[RuleId]:
        """The rules of its cards."""
        return frozenset(card.rule for card in self.cards)

    @property
    def meta(self) -> str:
        """How many there are; of risks in which states, in which order, and what a tick means."""
        if not self.cards:
            return ""
        if self.id is not AdvicePart.RISKS:
            return str(len(self.cards))
        found = Counter(card.state for card in self.cards if card.state is not None)
        return beside(
            state_counts(found), _("most urgent first"), _("a tick means: we will do this")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceStory:
    """The whole advice on a plan, top to bottom.

    ``caveat`` says what no advice can promise. ``gates`` say what is missing, then what to
    check. ``open_questions`` come most useful first.
    """

    plan_title: str
    headline: Headline
    caveat: str
    progress: str
    gates: tuple[GateGroup, ...]
    first: FirstThings
    open_questions: tuple[FirstQuestion, ...]
    notes: tuple[NoteStory, ...]
    tensions: tuple[TensionStory, ...]
    blocks: tuple[CardBlock, ...]
    own_risks: tuple[OwnRiskLine, ...]

    @property
    def first_questions(self) -> tuple[FirstQuestion, ...]:
        """The few open questions whose answers tell most."""
        return self.open_questions[:MOST_FIRST_QUESTIONS]

    @property
    def outside(self) -> tuple[NoteStory, ...]:
        """Where the evidence stops for certain."""
        return tuple(note for note in self.notes if not note.may_only and not note.is_care)

    @property
    def care(self) -> tuple[NoteStory, ...]:
        """What takes special care for certain."""
        return tuple(note for note in self.notes if not note.may_only and note.is_care)

    @property
    def cards(self) -> tuple[CardStory, ...]:
        """Every card, in order."""
        return tuple(card for block in self.blocks for card in block.cards)

    def of(self, part: AdvicePart) -> tuple[CardStory, ...]:
        """Return the cards of one part; none when it is left out."""
        return next((block.cards for block in self.blocks if block.id is part), ())


def tell(pack: Pack, plan: Plan, advice: Advice) -> AdviceStory:
    """Tell an advice."""
    cards = CardTeller(pack, plan, advice).cards(advice.findings)
    return AdviceStory(
        plan_title=title_of(plan),
        headline=headline(pack, advice),
        caveat=caveat(advice),
        progress=progress(advice.summary),
        gates=told_gates(pack, plan, advice),
        first=told_first(pack, plan, advice),
        open_questions=open_questions(pack, advice),
        notes=notes(pack, advice),
        tensions=told_tensions(pack, advice, cards),
        blocks=_blocks(pack, plan, advice, cards),
        own_risks=own_risks(plan),
    )


def _blocks(
    pack: Pack, plan: Plan, advice: Advice, cards: Iterable[CardStory]
) -> tuple[CardBlock, ...]:
    """Put the cards into their blocks; of a plan that nothing here speaks about, none.

    A group where nobody is paid gets the risks, and all else when it asks for it.
    """
    if not advice.covered:
        return ()
    by_part: dict[AdvicePart, list[CardStory]] = {part: [] for part in AdvicePart}
    for card in cards:
        by_part[_part(card)].append(card)
    helps, hinders = (
        {card.configuration for card in by_part[part]}
        for part in (AdvicePart.HELPS, AdvicePart.HINDERS)
    )
    intros = {part: _INTRO.get(part, "") for part in AdvicePart}
    intros[AdvicePart.RISKS] = f"{intros[AdvicePart.RISKS]} {pack.balance}".strip()
    if helps & hinders:
        intros[AdvicePart.HELPS] = _(
            "Some of these both help and keep mothers away, for different mothers: both are shown."
        )
    when_empty = _when_empty(advice)
    is_small = has_no_paid_staff(plan)
    blocks = (
        CardBlock(
            id=part,
            title=EFFECT_HEADING[_EFFECT[part]] if part in _EFFECT else _TITLE[part],
            short=_SHORT[part],
            intro=intros[part],
            cards=worst_first(found) if part is AdvicePart.RISKS else risks_first(found),
            when_empty=when_empty.get(part, ""),
            is_closed=part in _CLOSED or (bool(found) and is_small and part not in _FOR_ALL),
        )
        for part, found in by_part.items()
    )
    return tuple(block for block in blocks if block.cards or block.when_empty)


def _when_empty(advice: Advice) -> Mapping[AdvicePart, str]:
    """Say what a block without cards means; nothing where nothing can be judged."""
    if not advice.can_judge:
        return {}
    said = dict(_WHEN_EMPTY.items())
    if advice.summary.risks_that_may_apply:
        said[AdvicePart.RISKS] = _("Which risks there are depends on answers you have not given.")
    may_apply = advice.with_verdict(Verdict.MAY_APPLY)
    if any(finding.effect is Effect.BENEFITS for finding in may_apply):
        said[AdvicePart.BENEFITS] = _(
            "Which benefits are likely depends on answers you have not given."
        )
    return said


def _part(card: CardStory) -> AdvicePart:
    if card.verdict is Verdict.NOT_COVERED and card.elsewhere:
        return AdvicePart.ELSEWHERE
    if card.verdict is Verdict.DOES_NOT_APPLY and card.needs and not card.is_by_coverage:
        return AdvicePart.NOT_SET_UP
    if card.verdict is not Verdict.APPLIES:
        return AdvicePart(card.verdict.value)
    return next(part for part, effect in _EFFECT.items() if card.effect is effect)


def same_shape(before: AdviceStory, after: AdviceStory) -> bool:
    """Whether the same pieces are to be shown, in whatever state and order."""
    return _shape(before) == _shape(after)


def _shape(story: AdviceStory) -> tuple[object, ...]:
    sides = [
        (tension.id, {card.rule for card in (*tension.benefits, *tension.risks)})
        for tension in story.tensions
    ]
    blocks = {block.id: block.rules for block in story.blocks}
    return (story.first_questions, story.notes, story.own_risks, sides, blocks)
