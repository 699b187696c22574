"""Any text, made so that the shipped fonts can draw all of it.

A strict PDF is refused as soon as one glyph is missing, so a text is looked at cluster by
cluster (what a reader takes for one character): one family must draw the whole cluster, or
its code points are written out as ``[U+XXXX]``. Nothing a person wrote vanishes without a
trace but marks that have no shape of their own.
"""

import functools
import json
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

import regex

from advisor import locations

FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Ethiopic",
    "Noto Sans Symbols2",
    "Noto Emoji",
)
"""In the order in which they are tried; the template is given the same list."""

RUN = 24
"""The longest run without a place to break the line, in clusters, for ordinary text."""

_STEP = 8
_BREAK = "\u200b"
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_CLUSTER = regex.compile(r"\X")
# No shape of their own: soft hyphens, joiners of words, tags, and marks of direction whose
# work the tagged runs do.
_SHAPELESS = regex.compile(
    r"[\u00AD\u200B\u2060-\u2064\u2066-\u206F\u202A-\u202C\u180E\uFEFF\U000E0000-\U000E0FFF]"
)
# These choose between shapes; a font without them draws the plain one.
_SELECTORS = frozenset("\u200c\u200d\u200e\u200f\u061c") | {chr(c) for c in range(0xFE00, 0xFE10)}
# These would make a line read in another order than it is written.
_OVERRIDES = frozenset("\u202d\u202e")
_SCHEMES = frozenset({"http", "https", "mailto"})
_LINK = regex.compile(r"[!-~]{1,2000}")


def cleaned(text: str, run: int = RUN) -> str:
    """Return the text with only what the shipped fonts draw, line feeds kept.

    Words longer than ``run`` clusters get places to break.
    """
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    text = _SHAPELESS.sub("", text.replace("\t", " "))
    if not _plain().fullmatch(text):
        text = "".join(_drawable(cluster) for cluster in _CLUSTER.findall(text))
    return _longer_than(run).sub(lambda word: _broken(word[0], run), text)


def clean_line(text: str, run: int = RUN) -> str:
    """Return the cleaned text on one line, without spaces at its ends."""
    return " ".join(cleaned(text, run).split())


def clean_link(link: str) -> str:
    """Return a web or mail address that is safe to follow, or an empty text."""
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return ""
    return link if scheme in _SCHEMES and _LINK.fullmatch(link) else ""


@functools.cache
def coverage() -> dict[str, frozenset[int]]:
    """Return the code points that each family draws in every weight that is used."""
    file = locations.fonts_folder() / "coverage.json"
    ranges: dict[str, list[list[int]]] = json.loads(file.read_text("utf-8"))
    return {
        family: frozenset(
            point for first, last in ranges[family] for point in range(first, last + 1)
        )
        for family in FAMILIES
    }


@functools.cache
def _longer_than(run: int) -> re.Pattern[str]:
    """Words that may have more clusters than ``run``: they have more code points."""
    return re.compile(rf"\S{{{run + 1},}}")


@functools.cache
def _plain() -> re.Pattern[str]:
    """Texts that the first family draws as they are: most of them, so they are quick."""
    points = sorted(coverage()[FAMILIES[0]])
    return re.compile("[\n" + "".join(f"\\U{point:08x}" for point in points) + "]*")


@functools.lru_cache(maxsize=4096)
def _drawable(cluster: str) -> str:
    if cluster == "\n":
        return cluster
    needed = {ord(character) for character in cluster if character not in _SELECTORS}
    if not needed:
        return ""
    turns = not _OVERRIDES.isdisjoint(cluster)
    if not turns and any(needed <= points for points in coverage().values()):
        return cluster
    return "[" + " ".join(f"U+{ord(character):04X}" for character in cluster) + "]"


def _broken(word: str, run: int) -> str:
    clusters = _CLUSTER.findall(word)
    if len(clusters) <= run:
        return word
    return _BREAK.join("".join(piece) for piece in _pieces(clusters))


def _pieces(clusters: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(clusters), _STEP):
        yield clusters[start : start + _STEP]
