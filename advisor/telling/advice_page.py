"""The advice page as a story: what comes first, what belongs together. Knows no window.

The order follows what a tired person needs: one sentence, what to find out, what may
harm and help, what depends, what is not known, what does not apply, and her own answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import (
    Advice,
    AdvisedTension,
    RiskState,
    Verdict,
)
from advisor.models.evidence import LAUNCH_GATE, Domain, Effect, ScopeNote
from advisor.models.ids import ConfigurationId, QuestionId, ScopeNoteId, TensionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.answers import AnswerSection, told_answers
from advisor.telling.cards import CardStory, CardTeller
from advisor.telling.headline import FirstQuestion, first_questions, headline

_STATE_ORDER = {
    RiskState.OPEN: 0,
    RiskState.PARTLY_ADDRESSED: 1,
    RiskState.ADDRESSED: 2,
    None: 3,
}


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
class NoteStory:
    """Something that the evidence does not cover, or that must be settled first."""

    id: ScopeNoteId
    title: str
    text: str
    may_only: bool
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceStory:
    """The whole page, top to bottom. Risks come most open first."""

    plan_title: str
    headline: str
    progress: str
    first_questions: tuple[FirstQuestion, ...]
    tensions: tuple[TensionStory, ...]
    risks: tuple[CardStory, ...]
    benefits: tuple[CardStory, ...]
    helps: tuple[CardStory, ...]
    hinders: tuple[CardStory, ...]
    may_apply: tuple[CardStory, ...]
    not_covered: tuple[CardStory, ...]
    notes: tuple[NoteStory, ...]
    gates: tuple[NoteStory, ...]
    does_not_apply: tuple[CardStory, ...]
    answers: tuple[AnswerSection, ...]
    own_risks: tuple[tuple[str, str], ...]

    @property
    def both_ways(self) -> frozenset[ConfigurationId]:
        """Take-up configurations that help some mothers and hinder others in this plan."""
        helping = {card.configuration for card in self.helps}
        return frozenset(
            card.configuration for card in self.hinders if card.configuration in helping
        )

    @property
    def cards(self) -> tuple[CardStory, ...]:
        """Every card of the page, in its order."""
        return (
            *self.risks,
            *self.benefits,
            *self.helps,
            *self.hinders,
            *self.may_apply,
            *self.not_covered,
            *self.does_not_apply,
        )


def tell(pack: Pack, plan: Plan, advice: Advice) -> AdviceStory:
    """Put an advice into the order of the page."""
    teller = CardTeller(pack, plan, advice)
    cards = teller.cards(advice.findings)
    notes = _notes(pack, advice)
    applying = [card for card in cards if card.verdict is Verdict.APPLIES]
    return AdviceStory(
        plan_title=plan.title,
        headline=headline(advice.summary),
        progress=f"{advice.summary.answered} of {advice.summary.asked} questions answered.",
        first_questions=first_questions(pack, advice.open_questions),
        tensions=_tensions(pack, advice, cards),
        risks=_risks(applying),
        benefits=_of_effect(applying, Effect.BENEFITS),
        helps=_of_effect(applying, Effect.ENCOURAGES),
        hinders=_of_effect(applying, Effect.DISCOURAGES),
        may_apply=_with_verdict(cards, Verdict.MAY_APPLY),
        not_covered=_with_verdict(cards, Verdict.NOT_COVERED),
        notes=tuple(note for note in notes if note.id != LAUNCH_GATE),
        gates=tuple(note for note in notes if note.id == LAUNCH_GATE),
        does_not_apply=_with_verdict(cards, Verdict.DOES_NOT_APPLY),
        answers=told_answers(pack.questionnaire, plan).given,
        own_risks=tuple((own.text, own.mitigation) for own in plan.own_risks),
    )


def _risks(cards: Iterable[CardStory]) -> tuple[CardStory, ...]:
    risks = _of_effect(cards, Effect.HARMS)
    return tuple(sorted(risks, key=lambda card: (card.supplementary, _STATE_ORDER[card.state])))


def _of_effect(cards: Iterable[CardStory], effect: Effect) -> tuple[CardStory, ...]:
    return tuple(card for card in cards if card.effect is effect)


def _with_verdict(cards: Iterable[CardStory], verdict: Verdict) -> tuple[CardStory, ...]:
    order = {Domain.RISK: 0, Domain.BENEFIT: 1, Domain.TAKE_UP: 2}
    chosen = [card for card in cards if card.verdict is verdict]
    return tuple(sorted(chosen, key=lambda card: order[card.domain]))


def _tensions(pack: Pack, advice: Advice, cards: Iterable[CardStory]) -> tuple[TensionStory, ...]:
    live = [card for card in cards if card.is_live]
    stories = [_tension(pack, tension, live) for tension in advice.tensions]
    return tuple(story for story in stories if story.benefits and story.risks)


def _tension(pack: Pack, advised: AdvisedTension, live: list[CardStory]) -> TensionStory:
    tension = next(each for each in pack.tensions if each.id == advised.id)
    question = pack.questionnaire[advised.question]
    hinders = (Effect.HARMS, Effect.DISCOURAGES)
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
            if card.configuration in advised.benefit_side and card.effect not in hinders
        ),
        risks=tuple(
            card
            for card in live
            if card.configuration in advised.risk_side and card.effect in hinders
        ),
    )


def _notes(pack: Pack, advice: Advice) -> tuple[NoteStory, ...]:
    by_id = {note.id: note for note in pack.scope_notes}
    return tuple(
        NoteStory(
            id=advised.id,
            title=by_id[advised.id].title,
            text=_note_text(by_id[advised.id], advised.verdict),
            may_only=advised.verdict is Verdict.MAY_APPLY,
            citations=tuple(
                pack.source_by_id[source].citation for source in by_id[advised.id].sources
            ),
        )
        for advised in advice.scope_notes
    )


def _note_text(note: ScopeNote, verdict: Verdict) -> str:
    if verdict is Verdict.MAY_APPLY:
        return f"This depends on answers that are still open. If so: {note.text}"
    return note.text
