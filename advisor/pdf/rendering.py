"""Documents as accessible PDF pages and as pictures of the same pages.

Typst sets them from the shipped templates and fonts alone; the document goes in as JSON.
A flat copy claims PDF/UA-1 and PDF/A-2a. A copy with form fields claims PDF/UA-1 only,
since readers open PDF/A read-only. The same document, size and moment give the same bytes.
"""

import datetime
import hashlib
import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape

from advisor.errors import ExportError
from advisor.language import _
from advisor.models.document import Document
from advisor.models.logic import LogicModel
from advisor.models.papers import PaperFormat, PaperSize
from advisor.pdf.cleaning import FAMILIES, clean_line
from advisor.pdf.languages import reads_right_to_left
from advisor.pdf.quiet import with_title_as_heading, without_complaints
from advisor.pdf.setting import NotSet, Pages, Standards, Wanted, set_document
from advisor.pdf.typesetting import NARROW, typeset

if TYPE_CHECKING:
    from advisor.pdf.form_fields import ValueShape

PAGES = "paper.typ"
"""The template of a document."""

_FLAT: Standards = ("ua-1", "a-2a")
_FILLABLE: Standards = ("ua-1",)

_PICTURE_PPI = 190.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A PDF file, and why it has no form fields; empty where it has those that were asked for."""

    pdf: bytes
    why_flat: str = ""

    @property
    def has_fields(self) -> bool:
        """Whether it has the form fields that were asked for."""
        return not self.why_flat


def render(
    document: Document, *, paper: PaperSize = PaperSize.A4, made_at: datetime.datetime
) -> bytes:
    """Return the document as a flat PDF file; ``made_at`` needs a time zone.

    Can be called from any thread. Raises ExportError when it cannot be set.
    """
    return _compiled(PAGES, typeset(document, paper, ""), _FLAT, made_at)


def render_fillable(
    document: Document, *, paper: PaperSize = PaperSize.A4, made_at: datetime.datetime
) -> Made:
    """Return the document with form fields, or flat (and say so) when none can be made."""
    # A flat copy, which is what most people make, starts a tenth of a second sooner without.
    from advisor.pdf import form_fields as widgets  # noqa: PLC0415

    scheme = _private_scheme(typeset(document, paper, ""))
    data = typeset(document, paper, scheme)
    linked = _compiled(PAGES, data, _FILLABLE, made_at)
    try:
        draw = partial(_drawn_values, made_at=made_at)
        pdf = widgets.with_fields(linked, document, scheme, draw)
    except widgets.ContractBroken as broken:
        return Made(
            pdf=render(document, paper=paper, made_at=made_at), why_flat=str(broken) or "unsaid"
        )
    return Made(pdf=pdf)


def preview_pages(
    document: Document,
    *,
    paper: PaperSize = PaperSize.A4,
    ppi: float = 96.0,
    made_at: datetime.datetime,
) -> tuple[bytes, ...]:
    """Return a PNG picture of each page, as ``render`` would draw it."""
    return _drawn(document, paper, "png", ppi, made_at)


def picture(document: Document, form: PaperFormat, *, made_at: datetime.datetime) -> bytes:
    """Return a document of one page as a picture: PNG to show, or SVG for any size.

    The text of an SVG picture is drawn as outlines, so it says what it shows in words too.
    Raises ExportError when it cannot be set, or takes more than one page.
    """
    if form is PaperFormat.PNG:
        return _only(preview_pages(document, ppi=_PICTURE_PPI, made_at=made_at))
    return _described(_only(_drawn(document, PaperSize.A4, "svg", None, made_at)), document)


def _only(pages: tuple[bytes, ...]) -> bytes:
    if len(pages) > 1:
        raise ExportError(
            _("The title is too long for a picture of one page. Shorten it, or choose PDF.")
        )
    return pages[0]


def _drawn(
    document: Document,
    paper: PaperSize,
    form: Literal["png", "svg"],
    ppi: float | None,
    made_at: datetime.datetime,
) -> tuple[bytes, ...]:
    """Return each page as a picture."""
    data = typeset(document, paper, "")
    return _set(Wanted(template=PAGES, data=data, form=form, ppi=ppi, made_at=made_at))


def _described(svg: bytes, document: Document) -> bytes:
    """Return an SVG picture with a title and a description, for those who do not see it."""
    words = [
        sentence
        for block in document.blocks
        if isinstance(block, LogicModel)
        for sentence in (block.lead, *block.described)
    ]
    title = escape(clean_line(f"{document.title} – {document.kind}"))
    said = escape(clean_line(" ".join(words)))
    head, close, rest = svg.partition(b">")
    told = f' role="img" aria-labelledby="title desc"><title id="title">{title}</title>'
    return head + f'{told}<desc id="desc">{said}</desc>'.encode() + rest if close else svg


def _private_scheme(data: str) -> str:
    """Return a scheme that no address written in the document can have."""
    return f"field-{hashlib.sha256(data.encode()).hexdigest()[:24]}"


def _drawn_values(shapes: "tuple[ValueShape, ...]", made_at: datetime.datetime) -> bytes:
    if not shapes:
        return b""
    values = {
        "fonts": FAMILIES,
        "fields": [
            {
                "text": clean_line(shape.text, NARROW),
                "rtl": reads_right_to_left(shape.text),
                "width": shape.width,
                "height": shape.height,
            }
            for shape in shapes
        ],
    }
    return _compiled("appearances.typ", json.dumps(values), (), made_at)


def _compiled(template: str, data: str, standards: Standards, made_at: datetime.datetime) -> bytes:
    wanted = Wanted(template=template, data=data, form="pdf", standards=standards, made_at=made_at)
    return with_title_as_heading(without_complaints(b"".join(_set(wanted))))


def _set(wanted: Wanted) -> Pages:
    try:
        return set_document(wanted)
    except NotSet as refused:
        # The message of the compiler may quote the document, so it stays out of the log.
        raise ExportError(
            _("The document could not be made into a PDF. Please report this."),
            details={"template": wanted.template, "compiler": str(refused)},
        ) from refused
