"""The guide for providers as a file."""

from pathlib import Path

from advisor.files import write_whole
from advisor.models.papers import PaperSize
from advisor.paper.guide import guide_document
from advisor.services.papers import moment_of_making, pdf_of
from advisor.telling.guide import guide


def write_guide(path: Path, *, size: PaperSize = PaperSize.A4, overwrite: bool = False) -> None:
    """Write the guide as PDF, whole or not at all.

    Raises ExportError when the file cannot be written; one that was there before is then
    untouched. A file of another kind is written over only with ``overwrite``.
    """
    document = guide_document(guide(), moment_of_making().date())
    write_whole(path, pdf_of(document, size), any_kind=overwrite)
