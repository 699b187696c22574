"""Two plans beside each other on paper, and as a table for a spreadsheet."""

import datetime
from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Bullets, Heading, Paragraph, Role, Tone
from advisor.models.document import Block, Document
from advisor.models.pack import Pack
from advisor.models.sheets import Column, Content, GroupRow, Row, Ruled, State, Words
from advisor.models.tables import DataColumn, DataTable
from advisor.paper.cards import TONE
from advisor.telling import naming
from advisor.telling.comparison import CompareRow, ToldComparison
from advisor.telling.words import MARK, NOT_COMPLETE

_WHAT, _PLAN = 30, 35
"""How wide columns are, as shares of the line."""


def comparison_document(pack: Pack, told: ToldComparison, made_on: datetime.date) -> Document:
    """Return the paper."""
    return Document(
        title=_("{before} and {after}").format(before=told.before_title, after=told.after_title),
        kind=_("Two plans compared"),
        language=pack.language,
        provenance=naming.provenance(pack, made_on),
        blocks=tuple(_blocks(told)),
    )


def _blocks(told: ToldComparison) -> Iterator[Block]:
    yield Paragraph(text=told.summary, role=Role.LEAD)
    if rows := tuple(_rows(told)):
        yield Ruled(
            columns=(
                Column(head=_("What differs"), width=_WHAT),
                Column(head=told.before_title, width=_PLAN),
                Column(head=told.after_title, width=_PLAN),
            ),
            rows=rows,
            summary=_(
                "What differs between the two plans: one thing in a row, one plan in a column."
            ),
        )
    if told.alike:
        yield Heading(level=1, text=told.alike_title)
        yield Paragraph(text=told.alike_words)
    for block in told.alike:
        yield Heading(level=2, text=block.title)
        yield Bullets(items=tuple(row.alike for row in block.rows))
    yield Paragraph(text=_(NOT_COMPLETE), role=Role.SMALL)


def _rows(told: ToldComparison) -> Iterator[Row | GroupRow]:
    if told.answers:
        yield GroupRow(title=told.answers_title, level=1, remark=told.answers_how_many)
    for answer in told.answers:
        yield Row(cells=(answer.asked, answer.before, Words(lead=answer.after)))
    for block in told.blocks:
        yield GroupRow(title=block.title, level=1, remark=block.how_many)
        for row in block.rows:
            yield Row(cells=(Words(lead=row.title), *_sides(row)))


def _sides(row: CompareRow) -> Iterator[Content]:
    """Yield how a thing stands in either plan."""
    for side in (row.before, row.after):
        state = State(tone=TONE.get(side.mark, Tone.QUIET), word=MARK[side.mark])
        yield Words(state=state, small=side.detail)


def comparison_table(told: ToldComparison) -> DataTable:
    """Return one row for each answer and each statement that differs, then what is alike."""
    return DataTable(
        title=_("Two plans compared"),
        kind=_("Two plans compared"),
        columns=(
            DataColumn(head=_("What kind"), width=26),
            DataColumn(head=_("What it is about"), width=44),
            DataColumn(head=_("First plan: {plan}").format(plan=told.before_title), width=40),
            DataColumn(head=_("Second plan: {plan}").format(plan=told.after_title), width=40),
        ),
        rows=(
            *(
                (told.answers_title, answer.asked, answer.before, answer.after)
                for answer in told.answers
            ),
            *(
                (block.title, row.title, row.before.sentence, row.after.sentence)
                for block in told.blocks
                for row in block.rows
            ),
            *(
                (told.alike_title, row.title, row.before.sentence, row.after.sentence)
                for block in told.alike
                for row in block.rows
            ),
        ),
        how_to_use=(
            told.summary,
            _(NOT_COMPLETE),
        ),
    )
