"""Advice as data: the versioned contract of ``docs/advice-json.md``.

The shape is published as ``resources/schemas/advice-2.schema.json``. The same plan, pack
and advice give the same text to the byte.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from advisor.errors import FileRefused
from advisor.export.json_reasons import answer_data, because_data
from advisor.language import _
from advisor.models.advice import Advice, AdvisedAction, Cause, OpenQuestion, Priority
from advisor.models.evidence import Domain
from advisor.models.explanation import Truth
from advisor.models.findings import BranchFinding, Finding, GateFinding, Verdict
from advisor.models.ids import RuleId
from advisor.models.json_values import Json, JsonObject
from advisor.models.pack import Pack
from advisor.models.plan import Decision, Plan
from advisor.models.said import said_of
from advisor.models.tips import Numbers, Tip
from advisor.rules.tipping import tips

ADVICE_VERSION = 2
READABLE = (1, ADVICE_VERSION)
"""The versions of kept advice whose verdicts can be read."""

_STEP = 2
"""Spaces from the margin for each step in."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def advice_data(pack: Pack, plan: Plan, advice: Advice) -> JsonObject:
    """Return the advice in plain values, ready for JSON, in the order of the advice."""
    parts = _parts(pack, plan, advice)
    return {name: list(said) if isinstance(said, Iterator) else said for name, said in parts}


def advice_text(pack: Pack, plan: Plan, advice: Advice) -> str:
    """Return ``advice_data`` as JSON text that ends with a newline.

    One item after the other is spelled: a plan that is saved keeps this each time, and all at
    once would be 50,000 objects for a moment.
    """
    parts = (f'  "{name}": {_spelled(said)}' for name, said in _parts(pack, plan, advice))
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    # Half a character, as broken programs write it, has no UTF-8 form but an escape.
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _parts(pack: Pack, plan: Plan, advice: Advice) -> Iterator[tuple[str, Json | Iterator[Json]]]:
    """Yield what ``advice_data`` has under each name; of lists, one item after the other."""
    by_rule = tips(pack, plan, advice)
    yield "advice_version", ADVICE_VERSION
    yield "pack", {"id": advice.pack.id, "version": advice.pack.version}
    yield "plan", _plan(pack, plan)
    yield "covered", advice.covered
    yield "not_covered_text", None if advice.covered else pack.scope.not_covered_text
    yield "summary", _summary(advice)
    yield "gates", map(_gate, advice.gates)
    yield "priorities", (_priority(advice, priority) for priority in advice.priorities)
    yield (
        "findings",
        (_finding(pack, each, by_rule.get(each.rule, ())) for each in advice.findings),
    )
    yield "actions", (_action(plan, action) for action in advice.actions)
    yield "open_questions", map(_open_question, advice.open_questions)
    yield "scope_notes", _scope_notes(pack, advice)
    yield "tensions", _tensions(pack, advice)


def _spelled(said: Json | Iterator[Json]) -> str:
    """Return what has a name as JSON, in from the margin by one step."""
    if not isinstance(said, Iterator):
        return _inwards(said, 1)
    items = ",\n    ".join(_inwards(each, 2) for each in said)
    return f"[\n    {items}\n  ]" if items else "[]"


def _inwards(said: Json, steps: int) -> str:
    # Of a text's own lines JSON has escapes, so each newline here is one of the spelling.
    spelled = json.dumps(said, ensure_ascii=False, indent=_STEP)
    return spelled.replace("\n", "\n" + " " * _STEP * steps)


def verdicts_in(text: str) -> Mapping[RuleId, Verdict]:
    """Return the verdicts that advice kept as JSON holds, by rule.

    Raises FileRefused when the text is not advice of a version that is known here.
    """
    try:
        kept = json.loads(text)
        if kept["advice_version"] not in READABLE:
            raise ValueError(kept["advice_version"])
        return {
            RuleId(str(finding["rule"])): Verdict(finding["verdict"])
            for finding in kept["findings"]
        }
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FileRefused(
            _("This is not advice of version {version}. Ask for the advice again.").format(
                version=ADVICE_VERSION
            ),
            code="advice-refused",
        ) from error


def _plan(pack: Pack, plan: Plan) -> JsonObject:
    return {
        "id": plan.id,
        "title": plan.title,
        "description": plan.description,
        "answers": {
            question.id: answer_data(plan.answers[question.id])
            for question in pack.questionnaire.questions
            if question.id in plan.answers
        },
        "own_actions": [
            {
                "id": own.id,
                "text": own.text,
                "stage": own.stage,
                "decision": _decision(own.decision),
            }
            for own in plan.own_actions
        ],
        "own_risks": [{"id": own.id, **said_of(own)} for own in plan.own_risks],
    }


