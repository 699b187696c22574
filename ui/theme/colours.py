"""Colour roles and their values in the three themes.

A widget asks for a role ("ink on a surface"), never for a value. Which roles may be on which
a test declares, and measures every pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Light or dark, as a person chooses it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """Whether colours keep 7 : 1; high contrast has one theme of its own, on black."""

    SYSTEM = "system"
    STANDARD = "standard"
    HIGH = "high"


class Tone(StrEnum):
    """What a coloured thing says, apart from its word and its icon."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    POSITIVE = "positive"
    CAUTION = "caution"
    DANGER = "danger"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneColours:
    """One tone: words in `ink`, on `soft` or on a surface, beside a line in `edge`."""

    ink: str
    soft: str
    edge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Every colour role, as `#rrggbb`.

    `on_x` is the text that may stand on `x`. `outline` marks where a control is and keeps
    3 : 1; `hairline` only decorates and promises nothing outside high contrast.
    """

    name: str
    is_dark: bool
    page: str
    surface: str
    sunken: str
    ink: str
    ink_muted: str
    ink_disabled: str
    outline: str
    hairline: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    danger: str
    danger_hover: str
    on_danger: str
    focus: str
    rail: str
    rail_hover: str
    rail_chosen: str
    on_rail: str
    on_rail_muted: str
    on_rail_chosen: str
    rail_accent: str
    rail_focus: str
    tip: str
    on_tip: str
    tones: Mapping[Tone, ToneColours]


LIGHT = Colours(
    name="light",
    is_dark=False,
    page="#f6f2ec",
    surface="#ffffff",
    sunken="#efe9df",
    ink="#1d2a2d",
    ink_muted="#4d5a5d",
    ink_disabled="#736d62",
    outline="#7f7a6f",
    hairline="#e2dbcf",
    accent="#0b6463",
    accent_hover="#085150",
    accent_pressed="#063f3e",
    on_accent="#ffffff",
    accent_soft="#e0efed",
    accent_ink="#0a5655",
    danger="#a3202c",
    danger_hover="#871823",
    on_danger="#ffffff",
    focus="#86206b",
    rail="#12363a",
    rail_hover="#1c4a4f",
    rail_chosen="#f6f2ec",
    on_rail="#f3f8f7",
    on_rail_muted="#b4cbc9",
    on_rail_chosen="#12363a",
    rail_accent="#5fd0be",
    rail_focus="#ffcf66",
    tip="#1d2a2d",
    on_tip="#ffffff",
    tones={
        Tone.NEUTRAL: ToneColours(ink="#454f52", soft="#eeeae2", edge="#7f7a6f"),
        Tone.ACCENT: ToneColours(ink="#0a5655", soft="#e0efed", edge="#0b6463"),
        Tone.POSITIVE: ToneColours(ink="#17602f", soft="#e3f3e6", edge="#1d6f38"),
        Tone.CAUTION: ToneColours(ink="#7a4100", soft="#fdf0dc", edge="#8f4e00"),
        Tone.DANGER: ToneColours(ink="#96192a", soft="#fce8e9", edge="#a8202f"),
        Tone.UNCERTAIN: ToneColours(ink="#4a3b8c", soft="#edeafa", edge="#5b4bb0"),
    },
)

DARK = Colours(
    name="dark",
    is_dark=True,
    page="#12181a",
    surface="#1c2326",
    sunken="#0d1214",
    ink="#eef3f2",
    ink_muted="#a9b8b8",
    ink_disabled="#839091",
    outline="#7f8e8e",
    hairline="#333e41",
    accent="#62d2c2",
    accent_hover="#84e0d3",
    accent_pressed="#a5ebe1",
    on_accent="#06201e",
    accent_soft="#173b3a",
    accent_ink="#7ee0d2",
    danger="#ff9a9c",
    danger_hover="#ffb3b4",
    on_danger="#2b0507",
    focus="#ffcc55",
    rail="#0a2023",
    rail_hover="#123236",
    rail_chosen="#1f5452",
    on_rail="#eef6f5",
    on_rail_muted="#94b3b2",
    on_rail_chosen="#ffffff",
    rail_accent="#62d2c2",
    rail_focus="#ffcc55",
    tip="#eef3f2",
    on_tip="#12181a",
    tones={
        Tone.NEUTRAL: ToneColours(ink="#c5cfd0", soft="#283134", edge="#8b9a9b"),
        Tone.ACCENT: ToneColours(ink="#7ee0d2", soft="#173b3a", edge="#62d2c2"),
        Tone.POSITIVE: ToneColours(ink="#8edc9b", soft="#17301d", edge="#6fc981"),
        Tone.CAUTION: ToneColours(ink="#ffc978", soft="#3a2a10", edge="#f3b14e"),
        Tone.DANGER: ToneColours(ink="#ffb0b3", soft="#401a1e", edge="#ff7f86"),
        Tone.UNCERTAIN: ToneColours(ink="#c9beff", soft="#2b2546", edge="#a495f5"),
    },
)

HIGH_CONTRAST = Colours(
    name="contrast",
    is_dark=True,
    page="#000000",
    surface="#000000",
    sunken="#000000",
    ink="#ffffff",
    ink_muted="#ffffff",
    ink_disabled="#b8b8b8",
    outline="#ffffff",
    hairline="#ffffff",
    accent="#ffeb3b",
    accent_hover="#fff59d",
    accent_pressed="#ffffff",
    on_accent="#000000",
    accent_soft="#221f00",
    accent_ink="#ffeb3b",
    danger="#ff9d9d",
    danger_hover="#ffc4c4",
    on_danger="#000000",
    focus="#2ee6ff",
    rail="#000000",
    rail_hover="#2a2a2a",
    rail_chosen="#ffeb3b",
    on_rail="#ffffff",
    on_rail_muted="#ffffff",
    on_rail_chosen="#000000",
    rail_accent="#ffeb3b",
    rail_focus="#2ee6ff",
    tip="#ffffff",
    on_tip="#000000",
    tones={
        Tone.NEUTRAL: ToneColours(ink="#ffffff", soft="#000000", edge="#ffffff"),
        Tone.ACCENT: ToneColours(ink="#ffeb3b", soft="#000000", edge="#ffeb3b"),
        Tone.POSITIVE: ToneColours(ink="#8dff9e", soft="#000000", edge="#8dff9e"),
        Tone.CAUTION: ToneColours(ink="#ffc266", soft="#000000", edge="#ffc266"),
        Tone.DANGER: ToneColours(ink="#ffa3a3", soft="#000000", edge="#ffa3a3"),
        Tone.UNCERTAIN: ToneColours(ink="#d6c9ff", soft="#000000", edge="#d6c9ff"),
    },
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def colours_for(
    scheme: Scheme, contrast: Contrast, *, system_is_dark: bool, system_asks_contrast: bool
) -> Colours:
    """Return the theme that was chosen; what was not chosen follows the system."""
    if contrast is Contrast.HIGH or (contrast is Contrast.SYSTEM and system_asks_contrast):
        return HIGH_CONTRAST
    is_dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and system_is_dark)
    return DARK if is_dark else LIGHT
