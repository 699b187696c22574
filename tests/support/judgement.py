"""How often each verdict, state and gate comes over plausible plans: ``make judgement``.

python -m tests.support.judgement [NUMBER_OF_PLANS]
"""

import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from advisor.models.advice import Advice
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.rules.engine import advise
from tests.support.plausible import plausible_plans
from tests.support.shipped import shipped_pack

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


def benefits(advised: Sequence[Advice]) -> Iterable[str]:
    yield "Benefits once given away, share of plans of which the review speaks (applies · may):"
    for rule in GIVEN_AWAY:
        found = [advice.finding_by_rule[RuleId(rule)] for advice in advised]
        covered = [each for each in found if each.verdict is not Verdict.NOT_COVERED]
        count = Counter(each.verdict for each in covered)
        applies = percent(count[Verdict.APPLIES], len(covered))
        yield f"  {rule:18}{applies} {percent(count[Verdict.MAY_APPLY], len(covered))}"


def percent(part: int, whole: int) -> str:
    return f"{part / whole:6.0%}" if whole else "     –"


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    pack = shipped_pack()
    advised = [advise(pack, plan) for plan in plausible_plans(pack, number)]
    lines = [f"{len(advised)} plausible plans under {pack.version}"]
    for part in (verdicts, states, gates, actions, benefits):
        lines += ["", *part(advised)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
