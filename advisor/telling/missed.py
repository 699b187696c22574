"""Who may be missed: what keeps mothers away, what would help, and what helps them to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.evidence import Effect
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory
from advisor.telling.grammar import all_named

MOST_WAYS = 3
MOST_HELPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsAway:
    """What keeps mothers away: why here, and what to do first about it; ``more`` ways unnamed."""

    title: str
    term: str
    why: tuple[str, ...]
    more: str
    what_would_help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedStory:
    """Who may be missed, with one line where nothing is known to keep mothers away.

    ``helps`` are a few titles with why; ``helps_too`` names the others. ``may_keep_away`` names
    what depends on open answers.
    """

    lead: str
    keeps_away: tuple[KeepsAway, ...]
    may_keep_away: str
    helps: tuple[tuple[str, str], ...]
    without_helps: str
    helps_too: str


def told_missed(told: AdviceStory) -> MissedStory:
    """Tell who may be missed."""
    hinders, helps = told.of(AdvicePart.HINDERS), told.of(AdvicePart.HELPS)
    return MissedStory(
        lead=_lead(len(hinders), len(told.of(AdvicePart.MAY_APPLY))),
        keeps_away=tuple(map(_keeps_away, hinders)),
        may_keep_away=_may_keep_away(told),
        helps=tuple((card.title, card.note) for card in helps[:MOST_HELPS]),
        without_helps="" if helps else _("Nothing that we know of helps them to come so far."),
        helps_too=_helps_too([card.title for card in helps[MOST_HELPS:]]),
    )


def _lead(hinders: int, open_ones: int) -> str:
    if not hinders and open_ones:
        return _("What keeps mothers away here depends on answers you have not given.")
    if not hinders:
        return _("Nothing that we know of keeps mothers away here. This is not a complete list.")
    counted = ngettext(
        "{n} thing may keep mothers away.", "{n} things may keep mothers away.", hinders
    ).format(n=hinders)
    unseen = _(
        "Those who never come do not appear in any count, so look at this page with mothers who"
        " said no."
    )
    return f"{counted} {unseen}"


def _may_keep_away(told: AdviceStory) -> str:
    open_ones = (
        card for card in told.of(AdvicePart.MAY_APPLY) if card.effect is Effect.DISCOURAGES
    )
    titles = [card.title for card in open_ones]
    if not titles:
        return ""
    return ngettext(
        "What keeps mothers away may turn on this, depending on answers you have not given:"
        " {titles}.",
        "What keeps mothers away may turn on these, depending on answers you have not given:"
        " {titles}.",
        len(titles),
    ).format(titles=all_named(titles))


def _helps_too(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    return ngettext(
        "What helps them turns on this too: {titles}.",
        "What helps them turns on these too: {titles}.",
        len(titles),
    ).format(titles=all_named(titles))


def _keeps_away(card: CardStory) -> KeepsAway:
    ways = [branch.sentence for branch in card.certain]
    left = len(ways) - MOST_WAYS
    words = ngettext("And {n} more in the annex.", "And {n} more in the annex.", left)
    more = words.format(n=left) if left > 0 else ""
    to_do = [row for branch in card.certain for row in branch.answers if row.is_left]
    return KeepsAway(
        title=card.title,
        term=card.term,
        why=tuple(ways[:MOST_WAYS]),
        more=more,
        what_would_help=to_do[0].text
        if to_do
        else _("All that we know of is in place, or you decided against it."),
    )
