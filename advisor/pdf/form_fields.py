"""Form fields made from links.

Typst writes no form fields, but it writes links well: each with its rectangle, its place in
the structure and in the tab order. A field is therefore set as a link with a private scheme
around an empty drawn box, and turned into a widget here. The scheme is derived from the
document, so no address in a text can pass for a field. Every link has to keep the contract
(known, in its order, alone in its structure element); otherwise nothing is turned.
"""

import dataclasses
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from advisor.models.document import Document
from advisor.models.fields import FormField
from advisor.pdf.form_font import add, add_form_font

PLAN_KEY = "/AdvisorPlan"
PRINTED_KEY = "/AdvisorPrinted"
"""What every field held when it was made, as JSON; programs drop default values."""
FORM_KEY = "/AdvisorForm"
"""The same in the catalogue, as some programs drop what a file says of itself."""

_TYPING_FONT = "/Typed"
_ON, _OFF = "/Yes", "/Off"
_PRINTED = 4
_LINE = 1.2
_SEVERAL_LINES = 1 << 12
# A size of nought lets a reader choose one with which all of a text stays inside. Poppler's lines
# get two points too long: set a little narrower, they end inside the field.
_TEXT_STYLE = f"{_TYPING_FONT} 0 Tf 97 Tz 0.11 0.16 0.18 rg"
_TICK = "q 0.11 0.16 0.18 RG {:.2f} w 1 J 1 j {:.2f} {:.2f} m {:.2f} {:.2f} l {:.2f} {:.2f} l S Q"


class ContractBroken(Exception):
    """The links of a document are not what the template promises; says which and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShape:
    """A value to be drawn in a field of this size, in points."""

    text: str
    width: float
    height: float


Drawing = Callable[[tuple[ValueShape, ...]], bytes]
"""Draws values, one page each, as a PDF."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where a field shows: what it says there, and the link that becomes a widget."""

    field: FormField
    link: IndirectObject


def fields_of(value: object) -> Iterator[FormField]:
    """Yield the fields of a document or of a part of it, in reading order.

    The same name comes once for each place where the field shows.
    """
    if isinstance(value, FormField):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from fields_of(each)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from fields_of(getattr(value, part.name))


