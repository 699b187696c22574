"""What a filled-in checklist would change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.filled import FilledChecklist
from advisor.models.pack import Pack
from advisor.models.plan import Decision, Entry, EntryKey, EntryKind, OwnAction, Plan
from advisor.telling.entries import changed, title_of, told_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One action that a filled-in copy decides otherwise than the plan."""

    key: EntryKey
    title: str
    lines: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledStory:
    """All differences, and how many lines speak of actions that the plan does not have."""

    differences: tuple[Difference, ...]
    unknown: int
    is_other_plan: bool

    @property
    def summary(self) -> str:
        """What would change, in a sentence or two."""
        if self.is_other_plan:
            return _(
                "This checklist was made for another plan, so nothing is taken from it. Open that"
                " plan and read the checklist there."
            )
        return " ".join(self._counts())

    def _counts(self) -> Iterator[str]:
        if n := len(self.differences):
            yield ngettext(
                "One action would change. Nothing is changed yet.",
                "{n} actions would change. Nothing is changed yet.",
                n,
            ).format(n=n)
        else:
            yield _("Nothing differs from your plan.")
        if n := self.unknown:
            yield ngettext(
                "One line speaks of an action that this plan does not have; it is left out.",
                "{n} lines speak of actions that this plan does not have; they are left out.",
                n,
            ).format(n=n)

    def entries(self, plan: Plan) -> dict[EntryKey, Entry]:
        """Return what changes in a plan, whose own actions may say something else by now."""
        found: dict[EntryKey, Entry] = {}
        for each in self.differences:
            there = plan.entry(each.key)
            if isinstance(there, OwnAction):
                found[each.key] = replace(there, decision=each.decision)
            elif there is not None:
                found[each.key] = each.decision
        return found


def filled_story(pack: Pack, plan: Plan, filled: FilledChecklist) -> FilledStory:
    """Lay a filled-in checklist beside the plan; one of another plan is not taken."""
    differences: list[Difference] = []
    unknown = 0
    for change in filled.items:
        is_own = change.action not in pack.action_by_id
        key = EntryKey(EntryKind.OWN_ACTION if is_own else EntryKind.DECISION, change.action)
        entry = plan.entry(key)
        match entry:
            case Decision():
                before = entry
            case OwnAction():
                before = entry.decision
            case _:
                unknown += 1
                continue
        after = change.applied_to(before)
        if after != before:
            fields = changed(told_decision(before), told_decision(after))
            differences.append(
                Difference(
                    key=key,
                    title=title_of(pack, key, entry),
                    lines=tuple(each.sentence for each in fields),
                    decision=after,
                )
            )
    return FilledStory(
        differences=tuple(differences),
        unknown=unknown,
        is_other_plan=bool(filled.plan) and filled.plan != plan.id,
    )
