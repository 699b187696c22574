"""The font that form fields are typed in, put into the file whole.

Readers draw what a person types themselves. With a font of the reader's own a filled-in
copy would no longer hold all its fonts, as PDF/UA asks for.
"""

import json
import zlib

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from advisor import locations

FORM_FONT = "AtkinsonHyperlegibleNext-Regular.ttf"

_NONSYMBOLIC = 32
_STEM = 80
_FIRST, _LAST = 32, 255


def add_form_font(writer: PdfWriter) -> IndirectObject:
    """Add the font to a file, for texts in the Windows Latin 1 encoding; return it."""
    folder = locations.fonts_folder()
    measures = json.loads((folder / "form-font.json").read_text("utf-8"))
    name = NameObject(f"/{measures['name']}")
    descriptor = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/FontDescriptor"),
            NameObject("/FontName"): name,
            NameObject("/Flags"): NumberObject(_NONSYMBOLIC),
            NameObject("/FontBBox"): _numbers(measures["box"]),
            NameObject("/ItalicAngle"): NumberObject(0),
            NameObject("/Ascent"): NumberObject(measures["ascent"]),
            NameObject("/Descent"): NumberObject(measures["descent"]),
            NameObject("/CapHeight"): NumberObject(measures["cap_height"]),
            NameObject("/StemV"): NumberObject(_STEM),
            NameObject("/FontFile2"): add(writer, _file((folder / FORM_FONT).read_bytes())),
        }
    )
    return add(
        writer,
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/TrueType"),
                NameObject("/BaseFont"): name,
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                NameObject("/FirstChar"): NumberObject(_FIRST),
                NameObject("/LastChar"): NumberObject(_LAST),
                NameObject("/Widths"): _numbers(measures["widths"]),
                NameObject("/FontDescriptor"): add(writer, descriptor),
            }
        ),
    )


def add(writer: PdfWriter, value: DictionaryObject) -> IndirectObject:
    """Add an object to a file and return the reference to it."""
    return writer._add_object(value)  # noqa: SLF001 - pypdf has no public way


def _file(content: bytes) -> EncodedStreamObject:
    stream = EncodedStreamObject()
    stream._data = zlib.compress(content, 9)  # noqa: SLF001 - pypdf has no public way
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream[NameObject("/Length1")] = NumberObject(len(content))
    return stream


def _numbers(values: list[int]) -> ArrayObject:
    return ArrayObject(NumberObject(value) for value in values)
