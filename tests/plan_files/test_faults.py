"""Every fault of a plan file, where it is and what is said."""

import json
from pathlib import Path

import pytest

from advisor.errors import PlanRefused
from advisor.models.pack import Pack
from advisor.plan_files.reading import read_plan
from tests.packs.refusing import SMALLEST, faults, refusal


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answers": None}, 'answers: "answers" is missing. Without any answers write {}.'),
        (
            {"answers": []},
            "answers: A group of questions and answers is expected here, not a list.",
        ),
        ({"title": None}, '"title" is missing.'),
        ({"title": ""}, "title: This text is empty. Write something."),
        ({"title": " \u2003"}, "title: This text is empty. Write something."),
        ({"title": 3}, "title: Text is expected here, and not a number."),
        ({"title": "x" * 301}, "title: This text has 301 characters; at most 300 fit."),
        ({"title": "a\nb"}, "title: This text must be on one line."),
        ({"tittle": "x"}, 'Unknown name "tittle". Did you mean "title"?'),
        (
            {"id": "7"},
            "id: An id is a UUID, like 123e4567-e89b-42d3-a456-426614174000, or is left out.",
        ),
        ({"pack": {"id": "small"}}, 'pack: "version" is missing.'),
        (
            {"pack": {"id": "large", "version": "1"}},
            'pack › id: This plan is for the evidence "large"; here is "small".',
        ),
        (
            {"decisions": []},
            "decisions: A group of actions and decisions is expected here, not a list.",
        ),
        (
            {"decisions": {"plan-1": {}}},
            'decisions: There is no action "plan-1" in the evidence small 1. '
            'Did you mean "plan-01"?',
        ),
        (
            {"decisions": {"plan-01": "we_will"}},
            "decisions › plan-01: A group of names and values is expected here, and not the text "
            '"we_will".',
        ),
        (
            {"decisions": {"plan-01": {"choice": "DONE"}}},
            "decisions › plan-01 › choice: A choice is one of we_will, in_place, not_for_us, "
            "decide_later.",
        ),
        (
            {"decisions": {"plan-01": {"choice": None}}},
            "decisions › plan-01 › choice: A choice is one of we_will, in_place, not_for_us, "
            "decide_later.",
        ),
        (
            {"decisions": {"plan-01": {"due": "01/03/2026"}}},
            'decisions › plan-01 › due: A day is written like 2027-03-31, and not "01/03/2026".',
        ),
        (
            {"decisions": {"plan-01": {"due": "2026-02-31"}}},
            'decisions › plan-01 › due: There is no day "2026-02-31".',
        ),
        (
            {"decisions": {"plan-01": {"due": 1699920000}}},
            "decisions › plan-01 › due: A day is written like 2027-03-31, and not a number.",
        ),
        (
            {"decisions": {"plan-01": {"due": "1699920000"}}},
            'decisions › plan-01 › due: A day is written like 2027-03-31, and not "1699920000".',
        ),
        (
            {"decisions": {"plan-01": {"due": "0001-01-01"}}},
            "decisions › plan-01 › due: A day lies between the years 2000 and 2199.",
        ),
        (
            {"decisions": {"plan-01": {"due": "2026-03-01T09:00:00"}}},
            "decisions › plan-01 › due: A day is written like 2027-03-31, and not "
            '"2026-03-01T09:00:00".',
        ),
        (
            {"decisions": {"plan-01": {"due": "2026-03-01\n"}}},
            "decisions › plan-01 › due: A day is written like 2027-03-31, and not "
            '"2026-03-01\ufffd".',
        ),
        (
            {"decisions": {"plan-01": {"due": "٢٠٢٦-٠٣-٠١"}}},
            'decisions › plan-01 › due: A day is written like 2027-03-31, and not "٢٠٢٦-٠٣-٠١".',
        ),
        (
            {"decisions": {"plan-01": {"owner": "a\nb"}}},
            "decisions › plan-01 › owner: This text must be on one line.",
        ),
        (
            {"own_actions": {}},
            "own_actions: A list is expected here, and not a group of names and values.",
        ),
        (
            {"own_actions": [{"text": "x", "stage": "rum"}]},
            'own_actions › 1 › stage: A stage is one of plan, run. Did you mean "run"?',
        ),
        ({"own_actions": [{"stage": "run"}]}, 'own_actions › 1: "text" is missing.'),
        (
            {"own_risks": [{"text": " "}]},
            "own_risks › 1 › text: This text is empty. Write something.",
        ),
        (
            {"comments": [{"question": "sise", "text": "x"}]},
            "comments › 1 › question: A question of the evidence is needed here."
            ' Did you mean "size"?',
        ),
        (
            {"gate_ticks": []},
            "gate_ticks: A group of safety checks and days is expected here, not a list.",
        ),
        (
            {"gate_ticks": {"gate-numbr": "2027-03-05"}},
            'gate_ticks: There is no safety check "gate-numbr" in the evidence small 1. '
            'Did you mean "gate-number"?',
        ),
        (
            {"gate_ticks": {"gate-number": None}},
            "gate_ticks › gate-number: A day is written like 2027-03-31, and not null.",
        ),
        (
            {"own_risks": [{"text": "x"}, 3]},
            "own_risks › 2: A group of names and values is expected here, and not a number.",
        ),
        (
            {"own_risks": [{"text": "x"}] * 1001},
            "own_risks: This list has 1,001 items; at most 1,000 are read.",
        ),
        (
            {"own_risks": [{"text": "x", "id": "00000000-0000-4000-8000-000000000000"}] * 2},
            "own_risks: Two of these have the same id. Leave the ids out to get new ones.",
        ),
    ],
)
def test_everything_else_must_be_what_it_is_called(
    small_pack: Pack, change: dict[str, object], said: str
) -> None:
    assert said in faults(small_pack, **change)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {**SMALLEST, "plan_version": 2},
            "This plan was made with a newer version of this program "
            "(plan version 2; here 1). Update the program to read it.",
        ),
        (
            {**SMALLEST, "plan_version": "1"},
            '"plan_version" is the number 1, and not the text "1".',
        ),
        ({**SMALLEST, "plan_version": True}, '"plan_version" is the number 1, and not true.'),
        ({**SMALLEST, "plan_version": 0}, '"plan_version" is the number 1, and not a number.'),
        (
            {"planversion": 1, "title": "x", "answers": {}},
            'This is not a plan that this program exported: "plan_version" is missing. '
            'Did you mean "planversion"?',
        ),
        (
            {"advice_version": 1},
            "This is advice and not a plan. Choose the plan that it was made from.",
        ),
        ([{"id": "T01", "domain": "take_up"}], "This is evidence and not a plan."),
        ([], "A plan file holds one group of names and values, and not a list."),
        (None, "A plan file holds one group of names and values, and not null."),
        ("plan", 'A plan file holds one group of names and values, and not the text "plan".'),
    ],
)
def test_what_is_no_plan_of_this_version_is_said_at_once(
    small_pack: Pack, data: object, said: str
) -> None:
    refused = refusal(data, small_pack)

    assert [str(fault) for fault in refused.faults] == [said]
    assert refused.message == f'The plan file "my.json" was not read: {said}'


