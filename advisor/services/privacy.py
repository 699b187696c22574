"""What the program keeps about people, as a file, from the tables and files that there are."""

import datetime
from pathlib import Path

from advisor import locations
from advisor.files import write_whole
from advisor.models.papers import PaperSize
from advisor.services.making import Parts, for_once, made, moment_of_making, pdf_of
from advisor.services.plans import KEPT_WHEN_DELETED
from advisor.storage.reserve import ENDING
from advisor.storage.schema.listing import columns_of_plans
from advisor.telling.privacy import ToldPrivacy, privacy


def told_privacy() -> ToldPrivacy:
    """Tell what is kept."""
    database = locations.database_path().name
    own = [path.name for path in (*locations.own_files(), *locations.own_folders())]
    files = [*own, f"{database}{ENDING}"]
    return privacy(columns_of_plans(), files, KEPT_WHEN_DELETED.days)


def write_privacy(
    path: Path, *, size: PaperSize = PaperSize.A4, overwrite: bool = False, is_apart: bool = False
) -> None:
    """Write the sheet and the note as PDF; ``is_apart``: made in a process of its own.

    They are written whole or not at all. Raises ExportError when the file cannot be written; one
    that was there before is then untouched. A file of another kind is written over only with
    ``overwrite``.
    """
    with for_once(is_apart=is_apart) as apart:
        (content,) = made(apart, _privacy_of, told_privacy(), size, moment_of_making())
    write_whole(path, content, any_kind=overwrite)


def _privacy_of(told: ToldPrivacy, size: PaperSize, made_at: datetime.datetime) -> Parts:
    from advisor.paper.privacy import privacy_document  # noqa: PLC0415 - where it is made

    return (pdf_of(privacy_document(told, made_at.date()), size, made_at),)
