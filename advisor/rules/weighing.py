"""Whether what became different is welcome."""

from advisor.models.comparison import Comparison, GateChange, StateChange, VerdictChange
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.pack import Pack

AnyChange = VerdictChange | StateChange | GateChange

_LIVE = {Verdict.APPLIES: 2, Verdict.MAY_APPLY: 1}
_STATE = {RiskState.OPEN: 2, RiskState.PARTLY_ADDRESSED: 1, RiskState.ADDRESSED: 0}
_GATE = {GateState.MISSING: 2, GateState.NOT_SAID: 1, GateState.FINE: 0}


def weight(pack: Pack, change: AnyChange) -> int:
    """Return more than 0 for what is worse, less for what is better, and 0 for neither.

    More of a risk, or of what keeps mothers away, is worse; so is less of a benefit. A rule
    that left the pack weighs nothing.
    """
    match change:
        case GateChange():
            return _GATE[change.after] - _GATE[change.before]
        case StateChange():
            return _STATE[change.after] - _STATE[change.before]
        case VerdictChange():
            if change.rule not in pack.rule_by_id:
                return 0
            more = _live(change.after) - _live(change.before)
            return more if pack.rule_by_id[change.rule][1].effect.is_adverse else -more


def changes_in(moved: Comparison) -> tuple[AnyChange, ...]:
    """Return everything in the advice that became different."""
    return (*moved.gates, *moved.gained, *moved.lost, *moved.changed, *moved.states)


def costs(pack: Pack, moved: Comparison) -> int:
    """Return how many things would be worse."""
    return sum(weight(pack, change) > 0 for change in changes_in(moved))


def _live(verdict: Verdict | None) -> int:
    return _LIVE.get(verdict, 0) if verdict is not None else 0
