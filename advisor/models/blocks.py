"""What a document is made of. Nothing here says how it looks.

A block keeps its promise to a screen reader itself: a heading has a text, a table has header
cells and a summary in words, a state is a word. A broken promise is a bug in the composer
and raises ValueError when the value is made. All text is plain: nothing in it is ever read as
markup.
"""

from dataclasses import dataclass
from enum import StrEnum

LEVELS = 4


class Tone(StrEnum):
    """What a notice or a badge is about. The tone is never the only sign: words carry it."""

    CALM = "calm"
    GOOD = "good"
    CAUTION = "caution"
    RISK = "risk"
    QUIET = "quiet"


class Role(StrEnum):
    """What a paragraph is for; an intro stays on the page of what it opens."""

    LEAD = "lead"
    INTRO = "intro"
    BODY = "body"
    SMALL = "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the highest below the title of the document."""

    level: int
    text: str

    def __post_init__(self) -> None:
        check_heading(self.level, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list without order, in so many columns side by side."""

    items: tuple[str, ...]
    columns: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("A list needs at least one item.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that must not be missed; ``title`` may be empty.

    ``ticks`` are sentences with an empty box before each.
    """

    tone: Tone
    title: str
    paragraphs: tuple[str, ...]
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count with the words that say what was counted."""

    count: int
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """Counts side by side."""

    items: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell with more to look up below what it says; one line of it a paragraph."""

    text: str
    background: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of text under header cells. ``summary`` is the table in words, read aloud first.

    ``widths`` are shares of the line, one per column.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    summary: str
    widths: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.summary.strip():
            raise ValueError("A table needs a summary in words.")
        if any(not cell.strip() for cell in self.header) or not self.rows:
            raise ValueError("A table needs a text in every header cell, and a row.")
        if {len(row) for row in (*self.rows, self.widths)} != {len(self.header)}:
            raise ValueError("Every row needs as many cells as the header.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One labelled part of a card: a paragraph, then a list; either may be empty.

    The list of a ``background`` part is there to look up, not to read first.
    """

    label: str
    text: str = ""
    items: tuple[str, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a chain, such as *In this context* and what the context is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What leads to what, from the first link to the last."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding: a heading, its state as a word, a first line that can be read alone, reasons.

    ``code`` is the id by which other parts of the document refer to it.
    """

    level: int
    title: str
    code: str
    badge: str
    tone: Tone
    lead: str
    parts: tuple[Part | Chain, ...] = ()

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)
        if not self.badge.strip():
            raise ValueError("A card says its state in words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source as cited, what it says and how it was read. ``link`` may be empty."""

    citation: str
    link: str
    says: str
    read: str
    to_be_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """The sources of a document."""

    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A table of contents with the headings of the highest level."""


def check_heading(level: int, text: str) -> None:
    """Raise ValueError unless this can be a heading."""
    if not 1 <= level <= LEVELS:
        raise ValueError(f"A heading has a level from 1 to {LEVELS}, not {level}.")
    if not text.strip():
        raise ValueError("A heading needs a text.")
