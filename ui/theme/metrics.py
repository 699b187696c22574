"""Sizes: the type scale, spacing, radii and breakpoints, all at a text size.

Text sizes, icons and breakpoints grow with the text size; space between things grows half
as fast, so that large text keeps room for words.
"""

from enum import StrEnum

from advisor.models.values import Value

LEAST_TEXT_SIZE = 100
GREATEST_TEXT_SIZE = 200


def possible_text_size(percent: int) -> int:
    """Return the text size nearest to the one wanted; both in per cent."""
    return max(LEAST_TEXT_SIZE, min(GREATEST_TEXT_SIZE, percent))


WINDOW_FAMILY = "Atkinson Hyperlegible Next"
FALLBACK_FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
    "Noto Sans Ethiopic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Symbols2",
)
FAMILIES = (WINDOW_FAMILY, *FALLBACK_FAMILIES)
"""The shipped fonts, the window's own first."""


class TextRole(StrEnum):
    """What a piece of text is, which decides its size and weight."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    EYEBROW = "eyebrow"


_SIZES: dict[TextRole, tuple[float, int]] = {
    TextRole.TITLE: (27, 700),
    TextRole.HEADING: (20, 600),
    TextRole.SUBHEADING: (17, 600),
    TextRole.LEAD: (18, 400),
    TextRole.BODY: (16, 400),
    TextRole.STRONG: (16, 600),
    TextRole.SMALL: (14, 400),
    TextRole.SMALL_STRONG: (14, 600),
    TextRole.EYEBROW: (13.5, 600),
}


class Metrics(Value):
    """Sizes in logical pixels at a text size of 100 to 200 per cent."""

    text_size: int = LEAST_TEXT_SIZE

    @property
    def scale(self) -> float:
        """The text size as a factor, 1.0 to 2.0."""
        return self.text_size / 100

    def px(self, at_100: float) -> int:
        """Return a length that grows with the text."""
        return round(at_100 * self.scale)

    def space(self, at_100: float) -> int:
        """Return a distance between things, which grows half as fast as the text."""
        return round(at_100 * (1 + (self.scale - 1) / 2))

    def text_px(self, role: TextRole) -> int:
        """Return the height of the text in pixels."""
        return self.px(_SIZES[role][0])

    def weight(self, role: TextRole) -> int:
        """Return the weight of the text, 400 or more."""
        return _SIZES[role][1]

    @property
    def radius(self) -> int:
        """The corner of a control."""
        return 8

    @property
    def card_radius(self) -> int:
        """The corner of a card."""
        return 14

    @property
    def ring(self) -> int:
        """The thickness of the focus ring."""
        return 3

    @property
    def target(self) -> int:
        """The least height of what can be pressed (WCAG 2.2 asks for 24)."""
        return self.px(40)

    @property
    def reading_width(self) -> int:
        """The widest a column of text should be."""
        return self.px(760)

    def is_narrow(self, width: int) -> bool:
        """Whether a window of this width has no room for the names in the rail."""
        return width < self.px(1000)

    def is_cramped(self, width: int) -> bool:
        """Whether a window of this width has no room for a panel beside the page."""
        return width < self.px(1120)
