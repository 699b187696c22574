"""What stands before what: open risks first, wherever findings are listed."""

from collections.abc import Iterable

from advisor.models.advice import Advice, Finding, RiskState, Verdict
from advisor.models.evidence import Domain, Effect

_WORST_FIRST = {
    RiskState.OPEN: 0,
    RiskState.PARTLY_ADDRESSED: 1,
    RiskState.ADDRESSED: 2,
    None: 3,
}


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with open risks first; otherwise in the order given."""
    return tuple(sorted(findings, key=lambda finding: _WORST_FIRST[finding.state]))


def risks(advice: Advice, *states: RiskState) -> tuple[Finding, ...]:
    """Return the risks that apply and have one of these states."""
    return tuple(
        finding
        for finding in advice.findings
        if finding.domain is Domain.RISK
        and finding.verdict is Verdict.APPLIES
        and finding.state in states
    )


def applying(advice: Advice, effect: Effect) -> tuple[Finding, ...]:
    """Return the findings of one effect that apply."""
    return tuple(
        finding for finding in advice.with_verdict(Verdict.APPLIES) if finding.effect is effect
    )
