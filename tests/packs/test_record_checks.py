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
        'configurations_risks.yaml, line 17: N01 › rules › P01-benefits › id: "P01-benefits" stands '
        "here a second time. Each may stand once.",
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
        "configurations.yaml, line 23: T01 › rules › T01-encourages › branches › known › when › all "
        "› 1: A condition is either one of all, any, not; or a question with one test. Here stand "
        "together: any, not.",
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
