"""What the first page of a report is made of: short lists side by side, and numbered ones.

As in ``advisor/models/blocks.py`` nothing here says how it looks.
"""

from dataclasses import dataclass

from advisor.models.blocks import check_heading
from advisor.models.sheets import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line that begins with its state."""

    state: State
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A short list under a heading, one of several side by side.

    ``more`` is what the lines leave out, ``last`` stands behind that.
    """

    level: int
    title: str
    lines: tuple[Marked, ...]
    more: str = ""
    last: Marked | None = None

    def __post_init__(self) -> None:
        check_heading(self.level, self.title)
        if not (self.lines or self.more or self.last):
            raise ValueError("A heading has something under it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Short lists side by side, read from left to right."""

    pillars: tuple[Pillar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A thing of a numbered list, with why in small print behind it."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """A list in an order that matters."""

    items: tuple[Numbered, ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("A list needs at least one item.")
