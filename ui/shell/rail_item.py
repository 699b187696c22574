"""What the rail leads to."""

from dataclasses import dataclass

from ui.theme.glyphs import Glyph


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One place the rail leads to. Those `of_plan` are there while a plan is open."""

    key: str
    title: str
    glyph: Glyph
    of_plan: bool = False
