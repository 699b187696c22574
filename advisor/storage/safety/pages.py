"""SQLite's page format, read without SQLite: the rows that still stand in a damaged file.

Only the pages at the leaves of tables are read, each for itself: neither the first page nor the
pages that lead to the leaves need be whole, nor has the file to be complete. Pages that the file
calls free are left out, as is what was deleted in a page. Where the list of a page's rows is
damaged, the page is searched through. What is found is a guess until somebody checks it.
See https://www.sqlite.org/fileformat2.html.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None

_LEAF, _KNOWN = 0x0D, frozenset({0x02, 0x05, 0x0A, 0x0D})
_FIRST_HEADER, _LEAF_HEADER = 100, 8
_USUAL_SIZE = 4096
_SIZES = frozenset(1 << power for power in range(9, 17))
_MOST_BYTES = 4_000_000
_MOST_HEAD = 60
"""Bytes of the head of a row; ours have fourteen columns at the most."""
_MOST_READ = 4
"""How often as much as the whole file may overflow: each page does so for one row, found twice."""
_VARINT_BYTES = 9
_DIGEST_KIND = re.compile(rb"\x81\x0d")
"""What stands in the head of a row with a digest, as every row has that is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row as it was found; ``number`` is its rowid."""

    number: int
    values: tuple[Value, ...]


class _Unreadable(Exception):
    """What stands here is no row."""


class Pages:
    """The pages of a file, of which any may be damaged."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = _size_in(content)
        reserved = content[20] if _has_header(content) else 0
        self._usable = self._size - min(reserved, 32)
        self._count = -(-len(content) // self._size)
        self._left = _MOST_READ * len(content)

    def records(self) -> Iterator[Record]:
        """Yield the rows of all tables that can be found, page by page; one may come twice."""
        free = self._free_pages()
        for number in range(1, self._count + 1):
            if number not in free:
                yield from self._in_page(number)

    def _in_page(self, number: int) -> Iterator[Record]:
        page = self._page(number)
        start = _FIRST_HEADER if number == 1 else 0
        if len(page) <= start + _LEAF_HEADER:
            return
        is_whole = False
        if page[start] == _LEAF:
            is_whole = True
            for at in _listed(page, start):
                try:
                    yield self._record(page, at)
                except _Unreadable:
                    is_whole = False
        if not is_whole and (page[start] == _LEAF or page[start] not in _KNOWN):
            yield from self._searched(page)

    def _searched(self, page: bytes) -> Iterator[Record]:
        """Yield what may be a row with a digest, wherever in a page it begins."""
        heads = (found.start() for found in re.finditer(_DIGEST_KIND, page))
        for at in sorted({head - back for head in heads for back in range(3, _MOST_HEAD)}):
            try:
                yield self._record(page, at)
            except _Unreadable:
                continue

    def _record(self, page: bytes, at: int) -> Record:
        if not 0 < at < len(page):
            raise _Unreadable
        length, at = _varint(page, at)
        number, at = _varint(page, at)
        if not 1 < length <= min(_MOST_BYTES, len(self._content)):
            raise _Unreadable
        # Its head tells most of what is no row, before anything else is read.
        kinds, start = _kinds(page, at)
        if start - at + sum(map(_length, kinds)) != length:
            raise _Unreadable
        payload = self._payload(page, at, length)
        return Record(number=number, values=_values(kinds, payload, start - at))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """Return what a row says, with what overflows onto further pages."""
        most = self._usable - 35
        if length <= most:
            return page[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        here = here if here <= most else least
        found = bytearray(page[at : at + here])
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        for _ in range(length // (self._usable - 4) + 1):
            if len(found) >= length:
                break
            if not 1 < following <= self._count:
                raise _Unreadable
            self._left -= self._usable
            if self._left < 0:
                raise _Unreadable
            further = self._page(following)
            found += further[4 : self._usable]
            following = int.from_bytes(further[:4], "big")
        if len(found) < length:
            raise _Unreadable
        return bytes(found[:length])

    def _free_pages(self) -> frozenset[int]:
        """Return the pages that the file calls free, as far as it can still say so."""
        if not _has_header(self._content):
            return frozenset()
        free: set[int] = set()
        trunk = int.from_bytes(self._content[32:36], "big")
        while 1 < trunk <= self._count and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            count = int.from_bytes(page[4:8], "big")
            if count > self._usable // 4:
                break
            for at in range(8, min(8 + 4 * count, len(page) - 3), 4):
                free.add(int.from_bytes(page[at : at + 4], "big"))
            trunk = int.from_bytes(page[:4], "big")
        return frozenset(free)

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self._size : number * self._size]


def _has_header(content: bytes) -> bool:
    return content.startswith(b"SQLite format 3\x00")


def _size_in(content: bytes) -> int:
    size = int.from_bytes(content[16:18], "big") if _has_header(content) else _USUAL_SIZE
    size = max(_SIZES) if size == 1 else size
    return size if size in _SIZES else _USUAL_SIZE


def _listed(page: bytes, start: int) -> list[int]:
    """Return where the rows of a page begin, as the page says, each once."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + _LEAF_HEADER
    count = min(count, (len(page) - first) // 2)
    places = range(first, first + 2 * count, 2)
    return list(dict.fromkeys(int.from_bytes(page[at : at + 2], "big") for at in places))


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(_VARINT_BYTES):
        if at + count >= len(content):
            raise _Unreadable
        byte = content[at + count]
        if count == _VARINT_BYTES - 1:
            return value << 8 | byte, at + count + 1
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + count + 1
    raise _Unreadable


def _kinds(page: bytes, at: int) -> tuple[list[int], int]:
    """Return the kinds of a row's columns, and where what they say begins."""
    length, first = _varint(page, at)
    if not 1 < length <= min(len(page) - at, _MOST_HEAD):
        raise _Unreadable
    kinds: list[int] = []
    while first < at + length:
        kind, first = _varint(page, first)
        kinds.append(kind)
    if first != at + length:
        raise _Unreadable
    return kinds, first


def _values(kinds: list[int], payload: bytes, at: int) -> tuple[Value, ...]:
    """Return what the columns of a row say."""
    found: list[Value] = []
    for kind in kinds:
        found.append(_value(kind, payload[at : at + _length(kind)]))
        at += _length(kind)
    return tuple(found)


_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_FIRST_BYTES = 12


def _length(kind: int) -> int:
    if kind < len(_LENGTHS):
        return _LENGTHS[kind]
    if kind < _FIRST_BYTES:
        raise _Unreadable
    return (kind - _FIRST_BYTES) // 2


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < len(_LENGTHS):
        # No table of ours has a number with a fraction.
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode(errors="replace") if kind % 2 else raw
