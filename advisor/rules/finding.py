"""One finding: what a judged rule says about a plan, branch by branch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.models.advice import (
    AdvisedAction,
    BranchFinding,
    Explanation,
    Finding,
    NeedFinding,
    Truth,
    Verdict,
)
from advisor.models.evidence import Domain, Effect, SourceSaying
from advisor.models.ids import ActionId, QuestionId, SourceId
from advisor.rules.completions import LIVE, Situation
from advisor.rules.gathering import state_of, worst
from advisor.rules.judging import any_of
from advisor.rules.prepared import (
    JudgedRule,
    PreparedBranch,
    PreparedNeed,
    PreparedNotes,
    PreparedPack,
)

ENOUGH_TO_MATTER_MORE = 2
"""So many reasons to matter more must hold before a risk is said to matter more here."""

Actions = Mapping[ActionId, AdvisedAction]


def finding_of(
    judged: JudgedRule,
    ready: PreparedPack,
    situation: Situation,
    actions: Actions,
    serving: Sequence[AdvisedAction],
) -> Finding:
    """Return what a judged rule says; ``serving`` are the actions for its configuration."""
    configuration, rule, found = judged.configuration, judged.rule, judged.outcome
    counting = tuple(_counting(judged, situation, actions))
    elsewhere = tuple(_from_elsewhere(judged, situation, actions))
    stronger = _said(ready.stronger[configuration.id], situation, judged)
    weaker = _said(ready.weaker[configuration.id], situation, judged)
    applies = found.verdict is Verdict.APPLIES
    return Finding(
        configuration=configuration.id,
        rule=rule.id,
        domain=configuration.domain,
        effect=rule.effect,
        supplementary=configuration.supplementary,
        verdict=found.verdict,
        state=worst(one.state for one in counting if one.state is not None),
        branches=counting + elsewhere,
        because=_because(judged, situation),
        depends_on=_in_order(found.depends_on, situation),
        stronger=stronger,
        weaker=weaker,
        actions=tuple(action.id for action in serving) if found.is_live else (),
        evidence=configuration.evidence,
        sources=_sources(configuration.sources),
        needs=_needs(ready.needs[configuration.id], situation),
        matters_more=(
            applies
            and configuration.domain is Domain.RISK
            and len(stronger) >= ENOUGH_TO_MATTER_MORE
            and len(stronger) > len(weaker)
        ),
        by_coverage=found.by_coverage,
        exact=found.exact,
    )


def _because(judged: JudgedRule, situation: Situation) -> Explanation:
    explain = situation.explainer.explain
    branches = tuple(explain(branch.when) for branch in judged.rule.counting)
    return branches[0] if len(branches) == 1 else any_of(branches)


def _counting(
    judged: JudgedRule, situation: Situation, actions: Actions
) -> Iterator[BranchFinding]:
    """Yield the branches that apply or may apply."""
    if not judged.outcome.is_live:
        return
    counting = (each for each in judged.prepared.branches if not each.branch.elsewhere)
    at_work = judged.outcome.at_work if judged.rule.effect is Effect.HARMS else ()
    for number, each in enumerate(counting):
        verdict = judged.outcome.branches[number]
        if verdict in LIVE:
            said = _said_of(judged, each, situation, actions)
            answering = tuple(actions[action] for action in said.answered_by)
            state = state_of(answering) if number in at_work else None
            yield replace(said, verdict=verdict, state=state)


def _from_elsewhere(
    judged: JudgedRule, situation: Situation, actions: Actions
) -> Iterator[BranchFinding]:
    """Yield the branches that hold and for which other sources speak, not the review."""
    if situation.is_out_of_scope:
        return
    configuration = judged.configuration
    step = configuration.elsewhere_evidence or configuration.evidence
    for each in judged.prepared.branches:
        if each.elsewhere is not None and situation.truth(each.elsewhere) is Truth.HOLDS:
            own_step = each.branch.evidence if each.branch.elsewhere else ""
            yield replace(
                _said_of(judged, each, situation, actions),
                evidence=own_step or step,
                sources=_sources(configuration.elsewhere_sources or configuration.sources),
                other_sources=True,
            )


def _said_of(
    judged: JudgedRule, prepared: PreparedBranch, situation: Situation, actions: Actions
) -> BranchFinding:
    """Return what a branch says where it applies and is no risk."""
    branch, configuration = prepared.branch, judged.configuration
    return BranchFinding(
        id=branch.id,
        verdict=Verdict.APPLIES,
        state=None,
        text=prepared.text.said(situation),
        short=branch.short,
        sign=branch.sign,
        evidence=branch.evidence or configuration.evidence,
        sources=_sources(configuration.sources),
        answered_by=tuple(each for each in branch.answered_by if each in actions),
        because=situation.explainer.explain(branch.when),
    )


def _sources(sayings: Iterable[SourceSaying]) -> tuple[SourceId, ...]:
    return tuple(saying.source for saying in sayings)


def _needs(needs: tuple[PreparedNeed, ...], situation: Situation) -> tuple[NeedFinding, ...]:
    return tuple(
        NeedFinding(
            text=need.text,
            met=None if need.met_when is None else situation.truth(need.met_when),
        )
        for need in needs
    )


def _in_order(questions: frozenset[QuestionId], situation: Situation) -> tuple[QuestionId, ...]:
    asked = situation.questionnaire.questions if questions else ()
    return tuple(question.id for question in asked if question.id in questions)


def _said(notes: PreparedNotes, situation: Situation, judged: JudgedRule) -> tuple[str, ...]:
    if not judged.outcome.is_live:
        return ()
    return tuple(text for when, text in notes if situation.truth(when) is Truth.HOLDS)
