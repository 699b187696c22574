"""Plans on paper and as data: every file is written whole or not at all."""

import datetime
import os
from pathlib import Path

from advisor.export import csv as advice_csv
from advisor.export import json as advice_json
from advisor.files import read_bytes, write_whole
from advisor.models.advice import Advice
from advisor.models.document import Document
from advisor.models.papers import DataKind, FilledChecklist, PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.paper.papers import has_fields, paper_of
from advisor.rules.moving import moved_items
from advisor.services.evidence import Evidence


class Papers:
    """Documents made from a plan, the advice on it and the evidence. Nothing changes the plan."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def write(
        self,
        wish: PaperWish,
        plan: Plan,
        advice: Advice,
        path: Path,
    ) -> bool:
        """Write a document as an accessible PDF; return whether it has form fields.

        Where form fields are wanted and cannot be made well, the flat copy is written
        instead. Raises ExportError when the file cannot be written; a
        file that was there before is then untouched.
        """
        # The PDF library is slow to load and most commands do without it.
        from advisor.pdf.rendering import render, render_fillable  # noqa: PLC0415

        document = self.document(wish.kind, plan, advice)
        if not has_fields(wish):
            write_whole(path, render(document, paper=wish.size, made_at=moment_of_making()))
            return False
        made = render_fillable(document, paper=wish.size, made_at=moment_of_making())
        write_whole(path, made.pdf)
        return made.has_fields

    def preview(
        self, wish: PaperWish, plan: Plan, advice: Advice, *, ppi: float = 96.0
    ) -> tuple[bytes, ...]:
        """Return the pages as PNG pictures, as the same compiler draws them."""
        from advisor.pdf.rendering import preview_pages  # noqa: PLC0415

        return preview_pages(
            self.document(wish.kind, plan, advice),
            paper=wish.size,
            ppi=ppi,
            made_at=moment_of_making(),
        )

    def document(self, kind: PaperKind, plan: Plan, advice: Advice) -> Document:
        """Compose a document without drawing it."""
        made_on = moment_of_making().date()
        return paper_of(kind).compose(self._evidence.pack, plan, advice, made_on)

    def write_data(self, kind: DataKind, plan: Plan, advice: Advice, path: Path) -> None:
        """Write the advice as JSON or CSV."""
        text = self.data(kind, plan, advice)
        write_whole(path, advice_csv.csv_bytes(text) if kind is DataKind.CSV else text.encode())

    def write_picture(self, path: Path, picture: bytes) -> None:
        """Write a picture that the window has drawn, as it writes everything else."""
        write_whole(path, picture)

    def data(self, kind: DataKind, plan: Plan, advice: Advice) -> str:
        """Return the advice as JSON or CSV text."""
        match kind:
            case DataKind.JSON:
                return advice_json.advice_text(self._evidence.pack, plan, advice)
            case DataKind.CSV:
                return advice_csv.advice_csv(self._evidence.pack, plan, advice)

    def read_filled(self, path: Path) -> FilledChecklist:
        """Read back a checklist that was filled in; raise PlanRefused when it is not one."""
        from advisor.pdf.filled import LARGEST, read_back  # noqa: PLC0415

        filled = read_back(read_bytes(path, most=LARGEST))
        return moved_items(self._evidence.pack, filled)


def moment_of_making() -> datetime.datetime:
    """Return now, or the moment that SOURCE_DATE_EPOCH names, for files equal to the byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.datetime.fromtimestamp(int(fixed), datetime.UTC)
    return datetime.datetime.now().astimezone().replace(microsecond=0)
