import datetime
from dataclasses import replace

import pytest

from advisor.models.evidence import Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.models.judged import PlanSummary, judged_of
from advisor.models.marks import Mark
from advisor.telling.advice import tell
from advisor.telling.portfolio import PortfolioStory, told_portfolio
from advisor.telling.portfolio_cell import told_cell
from tests.support.examples import advice_on_example, example
from tests.support.fake_advisor import shipped_pack

NOON = datetime.datetime(2026, 3, 1, 12, 5).astimezone()
EXAMPLES = range(8)
ONLINE = 4
ENDINGS = RuleId("N08-harms")


def summary(place: int) -> PlanSummary:
    plan, advice = example(place), advice_on_example(place)
    return PlanSummary(
        id=plan.id,
        title=plan.title,
        changed=NOON,
        answered=advice.summary.answered,
        asked=advice.summary.asked,
        judged=judged_of(advice),
    )


def told(*places: int) -> PortfolioStory:
    return told_portfolio(shipped_pack(), [summary(place) for place in places], NOON)


def test_each_cell_is_what_the_advice_on_that_plan_says() -> None:
    for place, row in zip(EXAMPLES, told(*EXAMPLES).rows, strict=True):
        advice = advice_on_example(place)
        for finding in advice.findings:
            said = Mark((finding.state or finding.verdict).value)
            assert row.mark(finding.rule) is (said if advice.can_judge else Mark.NOT_STARTED)


def test_every_rule_has_one_column_and_risks_come_first() -> None:
    story = told(0)
    risks = [column.effect is Effect.HARMS for column in story.columns]

    assert {column.rule for column in story.columns} == set(shipped_pack().rule_by_id)
    assert risks == sorted(risks, reverse=True)
    assert story.risks == story.columns[: sum(risks)]
    assert len({column.head.casefold() for column in story.columns}) == len(story.columns)


def test_a_plan_that_cannot_be_judged_has_one_sentence_and_no_marks() -> None:
    [row] = told(ONLINE).rows

    assert row.not_judged == "We cannot judge this form: the evidence does not cover it."
    assert {row.mark(rule) for rule in shipped_pack().rule_by_id} == {Mark.NOT_STARTED}
    fathers = replace(summary(0), judged=replace(judged_of(advice_on_example(0)), covered=False))
    [row] = told_portfolio(shipped_pack(), [fathers], NOON).rows
    assert "people whom this is for" in row.not_judged
    [row] = told_portfolio(shipped_pack(), [replace(summary(0), judged=None)], NOON).rows
    assert "could not be read" in row.not_judged


def test_plans_in_which_something_is_missing_are_counted_first() -> None:
    missing = [
        place
        for place in EXAMPLES
        if any(gate.state is GateState.MISSING for gate in advice_on_example(place).gates)
    ]

    assert told(*EXAMPLES).first == (
        f"In {len(missing)} of 8 plans something is missing that safety needs."
    )
    assert told(2).first == ""


def test_the_risk_that_is_open_in_most_plans_is_named_with_its_counts() -> None:
    story = told(*EXAMPLES)
    opened = {
        risk.title: sum(row.mark(risk.rule) is Mark.OPEN for row in story.rows)
        for risk in story.risks
    }
    first = story.shared_risks[0]

    assert opened[first.title] == max(opened.values())
    assert first.words.startswith(f"{opened[first.title]} open")
    assert story.sentence == f"Open in the most plans: {first.title} ({first.words})."
    assert told(2).sentence.startswith("No risk is open. In the most plans: ")
    assert told(4, 5).sentence == "No risk is open in more than one plan."
    assert told(ONLINE).sentence == "There is no plan here that we can judge."


def test_gates_are_counted_over_plans_those_missing_in_most_first() -> None:
    story = told(*EXAMPLES)
    missing = [gate for row in story.rows for gate in row.missing]

    assert len(missing) == sum(advice_on_example(p).summary.gates_missing for p in EXAMPLES)
    assert story.shared_gates[0].sentence.startswith("Your insurance names what you do: missing in")


def test_plans_go_by_a_risk_from_open_to_not_here_and_those_not_judged_come_last() -> None:
    plan, judged = summary(0), judged_of(advice_on_example(0))
    last = (Verdict.MAY_APPLY, Verdict.DOES_NOT_APPLY, Verdict.NOT_COVERED)
    plans = [
        replace(plan, judged=replace(judged, standings={ENDINGS: standing}))
        for standing in (*RiskState, *last)
    ]
    rows = told_portfolio(shipped_pack(), [*plans, summary(ONLINE)], NOON).rows
    ranks = [row.rank(ENDINGS) for row in rows]

    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("place", EXAMPLES)
def test_every_cell_can_be_explained(place: int) -> None:
    plan, advice = example(place), advice_on_example(place)

    for finding in advice.with_verdict(*Verdict):
        story = told_cell(shipped_pack(), plan, advice, finding.rule)
        assert plan.title in story.title
        assert story.sentence.strip()
        if not advice.can_judge:
            assert story.mark is Mark.NOT_COVERED


def test_an_open_risk_is_explained_with_what_is_to_go() -> None:
    story = told_cell(shipped_pack(), example(1), advice_on_example(1), ENDINGS)

    assert story.mark is Mark.OPEN
    assert story.sentence.startswith("Applies, open. ")
    assert story.sentence.endswith(" None of 2 key actions planned.")


@pytest.mark.parametrize("place", range(8))
def test_a_cell_counts_key_actions_as_the_advice_does(place: int) -> None:
    advice = advice_on_example(place)
    cards = tell(shipped_pack(), example(place), advice).cards
    counted = [card for card in cards if card.key_actions.words]

    for card in counted:
        story = told_cell(shipped_pack(), example(place), advice, card.rule)
        assert card.key_actions.words[1:] in story.sentence
    assert counted or not advice.can_judge


def test_ten_thousand_plans_are_told_from_what_is_kept_with_them() -> None:
    story = told_portfolio(shipped_pack(), [summary(0)] * 10_000, NOON)

    assert len(story.rows) == 10_000
    assert story.shared_risks[0].words == "10000 open"
