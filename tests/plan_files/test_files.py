"""A plan goes out and comes back as it was."""

import json
import uuid
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.errors import PlanRefused
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Comment, EntryKey, OpenAnswer, Plan
from advisor.plan_files.reading import plan_from_data, read_plan
from advisor.plan_files.writing import PLAN_VERSION, blank_plan, write_plan
from tests.plan_files.plans import full_plan, plans

RESOURCES = Path(__file__).parents[2] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.json"))
SCHEMA = json.loads((RESOURCES / "schemas" / "plan-1.schema.json").read_text(encoding="utf-8"))

SMALLEST: dict[str, object] = {"plan_version": 1, "title": "Amberfield", "answers": {}}


def holds_against_the_schema(data: object) -> bool:
    return not list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(data))


def answers(pack: Pack, **said: object) -> dict[str, Answer]:
    plan = plan_from_data({**SMALLEST, "answers": said}, pack)
    return {str(question): answer for question, answer in plan.answers.items()}


def test_the_smallest_file_is_a_plan(small_pack: Pack) -> None:
    plan = read_plan(b'{"plan_version": 1, "title": "Amberfield", "answers": {}}', small_pack)

    assert (plan.title, plan.description, plan.pack) == ("Amberfield", "", None)
    assert (plan.answers, plan.decisions, plan.own_actions, plan.own_risks) == ({}, {}, (), ())


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_plan_is_read_in_the_codings_that_programs_write(small_pack: Pack, coding: str) -> None:
    mark = "\ufeff" if coding in ("utf-16-le", "utf-16-be") else ""
    content = (
        f'{mark}{{"plan_version": 1, "answers": {{}}, "title": "Caf\u00e9 \u2013 \u0645"}}'.encode(
            coding
        )
    )

    assert read_plan(content, small_pack).title == "Caf\u00e9 \u2013 \u0645"


def test_the_same_file_gives_the_same_plan_each_time(small_pack: Pack) -> None:
    own = {"own_risks": [{"text": "Rain."}], "own_actions": [{"text": "Tent.", "stage": "run"}]}
    first = plan_from_data({**SMALLEST, **own}, small_pack)
    second = plan_from_data({**SMALLEST, **own}, small_pack)
    other = plan_from_data({**SMALLEST, "title": "Fenhollow", **own}, small_pack)

    assert first == second
    assert first.id != other.id
    assert first.own_risks[0].id != first.own_actions[0].id != other.own_actions[0].id


def test_every_kind_of_answer_is_read(small_pack: Pack) -> None:
    assert answers(
        small_pack, formats=["telephone", "group"], leader="nobody", size=12, change=False
    ) == {
        "formats": Answer(value=frozenset({OptionId("group"), OptionId("telephone")})),
        "leader": Answer(value=OptionId("nobody")),
        "size": Answer(value=12),
        "change": Answer(value=False),
    }


def test_open_answers_and_notes_are_read(small_pack: Pack) -> None:
    assert answers(
        small_pack,
        formats={"value": ["group"], "note": "At the hall."},
        leader={"open": "not_decided", "note": "In May."},
        size={"open": "not_sure"},
        change={"note": "Ask Rosa."},
    ) == {
        "formats": Answer(value=frozenset({OptionId("group")}), note="At the hall."),
        "leader": Answer(value=OpenAnswer.NOT_DECIDED, note="In May."),
        "size": Answer(value=OpenAnswer.NOT_SURE),
        "change": Answer(note="Ask Rosa."),
    }


@pytest.mark.parametrize(
    "nothing", [None, [], {}, {"value": None}, {"value": []}, {"open": "not_answered"}]
)
def test_nothing_said_is_no_answer(small_pack: Pack, nothing: object) -> None:
    assert answers(small_pack, formats=nothing) == {}


@pytest.mark.parametrize("said", ["not_sure", "not_decided"])
@pytest.mark.parametrize("question", ["size", "leader"])
def test_either_open_answer_fits_any_question(small_pack: Pack, question: str, said: str) -> None:
    assert answers(small_pack, **{question: {"open": said}})[question].value == OpenAnswer(said)


def test_an_answer_to_a_question_that_is_not_asked_is_kept(small_pack: Pack) -> None:
    assert "leader" in answers(small_pack, formats=["telephone"], leader="trained")


def test_answers_come_in_the_order_of_the_questionnaire(small_pack: Pack) -> None:
    said = answers(small_pack, change=True, size=3, formats=["group"])
    assert list(said) == ["formats", "size", "change"]


def test_texts_are_brought_into_one_form(small_pack: Pack) -> None:
    data = {**SMALLEST, "title": "Cafe\u0301", "description": "one\r\ntwo\rthree"}
    plan = plan_from_data(data, small_pack)

    assert (plan.title, plan.description) == ("Caf\u00e9", "one\ntwo\nthree")


def test_a_plan_is_written_for_people_to_read(small_pack: Pack) -> None:
    assert json.loads(write_plan(full_plan(), small_pack)) == {
        "plan_version": PLAN_VERSION,
        "id": "00000000-0000-0000-0000-000000000007",
        "title": "Amberfield",
        "description": "Two lines:\nthis is the second.",
        "answers": {
            "formats": ["group", "telephone"],
            "leader": {"value": "trained", "note": "Two of them."},
            "size": {"open": "not_sure", "note": "Ask Rosa."},
            "change": {"open": "not_answered", "note": "We talk about it in May."},
        },
        "decisions": {
            "plan-01": {
                "choice": "not_for_us",
                "owner": "Rosa",
                "due": "2027-03-31",
                "note": "A note.",
                "reason": "A reason.",
            }
        },
        "own_actions": [
            {
                "id": "00000000-0000-0000-0000-000000000008",
                "text": "Buy biscuits.",
                "stage": "run",
                "decision": {"choice": "we_will"},
            }
        ],
        "own_risks": [
            {
                "id": "00000000-0000-0000-0000-000000000009",
                "text": "No biscuits.",
                "mitigation": "Fruit.",
            }
        ],
        "comments": [
            {
                "id": "00000000-0000-0000-0000-00000000000a",
                "question": "size",
                "who": "The mothers' table",
                "text": "Eight is enough.",
            }
        ],
        "gate_ticks": {"gate-number": "2027-03-05"},
    }


