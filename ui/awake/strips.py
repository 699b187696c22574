"""A picture of a page cut into strips, each of which can be unpacked by itself.

To unpack a page as finely as it is printed takes 80 ms and 22 MB; of a strip it is a tenth of that.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_STRIP = 192
"""How many rows a strip has at least; it ends where rows are alike."""

_ALIKE = 2
"""How many rows on both sides of a cut are alike: what was stretched a little less above it than
below is not seen there. So many rows a strip shares with the next one, so that no line of white
shows between them."""

_MAGIC, _HEAD = b"\x89PNG\r\n\x1a\n", struct.Struct(">IIBBBBB")
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many figures make a pixel, by the kind of colour."""
_ALONE, _AS_ABOVE = (0, 1), 2
"""How a row is packed that needs none above it, and one that says how it differs from that."""


class Strip(NamedTuple):
    """A part of a picture, as PNG: the row it begins with, and how large the whole is."""

    top: int
    width: int
    height: int
    png: bytes


def in_strips(png: bytes) -> tuple[Strip, ...]:
    """Cut a PNG picture into strips from top to bottom, wherever its rows allow it.

    Each ends with the rows that the next one begins with. No pixel is unpacked for it: a row may
    be packed as what differs from the row above, so a strip begins with a row that is not, or
    with one that is the same.
    """
    head, before, packed = _parts(png)
    width, height, depth, kind, _way, _filter, is_interlaced = _HEAD.unpack(head)
    if is_interlaced:
        return (Strip(0, width, height, png),)
    rows = zlib.decompress(packed)
    line = 1 + (width * _SAMPLES[kind] * depth + 7) // 8
    cuts = [(0, 0), *_cuts(rows, line, height)]
    ends = [min(height, top + _ALIKE) for top, _like in cuts[1:]]
    strips = []
    for (top, like), end in zip(cuts, [*ends, height], strict=True):
        own = rows[like * line : (like + 1) * line] + rows[(top + 1) * line : end * line]
        size = head[:4] + (end - top).to_bytes(4, "big") + head[8:]
        chunks = _chunk(b"IHDR", size), before, _chunk(b"IDAT", zlib.compress(own, 1))
        whole = b"".join((_MAGIC, *chunks, _chunk(b"IEND", b"")))
        strips.append(Strip(top, width, height, whole))
    return tuple(strips)


def _cuts(rows: bytes, line: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield the rows with which strips may begin, each with one that is packed alone and alike."""
    same = bytes((_AS_ABOVE, *bytes(line - 1)))
    top, alone = 0, -1
    for row in range(height):
        packed = rows[row * line : (row + 1) * line]
        if packed[0] in _ALONE:
            alone = row
        elif packed != same:
            alone = -1
        middle = row - _ALIKE
        if 0 <= alone <= middle - _ALIKE and middle - top >= _STRIP:
            top = middle
            yield middle, alone


def _parts(png: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the head of a picture, what stands between it and the pixels, and these, packed."""
    at, head, before, packed = len(_MAGIC), b"", list[bytes](), list[bytes]()
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        end = at + 12 + size
        if kind == b"IHDR":
            head = png[at + 8 : end - 4]
        elif kind == b"IDAT":
            packed.append(png[at + 8 : end - 4])
        elif kind != b"IEND" and not packed:
            before.append(png[at:end])
        at = end
    return head, b"".join(before), b"".join(packed)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
