"""Gates: what must be there before mothers are supported."""

from collections.abc import Mapping

from advisor.models.advice import AdvisedAction
from advisor.models.explanation import Truth
from advisor.models.findings import GateFinding, GateState
from advisor.models.ids import ActionId, QuestionId
from advisor.models.plan import Choice
from advisor.rules.completions import Situation
from advisor.rules.prepared import PreparedGate, PreparedPack


def judged_gates(
    pack: PreparedPack, situation: Situation, actions: Mapping[ActionId, AdvisedAction]
) -> tuple[GateFinding, ...]:
    """Return every gate of the pack with its state, in the order of the pack."""
    return tuple(_judged(gate, situation, actions) for gate in pack.gates)


def _judged(
    prepared: PreparedGate, situation: Situation, actions: Mapping[ActionId, AdvisedAction]
) -> GateFinding:
    gate = prepared.gate
    shown = tuple(actions[each] for each in gate.actions if each in actions)
    state = _state(situation.truth(prepared.when), shown)
    return GateFinding(
        id=gate.id,
        level=gate.level,
        state=state,
        text=prepared.text.said(situation),
        in_place=gate.in_place,
        actions=tuple(action.id for action in shown),
        depends_on=_depends_on(prepared, situation) if state is GateState.NOT_SAID else (),
        because=prepared.when.because(situation.told),
    )


def _state(missing: Truth, shown: tuple[AdvisedAction, ...]) -> GateState:
    """A gate is fine when its actions are in place, at least one because the person said so.

    Where answers alone show all of them in place, the answer that says what is missing stays.
    """
    by_decision = any(action.decision.choice is Choice.IN_PLACE for action in shown)
    if by_decision and all(action.in_place is True for action in shown):
        return GateState.FINE
    return {
        Truth.HOLDS: GateState.MISSING,
        Truth.OPEN: GateState.NOT_SAID,
        Truth.FAILS: GateState.FINE,
    }[missing]


def _depends_on(prepared: PreparedGate, situation: Situation) -> tuple[QuestionId, ...]:
    lanes = situation.lanes(prepared.when)
    if lanes is None:
        open_ones = prepared.when.mentioned & situation.still_open
    else:
        turning = (axis for axis in lanes.axes if lanes.turns_on(axis, lanes.columns[0]))
        open_ones = frozenset(axis.question for axis in turning)
    asked = situation.questionnaire.questions
    return tuple(question.id for question in asked if question.id in open_ones)
