"""A record uses an id once, writes a condition in one form, and holds sound texts."""

import pytest

from tests.packs.authoring import Author, Slip

SLIPS = (
    Slip(
        "questions",
        "- id: leader",
        "- id: formats",
        'questions.yaml, line 19: formats › id: "formats" stands here a second time. Each may '
        "stand once.",
    ),
    Slip(
        "questions",
        "id: telephone",
        "id: group",
        'questions.yaml, line 11: formats › options › group › id: "group" stands here a second '
        "time. Each may stand once.",
    ),
    Slip(
        "configurations_risks",
        "id: N01-harms",
        "id: P01-benefits",
        'configurations_risks.yaml, line 17: N01 › rules › P01-benefits › id: "P01-benefits" '
        "stands here a second time. Each may stand once.",
    ),
    Slip(
        "actions",
        "    - smith-2020",
        "    - smith-2020\n    - smith-2020",
        'actions.yaml, line 17: plan-01 › sources › 2: "smith-2020" stands here a second time. '
        "Each may stand once.",
    ),
    Slip(
        "actions",
        "      how: prevents",
        "      how: prevents\n    - configuration: N01\n      how: detects",
        'actions.yaml, line 11: plan-01 › serves › 2 › configuration: "N01" stands here a second '
        "time. Each may stand once.",
    ),
    Slip(
        "sources",
        "id: smith-2020",
        "id: smith 2020!",
        'sources.yaml, line 1: smith 2020! › id: "smith 2020!" cannot be an id. Use up to 64 '
        "letters (a to z), digits, - and _.",
    ),
    Slip(
        "actions",
        "    question: leader\n    is: trained",
        "    question: leader",
        "actions.yaml, line 11: plan-01 › in_place_when: This test lacks what the answer must "
        "be: one of is, is_any_of, includes, includes_any_of, includes_none_of, at_least, at_most.",
    ),
    Slip(
        "actions",
        "    question: leader\n",
        "",
        'actions.yaml, line 11: plan-01 › in_place_when: This test lacks the key "question".',
    ),
    Slip(
        "actions",
        "    is: trained",
        "    is: trained\n    is_any_of:\n      - nobody",
        "actions.yaml, line 11: plan-01 › in_place_when: A condition is either one of all, any, "
        "not; or a question with one test. Here stand together: question, is, is_any_of.",
    ),
    Slip(
        "configurations",
        "              - question: leader\n                is: trained",
        "              - any: []\n                not:\n"
        "                  question: change\n                  is: true",
        "configurations.yaml, line 23: T01 › rules › T01-encourages › branches › known › when › "
        "all › 1: A condition is either one of all, any, not; or a question with one test. Here "
        "stand together: any, not.",
    ),
    Slip(
        "configurations_risks",
        "id: N01\n",
        "id: P01\n",
        'configurations_risks.yaml, line 1: P01 › id: "P01" stands here a second time. Each may '
        "stand once.",
    ),
    Slip(
        "configurations_risks",
        "id: by-phone",
        "id: in-group",
        "configurations_risks.yaml, line 33: N01 › rules › N01-harms › branches › in-group › id: "
        '"in-group" stands here a second time. Each may stand once.',
    ),
    Slip(
        "configurations",
        "      branches:\n        - id: stuck",
        "      note: A note.\n      branches:\n        - id: stuck",
        "configurations.yaml, line 30: T01 › rules › T01-discourages: A rule is written either "
        "with branches, or with when, note. Here stand together: branches, note.",
    ),
    Slip(
        "configurations",
        "      when:\n        question: formats\n        includes: group\n      note: A note.\n",
        "",
        "configurations.yaml, line 80: P01 › rules › P01-benefits: A rule is written either with "
        "branches, or with when, note. Here stands neither.",
    ),
    Slip(
        "configurations",
        "        includes: group\n      note: A note.\n",
        "        includes: group\n",
        'configurations.yaml, line 80: P01 › rules › P01-benefits: The key "note" is missing.',
    ),
    Slip(
        "configurations",
        "        question: formats\n        includes: group\n    - text",
        "        question: formats\n    - text",
        "configurations.yaml, line 73: P01 › needs › 1 › met_when: This test lacks what the answer "
        "must be: one of is, is_any_of, includes, includes_any_of, includes_none_of, at_least, "
        "at_most.",
    ),
    Slip(
        "pack",
        "    question: change\n",
        "",
        'pack.yaml, line 11: scope › covered_when: This test lacks the key "question".',
    ),
    Slip(
        "paper_words",
        "        question: formats\n",
        "        choices: []\n",
        "paper_words.yaml, line 4: plan_in_a_line › what › opening › how: A part of a sentence is "
        "written either with choices, or with question, texts, last. Here stand together: choices, "
        "last, texts.",
    ),
    Slip(
        "paper_words",
        "        last: ' and '\n",
        "",
        'paper_words.yaml, line 4: plan_in_a_line › what › opening › how: The key "last" is '
        "missing.",
    ),
    Slip(
        "paper_words",
        "        join: ' '\n",
        "        join: ''\n",
        "paper_words.yaml, line 13: plan_in_a_line › what › then › led › join: This text is empty. "
        "Write something, or leave the key out if it may be left out.",
    ),
    Slip(
        "moves",
        "    ask_again: true\n",
        "    ask_again: false\n",
        "moves.yaml, line 13: answers › 2 › ask_again: Write true here, or say with becomes what "
        "the answer becomes.",
    ),
    Slip(
        "moves",
        "    ask_again: true\n",
        "",
        "moves.yaml, line 11: answers › 2: What becomes of an answer is written either with "
        "becomes, or with ask_again. Here stands neither.",
    ),
    Slip(
        "moves",
        "  - question: leader\n    option: trained\n",
        "  - question: shape\n    option: circle\n",
        'moves.yaml, line 11: answers › 2: "circle" moves a second time. Each may move once.',
    ),
    Slip(
        "moves",
        "  - action: plan-00\n",
        "  - action: plan-00\n    into: []\n    why: Gone.\n  - action: plan-00\n",
        'moves.yaml, line 19: actions › 2 › action: "plan-00" stands here a second time. Each may '
        "stand once.",
    ),
    Slip(
        "scope_notes",
        "  when:\n    question: formats\n    includes: telephone\n",
        "  when: {}\n",
        "scope_notes.yaml, line 3: scope-phone › when: A condition is either one of all, any, not; "
        "or a question with one test. Here stand together: none of them.",
    ),
    Slip(
        "tensions",
        "text: A text.",
        'text: "Turned \\u202e round"',
        "tensions.yaml, line 10: tension-group › text: This text holds a mark that turns its "
        "reading order round (U+202E). Remove it.",
    ),
    Slip(
        "glossary",
        "peer:",
        '"pe\\u001ber":',
        "glossary.yaml, line 1: pe\ufffder: This text holds the control character U+001B. "
        "Remove it.",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_in_a_record_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()
