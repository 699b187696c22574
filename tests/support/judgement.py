"""How often each verdict, state and gate comes over plausible plans: ``make judgement``.

python -m tests.support.judgement [NUMBER_OF_PLANS]
"""

import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from advisor.models.advice import Advice
from advisor.models.explanation import Truth
from advisor.models.findings import Finding, GateState, RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.rules.engine import advise
from tests.support.plausible import plausible_plans
from tests.support.shipped import edition_2026_11, shipped_pack

HOLDS, FAILS, OPEN = Truth.HOLDS, Truth.FAILS, Truth.OPEN
PLANS = 400
GIVEN_AWAY = ("P03-benefits", "P04-benefits", "P12-benefits", "P13-benefits")
"""Benefits that nearly every plan was promised under edition 2026.11."""


def to_do(advice: Advice, *, key: bool) -> int:
    """Count the actions that are not in place, all or those that answer a cause at work."""
    return sum(action.in_place is not True and (action.key or not key) for action in advice.actions)


def verdicts(advised: Sequence[Advice]) -> Iterable[str]:
    yield "Rules, share of plans (applies · may apply · does not apply · not covered):"
    for place, finding in enumerate(advised[0].findings):
        found = Counter(advice.findings[place].verdict for advice in advised)
        shares = " ".join(percent(found[verdict], len(advised)) for verdict in Verdict)
        yield f"  {finding.rule:18}{shares}"


def states(advised: Sequence[Advice]) -> Iterable[str]:
    yield "Risks that apply, share of plans (open · partly in hand · in hand · matters more here):"
    for place, finding in enumerate(advised[0].findings):
        found = [advice.findings[place] for advice in advised]
        if any(each.state for each in found):
            count = Counter(each.state for each in found)
            shares = " ".join(percent(count[state], len(advised)) for state in RiskState)
            more = percent(sum(each.matters_more for each in found), len(advised))
            yield f"  {finding.rule:18}{shares} {more}"


def gates(advised: Sequence[Advice]) -> Iterable[str]:
    yield "Gates, share of plans (missing · not said · fine):"
    for place, gate in enumerate(advised[0].gates):
        found = Counter(advice.gates[place].state for advice in advised)
        shares = " ".join(percent(found[state], len(advised)) for state in GateState)
        yield f"  {gate.id:26}{shares}"


def actions(advised: Sequence[Advice]) -> Iterable[str]:
    yield "Actions to do (a tenth of plans has fewer · median · a tenth has more):"
    for label, key in (("key actions", True), ("all actions", False)):
        counts = [to_do(advice, key=key) for advice in advised]
        tenths = statistics.quantiles(counts, n=10)
        median = statistics.median(counts)
        yield f"  {label:18}{tenths[0]:6.0f} {median:6.0f} {tenths[-1]:6.0f}"


def benefits(advised: Sequence[Advice], before: Sequence[Advice]) -> Iterable[str]:
    yield "Benefits once given away, share of the plans that the review speaks about"
    yield "(applied under 2026.11 · applies now · may apply), and of those that apply now how many"
    yield "have all that they depend on, as far as answers can tell · lack something · have not"
    yield "said the rest. What still lacks is told beside the benefit."
    for rule in GIVEN_AWAY:
        was = [advice.finding_by_rule[RuleId(rule)] for advice in before]
        found = [advice.finding_by_rule[RuleId(rule)] for advice in advised]
        shares = " ".join(
            (
                applying(was),
                applying(found),
                applying(found, Verdict.MAY_APPLY),
            )
        )
        needs = Counter(state_of_needs(each) for each in found if each.verdict is Verdict.APPLIES)
        counts = " ".join(f"{needs[state]:6}" for state in (HOLDS, FAILS, OPEN))
        yield f"  {rule:18}{shares}   {counts}"


def applying(found: Sequence[Finding], verdict: Verdict = Verdict.APPLIES) -> str:
    """Say for how many plans a benefit applies, or may, of those that the review speaks about."""
    covered = [each for each in found if each.verdict is not Verdict.NOT_COVERED]
    return percent(sum(each.verdict is verdict for each in covered), len(covered))


def state_of_needs(finding: Finding) -> Truth:
    """Say whether all is there that answers can tell, something is missing, or is not said."""
    told = {need.met for need in finding.needs} - {None}
    return next((worst for worst in (FAILS, OPEN) if worst in told), HOLDS)


def percent(part: int, whole: int) -> str:
    return f"{part / whole:6.0%}" if whole else "     –"


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    pack = shipped_pack()
    plans = tuple(plausible_plans(pack, number))
    advised = [advise(pack, plan) for plan in plans]
    before = [advise(edition_2026_11(), plan) for plan in plans]
    lines = [f"{len(advised)} plausible plans under {pack.version}"]
    for part in (verdicts, states, gates, actions):
        lines += ["", *part(advised)]
    lines += ["", *benefits(advised, before)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
