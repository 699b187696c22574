"""How wide the pages of a preview are: as the room is, or in steps from there."""

from dataclasses import dataclass
from enum import StrEnum

LEAST, MOST = 240, 1600
"""How narrow and how wide a page may be made, in pixels."""

_STEP = 1.25
_TWO_FROM = 880
"""From this width on two pages stand side by side, at a text size of 100 per cent."""


class Fit(StrEnum):
    """What of a page is seen at once: all of it, or its whole width."""

    PAGE = "page"
    WIDTH = "width"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room that there is for pages, the gap between them, and a page's height for its width."""

    width: int
    height: int
    gap: int
    ratio: float
    scale: float = 1.0

    def columns(self, pages: int) -> int:
        """Return how many pages stand side by side; those that lie on their side never do."""
        is_wide = self.width >= _TWO_FROM * self.scale
        return 2 if is_wide and pages > 1 and self.ratio > 1 else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """How wide a page is: ``width`` pixels where a person has chosen that, else what ``fits``."""

    fits: Fit | None = Fit.WIDTH
    width: int = 0

    def width_in(self, room: Room, pages: int) -> int:
        """Return how wide a page is in a room."""
        if self.fits is None:
            return self.width
        columns = room.columns(pages)
        whole = (room.width - (columns + 1) * room.gap) // columns
        if self.fits is Fit.PAGE:
            whole = min(whole, round((room.height - 2 * room.gap) / room.ratio))
        return max(LEAST, min(MOST, whole))

    def by(self, steps: int, shown: int) -> "Zoom":
        """Return the zoom so many steps larger or smaller than pages are shown now."""
        return Zoom(fits=None, width=max(LEAST, min(MOST, round(shown * _STEP**steps))))
