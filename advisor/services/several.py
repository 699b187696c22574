"""Makes files and pages of several plans, here or in a process apart (``services/making.py``).

What composes and writes them loads where they are made.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from advisor.export import csv as tables_csv
from advisor.models.document import Document
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import Plan
from advisor.models.tables import DataTable
from advisor.rules.comparing import compare
from advisor.services.making import Parts, pdf_of
from advisor.telling.comparison import told_comparison
from advisor.telling.portfolio import told_portfolio

Tell = Callable[[int, int], object]
"""Hears how much of all is done."""

Compose: TypeAlias = "Callable[[Pack, datetime.datetime], Shown]"
"""What is to be shown of several plans, made at a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What can be made of several plans, each when it is wanted."""

    text: Callable[[], str]
    json: Callable[[], str]
    table: Callable[[], DataTable]
    document: Callable[[], Document]

    def words(self, form: TableFormat) -> str:
        """Return it as text, JSON or CSV."""
        match form:
            case TableFormat.JSON:
                return self.json()
            case TableFormat.CSV:
                return tables_csv.table_csv(self.table())
            case _:
                return self.text()

    def content(
        self,
        form: TableFormat,
        size: PaperSize,
        made_at: datetime.datetime,
        tell: Tell | None = None,
    ) -> bytes:
        """Return it as a file."""
        match form:
            case TableFormat.PDF:
                return pdf_of(self.document(), size, made_at)
            case TableFormat.XLSX:
                from advisor.export.xlsx import workbook  # noqa: PLC0415 - see above

                return workbook(self.table(), made_at, tell)
            case TableFormat.CSV:
                return tables_csv.csv_bytes(self.words(form))
            case _:
                return self.words(form).encode()


def of_all(
    plans: Sequence[PlanSummary],
    now: datetime.datetime,
    pack: Pack,
    made_at: datetime.datetime,
) -> Shown:
    """Return what can be made of plans beside each other."""
    from advisor.export.portfolio import portfolio_json, portfolio_text  # noqa: PLC0415 - see above
    from advisor.paper.portfolio import portfolio_document, portfolio_table  # noqa: PLC0415

    told = told_portfolio(pack, plans, now)
    return Shown(
        text=lambda: portfolio_text(told),
        json=lambda: portfolio_json(pack, tuple(plans)),
        table=lambda: portfolio_table(pack, told),
        document=lambda: portfolio_document(pack, told, made_at.date()),
    )


def of_two(before: Plan, after: Plan, pack: Pack, made_at: datetime.datetime) -> Shown:
    """Return what can be made of what differs between two plans."""
    from advisor.export.comparing import comparison_json, comparison_text  # noqa: PLC0415
    from advisor.paper.comparing import comparison_document, comparison_table  # noqa: PLC0415

    compared = compare(pack, before, after)
    told = told_comparison(pack, compared)
    return Shown(
        text=lambda: comparison_text(told),
        json=lambda: comparison_json(compared),
        table=lambda: comparison_table(told),
        document=lambda: comparison_document(pack, told, made_at.date()),
    )


def file_of_several(
    pack: Pack,
    compose: Compose,
    form: TableFormat,
    size: PaperSize,
    made_at: datetime.datetime,
) -> Parts:
    """Return the bytes of a file; raise ExportError when it cannot be made."""
    return (compose(pack, made_at).content(form, size, made_at),)


def pages_of_several(
    pack: Pack,
    compose: Compose,
    size: PaperSize,
    made_at: datetime.datetime,
    ppi: float,
) -> Parts:
    """Return pages as PNG pictures; raise ExportError when they cannot be made."""
    from advisor.pdf.rendering import preview_pages  # noqa: PLC0415 - see above

    document = compose(pack, made_at).document()
    return preview_pages(document, paper=size, ppi=ppi, made_at=made_at)
