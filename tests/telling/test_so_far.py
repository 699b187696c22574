from dataclasses import replace

import pytest

from advisor.models.advice import Advice
from advisor.models.findings import GateFinding, GateState, RiskState
from advisor.models.ids import PlanId
from advisor.models.marks import Mark
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from advisor.telling.news import News, news
from advisor.telling.so_far import MOST_RISKS, SoFar, mark_of_change, told_change, told_so_far
from tests.support.examples import DROP_IN, ONLINE, example
from tests.support.fake_advisor import shipped_pack
from tests.telling.test_news import GROUPS, PARENTS, in_state

EMPTY = Plan(id=PlanId("plan"), title="Plan")


def so_far(plan: Plan) -> SoFar:
    return told_so_far(shipped_pack(), plan, advise(shipped_pack(), plan))


def test_open_risks_come_most_urgent_first_each_with_one_thing_to_do() -> None:
    plan = example(DROP_IN)
    advice = advise(shipped_pack(), plan)
    told = so_far(plan)

    assert told.risks_title == f"{advice.summary.risks_open} open risks"
    assert len(told.risks) == MOST_RISKS
    assert all(risk.to_do for risk in told.risks)
    assert told.rest.startswith(f"{advice.summary.risks_open - MOST_RISKS} more open · ")
    assert told.risks[0].spoken == (f"{told.risks[0].title}. Risk, open. {told.risks[0].to_do}")


def test_what_to_put_right_stands_before_what_to_check_and_is_counted() -> None:
    told = so_far(example(DROP_IN))
    advice = advise(shipped_pack(), example(DROP_IN))

    assert [gate.mark for gate in told.gates] == [Mark.MISSING, Mark.NOT_SAID]
    missing = advice.summary.gates_missing
    assert told.gates[0].more == (f"And {missing - 1} more." if missing > 1 else "")
    assert told.gates[0].text


def test_what_cannot_be_judged_is_not_counted() -> None:
    told = so_far(example(ONLINE))

    assert told.cannot_judge
    assert told.risks_title == ""
    assert told.risks == ()


def test_nothing_is_called_a_risk_while_none_is_open() -> None:
    advice = replace(in_state(RiskState.ADDRESSED))
    told = told_so_far(shipped_pack(), EMPTY, advice)

    assert told.risks_title == ""
    assert told.risks == ()


def test_an_answer_that_changes_nothing_is_told_so_but_not_before_the_first() -> None:
    nothing = News(moved=())

    assert told_change(EMPTY, PARENTS, nothing, is_first=True) == ()
    told = told_change(EMPTY, PARENTS, nothing, is_first=False)
    assert told == ("It changes nothing in the advice.",)
    changes = news(shipped_pack(), GROUPS, PARENTS)
    assert told_change(EMPTY, PARENTS, changes, is_first=False) == changes.lines


def test_what_is_missing_now_is_counted_in_one_line_for_its_card_names_it() -> None:
    first, second, third, *others = PARENTS.gates
    one = replace(PARENTS, gates=(missing(first), second, third, *others))
    three = replace(PARENTS, gates=(*map(missing, (first, second, third)), *others))
    one = replace(one, summary=replace(one.summary, gates_missing=1))
    three = replace(three, summary=replace(three.summary, gates_missing=3))

    def told(before: Advice, after: Advice) -> tuple[str, ...]:
        return told_change(EMPTY, after, news(shipped_pack(), before, after), is_first=False)

    assert told(PARENTS, three) == ("Stop first: 3.",)
    assert told(one, three) == ("Stop first: 2 more.",)


def missing(gate: GateFinding) -> GateFinding:
    return replace(gate, state=GateState.MISSING)


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        (RiskState.OPEN, RiskState.PARTLY_ADDRESSED, Mark.PARTLY_ADDRESSED),
        (RiskState.PARTLY_ADDRESSED, RiskState.ADDRESSED, Mark.ADDRESSED),
        (RiskState.ADDRESSED, RiskState.OPEN, Mark.OPEN),
    ],
)
def test_a_change_is_marked_by_the_worst_that_it_did(
    before: RiskState, after: RiskState, mark: Mark
) -> None:
    now = in_state(after)

    assert mark_of_change(news(shipped_pack(), in_state(before), now), now) is mark


def test_what_changes_no_risk_is_marked_neither_good_nor_bad() -> None:
    assert mark_of_change(News(moved=()), PARENTS) is Mark.MAY_APPLY
