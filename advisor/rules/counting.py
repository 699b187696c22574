"""The counts of an advice, from how each rule and gate stands."""

from collections.abc import Iterable

from advisor.models.advice import Summary
from advisor.models.evidence import Domain, Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.judged import Standing

Stood = tuple[Domain, Effect, Standing]
"""How a rule stands, with what it is about and which way it points."""


def counted(
    rules: Iterable[Stood], gates: Iterable[GateState], *, answered: int, asked: int
) -> Summary:
    """Count rules by verdict and state, gates by state."""
    rules, states = tuple(rules), tuple(gates)
    stood = [standing for _domain, _effect, standing in rules]
    applying = [each for each in rules if each[2] is Verdict.APPLIES or each[2] in _STATES]
    may_apply = [domain for domain, _, standing in rules if standing is Verdict.MAY_APPLY]
    effects = [effect for _domain, effect, _standing in applying]
    return Summary(
        risks_open=stood.count(RiskState.OPEN),
        risks_partly_addressed=stood.count(RiskState.PARTLY_ADDRESSED),
        risks_addressed=stood.count(RiskState.ADDRESSED),
        benefits=sum(domain is Domain.BENEFIT for domain, _effect, _standing in applying),
        helps_take_up=effects.count(Effect.ENCOURAGES),
        hinders_take_up=effects.count(Effect.DISCOURAGES),
        may_apply=len(may_apply),
        risks_that_may_apply=may_apply.count(Domain.RISK),
        not_covered=stood.count(Verdict.NOT_COVERED),
        does_not_apply=stood.count(Verdict.DOES_NOT_APPLY),
        gates_missing=states.count(GateState.MISSING),
        gates_not_said=states.count(GateState.NOT_SAID),
        answered=answered,
        asked=asked,
    )


_STATES = frozenset(RiskState)
