"""The font that form fields are typed in, put into the file whole.

Readers draw what a person types themselves. With a font of the reader's own a filled-in
copy would no longer hold all its fonts, as PDF/UA asks for.
"""

import json
import zlib
from functools import cache

from pypdf import generic

from advisor import locations
from advisor.pdf.update import Update

FORM_FONT = "AtkinsonHyperlegibleNext-Regular.ttf"

_NONSYMBOLIC = 32
_STEM = 80
_FIRST, _LAST = 32, 255


def add_form_font(update: Update) -> generic.IndirectObject:
    """Add the font to a file, for texts in the Windows Latin 1 encoding; return it."""
    folder = locations.fonts_folder()
    measures = json.loads((folder / "form-font.json").read_text("utf-8"))
    name = generic.NameObject(f"/{measures['name']}")
    descriptor = generic.DictionaryObject(
        {
            generic.NameObject("/Type"): generic.NameObject("/FontDescriptor"),
            generic.NameObject("/FontName"): name,
            generic.NameObject("/Flags"): generic.NumberObject(_NONSYMBOLIC),
            generic.NameObject("/FontBBox"): _numbers(measures["box"]),
            generic.NameObject("/ItalicAngle"): generic.NumberObject(0),
            generic.NameObject("/Ascent"): generic.NumberObject(measures["ascent"]),
            generic.NameObject("/Descent"): generic.NumberObject(measures["descent"]),
            generic.NameObject("/CapHeight"): generic.NumberObject(measures["cap_height"]),
            generic.NameObject("/StemV"): generic.NumberObject(_STEM),
            generic.NameObject("/FontFile2"): update.add(_file()),
        }
    )
    return update.add(
        generic.DictionaryObject(
            {
                generic.NameObject("/Type"): generic.NameObject("/Font"),
                generic.NameObject("/Subtype"): generic.NameObject("/TrueType"),
                generic.NameObject("/BaseFont"): name,
                generic.NameObject("/Encoding"): generic.NameObject("/WinAnsiEncoding"),
                generic.NameObject("/FirstChar"): generic.NumberObject(_FIRST),
                generic.NameObject("/LastChar"): generic.NumberObject(_LAST),
                generic.NameObject("/Widths"): _numbers(measures["widths"]),
                generic.NameObject("/FontDescriptor"): update.add(descriptor),
            }
        ),
    )


def _file() -> generic.EncodedStreamObject:
    packed, length = _packed()
    stream = generic.EncodedStreamObject()
    stream._data = packed  # noqa: SLF001 - pypdf has no public way
    stream[generic.NameObject("/Filter")] = generic.NameObject("/FlateDecode")
    stream[generic.NameObject("/Length1")] = generic.NumberObject(length)
    return stream


@cache
def _packed() -> tuple[bytes, int]:
    """Return the font packed, and how long it is unpacked."""
    content = (locations.fonts_folder() / FORM_FONT).read_bytes()
    return zlib.compress(content, 9), len(content)


def _numbers(values: list[int]) -> generic.ArrayObject:
    return generic.ArrayObject(generic.NumberObject(value) for value in values)
