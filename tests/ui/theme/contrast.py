"""Which colour stands on which, and how far apart they must be.

Contrast after WCAG 2.2, success criteria 1.4.3 (text), 1.4.11 (outlines, icons, focus rings)
and 1.4.6 (the 7 : 1 of high contrast): https://www.w3.org/TR/WCAG22/#contrast-minimum
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.theme.colours import HIGH_CONTRAST, Colours, Tone

_TEXT_ON: dict[str, tuple[str, ...]] = {
    "ink": ("page", "surface", "sunken", "accent_soft"),
    "ink_muted": ("page", "surface", "sunken", "accent_soft"),
    "accent_ink": ("page", "surface", "sunken", "accent_soft"),
    "accent": ("page", "surface"),
    "danger": ("page", "surface"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "on_danger": ("danger", "danger_hover"),
    "on_rail": ("rail", "rail_hover"),
    "on_rail_muted": ("rail", "rail_hover"),
    "on_rail_chosen": ("rail_chosen",),
    "on_tip": ("tip",),
}
_LINE_ON: dict[str, tuple[str, ...]] = {
    "outline": ("page", "surface", "sunken"),
    "accent": ("page", "surface", "sunken", "accent_soft"),
    "focus": ("page", "surface", "sunken", "accent_soft"),
    "rail_focus": ("rail", "rail_hover"),
    "rail_accent": ("rail",),
    "ink_disabled": ("page", "surface"),
}

# Below this a channel is linear: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
_NEARLY_BLACK = 0.04045


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A colour that stands on another, and the least contrast between them."""

    name: str
    front: str
    back: str
    least: float

    @property
    def contrast(self) -> float:
        """The contrast that is there, from 1 to 21."""
        return contrast_ratio(self.front, self.back)


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two `#rrggbb` colours, from 1 (same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def declared_pairs(colours: Colours) -> Iterator[Pair]:
    """Yield every pair the style sheet and the painted widgets may put on the screen."""
    text_least = 7.0 if colours is HIGH_CONTRAST else 4.5
    yield from _named(colours, _TEXT_ON, text_least)
    yield from _named(colours, _LINE_ON, 3.0)
    for tone in Tone:
        yield from _toned(colours, tone, text_least)


def _named(colours: Colours, table: dict[str, tuple[str, ...]], least: float) -> Iterator[Pair]:
    for front, backs in table.items():
        for back in backs:
            yield Pair(
                name=f"{front} on {back}",
                front=getattr(colours, front),
                back=getattr(colours, back),
                least=least,
            )


def _toned(colours: Colours, tone: Tone, text_least: float) -> Iterator[Pair]:
    values = colours.tones[tone]
    for name, front in (
        ("ink", colours.ink),
        ("ink_muted", colours.ink_muted),
        (tone, values.ink),
        ("accent_ink", colours.accent_ink),
    ):
        yield Pair(name=f"{name} on {tone} soft", front=front, back=values.soft, least=text_least)
    for back in ("page", "surface"):
        under = getattr(colours, back)
        yield Pair(name=f"{tone} on {back}", front=values.ink, back=under, least=text_least)
        yield Pair(name=f"{tone} edge on {back}", front=values.edge, back=under, least=3.0)
    yield Pair(name=f"{tone} edge on its soft", front=values.edge, back=values.soft, least=3.0)
    yield Pair(name=f"focus on {tone} soft", front=colours.focus, back=values.soft, least=3.0)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _NEARLY_BLACK else ((channel + 0.055) / 1.055) ** 2.4
