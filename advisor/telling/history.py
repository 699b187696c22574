"""What was changed in a plan, told: when, by whom, what it was about, before and now."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.models.plan import EntryKind, Plan, PlanName
from advisor.models.stored import PlanEdit
from advisor.rules.facts import Facts
from advisor.telling.entries import besides_title, changed, title_of, told_entry
from advisor.telling.grammar import moment

_DONE = {
    EntryKind.ANSWER: (N_("Answered"), N_("Answer changed"), N_("Answer removed")),
    EntryKind.DECISION: (N_("Decided"), N_("Decision changed"), N_("Decision removed")),
    EntryKind.OWN_ACTION: (N_("Action added"), N_("Action changed"), N_("Action removed")),
    EntryKind.OWN_RISK: (N_("Risk added"), N_("Risk changed"), N_("Risk removed")),
    EntryKind.COMMENT: (
        N_("Disagreement noted"),
        N_("Disagreement changed"),
        N_("Disagreement removed"),
    ),
    EntryKind.GATE_TICK: (N_("Ticked as being so"), N_("Tick changed"), N_("Tick taken away")),
    EntryKind.PLAN: (N_("Plan begun"), N_("Name of the plan changed"), N_("Plan removed")),
}
"""What was done to each kind of entry: where there was nothing, where both are, and where
nothing is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEdit:
    """One change of a plan.

    ``done`` says what was done and ``about`` to what: the question, the action or the person's
    own words. ``before`` and ``now`` say what differs; one of them is empty where there was or
    is nothing.
    """

    when: str
    who: str
    done: str
    about: str
    before: tuple[str, ...]
    now: tuple[str, ...]


def told_history(pack: Pack, plan: Plan, edits: Sequence[PlanEdit]) -> tuple[ToldEdit, ...]:
    """Tell changes of a plan in the order given, in the words of plan and evidence as now."""
    facts = Facts(pack, plan)
    return tuple(_told(pack, facts, edit) for edit in edits)


def _told(pack: Pack, facts: Facts, edit: PlanEdit) -> ToldEdit:
    if not edit.is_sound:
        words = _("The disk has changed this line: what it says cannot be relied on.")
        when, who = _("Not known when"), _("Not known who")
        return ToldEdit(when=when, who=who, done=words, about="", before=(), now=())
    before, now = _sides(pack, edit)
    entry = edit.now or edit.before
    if isinstance(entry, PlanName):
        # What was done says it already.
        entry = None
    return ToldEdit(
        when=moment(edit.at),
        who=edit.who or _("Not known who"),
        done=_done(edit),
        about=title_of(pack, edit.key, entry, facts) if entry else "",
        before=before,
        now=now,
    )


def _sides(pack: Pack, edit: PlanEdit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say what differs; where there was or is nothing, all that the other side says."""
    old, new = edit.before, edit.now
    if old is None or new is None:
        before = besides_title(pack, edit.key, old) if old else ()
        return before, besides_title(pack, edit.key, new) if new else ()
    differing = changed(told_entry(pack, edit.key, old), told_entry(pack, edit.key, new))
    return (
        tuple(each.before.sentence for each in differing),
        tuple(each.now.sentence for each in differing),
    )


def _done(edit: PlanEdit) -> str:
    if edit.is_put_away is not None:
        return _("Plan deleted") if edit.is_put_away else _("Plan restored")
    added, changed_, removed = _DONE[edit.key.kind]
    return _(added if edit.before is None else removed if edit.now is None else changed_)
