"""A form filled in as a person does it: clicks and keys, through PDFium."""

import ctypes
import io
from collections.abc import Mapping

import pypdf
import pypdfium2 as pdfium
from pypdfium2 import raw


def filled(content: bytes, *, ticks: tuple[str, ...] = (), texts: Mapping[str, str] = {}) -> bytes:
    """Return the file after clicking on fields and typing into others (after what is there)."""
    places = _places(content)
    document = pdfium.PdfDocument(content)
    document.init_forms()
    form = document.formenv
    for name in ticks:
        _click(document, form, *places[name])
    for name, text in texts.items():
        page = _click(document, form, *places[name])
        for character in text:
            raw.FORM_OnChar(form, page, ord(character), 0)
        raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def wiped(content: bytes, name: str) -> bytes:
    """Return the file after everything in a text field was selected and deleted."""
    document = pdfium.PdfDocument(content)
    document.init_forms()
    form = document.formenv
    page = _click(document, form, *_places(content)[name])
    raw.FORM_SelectAllText(form, page)
    empty = ctypes.create_string_buffer(2)
    raw.FORM_ReplaceSelection(form, page, ctypes.cast(empty, ctypes.POINTER(raw.FPDF_WCHAR)))
    raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def _click(document: pdfium.PdfDocument, form: object, number: int, x: float, y: float) -> object:
    page = document[number]
    raw.FORM_OnMouseMove(form, page, 0, x, y)
    raw.FORM_OnLButtonDown(form, page, 0, x, y)
    raw.FORM_OnLButtonUp(form, page, 0, x, y)
    return page


def _places(content: bytes) -> dict[str, tuple[int, float, float]]:
    """Return page and middle of every field."""
    places: dict[str, tuple[int, float, float]] = {}
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(content)).pages):
        for annotation in page.annotations or ():
            widget = annotation.get_object()
            left, bottom, right, top = (float(side) for side in widget["/Rect"])
            places[str(widget["/T"])] = (number, (left + right) / 2, (bottom + top) / 2)
    return places
