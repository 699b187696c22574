"""Documents as accessible PDF pages and as pictures of the same pages.

Typst sets them from the shipped templates and fonts alone; the document goes in as JSON.
A flat copy claims PDF/UA-1 and PDF/A-2a. A copy with form fields claims PDF/UA-1 only,
since readers open PDF/A read-only. The same document, size and moment give the same bytes.
"""

import datetime
import hashlib
import logging
import threading
from functools import cache
from typing import Literal

import typst

from advisor import locations
from advisor.errors import ExportError
from advisor.export.document import Document
from advisor.export.typesetting import PaperSize, typeset

_log = logging.getLogger(__name__)

PdfStandards = list[Literal["ua-1", "a-2a"]]
_FLAT: PdfStandards = ["ua-1", "a-2a"]
_FILLABLE: PdfStandards = ["ua-1"]

# The compiler keeps fonts and parsed templates between documents and serves one at a time.
_one_at_a_time = threading.Lock()


def render(
    document: Document,
    *,
    fillable: bool = False,
    paper: PaperSize = "a4",
    made_at: datetime.datetime,
) -> bytes:
    """Return the document as a PDF file; ``made_at`` needs a time zone.

    Can be called from any thread. Raises ExportError when it cannot be set.
    """
    del fillable
    return compile_pdf("paper.typ", typeset(document, paper, ""), _FLAT, made_at)


def preview_pages(
    document: Document, *, paper: PaperSize = "a4", ppi: float = 96.0, made_at: datetime.datetime
) -> tuple[bytes, ...]:
    """Return a PNG picture of each page, as ``render`` would draw it."""
    with _one_at_a_time:
        pages = _compiler("paper.typ").compile(
            format="png", ppi=ppi, sys_inputs={"data": typeset(document, paper, "")}
        )
    return tuple(pages) if isinstance(pages, list) else (pages,) if pages else ()


def compile_pdf(
    template: str, data: str, standards: PdfStandards, made_at: datetime.datetime
) -> bytes:
    try:
        with _one_at_a_time:
            made = _compiler(template).compile(
                format="pdf",
                sys_inputs={"data": data},
                pdf_standards=list(standards),
                timestamp=made_at,
            )
    except typst.TypstError as error:
        raise ExportError(str(error)) from error
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    folder = locations.resources_folder() / "templates"
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[locations.fonts_folder()],
    )
    return typst.Compiler(folder / template, root=folder, font_paths=fonts)
