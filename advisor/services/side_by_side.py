"""Several plans beside each other, on screen, on paper and as data."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.export import csv as tables_csv
from advisor.export.comparing import comparison_json, comparison_text
from advisor.export.portfolio import portfolio_json, portfolio_text
from advisor.files import write_whole
from advisor.models.document import Document
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import Plan
from advisor.models.tables import DataTable
from advisor.paper.comparing import comparison_document, comparison_table
from advisor.paper.portfolio import portfolio_document, portfolio_table
from advisor.rules.comparing import compare
from advisor.services.evidence import Evidence
from advisor.services.papers import moment_of_making, pdf_of
from advisor.telling.comparison import ToldComparison, told_comparison
from advisor.telling.portfolio import PortfolioStory, told_portfolio

Tell = Callable[[int, int], object]
"""Hears how much of all is done."""


class SideBySide:
    """Papers and tables about several plans. Nothing changes a plan."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def portfolio(self, plans: Sequence[PlanSummary]) -> PortfolioStory:
        """Tell plans beside each other."""
        return told_portfolio(self._evidence.pack, plans, datetime.datetime.now(datetime.UTC))

    def portfolio_words(self, form: TableFormat, plans: Sequence[PlanSummary]) -> str:
        """Return plans beside each other as text, JSON or CSV."""
        return self._portfolio(plans).words(form)

    def portfolio_pages(
        self, plans: Sequence[PlanSummary], *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of plans beside each other as PNG pictures."""
        return _pages(self._portfolio(plans).document(), size, ppi)

    def write_portfolio(
        self,
        form: TableFormat,
        plans: Sequence[PlanSummary],
        path: Path,
        *,
        size: PaperSize = PaperSize.A4,
        overwrite: bool = False,
        tell: Tell | None = None,
    ) -> None:
        """Write plans beside each other, whole or not at all.

        ``tell`` hears how many plans of all are in a workbook so far, and that all are before the
        file is written; what it raises ends the work with nothing written.
        """
        content = self._portfolio(plans).content(form, size, tell)
        if tell is not None:
            tell(len(plans), len(plans))
        write_whole(path, content, any_kind=overwrite)

    def comparison(self, before: Plan, after: Plan) -> ToldComparison:
        """Tell what differs between two plans."""
        pack = self._evidence.pack
        return told_comparison(pack, compare(pack, before, after))

    def comparison_words(self, form: TableFormat, before: Plan, after: Plan) -> str:
        """Return what differs between two plans as text, JSON or CSV."""
        return self._comparison(before, after).words(form)

    def comparison_pages(
        self, before: Plan, after: Plan, *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of what differs between two plans as PNG pictures."""
        return _pages(self._comparison(before, after).document(), size, ppi)

    def write_comparison(
        self,
        form: TableFormat,
        before: Plan,
        after: Plan,
        path: Path,
        *,
        size: PaperSize = PaperSize.A4,
        overwrite: bool = False,
    ) -> None:
        """Write what differs between two plans, whole or not at all."""
        content = self._comparison(before, after).content(form, size)
        write_whole(path, content, any_kind=overwrite)

    def _portfolio(self, plans: Sequence[PlanSummary]) -> "_Shown":
        pack, told = self._evidence.pack, self.portfolio(plans)
        return _Shown(
            text=lambda: portfolio_text(told),
            json=lambda: portfolio_json(pack, tuple(plans)),
            table=lambda: portfolio_table(pack, told),
            document=lambda: portfolio_document(pack, told, moment_of_making().date()),
        )

    def _comparison(self, before: Plan, after: Plan) -> "_Shown":
        pack = self._evidence.pack
        compared = compare(pack, before, after)
        told = told_comparison(pack, compared)
        return _Shown(
            text=lambda: comparison_text(told),
            json=lambda: comparison_json(compared),
            table=lambda: comparison_table(told),
            document=lambda: comparison_document(pack, told, moment_of_making().date()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
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

    def content(self, form: TableFormat, size: PaperSize, tell: Tell | None = None) -> bytes:
        """Return it as a file."""
        match form:
            case TableFormat.PDF:
                return pdf_of(self.document(), size)
            case TableFormat.XLSX:
                return _workbook(self.table(), tell)
            case TableFormat.CSV:
                return tables_csv.csv_bytes(self.words(form))
            case _:
                return self.words(form).encode()


def _pages(document: Document, size: PaperSize, ppi: float) -> tuple[bytes, ...]:
    # The PDF library is slow to load and most commands do without it.
    from advisor.pdf.rendering import preview_pages  # noqa: PLC0415

    return preview_pages(document, paper=size, ppi=ppi, made_at=moment_of_making())


def _workbook(table: DataTable, tell: Tell | None) -> bytes:
    # Like the PDF library.
    from advisor.export.xlsx import workbook  # noqa: PLC0415

    return workbook(table, moment_of_making(), tell)
