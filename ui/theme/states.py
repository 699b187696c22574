"""Verdicts and states as they are shown: word, icon and colour, relied on in that order."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.language import _
from ui.theme.colours import Tone
from ui.theme.icons import Glyph


class Mark(StrEnum):
    """What a badge can say. The values of verdicts and risk states are the advisor's own."""

    APPLIES = "applies"
    MAY_APPLY = "may_apply"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_COVERED = "not_covered"
    OPEN = "open"
    PARTLY_ADDRESSED = "partly_addressed"
    ADDRESSED = "addressed"
    RISK = "risk"
    BENEFIT = "benefit"
    HELPS = "helps"
    HINDERS = "hinders"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    ADDED_BY_YOU = "added_by_you"


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """How a mark is shown beside its word."""

    glyph: Glyph
    tone: Tone


SHOWINGS: dict[Mark, Showing] = {
    Mark.APPLIES: Showing(glyph=Glyph.CIRCLE_DOT, tone=Tone.ACCENT),
    Mark.MAY_APPLY: Showing(
        glyph=Glyph.CIRCLE_DASHED,
        tone=Tone.UNCERTAIN,
    ),
    Mark.DOES_NOT_APPLY: Showing(
        glyph=Glyph.CIRCLE_MINUS,
        tone=Tone.NEUTRAL,
    ),
    Mark.NOT_COVERED: Showing(glyph=Glyph.CIRCLE_SLASH, tone=Tone.NEUTRAL),
    Mark.OPEN: Showing(glyph=Glyph.SHIELD_ALERT, tone=Tone.DANGER),
    Mark.PARTLY_ADDRESSED: Showing(
        glyph=Glyph.SHIELD_HALF,
        tone=Tone.CAUTION,
    ),
    Mark.ADDRESSED: Showing(glyph=Glyph.SHIELD_CHECK, tone=Tone.POSITIVE),
    Mark.RISK: Showing(glyph=Glyph.TRIANGLE_ALERT, tone=Tone.DANGER),
    Mark.BENEFIT: Showing(glyph=Glyph.SPROUT, tone=Tone.POSITIVE),
    Mark.HELPS: Showing(glyph=Glyph.DOOR_OPEN, tone=Tone.POSITIVE),
    Mark.HINDERS: Showing(
        glyph=Glyph.DOOR_CLOSED,
        tone=Tone.CAUTION,
    ),
    Mark.NOT_STARTED: Showing(glyph=Glyph.CIRCLE, tone=Tone.NEUTRAL),
    Mark.IN_PROGRESS: Showing(glyph=Glyph.CIRCLE_DOT, tone=Tone.ACCENT),
    Mark.COMPLETED: Showing(glyph=Glyph.CIRCLE_CHECK, tone=Tone.POSITIVE),
    Mark.ADDED_BY_YOU: Showing(glyph=Glyph.USER, tone=Tone.NEUTRAL),
}


def word_of(mark: Mark) -> str:
    """Return the mark's word in the window's language."""
    words = {
        Mark.APPLIES: _("Applies"),
        Mark.MAY_APPLY: _("May apply"),
        Mark.DOES_NOT_APPLY: _("Does not apply"),
        Mark.NOT_COVERED: _("Not covered by our evidence"),
        Mark.OPEN: _("Open"),
        Mark.PARTLY_ADDRESSED: _("Partly addressed"),
        Mark.ADDRESSED: _("Addressed"),
        Mark.RISK: _("Risk"),
        Mark.BENEFIT: _("Benefit"),
        Mark.HELPS: _("Helps take-up"),
        Mark.HINDERS: _("Hinders take-up"),
        Mark.NOT_STARTED: _("Not started"),
        Mark.IN_PROGRESS: _("In progress"),
        Mark.COMPLETED: _("Completed"),
        Mark.ADDED_BY_YOU: _("Added by you"),
    }
    return words[mark]
