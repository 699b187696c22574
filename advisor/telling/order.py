"""What stands before what, wherever findings are listed."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from advisor.models.evidence import Domain
from advisor.models.findings import RiskState

_BY_STATE = {
    RiskState.OPEN: 0,
    RiskState.PARTLY_ADDRESSED: 1,
    RiskState.ADDRESSED: 2,
    None: 3,
}
DOMAINS = (Domain.RISK, Domain.BENEFIT, Domain.TAKE_UP)
"""The order in which findings are listed by what they are about."""


class Ranked(Protocol):
    """What a finding must say about itself to be put in order, told or not."""

    @property
    def domain(self) -> Domain:
        """What it is about."""

    @property
    def state(self) -> RiskState | None:
        """How far a risk that applies is in hand."""

    @property
    def matters_more(self) -> bool:
        """Whether more speaks for it here than elsewhere."""


R = TypeVar("R", bound=Ranked)


def worst_first(risks: Iterable[R]) -> tuple[R, ...]:
    """Return risks with open ones first, and of those in one state what matters more here."""
    return tuple(sorted(risks, key=lambda risk: (_BY_STATE[risk.state], not risk.matters_more)))


def risks_first(findings: Iterable[R]) -> tuple[R, ...]:
    """Return findings by what they are about: risks, benefits, then take-up."""
    return tuple(sorted(findings, key=lambda finding: DOMAINS.index(finding.domain)))


def most_open(states: Iterable[RiskState | None]) -> RiskState | None:
    """Return the state that leaves most to do."""
    return min(states, key=lambda state: _BY_STATE[state])
