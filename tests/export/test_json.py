"""The advice as JSON keeps its published contract."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from advisor import locations
from advisor.errors import FileRefused
from advisor.export.json import advice_data, advice_text, verdicts_in
from advisor.models.findings import Verdict
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from tests.support import decided
from tests.support.documents import Example


@pytest.fixture(scope="module")
def schema() -> Any:
    file = locations.resources_folder() / "schemas" / "advice-1.schema.json"
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def data(pack: Pack, decided_example: Example) -> Any:
    return advice_data(pack, *decided_example)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
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
    wanted = "configuration rule domain effect verdict state because depends_on stronger weaker"

    assert list(data["findings"][0]) == [*wanted.split(), "actions", "evidence", "sources"]
    assert list(data) == [
        "advice_version",
        "pack",
        "plan",
        "summary",
        "findings",
        "actions",
        "open_questions",
        "scope_notes",
        "tensions",
    ]


def test_a_reason_is_a_tree_of_tests_with_the_answers_used(data: Any) -> None:
    because = next(f["because"] for f in data["findings"] if f["rule"] == "T01-encourages")

    assert because["operator"] == "all"
    assert because["truth"] == "fails"
    assert because["parts"][0] == {
        "question": "peer_experience",
        "test": "is",
        "wanted": "perinatal_mental_health",
        "answer": "parenthood_only",
        "truth": "fails",
        "hidden": False,
    }


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


def test_half_a_character_has_a_form_that_can_be_stored(pack: Pack) -> None:
    plan = Plan(id="00000000-0000-4000-8000-000000000000", title="a\ud800b")  # type: ignore[arg-type]
    text = advice_text(pack, plan, advise(pack, plan))

    assert json.loads(text.encode())["plan"]["title"] == "a\ud800b"


def test_kept_advice_gives_its_verdicts_back(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example

    kept = verdicts_in(advice_text(pack, plan, advice))

    assert kept == {finding.rule: finding.verdict for finding in advice.findings}
    assert set(kept.values()) <= set(Verdict)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"advice_version": 2, "findings": []}',
        '{"advice_version": 1, "findings": [{"rule": "x", "verdict": "maybe"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_advice_of_this_version_is_refused(text: str) -> None:
    with pytest.raises(FileRefused, match="not advice of version 1"):
        verdicts_in(text)
