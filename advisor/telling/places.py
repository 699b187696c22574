"""Where words stand in a text that is searched."""

from array import array
from collections.abc import Sequence
from functools import lru_cache

from advisor.models.texts import without_accents


def plain(text: str) -> str:
    """Return a text without case and accents, to search in."""
    return without_accents(text.casefold())


def places(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Return every place where words stand in a text, whatever their case and accents."""
    sought = plain(wanted.strip())
    folded, origins = _folded(text)
    found, start = [], folded.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        first, last = origins[start], max(origins[end - 1] + 1, origins[end])
        found.append((first, last - first))
        start = folded.find(sought, end)
    return tuple(found)


@lru_cache(maxsize=4000)
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a plain text, from where in the text each of its letters comes, and the text's end.

    The texts of a page are looked through with every letter that is typed: what was made plain
    is kept.
    """
    if text.isascii():
        return text.casefold(), range(len(text) + 1)
    # A letter may be two when it is plain, and an accent that stands apart none.
    letters = [(each, at) for at, letter in enumerate(text) for each in plain(letter)]
    origins = [at for _each, at in letters]
    return "".join(each for each, _at in letters), array("I", [*origins, len(text)])
