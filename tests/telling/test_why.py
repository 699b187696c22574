"""Which tests made the difference."""

import pytest

from advisor.models.advice import Explanation, Finding, Truth, Verdict
from advisor.models.conditions import AllOf, AnyOf, Condition, Includes, Is, Not
from advisor.models.evidence import Coverage
from advisor.models.ids import OptionId, QuestionId
from advisor.rules.engine import advise
from advisor.rules.judging import explain
from advisor.telling.why import Tests, deciding_tests, why, why_not
from tests.support import building

TRUE: Condition = Is(QuestionId("yes"), True)
ALSO_TRUE: Condition = Is(QuestionId("also"), True)
FALSE: Condition = Is(QuestionId("yes"), False)
ALSO_FALSE: Condition = Is(QuestionId("also"), False)
OPEN: Condition = Is(QuestionId("open"), True)


def explained(condition: Condition) -> Explanation:
    names = ("yes", "also", "open")
    questionnaire = building.pack([building.yes_no(name) for name in names]).questionnaire
    return explain(condition, building.plan(yes=True, also=True).answer, questionnaire)


def named(tests: Tests) -> list[Condition]:
    return [one.test for one in tests]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (TRUE, [TRUE]),
        (AllOf((TRUE, ALSO_TRUE)), [TRUE, ALSO_TRUE]),
        (AnyOf((TRUE, FALSE, OPEN)), [TRUE]),
        (Not(AnyOf((FALSE, AllOf((ALSO_FALSE, TRUE))))), [FALSE]),
        (AnyOf((FALSE, AllOf((TRUE, OPEN)))), [TRUE, OPEN]),
    ],
)
def test_what_holds_is_named(condition: Condition, expected: list[Condition]) -> None:
    assert named(why(explained(condition))) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (FALSE, [FALSE]),
        (AllOf((TRUE, FALSE, OPEN, ALSO_FALSE)), [FALSE, ALSO_FALSE]),
        (AnyOf((AllOf((FALSE, ALSO_FALSE)), ALSO_FALSE)), [ALSO_FALSE]),
        (Not(AnyOf((TRUE, FALSE))), [TRUE]),
        (AllOf((TRUE, OPEN)), [OPEN]),
        (AnyOf(()), []),
    ],
)
def test_the_nearest_reason_is_the_fewest_tests(
    condition: Condition, expected: list[Condition]
) -> None:
    assert named(why_not(explained(condition))) == expected


def finding_of(condition: Condition) -> Finding:
    formats = building.multiple("formats", "group", "online")
    coverage = {"group": Coverage.COVERED, "online": Coverage.NOT_COVERED}
    pack = building.pack(
        [formats, building.yes_no("yes")],
        [building.configuration("risk", condition, coverage=coverage)],
    )
    (finding,) = advise(pack, building.plan(formats={"group"}, yes=True)).findings
    return finding


def test_a_finding_names_what_made_it_apply_or_the_nearest_reason_why_not() -> None:
    assert named(deciding_tests(finding_of(TRUE))) == [TRUE]
    assert named(deciding_tests(finding_of(FALSE))) == [FALSE]


def test_where_the_formats_decided_no_test_did() -> None:
    formats = QuestionId("formats")
    pack = building.pack(
        [building.multiple("formats", "group", "online")],
        [
            building.configuration(
                "risk",
                Includes(formats, OptionId("online")),
                coverage={"online": Coverage.NOT_COVERED},
            )
        ],
    )
    (finding,) = advise(pack, building.plan(formats={"online"})).findings

    assert finding.verdict is Verdict.NOT_COVERED
    assert finding.because.truth is Truth.HOLDS
    assert deciding_tests(finding) == ()
