"""Colour roles and their values in the three themes.

A widget asks for a role ("ink on a surface"), never for a value. Which roles may be on which
a test declares, and measures every pair.
"""

from collections.abc import Mapping
from enum import StrEnum

from advisor.models.values import Value


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


class ToneColours(Value):
    """One tone: words in `ink`, on `soft` or on a surface, beside a line in `edge`."""

    ink: str
    soft: str
    edge: str


class Colours(Value):
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


# Each role in the light theme, the dark one and the one of high contrast.
_ROLES = {
    "page": ("#f6f2ec", "#12181a", "#000000"),
    "surface": ("#ffffff", "#1c2326", "#000000"),
    "sunken": ("#efe9df", "#0d1214", "#000000"),
    "ink": ("#1d2a2d", "#eef3f2", "#ffffff"),
    "ink_muted": ("#4d5a5d", "#a9b8b8", "#ffffff"),
    "ink_disabled": ("#736d62", "#839091", "#b8b8b8"),
    "outline": ("#7f7a6f", "#7f8e8e", "#ffffff"),
    "hairline": ("#e2dbcf", "#333e41", "#ffffff"),
    "accent": ("#0b6463", "#62d2c2", "#ffeb3b"),
    "accent_hover": ("#085150", "#84e0d3", "#fff59d"),
    "accent_pressed": ("#063f3e", "#a5ebe1", "#ffffff"),
    "on_accent": ("#ffffff", "#06201e", "#000000"),
    "accent_soft": ("#e0efed", "#173b3a", "#221f00"),
    "accent_ink": ("#0a5655", "#7ee0d2", "#ffeb3b"),
    "danger": ("#a3202c", "#ff9a9c", "#ff9d9d"),
    "danger_hover": ("#871823", "#ffb3b4", "#ffc4c4"),
    "on_danger": ("#ffffff", "#2b0507", "#000000"),
    "focus": ("#86206b", "#ffcc55", "#2ee6ff"),
    "rail": ("#12363a", "#0a2023", "#000000"),
    "rail_hover": ("#1c4a4f", "#123236", "#2a2a2a"),
    "rail_chosen": ("#f6f2ec", "#1f5452", "#ffeb3b"),
    "on_rail": ("#f3f8f7", "#eef6f5", "#ffffff"),
    "on_rail_muted": ("#b4cbc9", "#94b3b2", "#ffffff"),
    "on_rail_chosen": ("#12363a", "#ffffff", "#000000"),
    "rail_accent": ("#5fd0be", "#62d2c2", "#ffeb3b"),
    "rail_focus": ("#ffcf66", "#ffcc55", "#2ee6ff"),
    "tip": ("#1d2a2d", "#eef3f2", "#ffffff"),
    "on_tip": ("#ffffff", "#12181a", "#000000"),
}
# Each tone likewise: ink, soft and edge.
_TONES = {
    Tone.NEUTRAL: (
        ToneColours(ink="#454f52", soft="#eeeae2", edge="#7f7a6f"),
        ToneColours(ink="#c5cfd0", soft="#283134", edge="#8b9a9b"),
        ToneColours(ink="#ffffff", soft="#000000", edge="#ffffff"),
    ),
    Tone.ACCENT: (
        ToneColours(ink="#0a5655", soft="#e0efed", edge="#0b6463"),
        ToneColours(ink="#7ee0d2", soft="#173b3a", edge="#62d2c2"),
        ToneColours(ink="#ffeb3b", soft="#000000", edge="#ffeb3b"),
    ),
    Tone.POSITIVE: (
        ToneColours(ink="#17602f", soft="#e3f3e6", edge="#1d6f38"),
        ToneColours(ink="#8edc9b", soft="#17301d", edge="#6fc981"),
        ToneColours(ink="#8dff9e", soft="#000000", edge="#8dff9e"),
    ),
    Tone.CAUTION: (
        ToneColours(ink="#7a4100", soft="#fdf0dc", edge="#8f4e00"),
        ToneColours(ink="#ffc978", soft="#3a2a10", edge="#f3b14e"),
        ToneColours(ink="#ffc266", soft="#000000", edge="#ffc266"),
    ),
    Tone.DANGER: (
        ToneColours(ink="#96192a", soft="#fce8e9", edge="#a8202f"),
        ToneColours(ink="#ffb0b3", soft="#401a1e", edge="#ff7f86"),
        ToneColours(ink="#ffa3a3", soft="#000000", edge="#ffa3a3"),
    ),
    Tone.UNCERTAIN: (
        ToneColours(ink="#4a3b8c", soft="#edeafa", edge="#5b4bb0"),
        ToneColours(ink="#c9beff", soft="#2b2546", edge="#a495f5"),
        ToneColours(ink="#d6c9ff", soft="#000000", edge="#d6c9ff"),
    ),
}


def _theme(at: int, name: str, *, is_dark: bool) -> Colours:
    """Return the theme in one column of the tables."""
    return Colours(
        name=name,
        is_dark=is_dark,
        tones={tone: themes[at] for tone, themes in _TONES.items()},
        **{role: themes[at] for role, themes in _ROLES.items()},
    )


LIGHT = _theme(0, "light", is_dark=False)
DARK = _theme(1, "dark", is_dark=True)
HIGH_CONTRAST = _theme(2, "contrast", is_dark=True)
THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def colours_for(
    scheme: Scheme, contrast: Contrast, *, system_is_dark: bool, system_asks_contrast: bool
) -> Colours:
    """Return the theme that was chosen; what was not chosen follows the system."""
    if contrast is Contrast.HIGH or (contrast is Contrast.SYSTEM and system_asks_contrast):
        return HIGH_CONTRAST
    is_dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and system_is_dark)
    return DARK if is_dark else LIGHT
