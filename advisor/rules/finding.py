"""One finding: what a judged rule says about a plan, branch by branch."""

from collections.abc import Iterator, Mapping, Sequence

from advisor.models.advice import AdvisedAction
from advisor.models.evidence import Branch, Domain, Effect
from advisor.models.explanation import Explanation, Truth
from advisor.models.findings import BranchFinding, Finding, NeedFinding
from advisor.models.ids import ActionId, QuestionId
from advisor.rules.completions import APPLIES, LIVE, Situation
from advisor.rules.gathering import state_of, worst
from advisor.rules.judging import HOLDS, any_of
from advisor.rules.prepared import (
    JudgedRule,
    PreparedNeed,
    PreparedNotes,
    PreparedPack,
    PreparedRule,
)

ENOUGH_TO_MATTER_MORE = 2
"""So many reasons to matter more must hold before a risk is said to matter more here."""

Actions = Mapping[ActionId, AdvisedAction]

Explained = tuple[Explanation, ...]
"""The branches of a rule that count, each judged test by test, in order."""


def finding_of(
    judged: JudgedRule,
    ready: PreparedPack,
    situation: Situation,
    actions: Actions,
    serving: Sequence[AdvisedAction],
) -> Finding:
    """Return what a judged rule says; ``serving`` are the actions for its configuration."""
    prepared, found = judged.prepared, judged.outcome
    configuration, rule, told = prepared.configuration, prepared.rule, situation.told
    explained = tuple([branch.when.because(told) for branch in prepared.counting])
    counting = tuple(_counting(judged, explained, situation, actions)) if found.is_live else ()
    elsewhere = tuple(_from_elsewhere(prepared, situation, actions)) if prepared.elsewhere else ()
    stronger = _said(ready.stronger[configuration.id], situation, judged)
    weaker = _said(ready.weaker[configuration.id], situation, judged)
    return Finding(
        configuration=configuration.id,
        rule=rule.id,
        domain=configuration.domain,
        effect=rule.effect,
        supplementary=configuration.supplementary,
        verdict=found.verdict,
        state=worst(one.state for one in counting if one.state is not None),
        branches=counting + elsewhere,
        because=explained[0] if len(explained) == 1 else any_of(explained),
        depends_on=_in_order(found.depends_on, situation),
        stronger=stronger,
        weaker=weaker,
        actions=tuple(action.id for action in serving) if found.is_live else (),
        evidence=configuration.evidence,
        sources=prepared.sources,
        needs=_needs(ready.needs[configuration.id], situation),
        matters_more=(
            found.verdict is APPLIES
            and configuration.domain is Domain.RISK
            and len(stronger) >= ENOUGH_TO_MATTER_MORE
            and len(stronger) > len(weaker)
        ),
        by_coverage=found.by_coverage,
        exact=found.exact,
    )


def _counting(
    judged: JudgedRule, explained: Explained, situation: Situation, actions: Actions
) -> Iterator[BranchFinding]:
    """Yield the branches that apply or may apply."""
    prepared, verdicts = judged.prepared, judged.outcome.branches
    at_work = judged.outcome.at_work if prepared.rule.effect is Effect.HARMS else ()
    for number, each in enumerate(prepared.counting):
        verdict = verdicts[number]
        if verdict in LIVE:
            branch = each.branch
            answered_by = _shown(branch, actions)
            state = None
            if number in at_work:
                state = state_of([actions[action] for action in answered_by])
            yield BranchFinding(
                id=branch.id,
                verdict=verdict,
                state=state,
                text=each.text.said(situation),
                short=branch.short,
                sign=branch.sign,
                evidence=branch.evidence or prepared.configuration.evidence,
                sources=prepared.sources,
                answered_by=answered_by,
                because=explained[number],
            )


def _from_elsewhere(
    rule: PreparedRule, situation: Situation, actions: Actions
) -> Iterator[BranchFinding]:
    """Yield the branches that hold and for which other sources speak, not the review."""
    if situation.is_out_of_scope:
        return
    step = rule.configuration.elsewhere_evidence or rule.configuration.evidence
    for each in rule.elsewhere:
        if each.elsewhere is not None and situation.truth(each.elsewhere) is HOLDS:
            branch = each.branch
            own_step = branch.evidence if branch.elsewhere else ""
            yield BranchFinding(
                id=branch.id,
                verdict=APPLIES,
                state=None,
                text=each.text.said(situation),
                short=branch.short,
                sign=branch.sign,
                evidence=own_step or step,
                sources=rule.elsewhere_sources,
                answered_by=_shown(branch, actions),
                because=each.when.because(situation.told),
                other_sources=True,
            )


def _shown(branch: Branch, actions: Actions) -> tuple[ActionId, ...]:
    return tuple([action for action in branch.answered_by if action in actions])


def _needs(needs: tuple[PreparedNeed, ...], situation: Situation) -> tuple[NeedFinding, ...]:
    """Return what a benefit depends on here: not what a group would need where there is none."""
    return tuple(
        NeedFinding(
            text=need.text,
            met=None if need.met_when is None else situation.truth(need.met_when),
        )
        for need in needs
        if need.idle_when is None or situation.truth(need.idle_when) is not Truth.HOLDS
    )


def _in_order(questions: frozenset[QuestionId], situation: Situation) -> tuple[QuestionId, ...]:
    asked = situation.questionnaire.questions if questions else ()
    return tuple(question.id for question in asked if question.id in questions)


def _said(notes: PreparedNotes, situation: Situation, judged: JudgedRule) -> tuple[str, ...]:
    if not judged.outcome.is_live:
        return ()
    return tuple([text for when, text in notes if situation.truth(when) is HOLDS])
