"""Why a condition holds, fails or is open: each of its tests with the answer that was used."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.conditions import Test
from advisor.models.plan import Answer


class Truth(StrEnum):
    """Whether a condition holds, as far as the answers say."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


class Operator(StrEnum):
    """How the parts of an explanation are joined."""

    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestExplained:
    """One test with the answer that was used.

    ``hidden``: the question is not relevant to this plan, so the test is false.
    """

    __test__ = False  # not a pytest class

    test: Test
    answer: Answer
    truth: Truth
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupExplained:
    """Parts joined by all, any or not (one part)."""

    operator: Operator
    parts: "tuple[Explanation, ...]"
    truth: Truth


Explanation = TestExplained | GroupExplained
