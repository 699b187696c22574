import datetime
from dataclasses import replace

import pytest

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.rules.engine import advise
from advisor.telling.action import ActionRow
from advisor.telling.action_list import ActionList, GroupKind, ListedAction, Show, told_list
from advisor.telling.actions import StageGroup, told_by_stage
from tests.support.examples import CLOSED, DROP_IN, ONLINE, SPARSE, example, pack, with_staff

FIRST = ActionId("plan-01")


def stages(plan: Plan) -> tuple[StageGroup, ...]:
    return told_by_stage(pack(), plan, advise(pack(), plan))


def listed(plan: Plan) -> ActionList:
    return told_list(pack(), plan, advise(pack(), plan))


def decided(choice: Choice, action: ActionId = FIRST) -> Plan:
    return example(DROP_IN).with_entry(EntryKey.of_decision(action), Decision(choice=choice))


def rows(plan: Plan) -> list[ActionRow]:
    return [row for stage in stages(plan) for row in stage.rows]


def row(plan: Plan, action: ActionId = FIRST) -> ActionRow:
    return next(row for row in rows(plan) if row.id == action)


def test_stages_follow_the_order_in_which_a_programme_is_built() -> None:
    order = [stage.label for stage in pack().stages]

    told = [group.title for group in stages(example(DROP_IN))]

    assert told == [stage for stage in order if stage in told]


def test_every_advised_action_stands_once_in_its_stage_and_once_in_the_list() -> None:
    plan = example(DROP_IN)
    advised = sorted(action.id for action in advise(pack(), plan).actions)

    assert sorted(row.id for row in rows(plan)) == advised
    assert sorted(line.key.id for line in listed(plan).lines) == advised


def test_safety_and_key_actions_come_first_in_a_stage() -> None:
    for group in stages(example(DROP_IN)):
        weights = [(not row.safety, not row.key) for row in group.rows]
        assert weights == sorted(weights)


def test_safety_actions_are_there_whatever_the_answers() -> None:
    safety = [row for row in rows(example(ONLINE)) if row.safety]

    assert safety
    assert any(row.purposes == ("Basic safety, for every programme",) for row in safety)


def test_an_action_names_the_findings_it_serves() -> None:
    assert row(example(DROP_IN)).purposes == (
        "Feeling dismissed or out of place",
        "Hoping to be understood",
    )


def test_what_the_answers_show_counts_as_settled() -> None:
    in_place = [row for row in rows(example(CLOSED)) if row.shown_by_answers]

    assert in_place
    assert all(row.is_settled for row in in_place)
    assert all(row.decision.choice is Choice.DECIDE_LATER for row in in_place)


def test_a_decision_settles_an_action() -> None:
    assert not row(example(DROP_IN)).is_settled
    for choice in (Choice.WE_WILL, Choice.IN_PLACE, Choice.NOT_FOR_US):
        assert row(decided(choice)).is_settled


def test_the_list_begins_with_the_priorities_then_safety_then_open_risks() -> None:
    plan = with_staff(example(DROP_IN))
    advice = advise(pack(), plan)
    groups = listed(plan).groups

    kinds = [group.kind for group in groups]
    assert kinds[:3] == [GroupKind.FIRST, GroupKind.SAFETY, GroupKind.OPEN_RISKS]
    assert [line.key.id for line in groups[0].lines] == [p.action for p in advice.priorities]
    assert groups[0].title == "Start with these five"
    assert all(line.row is not None and line.row.safety for line in groups[1].lines)
    assert all(line.row is not None and line.row.key for line in groups[2].lines)
    assert all(group.folded is (group.kind is GroupKind.STAGE) for group in groups)


def test_a_group_where_nobody_is_paid_gets_the_short_list_and_the_rest_folded() -> None:
    own = OwnAction(id="1", text="Buy biscuits.", stage="run")
    groups = listed(replace(example(DROP_IN), own_actions=(own,))).groups

    unfolded = [group.kind for group in groups if not group.folded]
    assert unfolded == [GroupKind.FIRST, GroupKind.OWN]
    assert len(groups) > 4


def test_the_rest_is_not_folded_behind_nothing() -> None:
    plan = example(DROP_IN)
    for action in advise(pack(), plan).actions:
        done = Decision(choice=Choice.IN_PLACE)
        plan = plan.with_entry(EntryKey.of_decision(action.id), done)
    groups = listed(plan).groups

    assert GroupKind.FIRST not in {group.kind for group in groups}
    assert not next(group for group in groups if group.kind is GroupKind.SAFETY).folded


def test_what_is_first_says_how_much_of_it_is_decided() -> None:
    before = listed(example(DROP_IN))
    first = before.groups[0].lines[0].key
    after = listed(
        example(DROP_IN).with_entry(first, Decision(choice=Choice.WE_WILL, owner="Amina"))
    )

    assert before.groups[0].progress == ""
    assert after.groups[0].progress == "1 of 5 decided"
    assert " 5 come first now." in before.sentence


