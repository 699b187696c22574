"""Advice for a plan: every rule of the pack, and what follows from it.

``advise`` is a pure function of a pack and a plan: no clock, no database, no language. The
order of rules, questions and answers decides only the order of what is listed.
"""

from collections.abc import Iterable, Sequence

from advisor.models.advice import (
    Advice,
    AdvisedAction,
    AdvisedScopeNote,
    AdvisedTension,
    Finding,
    RiskState,
    Summary,
    Truth,
    Verdict,
)
from advisor.models.evidence import Domain, Effect, ScopeNote, Tension
from advisor.models.ids import ConfigurationId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.asking import open_questions, relevant_questions
from advisor.rules.completions import JudgedRule, Outcome, Situation, outcome
from advisor.rules.gathering import advised_actions, by_configuration, risk_state
from advisor.rules.judging import explain
from advisor.rules.prepared import PreparedNotes, PreparedPack, prepared


def advise(pack: Pack, plan: Plan) -> Advice:
    """Return all that the rules of a pack say about a plan.

    Verdicts are exact over the open answers. Answers to questions that the pack does not
    have are left out; an answer must fit its question.
    """
    ready = prepared(pack)
    situation = ready.situation(plan)
    judged = tuple(
        JudgedRule(configuration=configuration, rule=rule, outcome=outcome(compiled, situation))
        for configuration, rule, compiled in ready.rules
    )
    live = tuple(one for one in judged if one.outcome.is_live)
    actions = advised_actions(ready, situation, frozenset(one.configuration.id for one in live))
    serving = by_configuration(actions)
    findings = tuple(
        _finding(one, ready, situation, serving.get(one.configuration.id, ())) for one in judged
    )
    return Advice(
        plan=plan.id,
        pack=pack.version,
        summary=_summary(findings, situation),
        findings=findings,
        actions=actions,
        open_questions=open_questions(situation, judged),
        scope_notes=_scope_notes(pack.scope_notes, ready, situation),
        tensions=_tensions(pack.tensions, situation, live),
    )


def _finding(
    judged: JudgedRule,
    ready: PreparedPack,
    situation: Situation,
    serving: tuple[AdvisedAction, ...],
) -> Finding:
    configuration, rule, found = judged.configuration, judged.rule, judged.outcome
    return Finding(
        configuration=configuration.id,
        rule=rule.id,
        domain=configuration.domain,
        effect=rule.effect,
        supplementary=configuration.supplementary,
        verdict=found.verdict,
        state=risk_state(serving) if _is_risk_at_work(judged) else None,
        because=explain(rule.when, situation.plan.answer, situation.questionnaire),
        depends_on=_in_order(found.depends_on, situation),
        stronger=_said(ready.stronger[configuration.id], situation, found),
        weaker=_said(ready.weaker[configuration.id], situation, found),
        actions=tuple(action.id for action in serving) if found.is_live else (),
        evidence=configuration.evidence,
        sources=tuple(saying.source for saying in configuration.sources),
        by_coverage=found.by_coverage,
        exact=found.exact,
    )


def _is_risk_at_work(judged: JudgedRule) -> bool:
    is_risk = judged.configuration.domain is Domain.RISK
    return is_risk and judged.outcome.verdict is Verdict.APPLIES


def _in_order(questions: frozenset[QuestionId], situation: Situation) -> tuple[QuestionId, ...]:
    asked = situation.questionnaire.questions if questions else ()
    return tuple(question.id for question in asked if question.id in questions)


def _said(notes: PreparedNotes, situation: Situation, found: Outcome) -> tuple[str, ...]:
    if not found.is_live:
        return ()
    return tuple(text for when, text in notes if situation.truth(when) is Truth.HOLDS)


def _scope_notes(
    notes: Iterable[ScopeNote], ready: PreparedPack, situation: Situation
) -> tuple[AdvisedScopeNote, ...]:
    verdicts = {Truth.HOLDS: Verdict.APPLIES, Truth.OPEN: Verdict.MAY_APPLY}
    judged = ((note, situation.truth(ready.scope_notes[note.id])) for note in notes)
    return tuple(
        AdvisedScopeNote(
            id=note.id,
            verdict=verdicts[truth],
            because=explain(note.when, situation.plan.answer, situation.questionnaire),
        )
        for note, truth in judged
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


def _summary(findings: Sequence[Finding], situation: Situation) -> Summary:
    asked = relevant_questions(situation)
    applying = [finding for finding in findings if finding.verdict is Verdict.APPLIES]

    def with_state(state: RiskState) -> int:
        return sum(finding.state is state for finding in findings)

    def with_verdict(verdict: Verdict) -> int:
        return sum(finding.verdict is verdict for finding in findings)

    return Summary(
        risks_open=with_state(RiskState.OPEN),
        risks_partly_addressed=with_state(RiskState.PARTLY_ADDRESSED),
        risks_addressed=with_state(RiskState.ADDRESSED),
        benefits=sum(finding.domain is Domain.BENEFIT for finding in applying),
        helps_take_up=sum(finding.effect is Effect.ENCOURAGES for finding in applying),
        hinders_take_up=sum(finding.effect is Effect.DISCOURAGES for finding in applying),
        may_apply=with_verdict(Verdict.MAY_APPLY),
        not_covered=with_verdict(Verdict.NOT_COVERED),
        does_not_apply=with_verdict(Verdict.DOES_NOT_APPLY),
        answered=sum(question.id in situation.given for question in asked),
        asked=len(asked),
    )
