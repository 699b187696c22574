"""Pages and ruled tables: what papers to write on, and papers in columns, are made of.

As in ``advisor/models/blocks.py`` nothing here says how it looks, all text is plain, and a
broken promise to a screen reader raises ValueError when the value is made.
"""

from dataclasses import dataclass

from advisor.models.blocks import Part, Tone, check_heading
from advisor.models.fields import FormField, Noted


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """A new page begins, with its title as a heading; ``landscape``: the page lies on its side.

    ``may_join``: what follows begins on the page before where all of it fits there, or much of
    that page is free. ``joins_if_long``: it does so only where it is too long for one page, and
    ends a page sooner so. What is on the page stands up to three ``steps_closer`` if that keeps
    all of it on one page, and never closer than it takes. From the third one rows are too close
    to write in by hand with ease.
    """

    title: str
    level: int = 1
    landscape: bool = False
    may_join: bool = False
    joins_if_long: bool = False
    steps_closer: int = 0

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box to tick. Without a ``field`` it is for the pen only."""

    ticked: bool = False
    field: FormField | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes side by side of which one is ticked by hand, each with its word."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """An empty place, high enough for sticky dots or a few marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A dotted line to write on, with a ``hint`` in small print above, or what stands there."""

    hint: str = ""
    value: str = ""
    field: FormField | None = None
    tall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: a sign whose shape and colour follow the tone, and the word."""

    tone: Tone
    word: str

    def __post_init__(self) -> None:
        if not self.word.strip():
            raise ValueError("A state is a word.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a cell says, top to bottom; each part may be empty.

    ``lead`` is in bold before the text, ``start`` in bold at its beginning, ``small`` stands
    below in small print (``run_on``: behind the last word), and behind it what is ``noted``.
    """

    lead: str = ""
    start: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    small: str = ""
    noted: tuple[Noted, ...] = ()
    state: State | None = None
    run_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was said, under a short label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Short labels with what was said, and a remark below.

    ``run_on``: one behind the other, and not each on a line of its own.
    """

    items: tuple[Answered, ...]
    small: str = ""
    run_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A part in two columns under its heading, never split over pages.

    ``remark`` stands beside the title, ``lead`` in bold below it, ``care`` below both columns
    with a sign, ``small`` in small print at the end.
    """

    title: str
    level: int
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    remark: str = ""
    lead: str = ""
    care: str = ""
    small: str = ""

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to answer by hand: options to tick (one or ``several``), or a number to write.

    ``how`` says in words how many are ticked.
    """

    text: str
    how: str
    several: bool
    options: tuple[str, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSet:
    """Questions to answer by hand, two side by side; each is a heading and stays whole."""

    level: int
    items: tuple[Asked, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("There is no question to ask.")
        for item in self.items:
            check_heading(self.level, item.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A question to talk about, with lines to write on."""

    level: int
    title: str
    question: str
    lines: int

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)


Content = str | Words | Answers | Tick | Ticks | Room | Writing | State


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, and its width in millimetres or (``share``) as a share of the rest.

    Neighbours of which the same stands ``over`` their heads share it, for columns that are
    narrow. In a copy with form fields the column is ``to_type`` millimetres wide, where that is
    not nought.
    """

    head: str
    width: int
    share: bool = True
    over: str = ""
    to_type: int = 0

    def __post_init__(self) -> None:
        if not self.head.strip():
            raise ValueError("Every column has a head.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells from left to right; the last one spans the columns that are left."""

    cells: tuple[Content, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A header row over the rows that follow: a heading, and what is said or written beside it."""

    title: str
    level: int
    tone: Tone = Tone.QUIET
    term: str = ""
    remark: str = ""
    state: State | None = None
    writing: tuple[Writing, ...] = ()

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A table between fine rules, whose head comes again on each page.

    ``summary`` is the table in words. With a ``title`` a heading of ``level`` stands in the
    head of the column ``title_at`` in place of its own head, ``below`` in small print under it.
    ``small``: in smaller type; ``tight``: with less room between the rows; ``whole``: not split
    over pages where there is room on one; ``with_next``: on the page of what follows;
    ``in_halves``: side by side where all stands closer, since short lines leave less room empty.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    summary: str
    title: str = ""
    level: int = 1
    title_at: int = 1
    below: str = ""
    small: bool = False
    tight: bool = False
    whole: bool = False
    with_next: bool = False
    in_halves: bool = False

    def __post_init__(self) -> None:
        if not self.summary.strip():
            raise ValueError("A table needs a summary in words.")
        if self.title:
            check_heading(self.level, self.title)
        cells = [row.cells for row in self.rows if isinstance(row, Row)]
        if not cells or any(not 1 <= len(row) <= len(self.columns) for row in cells):
            raise ValueError("A table needs rows, none with more cells than there are columns.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a drafted line: words, words ``from_plan``, or a ``blank`` to write on.

    A blank is explained by its ``text``, which may be empty.
    """

    text: str
    from_plan: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """Lines of a draft in large type, under a heading where there is one.

    The type is up to three steps smaller if that keeps the draft on one page.
    """

    heading: str
    lines: tuple[tuple[Piece, ...], ...]
    level: int = 1
    steps_closer: int = 3

    def __post_init__(self) -> None:
        if self.heading:
            check_heading(self.level, self.heading)
        if not self.lines or not all(self.lines):
            raise ValueError("A draft needs lines, and no line is empty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Lines side by side at the foot of a page, each for what its words say.

    With a ``text``, which is what is signed, they stand in a frame below it.
    """

    hints: tuple[str, ...]
    text: str = ""
