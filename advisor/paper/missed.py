"""Who may be missed, on a page of a report."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Heading, Paragraph, Role
from advisor.models.document import Block
from advisor.models.sheets import Column, Row, Ruled, Words
from advisor.telling.advice import AdviceStory
from advisor.telling.missed import KeepsAway, told_missed


def missed_blocks(told: AdviceStory, *, level: int) -> Iterator[Block]:
    """Yield what keeps mothers away with what would help, then what helps them to come."""
    story = told_missed(told)
    yield Paragraph(text=story.lead)
    if story.keeps_away:
        yield Ruled(
            columns=(
                Column(head=_("What it turns on"), width=46, share=False),
                Column(head=_("Why some may stay away"), width=1),
                Column(head=_("What to do first"), width=62, share=False),
            ),
            rows=tuple(map(_row, story.keeps_away)),
            summary=_("What may keep mothers away, why, and what to do first about it."),
            small=True,
        )
    if story.may_keep_away:
        yield Paragraph(text=story.may_keep_away, role=Role.SMALL)
    yield Heading(level=level, text=_("What helps them to come"))
    if story.helps:
        yield Ruled(
            columns=(
                Column(head=_("What it turns on"), width=46, share=False),
                Column(head=_("Why it helps here"), width=1),
            ),
            rows=tuple(Row(cells=(Words(lead=title), why)) for title, why in story.helps),
            summary=_("What may help mothers say yes, and why."),
            small=True,
        )
    else:
        yield Paragraph(text=story.without_helps)
    if story.helps_too:
        yield Paragraph(text=story.helps_too)


def _row(each: KeepsAway) -> Row:
    return Row(
        cells=(
            Words(lead=each.title, small=each.term),
            Words(items=each.why, small=each.more),
            each.what_would_help,
        )
    )
