"""Why a condition holds, and the nearest reason why it does not.

An explanation says for every test of a rule whether it held. A person wants only the tests
that made the difference.
"""

from collections.abc import Iterable

from advisor.models.advice import (
    Explanation,
    Finding,
    GroupExplained,
    Operator,
    TestExplained,
    Truth,
    Verdict,
)

Tests = tuple[TestExplained, ...]


def deciding_tests(finding: Finding) -> Tests:
    """Return the tests behind a verdict, in the order of the condition.

    What made a rule apply, or the nearest reason why it does not. Nothing when the formats
    decided and not the condition.
    """
    if finding.by_coverage:
        return ()
    if finding.verdict is Verdict.APPLIES:
        return why(finding.because)
    return why_not(finding.because)


def why(because: Explanation) -> Tests:
    """Return the tests by which a condition holds, or while it is open may come to hold."""
    if isinstance(because, TestExplained):
        return (because,)
    if because.operator is Operator.NOT:
        return why_not(because.parts[0])
    if because.truth is Truth.HOLDS:
        return _joined(why(part) for part in because.parts if part.truth is Truth.HOLDS)
    return _joined(why(part) for part in because.parts if part.truth is not Truth.FAILS)


def why_not(because: Explanation) -> Tests:
    """Return the fewest tests that would have to come out otherwise for a condition to hold.

    Tests that are open are named only where none fails.
    """
    if isinstance(because, TestExplained):
        return (because,)
    if because.operator is Operator.NOT:
        return why(because.parts[0])
    if because.operator is Operator.ANY:
        return min((why_not(part) for part in because.parts), key=len, default=())
    return _joined(why_not(part) for part in _in_the_way(because))


def _in_the_way(group: GroupExplained) -> tuple[Explanation, ...]:
    failing = tuple(part for part in group.parts if part.truth is Truth.FAILS)
    return failing or tuple(part for part in group.parts if part.truth is Truth.OPEN)


def _joined(parts: Iterable[Tests]) -> Tests:
    return tuple(test for part in parts for test in part)
