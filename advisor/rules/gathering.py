"""Actions gathered across findings, and how far they address a risk."""

from collections.abc import Collection, Iterable, Mapping

from advisor.models.advice import AdvisedAction, RiskState, Truth
from advisor.models.ids import ConfigurationId
from advisor.models.plan import Choice
from advisor.rules.completions import Situation
from advisor.rules.prepared import PreparedAction, PreparedPack


def advised_actions(
    pack: PreparedPack, situation: Situation, live: Collection[ConfigurationId]
) -> tuple[AdvisedAction, ...]:
    """Return the actions that serve a live configuration and may fit, and every safety action.

    A safety action fits every plan. What an action serves is in the order of the pack.
    """
    actions = []
    for prepared in pack.actions:
        action = prepared.action
        serves = tuple(configuration for configuration in prepared.serves if configuration in live)
        applies = _applies(prepared, situation) if serves or action.safety else Truth.FAILS
        if applies is not Truth.FAILS:
            actions.append(
                AdvisedAction(
                    id=action.id,
                    stage=action.stage,
                    owner=action.owner,
                    serves=serves,
                    key=action.key,
                    safety=action.safety,
                    applies=applies,
                    in_place=_in_place(prepared, situation),
                    decision=situation.plan.decision(action.id),
                )
            )
    return tuple(actions)


def _applies(prepared: PreparedAction, situation: Situation) -> Truth:
    if prepared.applies_when is None or prepared.action.safety:
        return Truth.HOLDS
    return situation.truth(prepared.applies_when)


def _in_place(prepared: PreparedAction, situation: Situation) -> bool | None:
    if situation.plan.decision(prepared.action.id).choice is Choice.IN_PLACE:
        return True
    if prepared.in_place_when is None:
        return None
    shown = {Truth.HOLDS: True, Truth.FAILS: False, Truth.OPEN: None}
    return shown[situation.truth(prepared.in_place_when)]


def by_configuration(
    actions: Iterable[AdvisedAction],
) -> Mapping[ConfigurationId, tuple[AdvisedAction, ...]]:
    """Return the actions by what they serve, each list in the same order."""
    serving: dict[ConfigurationId, list[AdvisedAction]] = {}
    for action in actions:
        for configuration in action.serves:
            serving.setdefault(configuration, []).append(action)
    return {configuration: tuple(listed) for configuration, listed in serving.items()}


def risk_state(serving: Collection[AdvisedAction]) -> RiskState:
    """Return how far a risk is addressed by the actions that serve it and may fit.

    Only key actions count. Without any, nothing says that the risk is addressed.
    """
    in_place = [action.in_place is True for action in serving if action.key]
    if not any(in_place):
        return RiskState.OPEN
    return RiskState.ADDRESSED if all(in_place) else RiskState.PARTLY_ADDRESSED
