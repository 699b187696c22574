"""How wide a page of a preview is, step by step."""

from dataclasses import dataclass

PAGE_WIDTHS = (260, 340, 440, 640, 860, 1100)
"""How wide a page may be, in logical pixels at a text size of 100 per cent."""

FIRST_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Zoom:
    """One of the widths."""

    step: int = PAGE_WIDTHS.index(FIRST_WIDTH)

    @property
    def width(self) -> int:
        """How wide a page is."""
        return PAGE_WIDTHS[self.step]

    @property
    def can_shrink(self) -> bool:
        """Whether there are smaller pages."""
        return self.step > 0

    @property
    def can_grow(self) -> bool:
        """Whether there are larger pages."""
        return self.step < len(PAGE_WIDTHS) - 1

    def by(self, steps: int) -> "Zoom":
        """Return the zoom so many steps larger or smaller, as far as there are any."""
        return Zoom(max(0, min(self.step + steps, len(PAGE_WIDTHS) - 1)))
