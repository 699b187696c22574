"""What makes a paper, here or in a process apart.

The functions know nothing but what they are given. In the window they run in another process
(``advisor/apart.py``), so that nothing of what composes and draws papers loads in its own.
"""

import contextlib
import datetime
import os
from collections.abc import Callable, Iterator
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

from advisor.apart import Apart, Ended, Fault
from advisor.errors import ExportError
from advisor.export import csv as advice_csv
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.document import Document
from advisor.models.pack import Pack
from advisor.models.papers import PaperFormat, PaperKind, PaperSize, PaperWish
from advisor.models.plan import Plan
from advisor.paper.papers import has_fields, paper_of

Parts: TypeAlias = tuple[bytes, ...]
About = TypeVar("About")
Given = ParamSpec("Given")

_TABLES = (PaperFormat.XLSX, PaperFormat.CSV)


def file_of(
    pack: Pack, wish: PaperWish, plan: Plan, advice: Advice, made_at: datetime.datetime
) -> Parts:
    """Return the bytes of a document, and why it has no form fields where it should have some.

    Raises ExportError when there is no such paper for this plan, or it cannot be set.
    """
    if wish.form in _TABLES:
        return _table(pack, wish, plan, advice, made_at), b""
    # The PDF library is slow to load and most commands do without it.
    from advisor.pdf.rendering import picture, render, render_fillable  # noqa: PLC0415

    document = document_of(pack, wish.kind, plan, advice, made_at)
    match wish.form:
        case PaperFormat.PDF if has_fields(wish):
            made = render_fillable(document, paper=wish.size, made_at=made_at)
            return made.pdf, made.why_flat.encode()
        case PaperFormat.PDF:
            return render(document, paper=wish.size, made_at=made_at), b""
        case PaperFormat.SVG | PaperFormat.PNG:
            return picture(document, wish.form, made_at=made_at), b""
        case PaperFormat.DOCX:
            from advisor.export.docx import docx_bytes  # noqa: PLC0415

            return docx_bytes(document, made_at), b""
        case _:
            raise ValueError(f"No paper is written as {wish.form}.")


def _table(
    pack: Pack, wish: PaperWish, plan: Plan, advice: Advice, made_at: datetime.datetime
) -> bytes:
    table = paper_of(wish.kind).tabulate(pack, plan, advice)
    if wish.form is PaperFormat.CSV:
        return advice_csv.csv_bytes(advice_csv.table_csv(table))
    # Like the PDF library.
    from advisor.export.xlsx import workbook  # noqa: PLC0415

    return workbook(table, made_at)


def pages_of(
    pack: Pack,
    wish: PaperWish,
    plan: Plan,
    advice: Advice,
    made_at: datetime.datetime,
    ppi: float,
) -> Parts:
    """Return the pages of a document as PNG pictures; raise ExportError as ``file_of`` does."""
    from advisor.pdf.rendering import preview_pages  # noqa: PLC0415 - as above

    document = document_of(pack, wish.kind, plan, advice, made_at)
    return preview_pages(document, paper=wish.size, ppi=ppi, made_at=made_at)


def document_of(
    pack: Pack, kind: PaperKind, plan: Plan, advice: Advice, made_at: datetime.datetime
) -> Document:
    """Compose a document without drawing it; raise ExportError as ``file_of`` does."""
    return paper_of(kind).compose(pack, plan, advice, made_at.date())


def get_ready(kind: PaperKind) -> Parts:
    """Load what composes a paper and what sets it, before it is known of which plan."""
    from advisor.paper.composing import composer_of  # noqa: PLC0415 - as above
    from advisor.pdf.rendering import PAGES  # noqa: PLC0415 - as above
    from advisor.pdf.setting import get_ready as get_setter_ready  # noqa: PLC0415 - as above

    composer_of(kind)
    get_setter_ready(PAGES)
    return ()


def pdf_of(document: Document, size: PaperSize, made_at: datetime.datetime) -> bytes:
    """Return a document as PDF; raise ExportError when it cannot be set."""
    from advisor.pdf.rendering import render  # noqa: PLC0415 - as above

    return render(document, paper=size, made_at=made_at)


def moment_of_making() -> datetime.datetime:
    """Return now, or the moment that SOURCE_DATE_EPOCH names, for files equal to the byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.datetime.fromtimestamp(int(fixed), datetime.UTC)
    return datetime.datetime.now().astimezone().replace(microsecond=0)


@contextlib.contextmanager
def for_once(*, is_apart: bool) -> Iterator[Apart | None]:
    """Have a process for one thing to be made, or none."""
    process = Apart() if is_apart else None
    try:
        yield process
    finally:
        if process is not None:
            process.close()


def made(
    apart: Apart | None,
    work: Callable[Concatenate[About, Given], Parts],
    about: About,
    *given: Given.args,
    **named: Given.kwargs,
) -> Parts:
    """Return and raise what a function does that makes something, here or in a process apart.

    A fault is found again here, where it is heard. ExportError says that the process ended.
    """
    if apart is None:
        return work(about, *given, **named)
    try:
        return apart(work, *given, about=about)
    except Fault:
        return work(about, *given, **named)
    except Ended as ended:
        raise ExportError(
            _("The document could not be made into a PDF. Please report this."),
        ) from ended
