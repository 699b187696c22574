"""A form filled in as a person does it: clicks and keys, through PDFium."""

import ctypes
import io
from collections.abc import Mapping
from types import MappingProxyType

import pypdf
import pypdfium2 as pdfium
from pypdfium2 import raw

_NOTHING: Mapping[str, str] = MappingProxyType({})


def filled(
    content: bytes, *, ticks: tuple[str, ...] = (), texts: Mapping[str, str] = _NOTHING
) -> bytes:
    """Return the file after clicking on boxes and typing behind what is in the fields."""
    reader = _Reader(content)
    for name in ticks:
        reader.click(name)
    for name, text in texts.items():
        reader.click(name)
        reader.type(text)
    return reader.saved()


def wiped(content: bytes, *names: str) -> bytes:
    """Return the file after everything in some text fields was selected and deleted."""
    reader = _Reader(content)
    for name in names:
        reader.click(name)
        reader.wipe()
    return reader.saved()


class _Reader:
    """A program that shows the form. Each page is opened once: a second one is a second view."""

    def __init__(self, content: bytes) -> None:
        self._places = _places(content)
        self._document = pdfium.PdfDocument(content)
        self._document.init_forms()
        self._form = self._document.formenv
        self._pages = list(self._document)
        self._page = self._pages[0]

    def click(self, name: str) -> None:
        number, x, y = self._places[name]
        self._page = self._pages[number]
        raw.FORM_OnMouseMove(self._form, self._page, 0, x, y)
        raw.FORM_OnLButtonDown(self._form, self._page, 0, x, y)
        raw.FORM_OnLButtonUp(self._form, self._page, 0, x, y)

    def type(self, text: str) -> None:
        for character in text:
            raw.FORM_OnChar(self._form, self._page, ord(character), 0)
        raw.FORM_ForceToKillFocus(self._form)

    def wipe(self) -> None:
        nothing = ctypes.create_string_buffer(2)
        raw.FORM_SelectAllText(self._form, self._page)
        raw.FORM_ReplaceSelection(
            self._form, self._page, ctypes.cast(nothing, ctypes.POINTER(raw.FPDF_WCHAR))
        )
        raw.FORM_ForceToKillFocus(self._form)

    def saved(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        for page in self._pages:
            page.close()
        self._document.close()
        return out.getvalue()


def _places(content: bytes) -> dict[str, tuple[int, float, float]]:
    """Return page and middle of every field."""
    places: dict[str, tuple[int, float, float]] = {}
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(content)).pages):
        for annotation in page.annotations or ():
            widget = annotation.get_object()
            left, bottom, right, top = (float(side) for side in widget["/Rect"])
            name = str(widget.get("/T") or widget["/Parent"]["/T"])
            places[name] = (number, (left + right) / 2, (bottom + top) / 2)
    return places