def with_fields(pdf: bytes, document: Document, scheme: str, draw: Drawing) -> bytes:
    """Return the PDF with every private link turned into a form field.

    Raises ContractBroken, and turns nothing, when the links do not match the document.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    fields = list(fields_of(document.blocks))
    links = _links(writer, scheme)
    wanted, found = [field.name for field in fields], [name for name, _link in links]
    if wanted != found:
        missing = sorted({*wanted} ^ {*found})[:3] or ["the order of the fields"]
        raise ContractBroken(f"links and fields differ: {', '.join(missing)}")
    places = [_Place(field, link) for field, (_, link) in zip(fields, links, strict=True)]
    _clear_of_lines(places)
    elements = [_element(writer, place.field.name, place.link) for place in places]
    shapes = {
        number: _shape(place)
        for number, place in enumerate(places)
        if place.field.value and not isinstance(place.field.value, bool)
    }
    pictures = dict(zip(shapes, _pictures(writer, draw(tuple(shapes.values()))), strict=True))
    by_name: dict[str, list[IndirectObject]] = {}
    for number, place in enumerate(places):
        _make_widget(writer, place, pictures.get(number))
        elements[number][NameObject("/S")] = NameObject("/Form")
        by_name.setdefault(place.field.name, []).append(place.link)
    values = {field.name: field for field in fields}
    tops = [_make_field(writer, values[name], widgets) for name, widgets in by_name.items()]
    _add_form(writer, tops)
    _keep_printed(writer, document.subject, values)
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _links(writer: PdfWriter, scheme: str) -> list[tuple[str, IndirectObject]]:
    """Return the private links with their field names, in the order of the pages."""
    found = []
    for page in writer.pages:
        for reference in cast("ArrayObject", page.get("/Annots", ArrayObject())):
            address = str(reference.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(f"{scheme}:"):
                found.append((address.removeprefix(f"{scheme}:"), reference))
    return found


def _clear_of_lines(places: Sequence[_Place]) -> None:
    """Let texts begin below the line of their box: some programs type right at the upper edge."""
    for place in places:
        if not isinstance(place.field.value, bool):
            sides = cast("ArrayObject", _dictionary(place.link)["/Rect"])
            sides[3] = FloatObject(float(sides[3]) - _LINE)


def _element(writer: PdfWriter, name: str, link: IndirectObject) -> DictionaryObject:
    """Return the structure element of a link, which holds the link alone."""
    tree = cast("DictionaryObject", writer.root_object["/StructTreeRoot"])
    parents = cast("DictionaryObject", tree["/ParentTree"])
    numbers = cast("ArrayObject", parents.get("/Nums", ArrayObject()))
    parent = _dictionary(link).get("/StructParent")
    for position in range(0, len(numbers), 2):
        if numbers[position] == parent:
            element = _dictionary(numbers[position + 1])
            children = cast("ArrayObject", element.get("/K", ArrayObject()))
            lone = len(children) == 1 and _dictionary(children[0]).raw_get("/Obj") == link
            if element.get("/S") == "/Link" and lone:
                return element
    raise ContractBroken(f"the link for {name} is not alone in its structure element")


def _shape(place: _Place) -> ValueShape:
    width, height = _size(place.link)
    return ValueShape(text=str(place.field.value), width=width, height=height)


def _pictures(writer: PdfWriter, drawn: bytes) -> Iterator[IndirectObject]:
    """Take each page of the drawn values over as a picture that a widget can show."""
    if not drawn:
        return
    reader = PdfReader(io.BytesIO(drawn))
    for page in reader.pages:
        content = ContentStream(page["/Contents"].get_object(), reader).get_data()
        picture = _picture(b"/Tx BMC q\n" + content + b"\nQ EMC", *map(float, page.mediabox[2:]))
        picture[NameObject("/Resources")] = page["/Resources"].clone(writer)
        yield add(writer, picture)


def _make_widget(writer: PdfWriter, place: _Place, picture: IndirectObject | None) -> None:
    """Turn a link into what shows a field in this place."""
    widget = _dictionary(place.link)
    for key in ("/A", "/Border", "/Contents", "/H"):
        widget.pop(key, None)
    width, height = _size(place.link)
    widget[NameObject("/Subtype")] = NameObject("/Widget")
    widget[NameObject("/F")] = NumberObject(_PRINTED)
    widget[NameObject("/TU")] = _string(place.field.tooltip)
    if isinstance(place.field.value, bool):
        shown: PdfObject = _tick_states(writer, width, height)
        widget[NameObject("/AS")] = _state(ticked=place.field.value)
    else:
        shown = picture or add(writer, _picture(b"/Tx BMC EMC", width, height))
    widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): shown})


def _make_field(
    writer: PdfWriter, field: FormField, widgets: Sequence[IndirectObject]
) -> IndirectObject:
    """Return a field: its one widget itself, or the parent of several, which all show it."""
    if len(widgets) == 1:
        top = widgets[0]
    else:
        top = add(writer, DictionaryObject())
        _dictionary(top)[NameObject("/Kids")] = ArrayObject(widgets)
        for widget in widgets:
            _dictionary(widget)[NameObject("/Parent")] = top
    values = (
        _tick_value(ticked=field.value)
        if isinstance(field.value, bool)
        else _text(field.value, field.longest)
    )
    _dictionary(top).update(values)
    _dictionary(top)[NameObject("/T")] = _string(field.name)
    _dictionary(top)[NameObject("/TU")] = _string(field.tooltip)
    return top


def _tick_states(writer: PdfWriter, width: float, height: float) -> DictionaryObject:
    points = (width * 0.22, height * 0.46, width * 0.42, height * 0.26, width * 0.79, height * 0.72)
    tick = _TICK.format(height * 0.14, *points)
    on, off = (add(writer, _picture(drawn, width, height)) for drawn in (tick.encode(), b""))
    return DictionaryObject({NameObject(_ON): on, NameObject(_OFF): off})


def _state(*, ticked: bool) -> NameObject:
    return NameObject(_ON if ticked else _OFF)


def _tick_value(*, ticked: bool) -> dict[NameObject, PdfObject]:
    return {
        NameObject("/FT"): NameObject("/Btn"),
        NameObject("/V"): _state(ticked=ticked),
        NameObject("/DV"): _state(ticked=ticked),
    }


def _text(value: str, longest: int) -> dict[NameObject, PdfObject]:
    """Return a text that wraps and is set smaller as it grows, so that none of it is cut."""
    return {
        NameObject("/FT"): NameObject("/Tx"),
        NameObject("/V"): _string(value),
        NameObject("/DV"): _string(value),
        NameObject("/DA"): _string(_TEXT_STYLE),
        NameObject("/Ff"): NumberObject(_SEVERAL_LINES),
        NameObject("/MaxLen"): NumberObject(longest),
    }


def _add_form(writer: PdfWriter, fields: Sequence[IndirectObject]) -> None:
    """Name the fields, and the font for what a reader types."""
    fonts = DictionaryObject({NameObject(_TYPING_FONT): add_form_font(writer)})
    form = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject(fields),
            NameObject("/DA"): _string(_TEXT_STYLE),
            NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = add(writer, form)


def _keep_printed(writer: PdfWriter, plan: str, fields: Mapping[str, FormField]) -> None:
    """Keep the plan and what every field holds in two places of their own."""
    printed = json.dumps({name: field.value for name, field in fields.items()})
    writer.add_metadata({PLAN_KEY: plan, PRINTED_KEY: printed})
    kept = {NameObject("/Plan"): _string(plan), NameObject("/Printed"): _string(printed)}
    writer.root_object[NameObject(FORM_KEY)] = add(writer, DictionaryObject(kept))


def _picture(content: bytes, width: float, height: float) -> DecodedStreamObject:
    picture = DecodedStreamObject()
    picture.set_data(content)
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, width, height))),
            NameObject("/Resources"): DictionaryObject(),
        }
    )
    return picture


def _size(link: IndirectObject) -> tuple[float, float]:
    sides = cast("ArrayObject", _dictionary(link)["/Rect"])
    left, bottom, right, top = (float(side) for side in sides)
    return right - left, top - bottom


def _dictionary(reference: object) -> DictionaryObject:
    found = reference.get_object() if isinstance(reference, IndirectObject) else reference
    return cast("DictionaryObject", found)


def _string(text: str) -> TextStringObject:
    # Half a character cannot be stored in a PDF text.
    return TextStringObject(text.encode("utf-8", "replace").decode())
