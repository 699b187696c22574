"""Values of the field answer simple questions about themselves."""

import datetime
from dataclasses import replace

import pytest

from advisor.models import conditions
from advisor.models.conditions import AllOf, AnyOf, Includes, Is, Not, questions_in
from advisor.models.evidence import ReadDepth, Source
from advisor.models.ids import (
    ActionId,
    ConfigurationId,
    GateId,
    OptionId,
    PlanId,
    QuestionId,
    RuleId,
    SourceId,
)
from advisor.models.pack import Pack, PackVersion
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    Entry,
    EntryKey,
    EntryKind,
    GateTick,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.models.questionnaire import Nature
from tests.support import building

SOURCE = Source(
    id=SourceId("one"),
    citation="One (2020)",
    kind="study",
    population="mothers",
    read=ReadDepth.FULL,
    says="So.",
)
AGREED = QuestionId("agreed")


def small_pack() -> Pack:
    pack = building.pack(
        [building.yes_no("agreed"), building.single("shape", "free", "course", core=True)],
        [building.configuration("risk", Is(AGREED, True))],
        [building.action("one", "risk")],
    )
    return replace(pack, sources=(SOURCE,))


def test_a_pack_finds_its_things_by_id() -> None:
    pack = small_pack()

    assert pack.source_by_id[SourceId("one")] is SOURCE
    assert pack.action_by_id[ActionId("one")] is pack.actions[0]
    assert pack.configuration_by_id[ConfigurationId("risk")] is pack.configurations[0]
    configuration, rule = pack.rule_by_id[RuleId("risk-1")]
    assert rule in configuration.rules


def test_a_label_is_found_by_kind_and_id() -> None:
    assert small_pack().label_of("stage", "run") == "Run"
    assert small_pack().label_of("owner", "lead") == "Lead"
    assert small_pack().label_of("evidence", "named") == "Named"


def test_a_questionnaire_finds_questions_and_options() -> None:
    questionnaire = small_pack().questionnaire

    assert "agreed" in questionnaire
    assert "elsewhere" not in questionnaire
    assert questionnaire.in_section(building.SECTION) == questionnaire.questions
    assert [question.id for question in questionnaire.core] == ["shape"]
    assert questionnaire[QuestionId("shape")].option(OptionId("course")).label == "course"
    with pytest.raises(KeyError):
        questionnaire[QuestionId("shape")].option(OptionId("walk"))


def test_an_action_knows_what_it_serves() -> None:
    action = small_pack().actions[0]

    assert action.serves_configuration(ConfigurationId("risk"))
    assert not action.serves_configuration(ConfigurationId("other"))


def test_an_answer_is_given_or_open() -> None:
    assert Answer(value=7).given == 7
    assert not Answer(value=False).is_open
    assert Answer(value=OpenAnswer.NOT_SURE).given is None
    assert Answer().is_open


def test_a_plan_changes_by_making_another() -> None:
    plan = building.plan(agreed=True)
    decision = Decision(choice=Choice.WE_WILL)

    other = plan.with_entry(EntryKey.of_answer(AGREED), Answer(value=False)).with_entry(
        EntryKey.of_decision(ActionId("one")), decision
    )

    assert plan.answer(AGREED).given is True
    assert other.answer(AGREED).given is False
    assert other.decision(ActionId("one")) is decision
    assert plan.decision(ActionId("one")).choice is Choice.DECIDE_LATER
    assert plan.answer(QuestionId("elsewhere")).is_open


def test_every_kind_of_entry_is_read_changed_and_taken_away_by_its_key() -> None:
    plan = Plan(id=PlanId("plan"), title="Plan")
    first, second = OwnRisk(id="1", text="Stairs"), OwnRisk(id="2", text="Floods")
    said: dict[EntryKey, Entry] = {
        EntryKey.of_answer(AGREED): Answer(value=True),
        EntryKey.of_decision(ActionId("one")): Decision(choice=Choice.IN_PLACE),
        first.key: first,
        second.key: second,
        EntryKey(EntryKind.OWN_ACTION, "1"): OwnAction(id="1", text="Ramp", stage="plan"),
        EntryKey.of_tick(GateId("safe")): GateTick(day=datetime.date(2027, 3, 5)),
    }
    full = plan
    for key, entry in said.items():
        full = full.with_entry(key, entry)
    name = PlanName(title="New", description="Words", version=3)
    full = full.with_entry(EntryKey.of_plan(plan.id), name)

    assert {key: full.entry(key) for key in said} == said
    assert dict(full.entries()) == {EntryKey.of_plan(plan.id): name, **said}
    changed = replace(first, text="Steep stairs")
    assert full.with_entry(first.key, changed).own_risks == (changed, second)
    for key in said:
        full = full.without(key)
    assert full == replace(plan, title="New", description="Words")
    assert full.entry(first.key) is None
    assert full.without(EntryKey.of_plan(plan.id)) == full


def test_the_version_of_a_row_is_no_part_of_what_was_said() -> None:
    plan: Plan = building.plan(agreed=True)

    assert Answer(value=True, version=3) == Answer(value=True)
    assert replace(plan, version=9) == plan


def test_tests_are_listed_in_reading_order_repeats_included() -> None:
    one, other = Is(AGREED, True), Includes(QuestionId("shape"), OptionId("free"))
    condition = AllOf((one, AnyOf((other, Not(one)))))

    assert list(conditions.tests_in(condition)) == [one, other, one]
    assert questions_in(condition) == {AGREED, QuestionId("shape")}


def test_editions_sort_by_their_numbers_and_not_by_their_letters() -> None:
    editions = [PackVersion(id="p", version=each) for each in ("2026.11", "2026.9", "2026.9.b")]

    assert [each.version for each in sorted(editions, key=lambda each: each.age)] == [
        "2026.9",
        "2026.9.b",
        "2026.11",
    ]


def test_what_is_known_elsewhere_is_found_out_and_what_is_designed_is_decided() -> None:
    assert OpenAnswer.on_purpose(Nature.CONTEXT) is OpenAnswer.NOT_SURE
    assert OpenAnswer.on_purpose(Nature.DESIGN) is OpenAnswer.NOT_DECIDED
