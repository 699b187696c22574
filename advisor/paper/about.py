"""About the advice, at the end of a report."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Bullets, Heading, Paragraph, Role
from advisor.models.document import Block
from advisor.models.sheets import Column, Row, Ruled, Words
from advisor.telling.about_advice import WHERE_IT_STOPS, AboutAdvice


def about_blocks(told: AboutAdvice, *, level: int) -> Iterator[Block]:
    """Yield what the advice rests on, where it stops, what it is not and how sure it is."""
    yield Heading(level=level, text=_("Where it comes from"))
    yield Paragraph(text=told.origin, role=Role.SMALL)
    if told.balance and told.is_full:
        yield Paragraph(text=told.balance, role=Role.SMALL)
    elif told.balance:
        yield Heading(level=level, text=_("Good and harm together"))
        yield Paragraph(text=told.balance)
    yield from limit_blocks(told, level=level)
    yield Heading(level=level, text=_("What this is not"))
    yield Bullets(items=told.is_not, columns=2)
    if told.steps:
        yield Heading(level=level, text=_("How sure each statement is"))
    if told.steps and told.is_full:
        yield Bullets(items=tuple(step.sentence for step in told.steps), columns=2)
    elif told.steps:
        yield Ruled(
            columns=(
                Column(head=_("Step"), width=56, share=False),
                Column(head=_("What it means"), width=1),
                Column(head=_("In this report"), width=27, share=False),
            ),
            rows=tuple(
                Row(cells=(Words(lead=step.label), step.meaning, step.count)) for step in told.steps
            ),
            summary=_("The steps of the evidence ladder, with how many statements stand on each."),
            small=True,
            whole=True,
        )


def limit_blocks(told: AboutAdvice, *, level: int) -> Iterator[Block]:
    """Yield where the evidence stops for this plan."""
    yield Heading(level=level, text=_(WHERE_IT_STOPS))
    if told.stops:
        yield Ruled(
            columns=(
                Column(head=_("About"), width=40, share=False),
                Column(head=_("What to know"), width=1),
            ),
            rows=tuple(Row(cells=(Words(lead=note.title), note.text)) for note in told.stops),
            summary=_("Where the evidence stops for this plan, and what needs care."),
            small=True,
        )
    else:
        yield Paragraph(text=told.nothing_stops)
