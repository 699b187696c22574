"""Which action goes where on a checklist: each in exactly one place, in the order of the advice."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Verdict
from advisor.models.evidence import Domain
from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Plan
from advisor.telling.order import risks, worst_first

MOST_ON_THE_WALL = 50
"""About as many actions as four pages hold. What must be seen is seen, however much it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The advised actions: under a risk, to do, also worth doing, in place, declined."""

    advice: Advice
    by_risk: tuple[tuple[Finding, tuple[AdvisedAction, ...]], ...]
    to_do: tuple[AdvisedAction, ...]
    also: tuple[AdvisedAction, ...]
    in_place: tuple[AdvisedAction, ...]
    declined: tuple[AdvisedAction, ...]

    @property
    def room(self) -> int:
        """How many more actions the wall takes beside those that must be seen."""
        seen = len(self.to_do) + sum(len(actions) for _, actions in self.by_risk)
        return max(0, MOST_ON_THE_WALL - seen)


def sorted_out(plan: Plan, advice: Advice) -> Sorted:
    """Return every advised action in its one place.

    A key action of an open or partly addressed risk stands under the first such risk.
    """
    declined = [a for a in advice.actions if a.decision.choice is Choice.NOT_FOR_US]
    in_place = [a for a in advice.actions if a.in_place is True and a not in declined]
    left = [a for a in advice.actions if a not in declined and a not in in_place]
    by_risk, taken = _by_risk(advice, left)
    left = [action for action in left if action.id not in taken]
    to_do = [action for action in left if _must_be_seen(plan, action)]
    also = [action for action in left if action not in to_do]
    return Sorted(
        advice=advice,
        by_risk=by_risk,
        to_do=tuple(to_do),
        also=tuple(also),
        in_place=tuple(in_place),
        declined=tuple(declined),
    )


def _by_risk(
    advice: Advice, left: Iterable[AdvisedAction]
) -> tuple[tuple[tuple[Finding, tuple[AdvisedAction, ...]], ...], frozenset[ActionId]]:
    """Return the risks that are not addressed with their key actions, each action once."""
    taken: set[ActionId] = set()
    groups: list[tuple[Finding, tuple[AdvisedAction, ...]]] = []
    unaddressed = risks(advice, RiskState.OPEN, RiskState.PARTLY_ADDRESSED)
    for risk in worst_first(unaddressed):
        own = tuple(
            action
            for action in left
            if action.key and action.id in risk.actions and action.id not in taken
        )
        taken.update(action.id for action in own)
        groups.append((risk, own))
    return tuple(groups), frozenset(taken)


def _must_be_seen(plan: Plan, action: AdvisedAction) -> bool:
    """Whether an action is key, about safety, or something that the provider took on."""
    decided = action.id in plan.decisions and (
        action.decision.choice is Choice.WE_WILL
        or bool(action.decision.owner or action.decision.due or action.decision.note)
    )
    return action.key or action.safety or decided


def most_helpful(places: Sorted, most: int) -> tuple[AdvisedAction, ...]:
    """Return the few that serve most risks and findings, in the order of the advice."""
    risks = {
        finding.configuration
        for finding in places.advice.with_verdict(Verdict.APPLIES)
        if finding.domain is Domain.RISK
    }
    ranked = sorted(
        places.also,
        key=lambda action: (-len(risks & set(action.serves)), -len(action.serves)),
    )
    chosen = {action.id for action in ranked[:most]}
    return tuple(action for action in places.also if action.id in chosen)
