"""What the program keeps about people, as a file, from the tables and files that there are."""

from pathlib import Path

from advisor import locations
from advisor.files import write_whole
from advisor.models.papers import PaperSize
from advisor.paper.privacy import privacy_document
from advisor.services.papers import moment_of_making, pdf_of
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


def write_privacy(path: Path, *, size: PaperSize = PaperSize.A4, overwrite: bool = False) -> None:
    """Write the sheet and the note as PDF, whole or not at all.

    Raises ExportError when the file cannot be written; one that was there before is then
    untouched. A file of another kind is written over only with ``overwrite``.
    """
    document = privacy_document(told_privacy(), moment_of_making().date())
    write_whole(path, pdf_of(document, size), any_kind=overwrite)
