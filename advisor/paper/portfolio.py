"""Many plans beside each other on paper, and as a table for a spreadsheet."""

import datetime
from collections.abc import Iterator, Mapping

from advisor.language import _, ngettext
from advisor.models.blocks import Bullets, Heading, Paragraph, Role, Tone
from advisor.models.document import Block, Document
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.sheets import Column, Content, Row, Ruled, State, Words
from advisor.models.tables import DataCell, DataColumn, DataTable
from advisor.paper.cards import TONE
from advisor.telling import naming
from advisor.telling.gates import in_place_words
from advisor.telling.portfolio import CELL, LEAD, MEANING, ON_PAPER, PortfolioRow, PortfolioStory
from advisor.telling.words import NOT_COMPLETE

MOST = 400
"""How many plans the paper shows; the table for a spreadsheet has all."""

_PLAN, _SAFETY, _RISK = 46, 26, 19
"""How wide columns are, in millimetres."""


def portfolio_document(pack: Pack, told: PortfolioStory, made_on: datetime.date) -> Document:
    """Return the paper, lying on its side."""
    return Document(
        title=_(ON_PAPER),
        kind=ngettext("{n} plan", "{n} plans", len(told.rows)).format(n=len(told.rows)),
        language=pack.language,
        provenance=naming.provenance(pack, made_on),
        blocks=tuple(_blocks(told)),
        landscape=True,
    )


def _blocks(told: PortfolioStory) -> Iterator[Block]:
    yield Paragraph(text=told.opening, role=Role.LEAD)
    yield Paragraph(text=_(LEAD), role=Role.SMALL)
    yield Ruled(
        columns=(
            Column(head=_("Plan"), width=_PLAN),
            Column(head=_("Safety"), width=_SAFETY, share=False),
            *(Column(head=risk.title, width=_RISK, share=False) for risk in told.risks),
        ),
        rows=tuple(_row(told, row) for row in told.rows[:MOST]),
        summary=_("How each risk stands in every plan, one plan in a row."),
        small=True,
    )
    if (left := len(told.rows) - MOST) > 0:
        words = ngettext(
            "And {n} more plan. The table for a spreadsheet has all.",
            "And {n} more plans. The table for a spreadsheet has all.",
            left,
        )
        yield Paragraph(text=words.format(n=left))
    for title, shared in told.shared:
        yield Heading(level=1, text=title)
        yield Bullets(items=tuple(each.sentence for each in shared))
    yield Heading(level=1, text=_("What the words mean"))
    yield Bullets(items=_meanings())
    yield Paragraph(text=_(NOT_COMPLETE), role=Role.SMALL)


def _row(told: PortfolioStory, row: PortfolioRow) -> Row:
    safety = row.told.safety
    head: tuple[Content, ...] = (
        Words(lead=row.told.title, small=row.told.answered),
        State(tone=TONE.get(safety.mark, Tone.QUIET), word=safety.words),
    )
    if row.not_judged:
        return Row(cells=(*head, row.not_judged))
    return Row(cells=(*head, *(_cell(row.mark(risk.rule)) for risk in told.risks)))


def _cell(mark: Mark) -> Content:
    """Return a word with its sign; what is not here is a plain word, never a good sign."""
    if mark in (Mark.DOES_NOT_APPLY, Mark.NOT_STARTED):
        return CELL[mark]
    return State(tone=TONE.get(mark, Tone.QUIET), word=CELL[mark])


def _meanings() -> tuple[str, ...]:
    return tuple(
        _("{word}: {meaning}.").format(word=CELL[mark], meaning=meaning)
        for mark, meaning in MEANING.items()
    )


def portfolio_table(pack: Pack, told: PortfolioStory) -> DataTable:
    """Return one row for each plan: safety, then every risk, benefit and take-up statement."""
    # Said once, and not for each of half a million cells.
    said = dict(CELL)
    words = tuple(said.values())
    return DataTable(
        title=_(ON_PAPER),
        kind=_("All plans"),
        columns=(
            DataColumn(head=_("Plan"), width=34),
            DataColumn(head=_("Answered"), width=12),
            DataColumn(head=_("Safety"), width=22),
            DataColumn(head=_("Not in place"), width=44),
            DataColumn(head=_("Not said yet"), width=44),
            DataColumn(head=_("Not judged"), width=24),
            *(DataColumn(head=each.head, width=16, choices=words) for each in told.columns),
        ),
        rows=tuple(_cells(pack, told, row, said) for row in told.rows),
        how_to_use=(
            told.opening,
            _(LEAD),
            *(each.sentence for each in (*told.shared_risks, *told.shared_gates)),
            *_meanings(),
            _(NOT_COMPLETE),
        ),
        kept=1,
    )


def _cells(
    pack: Pack, told: PortfolioStory, row: PortfolioRow, words: Mapping[Mark, str]
) -> tuple[DataCell, ...]:
    marks: Iterator[DataCell] = (
        None if row.not_judged else words[row.mark(column.rule)] for column in told.columns
    )
    return (
        row.told.title,
        row.told.answered,
        row.told.safety.words,
        "\n".join(in_place_words(pack, row.missing)),
        "\n".join(in_place_words(pack, row.not_said)),
        row.not_judged or None,
        *marks,
    )
