"""The icon and the colour beside the word of a mark.

The word is relied on first, and is in ``advisor.telling.words``.
"""

from advisor.models.marks import Mark
from advisor.models.values import Value
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph


class Showing(Value):
    """How a mark is shown beside its word."""

    glyph: Glyph
    tone: Tone


SHOWINGS: dict[Mark, Showing] = {
    Mark.APPLIES: Showing(glyph=Glyph.CIRCLE_DOT, tone=Tone.ACCENT),
    Mark.MAY_APPLY: Showing(glyph=Glyph.CIRCLE_DASHED, tone=Tone.UNCERTAIN),
    Mark.DOES_NOT_APPLY: Showing(glyph=Glyph.CIRCLE_MINUS, tone=Tone.NEUTRAL),
    Mark.NOT_COVERED: Showing(glyph=Glyph.CIRCLE_SLASH, tone=Tone.NEUTRAL),
    Mark.OPEN: Showing(glyph=Glyph.SHIELD_ALERT, tone=Tone.DANGER),
    Mark.PARTLY_ADDRESSED: Showing(glyph=Glyph.SHIELD_HALF, tone=Tone.CAUTION),
    Mark.ADDRESSED: Showing(glyph=Glyph.SHIELD_CHECK, tone=Tone.POSITIVE),
    Mark.RISK: Showing(glyph=Glyph.TRIANGLE_ALERT, tone=Tone.DANGER),
    Mark.BENEFIT: Showing(glyph=Glyph.SPROUT, tone=Tone.POSITIVE),
    Mark.HELPS: Showing(glyph=Glyph.DOOR_OPEN, tone=Tone.POSITIVE),
    Mark.HINDERS: Showing(glyph=Glyph.DOOR_CLOSED, tone=Tone.CAUTION),
    Mark.NOT_STARTED: Showing(glyph=Glyph.CIRCLE, tone=Tone.NEUTRAL),
    Mark.IN_PROGRESS: Showing(glyph=Glyph.CIRCLE_DOT, tone=Tone.ACCENT),
    Mark.COMPLETED: Showing(glyph=Glyph.CIRCLE_CHECK, tone=Tone.POSITIVE),
    Mark.KEY: Showing(glyph=Glyph.STAR, tone=Tone.ACCENT),
    Mark.SAFETY: Showing(glyph=Glyph.SHIELD, tone=Tone.ACCENT),
    Mark.IN_PLACE: Showing(glyph=Glyph.CIRCLE_CHECK, tone=Tone.POSITIVE),
    Mark.SHOWN_IN_PLACE: Showing(glyph=Glyph.CIRCLE_CHECK, tone=Tone.POSITIVE),
    Mark.DECLINED: Showing(glyph=Glyph.CIRCLE_MINUS, tone=Tone.NEUTRAL),
    Mark.DEPENDS: Showing(glyph=Glyph.CIRCLE_DASHED, tone=Tone.UNCERTAIN),
    Mark.ADDED_BY_YOU: Showing(glyph=Glyph.USER, tone=Tone.NEUTRAL),
    Mark.MISSING: Showing(glyph=Glyph.TRIANGLE_ALERT, tone=Tone.DANGER),
    Mark.NOT_SAID: Showing(glyph=Glyph.CIRCLE_QUESTION_MARK, tone=Tone.CAUTION),
    Mark.MATTERS_MORE: Showing(glyph=Glyph.TRENDING_UP, tone=Tone.DANGER),
    Mark.LOST: Showing(glyph=Glyph.X, tone=Tone.DANGER),
}
