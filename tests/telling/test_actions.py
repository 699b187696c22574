import datetime
from dataclasses import replace

from advisor.models.findings import RiskState
from advisor.models.ids import ActionId
from advisor.models.marks import Mark
from advisor.models.plan import Choice, Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.rules.engine import advise
from advisor.telling.action import ActionRow
from advisor.telling.actions import ActionsStory, Show, shown, tell
from tests.support.examples import CLOSED, DROP_IN, ONLINE, SPARSE, example, pack

FIRST = ActionId("plan-01")


def story(plan: Plan) -> ActionsStory:
    return tell(pack(), plan, advise(pack(), plan))


def decided(choice: Choice, action: ActionId = FIRST) -> Plan:
    return example(DROP_IN).with_entry(EntryKey.of_decision(action), Decision(choice=choice))


def row(plan: Plan, action: ActionId = FIRST) -> ActionRow:
    return next(row for row in story(plan).rows if row.id == action)


def test_stages_follow_the_order_in_which_a_programme_is_built() -> None:
    order = [stage.id for stage in pack().stages]

    shown_stages = [group.id for group in story(example(DROP_IN)).stages]

    assert shown_stages == [stage for stage in order if stage in shown_stages]


def test_every_advised_action_is_listed_once() -> None:
    rows = [row.id for row in story(example(DROP_IN)).rows]
    advised = [action.id for action in advise(pack(), example(DROP_IN)).actions]

    assert sorted(rows) == sorted(advised)


def test_safety_and_key_actions_come_first_in_a_stage() -> None:
    for group in story(example(DROP_IN)).stages:
        weights = [(not row.safety, not row.key) for row in group.rows]
        assert weights == sorted(weights)


def test_safety_actions_are_there_whatever_the_answers() -> None:
    safety = [row for row in story(example(ONLINE)).rows if row.safety]

    assert safety
    assert any(row.purposes == ("Basic safety, for every programme",) for row in safety)


def test_an_action_names_the_findings_it_serves() -> None:
    assert row(example(DROP_IN)).purposes == (
        "Feeling dismissed or out of place",
        "Hoping to be understood",
    )


def test_what_the_answers_show_counts_as_settled() -> None:
    in_place = [row for row in story(example(CLOSED)).rows if row.shown_by_answers]

    assert in_place
    assert all(row.is_settled for row in in_place)
    assert all(row.decision.choice is Choice.DECIDE_LATER for row in in_place)


def test_a_decision_settles_an_action() -> None:
    assert not row(example(DROP_IN)).is_settled
    for choice in (Choice.WE_WILL, Choice.IN_PLACE, Choice.NOT_FOR_US):
        assert row(decided(choice)).is_settled


def test_progress_counts_key_actions_apart() -> None:
    before, after = story(example(DROP_IN)), story(decided(Choice.IN_PLACE))
    key = [row for row in before.rows if row.key]
    settled, settled_key = (sum(row.is_settled for row in rows) for rows in (before.rows, key))

    whole, of_key = f"of {len(before.rows)} actions decided", f"of {len(key)} key ones."
    assert before.progress == f"{settled} {whole}; {settled_key} {of_key}"
    assert after.progress == f"{settled + 1} {whole}; {settled_key + 1} {of_key}"


def test_a_stage_says_how_far_it_is() -> None:
    plan = next(group for group in story(decided(Choice.WE_WILL)).stages if group.id == "plan")

    settled = sum(row.is_settled for row in plan.rows)
    assert plan.progress == f"{settled} of {len(plan.rows)} decided"


def test_residual_risks_follow_a_decision_at_once() -> None:
    finding = next(
        finding
        for finding in advise(pack(), example(DROP_IN)).findings
        if finding.state is RiskState.OPEN
    )

    def state(choice: Choice) -> Mark:
        plan = example(DROP_IN)
        for branch in finding.at_work:
            plan = plan.with_entry(
                EntryKey.of_decision(branch.answered_by[0]), Decision(choice=choice)
            )
        return next(r.mark for r in story(plan).residual_risks if r.rule == finding.rule)

    assert state(Choice.NOT_FOR_US) is Mark.OPEN
    assert state(Choice.IN_PLACE) in (Mark.PARTLY_ADDRESSED, Mark.ADDRESSED)
    assert state(Choice.WE_WILL) is Mark.PARTLY_ADDRESSED


def test_a_risk_with_all_key_actions_in_place_is_addressed_and_stays() -> None:
    plan = example(DROP_IN)
    for each in story(plan).rows:
        if "Feeling dismissed or out of place" in each.purposes and each.key:
            plan = plan.with_entry(EntryKey.of_decision(each.id), Decision(choice=Choice.IN_PLACE))

    risk = next(r for r in story(plan).residual_risks if r.rule == "N01-harms")
    assert risk.mark is Mark.ADDRESSED
    assert risk.sentence == "All key actions are in place."


def test_open_risks_stand_first_and_say_what_is_missing() -> None:
    risks = story(example(DROP_IN)).residual_risks

    order = [Mark.OPEN, Mark.PARTLY_ADDRESSED, Mark.ADDRESSED]
    assert [risk.mark for risk in risks] == sorted((risk.mark for risk in risks), key=order.index)
    assert "key actions" in risks[0].sentence


def test_the_risks_are_told_in_one_sentence() -> None:
    assert story(example(DROP_IN)).residual_words == "Risks: 9 open."


def test_no_known_risk_is_never_told_as_no_risk() -> None:
    words = story(example(ONLINE)).residual_words

    assert words == "We cannot judge this form."


def test_own_entries_stand_where_they_belong() -> None:
    own = OwnAction(id="1", text="Ask the library", stage="run")
    risk = OwnRisk(id="2", text="Flood")
    told = story(replace(example(DROP_IN), own_actions=(own,), own_risks=(risk,)))

    assert {group.id: group.own for group in told.stages if group.own} == {"run": (own,)}
    assert told.own_risks == (risk,)


def test_only_what_was_asked_for_is_shown() -> None:
    plan = example(DROP_IN).with_entry(
        EntryKey.of_decision(FIRST),
        Decision(choice=Choice.WE_WILL, owner="Sam", due=datetime.date(2027, 1, 5)),
    )
    plan = plan.with_entry(
        EntryKey.of_decision(ActionId("plan-04")), Decision(choice=Choice.WE_WILL, owner="Sam")
    )
    rows = story(plan).rows

    assert shown(rows, Show.ALL) == rows
    assert all(row.key for row in shown(rows, Show.KEY))
    assert not any(row.is_settled for row in shown(rows, Show.UNDECIDED))
    assert {row.id for row in shown(rows, Show.OURS)} == {"plan-01", "plan-04"}
    assert {row.id for row in shown(rows, Show.UNOWNED)} == {"plan-04"}


def test_an_action_that_depends_on_open_answers_says_so() -> None:
    assert any(row.depends for row in story(example(SPARSE)).rows)


def test_sources_of_an_action_say_how_they_were_read() -> None:
    for each in story(example(DROP_IN)).rows:
        assert all(source.endswith("read.)") or "Read in" in source for source in each.sources)
