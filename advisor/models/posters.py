"""What a paper for the wall is made of: a first page that stands alone, and what is cut out.

As in ``advisor/models/blocks.py`` nothing here says how it looks, all text is plain, and a
broken promise to a screen reader raises ValueError when the value is made.
"""

from dataclasses import dataclass

from advisor.models.blocks import Tone, check_heading
from advisor.models.sheets import Tick, Words, Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterItem:
    """One line of a poster's box: with a box to tick, or none."""

    text: str
    tick: Tick | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterBox:
    """What stands before everything, or a part of it."""

    tone: Tone
    title: str
    lead: str
    items: tuple[PosterItem, ...] = ()
    more: str = ""

    def __post_init__(self) -> None:
        check_heading(1, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterTask:
    """Something to do first. ``is_said_above``: the box says already why."""

    tick: Tick
    text: str
    why: str
    is_said_above: bool
    who: Writing
    due: Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterSign:
    """Something to watch for, under a title of its own."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One page for the wall, with the title of the document; always the first, and one page.

    What is drawn depends on the room: first the reasons go that the box says already, then all
    reasons. ``lines`` stand for numbers to ring; what room is left is ruled for notes.
    """

    line: str
    boxes: tuple[PosterBox, ...]
    tasks_title: str
    tasks: tuple[PosterTask, ...]
    without_tasks: str
    notice_title: str
    notice: str
    signs_title: str
    signs: tuple[PosterSign, ...]
    more: str
    danger_title: str
    danger: str
    lines: tuple[Writing, ...]
    notes_title: str

    @property
    def level(self) -> int:
        """The level of its headings: the highest below the title of the document."""
        return 1

    def __post_init__(self) -> None:
        for title in (self.tasks_title, self.danger_title, self.notes_title):
            check_heading(self.level, title)
        if self.notice:
            check_heading(1, self.notice_title)
        if self.signs:
            check_heading(1, self.signs_title)
        if not (self.tasks or self.without_tasks):
            raise ValueError("A poster says what to do first, or why nothing is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CutLine:
    """A line to cut along; nothing for a screen reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom:
    """What room is left on a page, ruled to write on under its title; nothing if it is little."""

    title: str
    level: int = 1

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A short list in small print under a heading of level 1, in two columns if it is long.

    ``ticked``: what it lists is done.
    """

    title: str
    intro: str
    items: tuple[str | Words, ...]
    more: str = ""
    ticked: bool = False

    @property
    def level(self) -> int:
        """The level of its headings: the highest below the title of the document."""
        return 1

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)
        if not self.items:
            raise ValueError("A list needs at least one item.")
