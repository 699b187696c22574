"""One entry twice, as we have it and as it was saved elsewhere, told side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.models.plan import Entry, EntryKey, EntryKind, Plan
from advisor.telling.entries import said, title_in, told_entry

_CHANGED: Mapping[EntryKind, str] = {
    EntryKind.PLAN: N_("This plan was also renamed elsewhere"),
    EntryKind.ANSWER: N_("This answer was also changed elsewhere"),
    EntryKind.DECISION: N_("This decision was also changed elsewhere"),
    EntryKind.OWN_ACTION: N_("This action of yours was also changed elsewhere"),
    EntryKind.OWN_RISK: N_("This risk of yours was also changed elsewhere"),
    EntryKind.COMMENT: N_("This disagreement was also changed elsewhere"),
    EntryKind.GATE_TICK: N_("This tick was also changed elsewhere"),
}
_REMOVED: Mapping[EntryKind, str] = {
    **_CHANGED,
    EntryKind.OWN_ACTION: N_("This action of yours was removed elsewhere"),
    EntryKind.OWN_RISK: N_("This risk of yours was removed elsewhere"),
    EntryKind.COMMENT: N_("This disagreement was removed elsewhere"),
    EntryKind.GATE_TICK: N_("This tick was taken away elsewhere"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: whose it is, and all that it says."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDispute:
    """What happened, what it is about, and the two to choose between, ours first.

    ``about`` is the question, the action, or the person's own words.
    """

    title: str
    about: str
    sides: tuple[Side, Side]


def tell_dispute(
    pack: Pack, plan: Plan, key: EntryKey, ours: Entry | None, theirs: Entry | None
) -> ToldDispute:
    """Tell a dispute about one entry; None is an entry that was removed."""
    entry = ours or theirs
    return ToldDispute(
        title=_((_REMOVED if theirs is None else _CHANGED)[key.kind]),
        about=title_in(pack, plan, key, entry) if entry is not None else "",
        sides=(
            Side(name=_("Yours"), words=_words(pack, key, ours) or (_("You removed it."),)),
            Side(
                name=_("Saved elsewhere"),
                words=_words(pack, key, theirs) or (_("It was removed."),),
            ),
        ),
    )


def _words(pack: Pack, key: EntryKey, entry: Entry | None) -> tuple[str, ...]:
    return said(told_entry(pack, key, entry)) if entry is not None else ()
