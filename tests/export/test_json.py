"""The advice as JSON keeps its published contract."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from advisor import locations
from advisor.errors import FileRefused
from advisor.export.json import advice_data, advice_text, verdicts_in
from advisor.models.findings import Verdict
from advisor.models.ids import PlanId
from advisor.models.json_values import json_text
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from tests.support import decided
from tests.support.documents import Example


@pytest.fixture(scope="module")
def schema() -> Any:
    file = locations.resources_folder() / "schemas" / "advice-2.schema.json"
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def data(pack: Pack, decided_example: Example) -> Any:
    return advice_data(pack, *decided_example)


@pytest.mark.parametrize("number", range(1, 9))
def test_every_example_keeps_the_schema(
    pack: Pack, example: Callable[[int], Example], schema: Any, number: int
) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.validate(advice_data(pack, *example(number)), schema)


def test_decisions_and_an_empty_plan_keep_the_schema(pack: Pack, data: Any, schema: Any) -> None:
    empty = Plan(id="00000000-0000-4000-8000-000000000000", title="")  # type: ignore[arg-type]

    jsonschema.validate(data, schema)
    jsonschema.validate(advice_data(pack, empty, advise(pack, empty)), schema)


def test_the_schema_notices_a_stranger(data: Any, schema: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "score": 0.7}, schema)


def test_a_finding_has_the_fields_of_the_contract(data: Any) -> None:
    wanted = (
        "configuration rule domain effect term verdict state matters_more branches because "
        "depends_on tips stronger weaker actions evidence sources"
    )

    assert list(data["findings"][0]) == wanted.split()
    assert list(data) == [
        "advice_version",
        "pack",
        "plan",
        "covered",
        "not_covered_text",
        "summary",
        "gates",
        "priorities",
        "findings",
        "actions",
        "open_questions",
        "scope_notes",
        "tensions",
    ]


def test_what_may_apply_says_which_way_each_answer_would_tip_it(data: Any) -> None:
    for finding in data["findings"]:
        may_apply = finding["verdict"] == "may_apply"
        assert {tip["question"] for tip in finding["tips"]} == set(finding["depends_on"])
        assert bool(finding["tips"]) is may_apply
    assert any(tip["verdict"] == "applies" for each in data["findings"] for tip in each["tips"])


def test_only_a_benefit_says_what_it_needs(data: Any) -> None:
    with_needs = {finding["domain"] for finding in data["findings"] if "needs" in finding}

    assert with_needs == {"benefit"}
    assert {need["met"] for finding in data["findings"] for need in finding.get("needs", ())} == {
        True,
        False,
        None,
    }


def test_a_branch_of_a_risk_carries_its_own_sentence_state_and_answer(data: Any) -> None:
    (risk,) = (f for f in data["findings"] if f["rule"] == "N01-harms")
    branch = risk["branches"][0]

    assert (branch["verdict"], branch["other_sources"]) == ("applies", False)
    assert branch["text"]
    assert branch["sign"]
    assert branch["state"] in {"open", "partly_addressed", "addressed"}
    assert set(branch["answered_by"]) <= {action["id"] for action in data["actions"]}


def test_each_thing_to_do_first_says_why_it_is_there(data: Any) -> None:
    gates = {gate["id"] for gate in data["gates"] if gate["state"] == "missing"}
    branches = {(f["rule"], b["id"]) for f in data["findings"] for b in f["branches"]}

    assert 0 < len(data["priorities"]) <= 5
    for priority in data["priorities"]:
        assert priority["because"]
        for cause in priority["because"]:
            is_gate = cause.get("gate") in gates
            assert is_gate or (cause["rule"], cause["branch"]) in branches


def test_a_reason_is_a_tree_of_tests_with_the_answers_used(data: Any) -> None:
    (risk,) = (f for f in data["findings"] if f["rule"] == "N01-harms")

    assert risk["branches"][0]["because"] == {
        "question": "peer_experience",
        "test": "is_any_of",
        "wanted": ["parenthood_only", "none_required"],
        "answer": "parenthood_only",
        "truth": "holds",
        "hidden": False,
    }
    assert risk["because"]["operator"] == "any"
    assert risk["because"]["parts"][0] == risk["branches"][0]["because"]


def test_an_action_carries_its_decision_and_none_before_one_was_taken(data: Any) -> None:
    actions = {action["id"]: action for action in data["actions"]}

    assert actions[decided.WILL]["decision"] == {
        "choice": "we_will",
        "owner": decided.OWNER,
        "due": "2027-03-05",
        "note": decided.NOTE,
        "reason": "",
    }
    assert actions["train-03"]["decision"] is None
    assert actions[decided.DONE]["in_place"] is True


def test_no_number_is_a_score(data: Any) -> None:
    numbers: list[float] = []

    def walk(value: Any) -> None:
        if isinstance(value, float):
            numbers.append(value)
        for inner in (
            value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        ):
            walk(inner)

    walk(data)
    assert numbers == []


def test_the_same_advice_is_the_same_text(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    turned = advise(pack, plan)

    assert advice_text(pack, plan, advice) == advice_text(pack, plan, turned)
    assert decided.OWN_ACTION in advice_text(pack, plan, advice)


@pytest.mark.parametrize("number", range(1, 9))
def test_the_text_is_that_of_the_data(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    plan, advice = example(number)

    whole = json_text(advice_data(pack, plan, advice))

    assert advice_text(pack, plan, advice) == whole


def test_empty_lists_and_lines_of_a_text_are_spelled_as_in_the_data(pack: Pack) -> None:
    plan = Plan(id=PlanId("00000000-0000-4000-8000-000000000000"), title="a\n  b\u2028c")
    advice = replace(advise(pack, plan), gates=(), priorities=(), actions=())

    assert advice_text(pack, plan, advice) == json_text(advice_data(pack, plan, advice))


def test_half_a_character_has_a_form_that_can_be_stored(pack: Pack) -> None:
    plan = Plan(id="00000000-0000-4000-8000-000000000000", title="a\ud800b")  # type: ignore[arg-type]
    text = advice_text(pack, plan, advise(pack, plan))

    assert json.loads(text.encode())["plan"]["title"] == "a\ud800b"


def test_kept_advice_gives_its_verdicts_back(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example

    kept = verdicts_in(advice_text(pack, plan, advice))

    assert kept == {finding.rule: finding.verdict for finding in advice.findings}
    assert set(kept.values()) <= set(Verdict)


def test_advice_that_was_kept_under_version_1_is_still_read() -> None:
    text = '{"advice_version": 1, "findings": [{"rule": "N01-harms", "verdict": "applies"}]}'

    assert verdicts_in(text) == {"N01-harms": Verdict.APPLIES}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"advice_version": 3, "findings": []}',
        '{"advice_version": 1, "findings": [{"rule": "x", "verdict": "maybe"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_advice_of_this_version_is_refused(text: str) -> None:
    with pytest.raises(FileRefused, match="not advice of version 2"):
        verdicts_in(text)