def test_what_was_put_in_place_stays_counted_when_others_come_first() -> None:
    plan = example(DROP_IN)
    before = listed(plan)
    for line in before.groups[0].lines:
        plan = plan.with_entry(line.key, Decision(choice=Choice.IN_PLACE))
    after = listed(plan)

    assert not {line.key for line in before.groups[0].lines} & {
        line.key for line in after.groups[0].lines
    }
    told, then = (int(each.sentence.partition(" ")[0]) for each in (before, after))
    assert then == told + 5
    assert " 5 come first now." in after.sentence
    assert after.groups[0].progress == ""


def test_the_sentence_counts_what_is_decided_and_what_can_wait() -> None:
    told = listed(example(DROP_IN))
    keys = [line for line in told.lines if line.row and line.is_for(Show.KEY)]
    settled = sum(line.row.is_settled for line in keys if line.row)
    rest = [line for line in told.lines if line not in keys and line.is_for(Show.UNDECIDED)]

    assert told.sentence.startswith(f"{settled} of {len(keys)} key actions are decided.")
    assert told.sentence.endswith(f" {len(rest)} others can wait.")
    assert told.counts()[Show.KEY] == len(keys)


def test_own_entries_stand_together_and_keep_their_keys() -> None:
    own = OwnAction(id="1", text="Ask the library", stage="run")
    risk = OwnRisk(id="2", text="Flood")
    plan = replace(example(DROP_IN), own_actions=(own,), own_risks=(risk,))
    groups = {group.kind: group for group in listed(plan).groups}

    assert [line.own for line in groups[GroupKind.OWN].lines] == [own]
    assert [line.own for line in groups[GroupKind.OWN_RISKS].lines] == [risk]
    assert groups[GroupKind.OWN_RISKS].lines[0].decision is None
    assert groups[GroupKind.OWN_RISKS].progress == ""
    of_stage = {stage.title: [row.text for row in stage.rows] for stage in stages(plan)}
    assert of_stage["Run"][-1] == "Ask the library"
    in_place = Decision(choice=Choice.IN_PLACE)
    assert groups[GroupKind.OWN].lines[0].decided(in_place) == replace(own, decision=in_place)


def test_names_used_in_the_plan_are_suggested_before_roles() -> None:
    plan = example(DROP_IN).with_entry(EntryKey.of_decision(FIRST), Decision(owner="Zoë"))

    owners = listed(plan).owners

    assert owners[0] == "Zoë"
    assert row(plan).role in owners


def test_an_action_is_found_by_any_of_its_words_and_names() -> None:
    plan = example(DROP_IN).with_entry(EntryKey.of_decision(FIRST), Decision(owner="Zoë"))
    line = next(line for line in listed(plan).lines if line.key.id == FIRST)

    assert line.has("")
    assert line.has("zoë dismissed")
    assert not line.has("zoë nowhere")


def test_purposes_are_told_in_few_words() -> None:
    line = next(line for line in listed(example(DROP_IN)).lines if line.key.id == FIRST)

    assert line.purpose == "Feeling dismissed or out of place, and 1 more"


CHOSEN = {
    "plan-01": Decision(choice=Choice.WE_WILL, owner="Sam", due=datetime.date(2027, 1, 5)),
    "plan-04": Decision(choice=Choice.WE_WILL, owner="Sam"),
    "plan-02": Decision(choice=Choice.IN_PLACE),
}


def chosen() -> list[ListedAction]:
    plan = example(DROP_IN)
    for action, decision in CHOSEN.items():
        plan = plan.with_entry(EntryKey.of_decision(ActionId(action)), decision)
    return list(listed(plan).lines)


@pytest.mark.parametrize(
    ("show", "ids"),
    [
        (Show.OURS, {"plan-01", "plan-04"}),
        (Show.UNOWNED, {"plan-04"}),
    ],
)
def test_only_what_was_asked_for_is_shown(show: Show, ids: set[str]) -> None:
    assert {line.key.id for line in chosen() if line.is_for(show)} == ids


def test_what_is_in_place_is_shown_apart_and_is_not_to_decide() -> None:
    lines = chosen()

    assert "plan-02" in {line.key.id for line in lines if line.is_for(Show.IN_PLACE)}
    assert all(line.is_for(Show.ALL) for line in lines)
    undecided = [line for line in lines if line.is_for(Show.UNDECIDED)]
    assert not any(line.row and line.row.is_settled for line in undecided)
    shown_by_answers = [line for line in lines if line.row and line.row.shown_by_answers]
    assert not any(line.is_for(Show.KEY) for line in shown_by_answers)


def test_an_action_that_depends_on_open_answers_says_so() -> None:
    assert any(row.depends for row in rows(example(SPARSE)))


def test_sources_of_an_action_say_how_they_were_read() -> None:
    for each in rows(example(DROP_IN)):
        assert all(source.endswith("read.)") or "Read in" in source for source in each.sources)
