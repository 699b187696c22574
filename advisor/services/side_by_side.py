"""Several plans beside each other, on screen, on paper and as data."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Concatenate

from advisor.apart import Apart
from advisor.files import write_whole
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import Plan
from advisor.rules.comparing import compare
from advisor.services.evidence import Evidence
from advisor.services.making import Given, made, moment_of_making
from advisor.services.several import (
    Compose,
    Tell,
    file_of_several,
    of_all,
    of_two,
    pages_of_several,
)
from advisor.telling.comparison import ToldComparison, told_comparison
from advisor.telling.portfolio import PortfolioStory, told_portfolio


class SideBySide:
    """Papers and tables about several plans. Nothing changes a plan."""

    def __init__(self, evidence: Evidence, apart: Apart | None = None) -> None:
        """Make them in this process, or in one apart."""
        self._evidence, self._apart = evidence, apart

    def portfolio(self, plans: Sequence[PlanSummary]) -> PortfolioStory:
        """Tell plans beside each other."""
        return told_portfolio(self._evidence.pack, plans, datetime.datetime.now(datetime.UTC))

    def portfolio_words(self, form: TableFormat, plans: Sequence[PlanSummary]) -> str:
        """Return plans beside each other as text, JSON or CSV."""
        composed = self._portfolio(plans)(self._evidence.pack, moment_of_making())
        return composed.words(form)

    def portfolio_pages(
        self, plans: Sequence[PlanSummary], *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of plans beside each other as PNG pictures."""
        compose = self._portfolio(plans)
        return self._made(pages_of_several, compose, size, moment_of_making(), ppi)

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
        compose, made_at = self._portfolio(plans), moment_of_making()
        if tell is not None and form is TableFormat.XLSX:
            # Made here: from a process apart nobody hears how far it is.
            content = compose(self._evidence.pack, made_at).content(form, size, made_at, tell)
        else:
            (content,) = self._made(file_of_several, compose, form, size, made_at)
        if tell is not None:
            tell(len(plans), len(plans))
        write_whole(path, content, any_kind=overwrite)

    def comparison(self, before: Plan, after: Plan) -> ToldComparison:
        """Tell what differs between two plans."""
        pack = self._evidence.pack
        return told_comparison(pack, compare(pack, before, after))

    def comparison_words(self, form: TableFormat, before: Plan, after: Plan) -> str:
        """Return what differs between two plans as text, JSON or CSV."""
        composed = of_two(before, after, self._evidence.pack, moment_of_making())
        return composed.words(form)

    def comparison_pages(
        self, before: Plan, after: Plan, *, size: PaperSize, ppi: float
    ) -> tuple[bytes, ...]:
        """Return the pages of what differs between two plans as PNG pictures."""
        compose = partial(of_two, before, after)
        return self._made(pages_of_several, compose, size, moment_of_making(), ppi)

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
        compose = partial(of_two, before, after)
        (content,) = self._made(file_of_several, compose, form, size, moment_of_making())
        write_whole(path, content, any_kind=overwrite)

    def _portfolio(self, plans: Sequence[PlanSummary]) -> Compose:
        return partial(of_all, tuple(plans), datetime.datetime.now(datetime.UTC))

    def _made(
        self,
        work: Callable[Concatenate[Pack, Given], tuple[bytes, ...]],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> tuple[bytes, ...]:
        return made(self._apart, work, self._evidence.pack, *given, **named)
