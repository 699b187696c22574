"""Which tests made the difference."""

import pytest

from advisor.models.conditions import AllOf, AnyOf, Condition, Is, Not
from advisor.models.evidence import Coverage
from advisor.models.explanation import Explanation, Truth
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId
from advisor.rules.engine import advise
from advisor.rules.judging import Explainer
from advisor.telling.why import Tests, reasons_for, why, why_not
from tests.support import building

TRUE: Condition = Is(QuestionId("yes"), True)
ALSO_TRUE: Condition = Is(QuestionId("also"), True)
FALSE: Condition = Is(QuestionId("yes"), False)
ALSO_FALSE: Condition = Is(QuestionId("also"), False)
OPEN: Condition = Is(QuestionId("open"), True)


def explained(condition: Condition) -> Explanation:
    names = ("yes", "also", "open")
    questionnaire = building.pack([building.yes_no(name) for name in names]).questionnaire
    return Explainer(building.plan(yes=True, also=True).answer, questionnaire).explain(condition)


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


def told(condition: Condition) -> list[str]:
    pack = building.pack([building.yes_no("yes")], [building.configuration("risk", condition)])
    plan = building.plan(yes=True)
    (finding,) = advise(pack, plan).findings
    return [
        reason.needed
        for reason in reasons_for(finding, pack.configurations[0], pack.questionnaire, plan)
    ]


def test_a_finding_names_what_made_it_apply_or_the_nearest_reason_why_not() -> None:
    assert told(TRUE) == [""]
    assert told(FALSE) == ["It would need an answer that is “No”."]


def test_where_the_formats_decided_no_other_answer_is_named() -> None:
    pack = building.pack(
        [building.multiple("formats", "group", "online"), building.yes_no("yes")],
        [building.configuration("risk", TRUE, coverage={"online": Coverage.NOT_COVERED})],
    )
    plan = building.plan(formats={"online"}, yes=True)
    (finding,) = advise(pack, plan).findings

    (reason,) = reasons_for(finding, pack.configurations[0], pack.questionnaire, plan)

    assert finding.verdict is Verdict.NOT_COVERED
    assert finding.because.truth is Truth.HOLDS
    assert reason.question == "formats"


def test_the_formats_that_the_evidence_speaks_of_are_named() -> None:
    pack = building.pack(
        [building.multiple("formats", "group", "online"), building.yes_no("yes")],
        [
            building.configuration(
                "risk", TRUE, coverage={"group": Coverage.COVERED, "online": Coverage.NOT_COVERED}
            )
        ],
    )
    plan = building.plan(formats={"online"}, yes=True)
    (finding,) = advise(pack, plan).findings

    (reason,) = reasons_for(finding, pack.configurations[0], pack.questionnaire, plan)

    group = pack.questionnaire.questions[0].options[0].label
    assert reason.needed == f"The evidence speaks of it where support is given as “{group}”."


def test_a_question_that_is_not_asked_gives_way_to_the_answer_by_which_it_is_not() -> None:
    asked = building.yes_no("yes")
    behind = building.yes_no("behind", ask_when=TRUE)
    pack = building.pack(
        [asked, behind], [building.configuration("risk", Is(QuestionId("behind"), True))]
    )
    plan = building.plan(yes=False)
    (finding,) = advise(pack, plan).findings

    (reason,) = reasons_for(finding, pack.configurations[0], pack.questionnaire, plan)

    assert (reason.question, reason.is_hidden) == ("yes", False)
    assert reason.needed == "It would need an answer that is “Yes”."
