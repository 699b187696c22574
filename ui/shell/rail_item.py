"""What the rail leads to."""

from advisor.models.values import Value
from ui.theme.glyphs import Glyph


class RailItem(Value):
    """One place the rail leads to. Those `of_plan` are there while a plan is open."""

    key: str
    title: str
    glyph: Glyph
    of_plan: bool = False
