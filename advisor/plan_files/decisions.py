"""What a plan file says besides its answers: decisions, own entries, comments and ticks."""

import uuid

from advisor.errors import did_you_mean
from advisor.language import N_, _
from advisor.models.ids import ActionId, GateId, PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Comment, Decision, GateTick, OwnAction, OwnRisk
from advisor.models.texts import shown
from advisor.plan_files.answers import gone_questions
from advisor.plan_files.values import (
    Spot,
    checked_day,
    checked_id,
    group,
    items,
    needed_day,
    refuse_kind,
)

_DECISION = ("choice", "owner", "due", "note", "reason")
_OWN_ACTION = ("id", "text", "stage", "decision")
_OWN_RISK = ("id", "text", "mitigation")
_COMMENT = ("id", "question", "who", "text")


def read_decisions(spot: Spot, value: object, pack: Pack) -> dict[ActionId, Decision]:
    """Return the decisions in the order of the pack; what is wrong is noted at the spot.

    Those on actions of the edition before that others took in are kept, at the end.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        sentence = N_("A group of actions and decisions is expected here, not {given}.")
        refuse_kind(spot, sentence, value)
        return {}
    gone = [move.action for move in pack.moves.actions] if pack.moves else []
    for name in value:
        if name not in pack.action_by_id and name not in gone and not spot.is_past_reading:
            sentence = _("There is no action {action} in the evidence {version}.").format(
                action=shown(name), version=pack.version
            )
            spot.refuse(sentence + did_you_mean(name, pack.action_by_id))
    return {
        action: _decision(spot.at(action), value[action], Choice.DECIDE_LATER)
        for action in (*pack.action_by_id, *gone)
        if action in value
    }


def read_own_actions(spot: Spot, value: object, pack: Pack, plan: PlanId) -> tuple[OwnAction, ...]:
    """Return the provider's own actions; one without an id gets the same id at every reading."""
    own: list[OwnAction] = []
    for number, (place, item) in enumerate(items(spot, value)):
        entry = group(place, item, _OWN_ACTION)
        stage = entry.values.get("stage")
        stages = [term.id for term in pack.stages]
        if not isinstance(stage, str) or stage not in stages:
            guess = did_you_mean(stage, stages) if isinstance(stage, str) else ""
            sentence = _("A stage is one of {stages}.").format(stages=", ".join(stages))
            place.at("stage").refuse(sentence + guess)
            stage = ""
        own.append(
            OwnAction(
                id=_own_id(place, entry.values.get("id"), plan, f"action {number}"),
                text=entry.text("text", needed=True),
                stage=stage,
                decision=_decision(
                    place.at("decision"), entry.values.get("decision", {}), Choice.WE_WILL
                ),
            )
        )
    _refuse_repeated(spot, [action.id for action in own])
    return tuple(own)


def read_own_risks(spot: Spot, value: object, plan: PlanId) -> tuple[OwnRisk, ...]:
    """Return the provider's own risks; one without an id gets the same id at every reading."""
    own: list[OwnRisk] = []
    for number, (place, item) in enumerate(items(spot, value)):
        entry = group(place, item, _OWN_RISK)
        own.append(
            OwnRisk(
                id=_own_id(place, entry.values.get("id"), plan, f"risk {number}"),
                text=entry.text("text", needed=True),
                mitigation=entry.text("mitigation"),
            )
        )
    _refuse_repeated(spot, [risk.id for risk in own])
    return tuple(own)


def read_comments(spot: Spot, value: object, pack: Pack, plan: PlanId) -> tuple[Comment, ...]:
    """Return who sees which question differently; one without an id always gets the same.

    Those on questions of the edition before that this one asks otherwise are kept.
    """
    own: list[Comment] = []
    asked = (*pack.questionnaire.questions, *gone_questions(pack))
    questions = [question.id for question in asked]
    for number, (place, item) in enumerate(items(spot, value)):
        entry = group(place, item, _COMMENT)
        question = entry.values.get("question")
        if not isinstance(question, str) or question not in questions:
            guess = did_you_mean(question, questions) if isinstance(question, str) else ""
            sentence = _("A question of the evidence is needed here.")
            place.at("question").refuse(sentence + guess)
            question = ""
        own.append(
            Comment(
                id=_own_id(place, entry.values.get("id"), plan, f"comment {number}"),
                question=QuestionId(question),
                who=entry.line("who"),
                text=entry.text("text", needed=True),
            )
        )
    _refuse_repeated(spot, [comment.id for comment in own])
    return tuple(own)


def read_gate_ticks(spot: Spot, value: object, pack: Pack) -> dict[GateId, GateTick]:
    """Return what was ticked on which day, in the order of the pack."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        sentence = N_("A group of safety checks and days is expected here, not {given}.")
        refuse_kind(spot, sentence, value)
        return {}
    for name in value:
        if name not in pack.gate_by_id and not spot.is_past_reading:
            sentence = _("There is no safety check {gate} in the evidence {version}.").format(
                gate=shown(name), version=pack.version
            )
            spot.refuse(sentence + did_you_mean(name, pack.gate_by_id))
    days = {
        gate: needed_day(spot.at(gate), value[gate]) for gate in pack.gate_by_id if gate in value
    }
    return {gate: GateTick(day=day) for gate, day in days.items() if day is not None}


def _decision(spot: Spot, value: object, usual: Choice) -> Decision:
    entry = group(spot, value, _DECISION)
    choice = entry.values.get("choice", usual)
    if not isinstance(choice, str) or choice not in tuple(Choice):
        guess = did_you_mean(choice, Choice) if isinstance(choice, str) else ""
        sentence = _("A choice is one of {choices}.").format(choices=", ".join(Choice))
        spot.at("choice").refuse(sentence + guess)
        choice = usual
    return Decision(
        choice=Choice(choice),
        owner=entry.line("owner"),
        due=checked_day(spot.at("due"), entry.values.get("due")),
        note=entry.text("note"),
        reason=entry.text("reason"),
    )


def _own_id(spot: Spot, written: object, plan: PlanId, name: str) -> str:
    if written is None:
        return str(uuid.uuid5(uuid.UUID(plan), name))
    return checked_id(spot.at("id"), written)


def _refuse_repeated(spot: Spot, ids: list[str]) -> None:
    if len(set(filter(None, ids))) < len(list(filter(None, ids))):
        spot.refuse(_("Two of these have the same id. Leave the ids out to get new ones."))
