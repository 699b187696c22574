"""Form fields made from links.

Typst writes no form fields, but it writes links well: each with its rectangle, its place in
the structure and in the tab order. A field is therefore set as a link with a private scheme
around an empty drawn box, and turned into a widget here. The scheme is derived from the
document, so no address in a text can pass for a field. Every link has to keep the contract
(known, as often as its field stands in the document, alone in its structure element);
otherwise nothing is turned.
"""

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pypdf.generic import (
    ArrayObject,
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
from advisor.pdf.form_font import add_form_font
from advisor.pdf.form_pictures import picture_of, pictures_of, tick_states
from advisor.pdf.update import Update

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
    update = Update(pdf)
    fields = list(fields_of(document.blocks))
    places = _places(fields, _links(update, scheme))
    _clear_of_lines(places)
    elements = list(_elements(update, places))
    shapes = {
        number: _shape(place)
        for number, place in enumerate(places)
        if place.field.value and not isinstance(place.field.value, bool)
    }
    pictures = dict(zip(shapes, pictures_of(update, draw(tuple(shapes.values()))), strict=True))
    by_name: dict[str, list[IndirectObject]] = {}
    ticks: dict[tuple[float, float], DictionaryObject] = {}
    for number, place in enumerate(places):
        _make_widget(update, place, pictures.get(number), ticks)
        elements[number][NameObject("/S")] = NameObject("/Form")
        by_name.setdefault(place.field.name, []).append(place.link)
    values = {field.name: field for field in fields}
    tops = [_make_field(update, values[name], widgets) for name, widgets in by_name.items()]
    _add_form(update, tops)
    _keep_printed(update, document.subject, values)
    return update.written()


def _places(fields: Sequence[FormField], links: Mapping[str, list[IndirectObject]]) -> list[_Place]:
    """Give each field its link: the first place of a name has the first link of that name.

    Columns that go on over a page have their links in another order than the document has fields.
    """
    wanted = Counter(field.name for field in fields)
    found = Counter({name: len(of_name) for name, of_name in links.items()})
    if wanted != found:
        differing = sorted(((wanted - found) + (found - wanted)).keys())[:3]
        raise ContractBroken(f"links and fields differ: {', '.join(differing)}")
    left = {name: iter(of_name) for name, of_name in links.items()}
    return [_Place(field, next(left[field.name])) for field in fields]


def _links(update: Update, scheme: str) -> dict[str, list[IndirectObject]]:
    """Return the private links of each field name, in the order of the pages."""
    found: dict[str, list[IndirectObject]] = {}
    for page in update.reader.pages:
        for reference in cast("ArrayObject", page.get("/Annots", ArrayObject())):
            address = str(reference.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(f"{scheme}:"):
                found.setdefault(address.removeprefix(f"{scheme}:"), []).append(reference)
    return found


def _clear_of_lines(places: Sequence[_Place]) -> None:
    """Let texts begin below the line of their box: some programs type right at the upper edge."""
    for place in places:
        if not isinstance(place.field.value, bool):
            sides = cast("ArrayObject", _dictionary(place.link)["/Rect"])
            sides[3] = FloatObject(float(sides[3]) - _LINE)


def _elements(update: Update, places: Sequence[_Place]) -> Iterator[DictionaryObject]:
    """Yield the structure element of each link, which holds the link alone."""
    tree = cast("DictionaryObject", update.catalogue["/StructTreeRoot"])
    parents = cast("DictionaryObject", tree["/ParentTree"])
    numbers = cast("ArrayObject", parents.get("/Nums", ArrayObject()))
    by_number = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for place in places:
        parent = by_number.get(_dictionary(place.link).get("/StructParent"))
        if not (isinstance(parent, IndirectObject) and _holds_alone(parent, place.link)):
            name = place.field.name
            raise ContractBroken(f"the link for {name} is not alone in its structure element")
        yield update.change(parent)


def _holds_alone(parent: IndirectObject, link: IndirectObject) -> bool:
    element = _dictionary(parent)
    children = cast("ArrayObject", element.get("/K", ArrayObject()))
    lone = len(children) == 1 and _dictionary(children[0]).raw_get("/Obj") == link
    return lone and element.get("/S") == "/Link"


def _shape(place: _Place) -> ValueShape:
    width, height = _size(place.link)
    return ValueShape(text=str(place.field.value), width=width, height=height)


def _make_widget(
    update: Update,
    place: _Place,
    picture: IndirectObject | None,
    ticks: dict[tuple[float, float], DictionaryObject],
) -> None:
    """Turn a link into what shows a field in this place.

    Boxes of one size show the same pictures; a text has its own, which programs replace.
    """
    widget = update.change(place.link)
    for key in ("/A", "/Border", "/Contents", "/H"):
        widget.pop(key, None)
    width, height = _size(place.link)
    widget[NameObject("/Subtype")] = NameObject("/Widget")
    widget[NameObject("/F")] = NumberObject(_PRINTED)
    widget[NameObject("/TU")] = _string(place.field.tooltip)
    if isinstance(place.field.value, bool):
        size = (round(width, 2), round(height, 2))
        if size not in ticks:
            ticks[size] = tick_states(update, *size, on=_ON, off=_OFF)
        shown: PdfObject = ticks[size]
        widget[NameObject("/AS")] = _state(ticked=place.field.value)
    else:
        shown = picture or update.add(picture_of(b"/Tx BMC EMC", width, height))
    widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): shown})


def _make_field(
    update: Update, field: FormField, widgets: Sequence[IndirectObject]
) -> IndirectObject:
    """Return a field: its one widget itself, or the parent of several, which all show it."""
    if len(widgets) == 1:
        top = widgets[0]
    else:
        top = update.add(DictionaryObject())
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


def _add_form(update: Update, fields: Sequence[IndirectObject]) -> None:
    """Name the fields, and the font for what a reader types."""
    fonts = DictionaryObject({NameObject(_TYPING_FONT): add_form_font(update)})
    form = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject(fields),
            NameObject("/DA"): _string(_TEXT_STYLE),
            NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )
    update.catalogue[NameObject("/AcroForm")] = update.add(form)


def _keep_printed(update: Update, plan: str, fields: Mapping[str, FormField]) -> None:
    """Keep the plan and what every field holds in two places of their own."""
    printed = json.dumps({name: field.value for name, field in fields.items()})
    for key, text in ((PLAN_KEY, plan), (PRINTED_KEY, printed)):
        update.information[NameObject(key)] = _string(text)
    kept = {NameObject("/Plan"): _string(plan), NameObject("/Printed"): _string(printed)}
    update.catalogue[NameObject(FORM_KEY)] = update.add(DictionaryObject(kept))


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
