"""Two plans under one pack, or one plan before and after the pack changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advisor.models.advice import Advice
from advisor.models.comparison import (
    AnswerDifference,
    Compared,
    Comparison,
    GateChange,
    StateChange,
    VerdictChange,
)
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from advisor.rules.preparing import prepared


def compare(pack: Pack, before: Plan, after: Plan) -> Compared:
    """Return two plans beside each other: what differs between them and in the advice on them.

    A question that is hidden in both plans is left out, whatever answers they keep for it.
    """
    ready = prepared(pack)
    hidden = ready.situation(before).hidden & ready.situation(after).hidden
    asked = [each.id for each in pack.questionnaire.questions if each.id not in hidden]
    old, new = advise(pack, before), advise(pack, after)
    return Compared(
        before=before,
        after=after,
        old=old,
        new=new,
        asked=len(asked),
        moved=replace(between(old, new), answers=tuple(_answers(asked, before, after))),
    )


def between(old: Advice, new: Advice) -> Comparison:
    """Return how two states of the advice differ, whatever answers it rests on."""
    moved = what_moved({finding.rule: finding.verdict for finding in old.findings}, new, old)
    return replace(moved, states=tuple(_states(old, new)), gates=tuple(_gates(old, new)))


def what_moved(
    stored: Mapping[RuleId, Verdict], advice: Advice, old: Advice | None = None
) -> Comparison:
    """Return how verdicts that were stored with a plan differ from new advice.

    A rule that is new or gone is listed only where it applies or may apply. ``old`` is advice of
    the same evidence as the stored verdicts: its findings say why where they still agree with
    those, which they do unless the plan was changed meanwhile.
    """
    before = {
        finding.rule: finding
        for finding in (old.findings if old else ())
        if finding.verdict is stored.get(finding.rule)
    }
    now = {finding.rule: finding.verdict for finding in advice.findings}
    moves = [
        VerdictChange(
            rule=rule,
            before=stored.get(rule),
            after=now.get(rule),
            was=before.get(rule),
            now=advice.finding_by_rule.get(rule),
        )
        for rule in [*now, *(rule for rule in stored if rule not in now)]
        if _is_listed(stored.get(rule), now.get(rule))
    ]
    return Comparison(
        gained=tuple(move for move in moves if move.after is Verdict.APPLIES),
        lost=tuple(move for move in moves if move.before is Verdict.APPLIES),
        changed=tuple(move for move in moves if Verdict.APPLIES not in {move.before, move.after}),
    )


def _is_listed(before: Verdict | None, after: Verdict | None) -> bool:
    live = {Verdict.APPLIES, Verdict.MAY_APPLY}
    is_on_both_sides = before is not None and after is not None
    return before is not after and (is_on_both_sides or before in live or after in live)


def _answers(asked: Iterable[QuestionId], before: Plan, after: Plan) -> Iterable[AnswerDifference]:
    for question in asked:
        one, other = before.answer(question), after.answer(question)
        if one.value != other.value:
            yield AnswerDifference(question=question, before=one, after=other)


def _gates(old: Advice, new: Advice) -> Iterable[GateChange]:
    before = {gate.id: gate.state for gate in old.gates}
    for gate in new.gates:
        if before[gate.id] is not gate.state:
            yield GateChange(gate=gate.id, before=before[gate.id], after=gate.state)


def _states(old: Advice, new: Advice) -> Iterable[StateChange]:
    for finding in new.findings:
        was = old.finding_by_rule[finding.rule]
        if was.state is not None and finding.state not in {None, was.state}:
            yield StateChange(
                rule=finding.rule, before=was.state, after=finding.state, was=was, now=finding
            )
