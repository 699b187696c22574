"""Advice for a plan: every rule of the pack, and what follows from it.

``advise`` is a pure function of a pack and a plan: no clock, no database, no language. The
order of rules, questions and answers decides only the order of what is listed.
"""

from collections.abc import Iterable, Iterator, Sequence

from advisor.models.advice import Advice, AdvisedScopeNote, AdvisedTension, Summary
from advisor.models.evidence import Tension
from advisor.models.explanation import Truth
from advisor.models.findings import Finding, GateFinding, Verdict
from advisor.models.ids import ActionId, ConfigurationId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.asking import open_questions, relevant_questions
from advisor.rules.completions import Situation
from advisor.rules.counting import counted
from advisor.rules.finding import finding_of
from advisor.rules.gathering import advised_actions, by_configuration
from advisor.rules.gating import judged_gates
from advisor.rules.prepared import JudgedRule, PreparedPack
from advisor.rules.preparing import prepared
from advisor.rules.priorities import priorities


def advise(pack: Pack, plan: Plan) -> Advice:
    """Return all that the rules of a pack say about a plan.

    Verdicts are exact over the open answers. Answers to questions that the pack does not
    have are left out; an answer must fit its question.
    """
    ready = prepared(pack)
    situation = ready.situation(plan)
    outcomes = zip(ready.rules, ready.all_rules.outcomes(situation), strict=True)
    judged = tuple(JudgedRule(prepared=rule, outcome=found) for rule, found in outcomes)
    live = tuple(one for one in judged if one.outcome.is_live)
    actions = advised_actions(
        ready,
        situation,
        frozenset(one.configuration.id for one in live),
        frozenset(_key_actions(live)),
    )
    by_id = {action.id: action for action in actions}
    serving = by_configuration(actions)
    findings = tuple(
        finding_of(one, ready, situation, by_id, serving.get(one.configuration.id, ()))
        for one in judged
    )
    gates = judged_gates(ready, situation, by_id)
    return Advice(
        plan=plan.id,
        pack=pack.version,
        covered=not situation.is_out_of_scope,
        summary=_summary(findings, gates, situation),
        gates=gates,
        priorities=priorities(gates, findings, by_id),
        findings=findings,
        actions=actions,
        open_questions=open_questions(situation, judged, gates),
        scope_notes=_scope_notes(ready, situation),
        tensions=() if situation.is_out_of_scope else _tensions(pack.tensions, situation, live),
    )


def _key_actions(live: Iterable[JudgedRule]) -> Iterator[ActionId]:
    """Yield the actions that answer a branch at work of a risk, or of what keeps mothers away."""
    for one in live:
        if one.rule.effect.is_adverse:
            branches = one.rule.counting
            for number in one.outcome.at_work:
                yield from branches[number].answered_by


def _scope_notes(ready: PreparedPack, situation: Situation) -> tuple[AdvisedScopeNote, ...]:
    verdicts = {Truth.HOLDS: Verdict.APPLIES, Truth.OPEN: Verdict.MAY_APPLY}
    judged = ((prepared, situation.truth(prepared.when)) for prepared in ready.scope_notes)
    return tuple(
        AdvisedScopeNote(
            id=prepared.note.id,
            verdict=verdicts[truth],
            text=prepared.text.said(situation),
            because=prepared.when.because(situation.told),
        )
        for prepared, truth in judged
        if truth in verdicts
    )


def _tensions(
    tensions: Iterable[Tension], situation: Situation, live: Iterable[JudgedRule]
) -> tuple[AdvisedTension, ...]:
    adverse: dict[bool, set[ConfigurationId]] = {False: set(), True: set()}
    for one in live:
        adverse[one.rule.effect.is_adverse].add(one.configuration.id)
    return tuple(
        AdvisedTension(
            id=tension.id,
            question=tension.question,
            option=tension.option,
            benefit_side=tuple(side for side in tension.benefit_side if side in adverse[False]),
            risk_side=tuple(side for side in tension.risk_side if side in adverse[True]),
        )
        for tension in tensions
        if tension.question not in situation.hidden and _is_chosen(tension, situation)
    )


def _is_chosen(tension: Tension, situation: Situation) -> bool:
    given = situation.given.get(tension.question)
    return tension.option in given if isinstance(given, frozenset) else given == tension.option


def _summary(
    findings: Sequence[Finding], gates: Sequence[GateFinding], situation: Situation
) -> Summary:
    asked = relevant_questions(situation)
    return counted(
        ((each.domain, each.effect, each.state or each.verdict) for each in findings),
        (gate.state for gate in gates),
        answered=sum(question.id in situation.given for question in asked),
        asked=len(asked),
    )
