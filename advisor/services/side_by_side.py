"""Several plans beside each other, on screen, on paper and as data."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from advisor.export import csv as tables_csv
from advisor.export.portfolio import portfolio_json, portfolio_text
from advisor.files import write_whole
from advisor.models.document import Document
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.tables import DataTable
from advisor.paper.portfolio import portfolio_document, portfolio_table
from advisor.services.evidence import Evidence
from advisor.services.papers import moment_of_making
from advisor.telling.portfolio import PortfolioStory, told_portfolio


class SideBySide:
    """Papers and tables about several plans. Nothing changes a plan."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def portfolio(self, plans: Sequence[PlanSummary]) -> PortfolioStory:
        """Tell plans beside each other."""
        return told_portfolio(self._evidence.pack, plans, datetime.datetime.now(datetime.UTC))

    def portfolio_words(self, form: TableFormat, plans: Sequence[PlanSummary]) -> str:
        """Return plans beside each other as text, JSON or CSV."""
        pack = self._evidence.pack
        match form:
            case TableFormat.JSON:
                return portfolio_json(pack, tuple(plans))
            case TableFormat.CSV:
                return tables_csv.table_csv(portfolio_table(pack, self.portfolio(plans)))
            case _:
                return portfolio_text(self.portfolio(plans))

    def _portfolio_bytes(
        self, form: TableFormat, plans: Sequence[PlanSummary], size: PaperSize
    ) -> bytes:
        pack = self._evidence.pack
        match form:
            case TableFormat.PDF:
                made_on = moment_of_making().date()
                return _pdf(portfolio_document(pack, self.portfolio(plans), made_on), size)
            case TableFormat.XLSX:
                return _workbook(portfolio_table(pack, self.portfolio(plans)))
            case TableFormat.CSV:
                return tables_csv.csv_bytes(self.portfolio_words(form, plans))
            case _:
                return self.portfolio_words(form, plans).encode()

    def write_portfolio(
        self,
        form: TableFormat,
        plans: Sequence[PlanSummary],
        path: Path,
        *,
        size: PaperSize = PaperSize.A4,
        overwrite: bool = False,
    ) -> None:
        """Write plans beside each other, whole or not at all."""
        write_whole(path, self._portfolio_bytes(form, plans, size), any_kind=overwrite)


def _pdf(document: Document, size: PaperSize) -> bytes:
    # The PDF library is slow to load and most commands do without it.
    from advisor.pdf.rendering import render  # noqa: PLC0415

    return render(document, paper=size, made_at=moment_of_making())


def _workbook(table: DataTable) -> bytes:
    # Like the PDF library.
    from advisor.export.xlsx import workbook  # noqa: PLC0415

    return workbook(table, moment_of_making())
