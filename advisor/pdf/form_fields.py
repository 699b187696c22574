"""Form fields made from links.

Typst writes no form fields, but it writes links well: each with its rectangle, its place in
the structure and in the tab order. A field is therefore set as a link with a private scheme
around an empty drawn box, and turned into a widget here. The scheme is derived from the
document, so no address in a text can pass for a field. Every link has to keep the contract
(known, once, alone in its structure element); otherwise nothing is turned.
"""

import io
import json
from collections.abc import Callable, Iterator, Mapping
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
    TextStringObject,
)

from advisor.language import _
from advisor.models.blocks import CheckItem, Checklist
from advisor.models.document import Document
from advisor.pdf.form_font import add, add_form_font
from advisor.telling.grammar import short_day

DONE, OWNER, DUE = "done", "owner", "due"
LONGEST_VALUE = 300
PLAN_KEY = "/AdvisorPlan"
PRINTED_KEY = "/AdvisorPrinted"
"""What every field held when it was made, as JSON; programs drop default values."""
FORM_KEY = "/AdvisorForm"
"""The same in the catalogue, as some programs drop what a file says of itself."""

_TYPING_FONT = "/Typed"
_TEXT_STYLE = f"{_TYPING_FONT} 10 Tf 0.11 0.16 0.18 rg"
_TICK = "q 0.11 0.16 0.18 RG {width} w 1 J 1 j {x1} {y1} m {x2} {y2} l {x3} {y3} l S Q"


class ContractBroken(Exception):
    """The links of a document are not what the template promises; says which and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that a document asks for. ``value`` is text, or whether a box is ticked."""

    name: str
    tooltip: str
    value: str | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShape:
    """A value to be drawn in a field of this size, in points."""

    text: str
    width: float
    height: float


Drawing = Callable[[tuple[ValueShape, ...]], bytes]
"""Draws values, one page each, as a PDF."""


def fields_of(document: Document) -> tuple[Field, ...]:
    """Return the fields of every action to tick off, in reading order."""
    return tuple(
        field
        for block in document.blocks
        if isinstance(block, Checklist)
        for item in block.items
        for field in _fields_of(item, compact=block.compact)
    )


def _fields_of(item: CheckItem, *, compact: bool) -> Iterator[Field]:
    text = " ".join(item.text.split())
    yield Field(
        name=f"{DONE}:{item.key}",
        tooltip=_("Done: {action}").format(action=text),
        value=item.ticked,
    )
    if not compact:
        due = short_day(item.due) if item.due else ""
        yield Field(
            name=f"{OWNER}:{item.key}",
            tooltip=_("Who: {action}").format(action=text),
            value=item.owner,
        )
        yield Field(
            name=f"{DUE}:{item.key}", tooltip=_("By when: {action}").format(action=text), value=due
        )


def with_fields(pdf: bytes, document: Document, scheme: str, draw: Drawing) -> bytes:
    """Return the PDF with every private link turned into a form field.

    Raises ContractBroken, and turns nothing, when the links do not match the document.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    fields = {field.name: field for field in fields_of(document)}
    links = _links(writer, scheme)
    if list(links) != list(fields):
        missing = sorted(fields.keys() ^ links.keys())[:3] or ["the order of the fields"]
        raise ContractBroken(f"links and fields differ: {', '.join(missing)}")
    elements = {name: _element(writer, name, link) for name, link in links.items()}
    shapes = _value_shapes(fields, links)
    pictures = dict(zip(shapes, _pictures(writer, draw(tuple(shapes.values()))), strict=True))
    for name, link in links.items():
        _turn(writer, link, fields[name], pictures.get(name))
        elements[name][NameObject("/S")] = NameObject("/Form")
    _add_form(writer, links)
    _keep_printed(writer, document.subject, fields)
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _links(writer: PdfWriter, scheme: str) -> dict[str, IndirectObject]:
    """Return the private links by field name, in the order of the pages."""
    found: dict[str, IndirectObject] = {}
    for page in writer.pages:
        for reference in cast("ArrayObject", page.get("/Annots", ArrayObject())):
            action = reference.get_object().get("/A", {})
            address = str(action.get("/URI", ""))
            if not address.startswith(f"{scheme}:"):
                continue
            name = address.removeprefix(f"{scheme}:")
            if name in found:
                raise ContractBroken(f"two links for {name}")
            found[name] = reference
    return found


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


def _value_shapes(
    fields: Mapping[str, Field], links: Mapping[str, IndirectObject]
) -> dict[str, ValueShape]:
    shapes: dict[str, ValueShape] = {}
    for name, field in fields.items():
        if isinstance(field.value, str) and field.value:
            width, height = _size(links[name])
            shapes[name] = ValueShape(text=field.value, width=width, height=height)
    return shapes


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


def _turn(
    writer: PdfWriter, link: IndirectObject, field: Field, picture: IndirectObject | None
) -> None:
    widget = _dictionary(link)
    for key in ("/A", "/Border", "/Contents", "/H"):
        widget.pop(key, None)
    width, height = _size(link)
    widget.update(
        {
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/F"): NumberObject(4),
            NameObject("/T"): _string(field.name),
            NameObject("/TU"): _string(field.tooltip),
        }
    )
    if isinstance(field.value, bool):
        widget.update(_tick_field(writer, width, height, ticked=field.value))
    else:
        shown = picture or add(writer, _picture(b"/Tx BMC EMC", width, height))
        widget.update(_text_field(field.value, shown))


def _tick_field(
    writer: PdfWriter, width: float, height: float, *, ticked: bool
) -> dict[NameObject, object]:
    points = {"x1": 0.22, "x2": 0.42, "x3": 0.79, "y1": 0.46, "y2": 0.26, "y3": 0.72}
    tick = _TICK.format(
        width=f"{height * 0.14:.2f}",
        **{
            key: f"{share * (width if key[0] == 'x' else height):.2f}"
            for key, share in points.items()
        },
    )
    states = DictionaryObject(
        {
            NameObject("/Yes"): add(writer, _picture(tick.encode(), width, height)),
            NameObject("/Off"): add(writer, _picture(b"", width, height)),
        }
    )
    state = NameObject("/Yes" if ticked else "/Off")
    return {
        NameObject("/FT"): NameObject("/Btn"),
        NameObject("/V"): state,
        NameObject("/DV"): state,
        NameObject("/AS"): state,
        NameObject("/AP"): DictionaryObject({NameObject("/N"): states}),
    }


def _text_field(value: str, picture: IndirectObject) -> dict[NameObject, object]:
    return {
        NameObject("/FT"): NameObject("/Tx"),
        NameObject("/V"): _string(value),
        NameObject("/DV"): _string(value),
        NameObject("/DA"): _string(_TEXT_STYLE),
        NameObject("/MaxLen"): NumberObject(LONGEST_VALUE),
        NameObject("/AP"): DictionaryObject({NameObject("/N"): picture}),
    }


def _add_form(writer: PdfWriter, links: Mapping[str, IndirectObject]) -> None:
    """Name the fields, and the font for what a reader types."""
    fonts = DictionaryObject({NameObject(_TYPING_FONT): add_form_font(writer)})
    form = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject(links.values()),
            NameObject("/DA"): _string(_TEXT_STYLE),
            NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )
    writer.root_object[NameObject("/AcroForm")] = add(writer, form)


def _keep_printed(writer: PdfWriter, plan: str, fields: Mapping[str, Field]) -> None:
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
            NameObject("/BBox"): ArrayObject(
                [FloatObject(0), FloatObject(0), FloatObject(width), FloatObject(height)]
            ),
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
