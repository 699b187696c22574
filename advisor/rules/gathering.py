"""Actions gathered across findings, and how far they answer a risk."""

from collections.abc import Collection, Iterable, Mapping

from advisor.models.advice import AdvisedAction
from advisor.models.explanation import Truth
from advisor.models.findings import RiskState
from advisor.models.ids import ActionId, ConfigurationId
from advisor.models.plan import Choice
from advisor.rules.completions import Situation
from advisor.rules.judging import FAILS, HOLDS, OPEN
from advisor.rules.prepared import PreparedAction, PreparedPack

_IN_PLACE = Choice.IN_PLACE
"""By a name of its own, as in ``judging``: it is faster."""

_WORST_FIRST = tuple(RiskState)


def advised_actions(
    pack: PreparedPack,
    situation: Situation,
    live: Collection[ConfigurationId],
    key: Collection[ActionId],
) -> tuple[AdvisedAction, ...]:
    """Return the actions that serve a live configuration, and every safety action.

    Those that certainly do not fit the plan are left out. ``key`` names the actions that
    answer what is at work. What an action serves is in the order of the pack.
    """
    actions = []
    for prepared in pack.actions:
        action = prepared.action
        serves = tuple([each for each in prepared.serves if each in live])
        is_shown = bool(serves) or action.safety or action.id in key
        applies = applies_to(prepared, situation) if is_shown else FAILS
        if applies is not FAILS:
            by_answers = _in_place_by_answers(prepared, situation)
            decision = situation.plan.decision(action.id)
            actions.append(
                AdvisedAction(
                    id=action.id,
                    text=prepared.text.said(situation),
                    stage=action.stage,
                    owner=action.owner,
                    serves=serves,
                    key=action.id in key,
                    safety=action.safety,
                    applies=applies,
                    in_place=True if decision.choice is _IN_PLACE else by_answers,
                    decision=decision,
                    shown_by_answers=by_answers is True,
                )
            )
    return tuple(actions)


def applies_to(prepared: PreparedAction, situation: Situation) -> Truth:
    """Say whether an action fits the plan."""
    if prepared.applies_when is None:
        return HOLDS
    return situation.truth(prepared.applies_when)


def _in_place_by_answers(prepared: PreparedAction, situation: Situation) -> bool | None:
    if prepared.in_place_when is None:
        return None
    truth = situation.truth(prepared.in_place_when)
    return None if truth is OPEN else truth is HOLDS


def by_configuration(
    actions: Iterable[AdvisedAction],
) -> Mapping[ConfigurationId, tuple[AdvisedAction, ...]]:
    """Return the actions by what they serve, each list in the same order."""
    serving: dict[ConfigurationId, list[AdvisedAction]] = {}
    for action in actions:
        for configuration in action.serves:
            serving.setdefault(configuration, []).append(action)
    return {configuration: tuple(listed) for configuration, listed in serving.items()}


def state_of(answering: Collection[AdvisedAction]) -> RiskState:
    """Return how far a cause is answered by its key actions that may fit the plan.

    A plan to do something never makes it addressed: only what is in place does. Without any
    action nothing says that it is answered.
    """
    if answering and all(action.in_place is True for action in answering):
        return RiskState.ADDRESSED
    if any(action.in_place is True or action.is_planned for action in answering):
        return RiskState.PARTLY_ADDRESSED
    return RiskState.OPEN


def worst(states: Iterable[RiskState]) -> RiskState | None:
    """Return the worst of some states; None of none."""
    found = set(states)
    return next((state for state in _WORST_FIRST if state in found), None) if found else None
