"""The whole advice, told once: what comes first, what belongs together, and in which order.

The order follows what a tired person needs: one sentence, what to find out, what may
harm and help, what depends, what is not known, what does not apply, and their own answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.language import N_, _
from advisor.models.advice import Advice, AdvisedTension, Verdict
from advisor.models.evidence import Effect
from advisor.models.ids import QuestionId, RuleId, TensionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.answers import AnswerSection, told_answers
from advisor.telling.cards import CardStory, CardTeller
from advisor.telling.headline import headline, progress
from advisor.telling.naming import OwnRiskLine, own_risks, title_of
from advisor.telling.opening import (
    MOST_FIRST_QUESTIONS,
    FirstQuestion,
    NoteStory,
    notes,
    open_questions,
)
from advisor.telling.order import risks_first, worst_first
from advisor.telling.words import WordTable


class AdvicePart(StrEnum):
    """The parts of the advice that hold findings, in their order."""

    RISKS = "risks"
    BENEFITS = "benefits"
    HELPS = "helps"
    HINDERS = "hinders"
    MAY_APPLY = "may_apply"
    NOT_COVERED = "not_covered"
    DOES_NOT_APPLY = "does_not_apply"


_TITLE = WordTable(
    {
        AdvicePart.RISKS: N_("What may harm mothers"),
        AdvicePart.BENEFITS: N_("What mothers may gain"),
        AdvicePart.HELPS: N_("What may help mothers say yes"),
        AdvicePart.HINDERS: N_("What may keep mothers away"),
        AdvicePart.MAY_APPLY: N_("May apply"),
        AdvicePart.NOT_COVERED: N_("Not covered by our evidence"),
        AdvicePart.DOES_NOT_APPLY: N_("Does not apply, and why"),
    }
)
_SHORT = WordTable(
    {
        AdvicePart.RISKS: N_("Risks"),
        AdvicePart.BENEFITS: N_("Benefits"),
        AdvicePart.HELPS: N_("Helps take-up"),
        AdvicePart.HINDERS: N_("Hinders take-up"),
        AdvicePart.MAY_APPLY: N_("May apply"),
        AdvicePart.NOT_COVERED: N_("Not covered"),
        AdvicePart.DOES_NOT_APPLY: N_("Does not apply"),
    }
)
_INTRO = WordTable(
    {
        AdvicePart.RISKS: N_(
            "A risk stays listed when it is addressed. Open ones come first; extra"
            " statements, which this pack adds to those of the review, come last."
        ),
        AdvicePart.BENEFITS: N_(
            "Many mothers report these. They are not certain for any one mother."
        ),
        AdvicePart.MAY_APPLY: N_("These depend on questions that are still open."),
        AdvicePart.NOT_COVERED: N_(
            "The evidence does not speak about these for the kinds of support you chose."
            " That is not the same as safe, or as without effect: they may still happen."
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
_EFFECT = {
    AdvicePart.RISKS: Effect.HARMS,
    AdvicePart.BENEFITS: Effect.BENEFITS,
    AdvicePart.HELPS: Effect.ENCOURAGES,
    AdvicePart.HINDERS: Effect.DISCOURAGES,
}


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
    def heading(self) -> str:
        """The title with how many cards there are."""
        if not self.cards:
            return self.title
        return _("{title} ({n})").format(title=self.title, n=len(self.cards))


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionStory:
    """One design choice with its two sides, never netted."""

    id: TensionId
    title: str
    asked: str
    chosen: str
    text: str
    question: QuestionId
    benefits: tuple[CardStory, ...]
    risks: tuple[CardStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceStory:
    """The whole advice on a plan, top to bottom.

    ``open_questions`` come most useful first.
    """

    plan_title: str
    headline: str
    progress: str
    open_questions: tuple[FirstQuestion, ...]
    notes: tuple[NoteStory, ...]
    tensions: tuple[TensionStory, ...]
    blocks: tuple[CardBlock, ...]
    own_risks: tuple[OwnRiskLine, ...]
    answers: tuple[AnswerSection, ...]

    @property
    def first_questions(self) -> tuple[FirstQuestion, ...]:
        """The few open questions that would settle most."""
        return self.open_questions[:MOST_FIRST_QUESTIONS]

    @property
    def gates(self) -> tuple[NoteStory, ...]:
        """What must be settled before the programme opens, and is not or is not known to be."""
        return tuple(note for note in self.notes if note.is_gate)

    @property
    def limits(self) -> tuple[NoteStory, ...]:
        """Where the evidence stops or may stop."""
        return tuple(note for note in self.notes if not note.is_gate)

    @property
    def outside(self) -> tuple[NoteStory, ...]:
        """Where the evidence stops for certain."""
        return tuple(note for note in self.limits if not note.may_only)

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
        headline=headline(advice.summary),
        progress=progress(advice.summary),
        open_questions=open_questions(pack, advice),
        notes=notes(pack, advice),
        tensions=_tensions(pack, advice, cards),
        blocks=_blocks(cards),
        own_risks=own_risks(plan),
        answers=told_answers(pack.questionnaire, plan).given,
    )


def _blocks(cards: Iterable[CardStory]) -> tuple[CardBlock, ...]:
    by_part: dict[AdvicePart, list[CardStory]] = {part: [] for part in AdvicePart}
    for card in cards:
        by_part[_part(card)].append(card)
    helps, hinders = (
        {card.configuration for card in by_part[part]}
        for part in (AdvicePart.HELPS, AdvicePart.HINDERS)
    )
    blocks = (
        _block(part, tuple(found), both_ways=bool(helps & hinders))
        for part, found in by_part.items()
    )
    return tuple(block for block in blocks if block.cards or block.when_empty)


def _part(card: CardStory) -> AdvicePart:
    if card.verdict is not Verdict.APPLIES:
        return AdvicePart(card.verdict.value)
    return next(part for part, effect in _EFFECT.items() if card.effect is effect)


def _block(part: AdvicePart, cards: tuple[CardStory, ...], *, both_ways: bool) -> CardBlock:
    intro = _INTRO.get(part, "")
    if both_ways and part is AdvicePart.HELPS:
        intro = _("Some of these both help some mothers and hinder others: both are shown.")
    return CardBlock(
        id=part,
        title=_TITLE[part],
        short=_SHORT[part],
        intro=intro,
        cards=worst_first(cards) if part is AdvicePart.RISKS else risks_first(cards),
        when_empty=_WHEN_EMPTY.get(part, ""),
        is_closed=part in (AdvicePart.NOT_COVERED, AdvicePart.DOES_NOT_APPLY),
    )


def _tensions(pack: Pack, advice: Advice, cards: Iterable[CardStory]) -> tuple[TensionStory, ...]:
    live = [card for card in cards if card.is_live]
    stories = [_tension(pack, tension, live) for tension in advice.tensions]
    return tuple(story for story in stories if story.benefits and story.risks)


def _tension(pack: Pack, advised: AdvisedTension, live: list[CardStory]) -> TensionStory:
    tension = next(each for each in pack.tensions if each.id == advised.id)
    question = pack.questionnaire[advised.question]
    return TensionStory(
        id=tension.id,
        title=tension.title,
        asked=question.text,
        chosen=question.option(advised.option).label,
        text=tension.text,
        question=question.id,
        benefits=tuple(
            card
            for card in live
            if card.configuration in advised.benefit_side and not card.effect.is_adverse
        ),
        risks=tuple(
            card
            for card in live
            if card.configuration in advised.risk_side and card.effect.is_adverse
        ),
    )


def same_shape(before: AdviceStory, after: AdviceStory) -> bool:
    """Whether the same pieces are to be shown, in whatever state and order."""
    return _shape(before) == _shape(after)


def _shape(story: AdviceStory) -> tuple[object, ...]:
    sides = [
        (tension.id, {card.rule for card in (*tension.benefits, *tension.risks)})
        for tension in story.tensions
    ]
    asked = (story.first_questions, story.answers)
    blocks = {block.id: block.rules for block in story.blocks}
    return (story.plan_title, asked, story.notes, story.own_risks, sides, blocks)