def test_the_order_of_answering_does_not_show_in_the_file(small_pack: Pack) -> None:
    plan = full_plan()
    turned = MappingProxyType(dict(reversed(list(plan.answers.items()))))
    other = Plan(
        id=plan.id,
        title=plan.title,
        description=plan.description,
        answers=turned,
        decisions=plan.decisions,
        own_actions=plan.own_actions,
        own_risks=plan.own_risks,
        comments=plan.comments,
        gate_ticks=plan.gate_ticks,
    )

    assert write_plan(other, small_pack) == write_plan(plan, small_pack)


def test_what_an_older_pack_asked_is_still_written(small_pack: Pack) -> None:
    old = QuestionId("asked_before")
    plan = full_plan().with_entry(
        EntryKey.of_answer(old), Answer(value=frozenset({OptionId("b"), OptionId("a")}))
    )
    written = json.loads(write_plan(plan, small_pack))

    assert list(written["answers"]) == ["formats", "leader", "size", "change", "asked_before"]
    assert written["answers"]["asked_before"] == ["a", "b"]


def test_a_comment_on_a_question_that_is_asked_otherwise_now_survives_export_and_import(
    pack: Pack,
) -> None:
    gone = QuestionId("languages")
    comment = Comment(id=str(uuid.UUID(int=3)), question=gone, text="Two of us speak Welsh.")
    plan = replace(
        full_plan(), answers={}, decisions={}, own_actions=(), comments=(comment,), gate_ticks={}
    )

    read = plan_from_data(json.loads(write_plan(plan, pack)), pack)

    assert gone not in pack.questionnaire
    assert read.comments == (comment,)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_plan_that_was_written_is_read_as_it_was(small_pack: Pack, data: st.DataObject) -> None:
    plan = data.draw(plans(small_pack))
    written = write_plan(plan, small_pack)

    assert read_plan(written.encode(), small_pack) == plan
    assert write_plan(read_plan(written.encode(), small_pack), small_pack) == written
    assert holds_against_the_schema(json.loads(written))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_a_plan_written_as_the_program_writes_it(example: Path, pack: Pack) -> None:
    plan = read_plan(example, pack)

    assert plan.title.startswith("Fictional example: ")
    assert plan.pack == pack.version
    assert write_plan(plan, pack) == example.read_text(encoding="utf-8")
    assert holds_against_the_schema(json.loads(example.read_text(encoding="utf-8")))


def test_the_examples_go_from_sparse_to_nearly_complete(pack: Pack) -> None:
    answered = [len(read_plan(example, pack).answers) for example in EXAMPLES]

    assert len(answered) == 8
    assert min(answered) < len(pack.questionnaire.core)
    assert max(answered) >= len(pack.questionnaire.questions) - 1


def test_a_blank_plan_is_a_plan_and_says_what_can_be_answered(pack: Pack) -> None:
    blank = json.loads(json.dumps(blank_plan(pack)))
    plan = plan_from_data(blank, pack)

    assert plan.answers == {}
    assert holds_against_the_schema(blank)
    assert list(blank["answers"]) == [question.id for question in pack.questionnaire.questions]
    described = {question["id"]: question for question in blank["questions"]}
    for question in pack.questionnaire.questions:
        own = described[question.id]
        assert [option["id"] for option in own.get("options", [])] == [
            option.id for option in question.options
        ]
        limits = (own.get("min", 0), own.get("max", 0))
        assert limits == (question.minimum, question.maximum)


def test_a_filled_in_blank_plan_is_read(pack: Pack) -> None:
    blank = json.loads(json.dumps(blank_plan(pack)))
    blank["answers"] |= {"formats": ["group"], "group_size": 8}

    assert set(plan_from_data(blank, pack).answers) == {"formats", "group_size"}


@pytest.mark.parametrize(
    "data",
    [
        {**SMALLEST, "plan_version": 2},
        {**SMALLEST, "extra": 1},
        {**SMALLEST, "title": ""},
        {**SMALLEST, "title": "a\u0000b"},
        {**SMALLEST, "title": "a\nb"},
        {**SMALLEST, "title": "x" * 301},
        {**SMALLEST, "id": "1"},
        {**SMALLEST, "answers": []},
        {**SMALLEST, "answers": {"formats": 1.5}},
        {**SMALLEST, "answers": {"formats": {"value": ["group"], "open": "not_sure"}}},
        {**SMALLEST, "answers": {"formats": {"open": "perhaps"}}},
        {**SMALLEST, "decisions": {"plan-01": {"choice": "maybe"}}},
        {**SMALLEST, "decisions": {"plan-01": {"due": "31/03/2027"}}},
        {**SMALLEST, "own_risks": [{"mitigation": "x"}]},
        {"plan_version": 1, "title": "x"},
    ],
)
def test_the_schema_and_the_reader_refuse_the_same_shapes(
    data: dict[str, object], small_pack: Pack
) -> None:
    assert not holds_against_the_schema(data)
    with pytest.raises(PlanRefused):
        plan_from_data(data, small_pack)
