import json
from collections.abc import Callable

from advisor.export.comparing import comparison_json, comparison_text
from advisor.models.advice import Advice
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.rules.comparing import compare
from advisor.telling.comparison import told_comparison

Example = tuple[Plan, Advice]


def test_a_changed_answer_is_told_with_what_it_moves(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    before = example(3)[0]
    after = before.with_entry(
        EntryKey.of_answer(QuestionId("group_type")), Answer(value=OptionId("open_drop_in"))
    ).with_entry(
        EntryKey.of_answer(QuestionId("session_shape")), Answer(value=OptionId("free_talk"))
    )
    compared = compare(pack, before, after)

    text = comparison_text(told_comparison(pack, compared))

    assert "from: Closed group" in text
    assert "to: Open drop-in" in text
    assert "from: In hand, all" in text
    assert "to: Partly in hand, " in text
    assert "WHAT IS THE SAME IN BOTH" in text
    data = json.loads(comparison_json(compared))
    comparison = compared.moved
    assert [plan["title"] for plan in data["plans"]] == [before.title, after.title]
    assert {answer["question"] for answer in data["answers"]} == {"group_type", "session_shape"}
    assert len(data["findings"]) == len(comparison.gained + comparison.lost + comparison.changed)


def test_equal_plans_are_said_to_be_equal(pack: Pack, example: Callable[[int], Example]) -> None:
    plan = example(2)[0]

    text = comparison_text(told_comparison(pack, compare(pack, plan, plan)))

    assert "the same answers and the same advice" in text


def test_an_open_answer_keeps_its_reason_in_the_data(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    before = example(2)[0]
    after = before.with_entry(EntryKey.of_answer(QuestionId("group_type")), Answer())

    data = json.loads(comparison_json(compare(pack, before, after)))

    assert data["answers"][0]["after"] == {"open": "not_answered"}


def test_what_must_be_there_first_is_compared_too(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    before = example(2)[0]
    after = before.with_entry(
        EntryKey.of_answer(QuestionId("supervision")), Answer(value=OptionId("no_supervision"))
    )

    data = json.loads(comparison_json(compare(pack, before, after)))

    assert data["gates"] == [{"gate": "gate-supervision", "before": "fine", "after": "missing"}]
