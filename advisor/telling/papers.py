"""What a filled-in checklist would change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.papers import FilledChecklist, FilledItem
from advisor.models.plan import Decision, OwnAction, Plan
from advisor.telling.entries import changed, told_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One action that a filled-in copy decides otherwise than the plan."""

    action: str
    title: str
    lines: tuple[str, ...]
    decision: Decision
    is_own: bool


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

    @property
    def decisions(self) -> Mapping[ActionId, Decision]:
        """The new decisions on the pack's actions."""
        return {
            ActionId(each.action): each.decision for each in self.differences if not each.is_own
        }

    def own_actions(self, plan: Plan) -> tuple[OwnAction, ...]:
        """Return the plan's own actions that change."""
        new = {each.action: each.decision for each in self.differences if each.is_own}
        return tuple(
            replace(own, decision=new[own.id]) for own in plan.own_actions if own.id in new
        )


def filled_story(pack: Pack, plan: Plan, filled: FilledChecklist) -> FilledStory:
    """Lay a filled-in checklist beside the plan; one of another plan is not taken."""
    own = {action.id: action for action in plan.own_actions}
    differences: list[Difference] = []
    unknown = 0
    for change in filled.items:
        if change.action in pack.action_by_id:
            action = pack.action_by_id[ActionId(change.action)]
            before = plan.decision(action.id)
            found = _difference(change, action.text, before, is_own=False)
        elif change.action in own:
            mine = own[change.action]
            found = _difference(change, mine.text, mine.decision, is_own=True)
        else:
            unknown += 1
            continue
        if found is not None:
            differences.append(found)
    return FilledStory(
        differences=tuple(differences),
        unknown=unknown,
        is_other_plan=bool(filled.plan) and filled.plan != plan.id,
    )


def _difference(
    change: FilledItem, title: str, before: Decision, *, is_own: bool
) -> Difference | None:
    after = change.applied_to(before)
    if after == before:
        return None
    return Difference(
        action=change.action,
        title=title,
        lines=tuple(each.sentence for each in changed(told_decision(before), told_decision(after))),
        decision=after,
        is_own=is_own,
    )
