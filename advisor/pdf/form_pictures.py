"""What fields show: a value as it was drawn, and a box with and without its tick."""

import io
from collections.abc import Iterator
from typing import cast

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from advisor.pdf.update import Update

_TICK = "q 0.11 0.16 0.18 RG {:.2f} w 1 J 1 j {:.2f} {:.2f} m {:.2f} {:.2f} l {:.2f} {:.2f} l S Q"


def pictures_of(update: Update, drawn: bytes) -> Iterator[IndirectObject]:
    """Take each page of the drawn values over as a picture that a widget can show."""
    if not drawn:
        return
    taken: dict[int, IndirectObject] = {}
    for page in PdfReader(io.BytesIO(drawn)).pages:
        content = cast("StreamObject", page["/Contents"]).get_data()
        picture = picture_of(b"/Tx BMC q\n" + content + b"\nQ EMC", *map(float, page.mediabox[2:]))
        picture[NameObject("/Resources")] = update.take_over(page["/Resources"], taken)
        yield update.add(picture)


def tick_states(
    update: Update, width: float, height: float, *, on: str, off: str
) -> DictionaryObject:
    """Add the pictures of a box and return them by the names of its states."""
    points = (width * 0.22, height * 0.46, width * 0.42, height * 0.26, width * 0.79, height * 0.72)
    tick = _TICK.format(height * 0.14, *points)
    ticked, bare = (update.add(picture_of(drawn, width, height)) for drawn in (tick.encode(), b""))
    return DictionaryObject({NameObject(on): ticked, NameObject(off): bare})


def picture_of(content: bytes, width: float, height: float) -> DecodedStreamObject:
    """Return a picture of this size, in points, that draws the content."""
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
