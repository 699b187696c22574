"""Actions gathered across findings, and how far they address a risk."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from advisor.models.advice import AdvisedAction, RiskState, Truth
from advisor.models.ids import ConfigurationId
from advisor.models.plan import Choice
from advisor.rules.completions import Situation
from advisor.rules.prepared import PreparedAction, PreparedPack


def fitting_actions(pack: PreparedPack, situation: Situation) -> tuple[AdvisedAction, ...]:
    """Return every action that may fit the plan, whichever configurations it serves.

    A safety action always fits. ``serves`` has all that the action serves.
    """
    judged = (_judged(prepared, situation) for prepared in pack.actions)
    return tuple(action for action in judged if action.applies is not Truth.FAILS)


def _judged(prepared: PreparedAction, situation: Situation) -> AdvisedAction:
    action = prepared.action
    applies = Truth.HOLDS
    if prepared.applies_when is not None and not action.safety:
        applies = situation.truth(prepared.applies_when)
    return AdvisedAction(
        id=action.id,
        stage=action.stage,
        owner=action.owner,
        serves=tuple(serving.configuration for serving in action.serves),
        key=action.key,
        safety=action.safety,
        applies=applies,
        in_place=_in_place(prepared, situation),
        decision=situation.plan.decision(action.id),
    )


def _in_place(prepared: PreparedAction, situation: Situation) -> bool | None:
    if situation.plan.decision(prepared.action.id).choice is Choice.IN_PLACE:
        return True
    if prepared.in_place_when is None:
        return None
    shown = {Truth.HOLDS: True, Truth.FAILS: False, Truth.OPEN: None}
    return shown[situation.truth(prepared.in_place_when)]


def advised(
    fitting: Iterable[AdvisedAction], live: Sequence[ConfigurationId]
) -> tuple[AdvisedAction, ...]:
    """Return the actions that serve a live configuration, or safety, in the same order.

    ``serves`` is cut down to the live configurations, in the order of the pack.
    """
    cut = (_serving_only(action, live) for action in fitting)
    return tuple(action for action in cut if action.serves or action.safety)


def _serving_only(action: AdvisedAction, live: Sequence[ConfigurationId]) -> AdvisedAction:
    serves = tuple(configuration for configuration in live if configuration in action.serves)
    return replace(action, serves=serves)


def risk_state(serving: Collection[AdvisedAction]) -> RiskState:
    """Return how far a risk is addressed by the actions that serve it and may fit.

    Only key actions count. Without any, nothing says that the risk is addressed.
    """
    in_place = [action.in_place is True for action in serving if action.key]
    if not any(in_place):
        return RiskState.OPEN
    return RiskState.ADDRESSED if all(in_place) else RiskState.PARTLY_ADDRESSED
