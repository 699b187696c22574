"""The design choices of a plan that feed a benefit and a risk, with both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import Advice, AdvisedTension
from advisor.models.ids import QuestionId, TensionId
from advisor.models.pack import Pack
from advisor.telling.cards import CardStory


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionStory:
    """One design choice with its two sides, never netted."""

    id: TensionId
    title: str
    asked: str
    chosen: str
    text: str
    good: str
    harm: str
    keeps_safe: str
    question: QuestionId
    benefits: tuple[CardStory, ...]
    risks: tuple[CardStory, ...]


def told_tensions(
    pack: Pack, advice: Advice, cards: Iterable[CardStory]
) -> tuple[TensionStory, ...]:
    """Tell the choices of which both sides are live, in the order of the advice."""
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
        good=tension.good,
        harm=tension.harm,
        keeps_safe=tension.keeps_safe,
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
