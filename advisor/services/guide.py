"""The guide for providers as a file."""

import datetime
from pathlib import Path

from advisor.files import write_whole
from advisor.models.papers import PaperSize
from advisor.services.making import Parts, for_once, made, moment_of_making, pdf_of
from advisor.telling.guide import guide


def write_guide(
    path: Path, *, size: PaperSize = PaperSize.A4, overwrite: bool = False, is_apart: bool = False
) -> None:
    """Write the guide as PDF, whole or not at all; ``is_apart``: made in a process of its own.

    Raises ExportError when the file cannot be written; one that was there before is then
    untouched. A file of another kind is written over only with ``overwrite``.
    """
    with for_once(is_apart=is_apart) as apart:
        (content,) = made(apart, _guide_of, size, moment_of_making())
    write_whole(path, content, any_kind=overwrite)


def _guide_of(size: PaperSize, made_at: datetime.datetime) -> Parts:
    from advisor.paper.guide import guide_document  # noqa: PLC0415 - where it is made

    return (pdf_of(guide_document(guide(), made_at.date()), size, made_at),)
