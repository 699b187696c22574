"""Saving what can still be read of a damaged file, as plan files; the file is not touched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from advisor import locations
from advisor.errors import StorageError
from advisor.files import make_folder, write_whole
from advisor.language import N_, _
from advisor.models.salvaged import Salvage, SalvagedPlan
from advisor.packs.reading import read_pack
from advisor.plan_files.writing import write_plan
from advisor.storage import faults, files
from advisor.storage.safety import salvage as pages
from advisor.telling.naming import file_name
from advisor.telling.salvaged import report_of, title_of_salvaged

NOTHING_LEFT = faults.Words(
    "nothing-left",
    N_("Nothing of your plans can be read from this file any more."),
    N_("Put a copy back."),
)


def save_what_is_left(folder: Path, path: Path | None = None) -> Salvage:
    """Write every plan that can be read from a file into a folder, each as a plan file.

    ``path`` is the person's own file without it. Nothing that is in the folder is written over.
    What is not whole says so in its name, and a report says what is missing. Raises StorageError
    where nothing can be read or the file is of a newer version, and ExportError.
    """
    path = path or locations.database_path()
    _refuse_newer(path)
    found = pages.salvage(path)
    if not found:
        raise faults.refusal(NOTHING_LEFT, str(path), reading=True)
    pack = read_pack(locations.evidence_folder()).pack
    make_folder(folder)
    written: list[tuple[SalvagedPlan, Path]] = []
    for each in found:
        plan = replace(each.plan, title=title_of_salvaged(each))
        target = _free_name(folder, plan.title, "json")
        write_whole(target, write_plan(plan, pack).encode())
        written.append((each, target))
    report = _free_name(folder, _("What was saved"), "txt")
    write_whole(report, report_of(pack, written).encode())
    return Salvage(folder=folder, plans=tuple(written), report=report)


def _refuse_newer(path: Path) -> None:
    """Refuse a file of a newer program: what it holds is not known, so none of it is whole."""
    try:
        files.version_of(path)
    except StorageError as error:
        if error.code == files.NEWER_FILE.code:
            raise


def _free_name(folder: Path, title: str, ending: str) -> Path:
    return next(each for each in _names(folder, title, ending) if not each.exists())


def _names(folder: Path, title: str, ending: str) -> Iterator[Path]:
    first = folder / file_name(title, ending)
    yield first
    number = 2
    while True:
        yield first.with_stem(f"{first.stem} {number}")
        number += 1
