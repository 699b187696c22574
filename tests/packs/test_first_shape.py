"""Editions up to 2026.11 are read as strictly as ever, and brought to the present shape."""

import shutil
from pathlib import Path

import pytest

from advisor.models.evidence import Branch
from advisor.models.ids import ActionId, RuleId
from advisor.models.questionnaire import Role
from advisor.packs.reading import read_pack
from tests.packs.authoring import Author, Slip

FOLDER = Path(__file__).parent / "first_small"

SLIPS = (
    Slip(
        "actions",
        "key: true",
        "key: perhaps",
        'actions.yaml, line 10: plan-01 › key: true or false is expected here, and not "perhaps".',
    ),
    Slip(
        "actions",
        "  key: true\n",
        "",
        'actions.yaml, line 1: plan-01 › key: The key "key" is missing.',
    ),
    Slip(
        "actions",
        "  key: true\n",
        "  key: true\n  effort: small\n",
        'actions.yaml, line 11: plan-01 › effort: Unknown key "effort".',
    ),
    Slip(
        "configurations",
        "      effect: harms\n",
        "      effect: harms\n      branches: []\n",
        'configurations.yaml, line 94: N01 › rules › N01-harms › branches: Unknown key "branches".',
    ),
    Slip(
        "configurations",
        "    telephone: conditional\n",
        "    telephone: elsewhere\n",
        "configurations.yaml, line 41: T01 › coverage › telephone: One of 'covered', "
        "'conditional', 'not_applicable' or 'not_covered' is expected here, and not \"elsewhere\".",
    ),
    Slip(
        "configurations",
        "question: size",
        "question: sise",
        "configurations.yaml, line 22: T01 › rules › T01-encourages › when › all › 2 › question: "
        'There is no question "sise". Did you mean "size"?',
    ),
    Slip(
        "configurations",
        "id: N01-harms",
        "id: P01-benefits",
        'configurations.yaml, line 92: N01 › rules › P01-benefits › id: "P01-benefits" stands here '
        "a second time. Each may stand once.",
    ),
)


@pytest.fixture
def first(tmp_path: Path) -> Author:
    """A small pack of the first shape that a test may spoil."""
    return Author(Path(shutil.copytree(FOLDER, tmp_path / "first")))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_placed_and_explained(first: Author, slip: Slip) -> None:
    assert first.change(slip.file, slip.old, slip.new).faults() == [slip.fault]


def only_branch(first: Author, rule: str) -> Branch:
    (branch,) = read_pack(first.folder).pack.rule_by_id[RuleId(rule)][1].branches
    return branch


def test_a_rule_is_one_branch_that_key_actions_answer(first: Author) -> None:
    branch = only_branch(first, "N01-harms")

    assert (branch.id, branch.note) == ("rule", "A note.")
    assert branch.answered_by == (ActionId("plan-01"),)


def test_an_action_that_is_not_key_answers_nothing(first: Author) -> None:
    first.change("actions", "key: true", "key: false")

    assert only_branch(first, "N01-harms").answered_by == ()


def test_more_key_actions_than_would_be_allowed_now_answer_a_branch(first: Author) -> None:
    action = (first.folder / "actions.yaml").read_text("utf-8").split("- id: safe-01")[0]
    more = "".join(action.replace("plan-01", f"plan-{number:02}") for number in range(2, 7))
    first.change("actions", "- id: safe-01", f"{more}- id: safe-01")

    assert len(only_branch(first, "N01-harms").answered_by) == 6


def test_a_key_action_may_be_hidden_where_its_risk_is(first: Author) -> None:
    hidden = "applies_when:\n    question: formats\n    includes: undecided\n  key: true"
    first.change("actions", "key: true", hidden)

    assert first.faults() == []


def test_hindering_rules_are_answered_and_helping_ones_are_not(first: Author) -> None:
    first.change("actions", "configuration: N01", "configuration: T01")

    assert only_branch(first, "T01-discourages").answered_by == (ActionId("plan-01"),)
    assert only_branch(first, "T01-encourages").answered_by == ()


def test_what_was_not_said_then_stays_unsaid(first: Author) -> None:
    pack = read_pack(first.folder).pack

    assert {question.role for question in pack.questionnaire.questions} == {Role.EXPOSURE}
    assert {(action.effort, action.variants) for action in pack.actions} == {(None, ())}
    assert [note.kind for note in pack.scope_notes] == [""]
    assert [source.is_to_be_confirmed for source in pack.sources] == [True]
    assert (pack.gates, pack.starters.templates, pack.moves, pack.balance) == ((), (), None, "")


def test_any_later_file_makes_a_pack_one_of_the_present_shape(author: Author) -> None:
    (author.folder / "gates.yaml").unlink()

    assert author.faults() == ["gates.yaml: There is no such file."]


def test_a_pack_of_the_present_shape_may_write_a_rule_without_branches(author: Author) -> None:
    pack = read_pack(author.folder).pack
    (branch,) = pack.rule_by_id[RuleId("P01-benefits")][1].branches

    assert (branch.id, branch.note) == ("rule", "A note.")

    author.change(
        "configurations",
        "        includes: group\n      note",
        "        includes: grup\n      note",
    )
    (fault,) = author.faults()
    assert "P01 › rules › P01-benefits › when › includes: There is no option" in fault
