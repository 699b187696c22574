"""What other sources say of a kind of support that the review does not speak about."""

from collections.abc import Iterable, Iterator

from advisor.language import _
from advisor.models.blocks import Paragraph
from advisor.models.document import Block
from advisor.models.evidence import Effect
from advisor.models.sheets import Column, NewPage, Row, Ruled, Words
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory


def elsewhere_blocks(told: AdviceStory) -> Iterator[Block]:
    """Yield each statement with its ways, how sure they are, and how one would notice."""
    block = next((each for each in told.blocks if each.id is AdvicePart.ELSEWHERE), None)
    if block is None:
        return
    risks = [card for card in block.cards if card.effect is Effect.HARMS]
    others = [card for card in block.cards if card.effect is not Effect.HARMS]
    yield NewPage(title=block.title, may_join=True)
    yield Paragraph(text=block.intro)
    if risks:
        yield _table(risks, with_signs=True, summary=_("What may hurt, by other sources."))
    if others:
        yield _table(others, with_signs=False, summary=_("What may help, and who may come."))


def _table(cards: Iterable[CardStory], *, with_signs: bool, summary: str) -> Ruled:
    return Ruled(
        columns=(
            Column(head=_("What it is about"), width=46, share=False),
            Column(head=_("What other sources say"), width=1),
            *(
                (Column(head=_("How you would notice"), width=54, share=False),)
                if with_signs
                else ()
            ),
        ),
        rows=tuple(
            Row(cells=(*_said(card), *((_signs(card),) if with_signs else ()))) for card in cards
        ),
        summary=summary,
        small=True,
    )


def _said(card: CardStory) -> tuple[Words, Words]:
    steps = dict.fromkeys(branch.step or card.evidence for branch in card.elsewhere)
    ways = [branch.sentence for branch in card.elsewhere]
    return (
        Words(lead=card.title, small=card.kind),
        Words(items=tuple(ways), small="; ".join(steps)),
    )


def _signs(card: CardStory) -> Words:
    signs = dict.fromkeys(branch.sign for branch in card.elsewhere if branch.sign)
    return Words(items=tuple(signs))
