"""Plans on paper and as data: every file is written whole or not at all."""

import contextlib
import datetime
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Concatenate

from advisor.apart import Apart
from advisor.aside import Aside
from advisor.errors import ExportError
from advisor.export import csv as advice_csv
from advisor.export import json as advice_json
from advisor.files import make_folder, passing_folder, read_bytes, write_whole
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.filled import FilledChecklist
from advisor.models.pack import Pack
from advisor.models.papers import AllPapers, DataKind, PaperKind, PaperSize, PaperWish
from advisor.models.plan import Plan
from advisor.paper.papers import PAPERS, has_fields, paper_of
from advisor.rules.moving import moved_items
from advisor.services.evidence import Evidence
from advisor.services.making import Given, file_of, get_ready, made, moment_of_making, pages_of
from advisor.telling.naming import file_name

_TO_COUNT = 4.0
"""So coarse that drawing a page takes no time; the pages are the same."""

_MOST_HELD = 4_000_000
"""So many bytes of pages are held in memory: eight pages or so, of an annex's seventy."""

_log = logging.getLogger(__name__)


class Papers:
    """Documents made from a plan, the advice on it and the evidence. Nothing changes the plan."""

    def __init__(self, evidence: Evidence, apart: Apart | None = None) -> None:
        """Make them in this process, or in one apart."""
        self._evidence, self._apart = evidence, apart

    def stand_by(self, kind: PaperKind) -> None:
        """Have the process ready that makes papers, where there is one: some will be wanted."""
        if self._apart is not None:
            self._apart.stand_by(get_ready, kind)

    def stand_down(self) -> None:
        """No paper will be wanted for now."""
        if self._apart is not None:
            self._apart.stand_down()

    def write(
        self,
        wish: PaperWish,
        plan: Plan,
        advice: Advice,
        path: Path,
        *,
        overwrite: bool = False,
    ) -> bool:
        """Write a document; return whether it has form fields.

        Where form fields are wanted and cannot be made well, the flat copy is written
        instead. Raises ExportError when there is no such paper for this plan and when the file
        cannot be written; one that was there before is then untouched. A file of another kind
        is written over only with ``overwrite``.
        """
        content, why_flat = self._make(file_of, wish, plan, advice, moment_of_making())
        if why_flat:
            _log.warning("no form fields, a flat copy instead: %s", why_flat.decode())
        write_whole(path, content, any_kind=overwrite)
        return has_fields(wish) and not why_flat

    def write_all(
        self,
        plan: Plan,
        advice: Advice,
        folder: Path,
        *,
        size: PaperSize = PaperSize.A4,
        overwrite: bool = False,
    ) -> AllPapers:
        """Write every paper in each of its formats into a folder, which may be new.

        A paper that there is none of for this plan is left out, and said. Raises ExportError
        when a file of one of the names is there (unless ``overwrite``), and nothing is written
        then; and when a file cannot be written, and those before it stay.
        """
        pack = self._evidence.pack
        refusals = {paper.kind: paper.refusal(pack, plan, advice) for paper in PAPERS}
        wishes = {
            folder / file_name(f"{paper.name} {plan.title}", form): PaperWish(
                kind=paper.kind, form=form, size=size
            )
            for paper in PAPERS
            if not refusals[paper.kind]
            for form in paper.formats
        }
        # A draft that somebody has changed since must not be replaced by a new one unasked.
        if not overwrite and (there := [path for path in wishes if path.exists()]):
            raise ExportError(
                _(
                    "{folder} has a file with the name {name} already. Choose another folder. "
                    "Nothing was written."
                ).format(folder=folder, name=there[0].name)
            )
        make_folder(folder)
        for path, wish in wishes.items():
            self.write(wish, plan, advice, path, overwrite=overwrite)
        left_out = tuple(filter(None, refusals.values()))
        return AllPapers(folder=folder, written=tuple(wishes), left_out=left_out)

    def preview(
        self, wish: PaperWish, plan: Plan, advice: Advice, *, ppi: float = 96.0
    ) -> Sequence[bytes]:
        """Return the pages as PNG pictures, as the same compiler draws them.

        Many of them lie in a file, where there is room for one.
        """
        pages = self._make(pages_of, wish, plan, advice, moment_of_making(), ppi)
        if sum(map(len, pages)) > _MOST_HELD:
            with contextlib.suppress(OSError, ExportError):
                return Aside(pages)
        return pages

    def page_count(self, wish: PaperWish, plan: Plan, advice: Advice) -> int:
        """Return how many pages a document has."""
        return len(self.preview(wish, plan, advice, ppi=_TO_COUNT))

    def write_to_look_at(self, wish: PaperWish, plan: Plan, advice: Advice) -> Path:
        """Write a document where it goes with the program, and return the file.

        Raises ExportError as ``write`` does.
        """
        name = f"{paper_of(wish.kind).name} {plan.title}"
        path = passing_folder() / file_name(name, wish.form)
        self.write(wish, plan, advice, path, overwrite=True)
        return path

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

    def _make(
        self,
        work: Callable[Concatenate[Pack, Given], tuple[bytes, ...]],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> tuple[bytes, ...]:
        return made(self._apart, work, self._evidence.pack, *given, **named)

    def read_filled(self, path: Path) -> FilledChecklist:
        """Read back a checklist that was filled in; raise PlanRefused when it is not one."""
        from advisor.pdf.filled import LARGEST, read_back  # noqa: PLC0415

        today = datetime.datetime.now().astimezone().date()
        filled = read_back(read_bytes(path, most=LARGEST), today=today)
        return moved_items(self._evidence.pack, filled)
