"""A plan as the data of a plan file, in the order of the questionnaire and of the pack."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from advisor.language import _
from advisor.models.json_values import json_text
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Decision, OpenAnswer, OwnAction, Plan
from advisor.models.questionnaire import Option, Question, QuestionKind
from advisor.models.said import said_of

Data = dict[str, object]
Id = TypeVar("Id", bound=str)


PLAN_VERSION = 1
"""The version of the file format that is written, and the newest that is read."""


def write_plan(plan: Plan, pack: Pack) -> str:
    """Return a plan as the text of a plan file: the same plan gives the same text.

    What it does not say is left out. ``read_plan`` gives the plan back, as long as every answer
    and decision belongs to the pack.
    """
    version = plan.pack or pack.version
    data: Data = {
        "plan_version": PLAN_VERSION,
        "id": plan.id,
        "title": plan.title,
        "description": plan.description,
        "pack": {"id": version.id, "version": version.version} if plan.pack else None,
        "answers": _answers(plan, pack),
        "decisions": {
            action: _decision(plan.decisions[action])
            for action in _in_order(plan.decisions, pack.action_by_id)
        },
        "own_actions": [_own_action(own) for own in plan.own_actions],
        "own_risks": [_without_blanks({"id": own.id, **said_of(own)}) for own in plan.own_risks],
        "comments": [_without_blanks({"id": own.id, **said_of(own)}) for own in plan.comments],
        "gate_ticks": {
            gate: plan.gate_ticks[gate].day.isoformat()
            for gate in _in_order(plan.gate_ticks, pack.gate_by_id)
        },
    }
    said = {name: value for name, value in data.items() if value or name == "answers"}
    return json_text(said)


def blank_plan(pack: Pack) -> Data:
    """Return a plan file without answers, with the questions and options to fill it in from."""
    questions = pack.questionnaire.questions
    return {
        "plan_version": PLAN_VERSION,
        "title": _("My programme"),
        "pack": {"id": pack.version.id, "version": pack.version.version},
        "answers": dict.fromkeys(question.id for question in questions),
        "questions": [_question(question) for question in questions],
    }


def _answers(plan: Plan, pack: Pack) -> Data:
    questions = {question.id: question for question in pack.questionnaire.questions}
    edition = (plan.pack or pack.version).version
    return {
        question: _answer(plan.answers[question], questions.get(question), edition)
        for question in _in_order(plan.answers, questions)
    }


def _answer(answer: Answer, question: Question | None, edition: str) -> object:
    """``edition`` is that of the plan: an answer tells its own only where it is another."""
    value = _value(answer, question)
    other = answer.edition if answer.edition != edition else ""
    if answer.note or (other and answer != Answer()):
        short = value if isinstance(value, dict) else {"value": value}
        return {**short, **_without_blanks({"note": answer.note, "edition": other})}
    return None if answer == Answer() else value


def _value(answer: Answer, question: Question | None) -> object:
    match answer.value:
        case OpenAnswer():
            return {"open": answer.value.value}
        case frozenset() as chosen:
            options = [option.id for option in question.options] if question else []
            return _in_order(chosen, options)
        case given:
            return given


def _decision(decision: Decision) -> Data:
    return _without_blanks(said_of(decision))


def _own_action(own: OwnAction) -> Data:
    decision = _decision(own.decision)
    return {"id": own.id, "text": own.text, "stage": own.stage, "decision": decision}


def _question(question: Question) -> Data:
    data: Data = {
        "id": question.id,
        "section": question.section,
        "text": question.text,
        "hint": question.hint,
        "kind": question.kind.value,
        "nature": question.nature.value,
        "options": [_option(option) for option in question.options],
        "unit": question.unit,
    }
    data = {**_without_blanks(data), "core": question.core}
    if question.kind is QuestionKind.NUMBER:
        data |= {"min": question.minimum, "max": question.maximum}
    return data


def _option(option: Option) -> Data:
    data: Data = {
        "id": option.id,
        "label": option.label,
        "hint": option.hint,
        "exclusive": option.exclusive,
    }
    return _without_blanks(data)


def _without_blanks(data: Mapping[str, object]) -> Data:
    return {
        name: value
        for name, value in data.items()
        if value is not False and value not in ("", [], None)
    }


def _in_order(ids: Iterable[Id], order: Iterable[Id]) -> list[Id]:
    """Return the ids in an order; those that it does not know come last, by name."""
    place = {known: number for number, known in enumerate(order)}
    return sorted(ids, key=lambda name: (place.get(name, len(place)), name))