def test_after_a_hundred_faulty_entries_nobody_reads_on(small_pack: Pack) -> None:
    assert len(faults(small_pack, own_risks=[{}] * 1000)) == 100


def test_a_plan_for_another_edition_says_so_where_a_question_is_gone(small_pack: Pack) -> None:
    assert faults(
        small_pack, pack={"id": "small", "version": "0.9"}, answers={"asked_before": True}
    ) == [
        'answers: There is no question "asked_before" in the evidence small 1. '
        "The plan was written for small 0.9."
    ]


def test_the_first_sentence_names_file_place_and_remedy(small_pack: Pack) -> None:
    refused = refusal({**SMALLEST, "answers": {"formats": ["grup"], "size": 1}}, small_pack)

    assert str(refused) == (
        'The plan file "my.json" was not read: at answers › formats: There is no option "grup" '
        'of "formats". Did you mean "group"? (1 more fault.)'
    )


def test_all_faults_come_at_once(small_pack: Pack) -> None:
    found = faults(
        small_pack,
        title="",
        description=3,
        answers={"size": 1, "change": "no"},
        decisions={"plan-01": {"choice": "x"}},
        own_actions=[{}],
    )

    assert [fault.split(": ")[0] for fault in found] == [
        "title",
        "description",
        "answers › size",
        "answers › change",
        "decisions › plan-01 › choice",
        "own_actions › 1 › stage",
        "own_actions › 1",
    ]


def test_after_a_hundred_faults_nobody_reads_on(small_pack: Pack) -> None:
    refused = refusal({**SMALLEST, "answers": {f"question{n}": 1 for n in range(1000)}}, small_pack)

    assert len(refused.faults) == 100
    assert str(refused).endswith("(many more faults.)")


def test_a_file_that_is_not_there_is_refused_like_any_other(
    small_pack: Pack, tmp_path: Path
) -> None:
    with pytest.raises(PlanRefused) as caught:
        read_plan(tmp_path / "my.json", small_pack)

    assert str(caught.value) == ('The plan file "my.json" was not read: There is no such file.')


def test_a_file_name_is_shown_harmlessly(small_pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "red\x1b[31m\n.json"
    path.write_text(json.dumps({**SMALLEST, "title": ""}), encoding="utf-8")

    with pytest.raises(PlanRefused) as caught:
        read_plan(path, small_pack)

    assert str(caught.value).isprintable()