def _summary(advice: Advice) -> JsonObject:
    summary = advice.summary
    return {
        "risks_open": summary.risks_open,
        "risks_partly_addressed": summary.risks_partly_addressed,
        "risks_addressed": summary.risks_addressed,
        "benefits": summary.benefits,
        "helps_take_up": summary.helps_take_up,
        "hinders_take_up": summary.hinders_take_up,
        "may_apply": summary.may_apply,
        "risks_that_may_apply": summary.risks_that_may_apply,
        "not_covered": summary.not_covered,
        "does_not_apply": summary.does_not_apply,
        "gates_missing": summary.gates_missing,
        "gates_not_said": summary.gates_not_said,
        "answered": summary.answered,
        "asked": summary.asked,
    }


def _gate(gate: GateFinding) -> JsonObject:
    return {
        "id": gate.id,
        "level": gate.level.value,
        "state": gate.state.value,
        "text": gate.text,
        "in_place": gate.in_place,
        "depends_on": list(gate.depends_on),
        "because": because_data(gate.because),
        "actions": list(gate.actions),
    }


def _priority(advice: Advice, priority: Priority) -> JsonObject:
    return {
        "action": priority.action,
        "text": advice.action_by_id[priority.action].text,
        "because": [_cause(cause) for cause in priority.because],
    }


def _cause(cause: Cause) -> JsonObject:
    if cause.gate is not None:
        return {"gate": cause.gate}
    return {"rule": cause.rule, "branch": cause.branch}


def _finding(pack: Pack, finding: Finding, tipping: Iterable[Tip]) -> JsonObject:
    needs: JsonObject = {}
    if finding.domain is Domain.BENEFIT:
        needs = {"needs": [{"text": need.text, "met": _met(need.met)} for need in finding.needs]}
    return {
        "configuration": finding.configuration,
        "rule": finding.rule,
        "domain": finding.domain.value,
        "effect": finding.effect.value,
        "term": pack.configuration_by_id[finding.configuration].term,
        "verdict": finding.verdict.value,
        "state": None if finding.state is None else finding.state.value,
        "matters_more": finding.matters_more,
        "branches": [_branch(branch) for branch in finding.branches],
        **needs,
        "because": because_data(finding.because),
        "depends_on": list(finding.depends_on),
        "tips": [_tip(each) for each in tipping],
        "stronger": list(finding.stronger),
        "weaker": list(finding.weaker),
        "actions": list(finding.actions),
        "evidence": finding.evidence,
        "sources": list(finding.sources),
    }


def _tip(tip: Tip) -> JsonObject:
    answer: Json
    match tip.answer:
        case Numbers() as numbers:
            answer = {"at_least": numbers.least, "at_most": numbers.most}
        case said:
            answer = said
    return {"question": tip.question, "answer": answer, "verdict": tip.verdict.value}


def _met(met: Truth | None) -> bool | None:
    return {Truth.HOLDS: True, Truth.FAILS: False}.get(met) if met is not None else None


def _branch(branch: BranchFinding) -> JsonObject:
    return {
        "id": branch.id,
        "verdict": branch.verdict.value,
        "state": None if branch.state is None else branch.state.value,
        "text": branch.text,
        "short": branch.short,
        "sign": branch.sign,
        "answered_by": list(branch.answered_by),
        "because": because_data(branch.because),
        "evidence": branch.evidence,
        "sources": list(branch.sources),
        "other_sources": branch.other_sources,
    }


def _action(plan: Plan, action: AdvisedAction) -> JsonObject:
    return {
        "id": action.id,
        "text": action.text,
        "stage": action.stage,
        "owner": action.owner,
        "serves": list(action.serves),
        "key": action.key,
        "safety": action.safety,
        "in_place": action.in_place,
        "decision": _decision(action.decision) if action.id in plan.decisions else None,
    }


def _decision(decision: Decision) -> JsonObject:
    return {**said_of(decision)}


def _open_question(question: OpenQuestion) -> JsonObject:
    return {
        "question": question.question,
        "open": question.open.value,
        "gates": list(question.gates),
        "risks": list(question.risks),
        "could_settle": question.could_settle,
    }


def _scope_notes(pack: Pack, advice: Advice) -> list[Json]:
    notes = {note.id: note for note in pack.scope_notes}
    return [
        {
            "id": advised.id,
            "verdict": advised.verdict.value,
            "because": because_data(advised.because),
            "title": notes[advised.id].title,
            "text": advised.text,
        }
        for advised in advice.scope_notes
    ]


def _tensions(pack: Pack, advice: Advice) -> list[Json]:
    tensions = {tension.id: tension for tension in pack.tensions}
    return [
        {
            "id": advised.id,
            "question": advised.question,
            "option": advised.option,
            "benefit_side": list(advised.benefit_side),
            "risk_side": list(advised.risk_side),
            "title": tensions[advised.id].title,
            "text": tensions[advised.id].text,
        }
        for advised in advice.tensions
    ]
