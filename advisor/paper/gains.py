"""What mothers may gain and what it depends on, on a page of a report."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Heading, Paragraph
from advisor.models.document import Block
from advisor.models.sheets import Column, Row, Ruled, Words
from advisor.telling.advice import AdviceStory
from advisor.telling.gains import Gain, told_gains


def gain_blocks(told: AdviceStory, *, level: int) -> Iterator[Block]:
    """Yield the benefits that are likely, then the others with what each would take."""
    story = told_gains(told)
    yield Paragraph(text=story.lead)
    yield Heading(level=level, text=_("Likely in this plan"))
    if story.likely:
        yield Ruled(
            columns=(
                Column(head=_("Benefit"), width=46, share=False),
                Column(head=_("What it depends on"), width=1),
                *(
                    (Column(head=_("How you would notice"), width=54, share=False),)
                    if story.with_signs
                    else ()
                ),
            ),
            rows=tuple(_likely(gain, with_sign=story.with_signs) for gain in story.likely),
            summary=_("Benefits that are likely, and what they depend on."),
            small=True,
        )
    else:
        yield Paragraph(text=story.without_likely)
    yield Heading(level=level, text=_("Open, or not set up yet: what each would take"))
    if story.others:
        yield Ruled(
            columns=(
                Column(head=_("Benefit"), width=56, share=False),
                Column(head=_("What it depends on"), width=1),
            ),
            rows=tuple(map(_not_yet, story.others)),
            summary=_("Benefits that are not likely yet, and what each depends on."),
            small=True,
        )
    else:
        yield Paragraph(text=story.without_others)


def _likely(gain: Gain, *, with_sign: bool) -> Row:
    sign = (gain.sign,) if with_sign else ()
    return Row(cells=(Words(lead=gain.title, small=gain.term), _needs(gain), *sign))


def _not_yet(gain: Gain) -> Row:
    return Row(cells=(Words(lead=gain.title, small=gain.where), _needs(gain)))


def _needs(gain: Gain) -> str:
    return " ".join(gain.depends_on)
