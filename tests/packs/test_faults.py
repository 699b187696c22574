"""Every kind of fault that an author can make, where it is found and what is said."""

import re
from dataclasses import dataclass

import pytest

from tests.packs.authoring import Author


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the pen in a file, and what must be said about it."""

    file: str
    old: str
    new: str
    fault: str

    @property
    def name(self) -> str:
        return re.sub(r"\W+", "-", self.fault.split(": ", 1)[1])[:50]


SLIPS_IN_SHAPE = (
    Slip(
        "questions",
        "  why: It",
        "  wy: It",
        'questions.yaml, line 5: formats › wy: Unknown key "wy". Did you mean "why"?',
    ),
    Slip(
        "questions",
        "  why: It matters.\n",
        "",
        'questions.yaml, line 1: formats › why: The key "why" is missing.',
    ),
    Slip(
        "questions",
        "kind: single",
        "kind: singel",
        "questions.yaml, line 21: leader › kind: One of 'single', 'multiple', 'number' or "
        '\'yes_no\' is expected here, and not "singel". Did you mean "single"?',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: '2'",
        'questions.yaml, line 40: size › min: A whole number is expected here, and not "2".',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: 2.5",
        'questions.yaml, line 40: size › min: A whole number is expected here, and not "2.5".',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: true",
        "questions.yaml, line 40: size › min: A whole number is expected here, and not true.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text:",
        "questions.yaml, line 47: change › text: Text is expected here, and not nothing.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text: ''",
        "questions.yaml, line 47: change › text: This text is empty. Write something, or leave "
        "the key out if it may be left out.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text: true",
        "questions.yaml, line 47: change › text: Text is expected here, and not true. Put it in "
        "quotes to make it text.",
    ),
    Slip(
        "questions",
        "    includes: group",
        "    includes:\n      - group",
        "questions.yaml, line 33: leader › ask_when › includes: Text is expected here, and not "
        "a list.",
    ),
    Slip(
        "questions",
        "includes: group",
        "include: group",
        'questions.yaml, line 33: leader › ask_when › include: Unknown key "include". Did you '
        'mean "includes"?',
    ),
    Slip(
        "questions",
        "label: In a group",
        "label: {a: b}",
        "questions.yaml, line 9: formats › options › group › label: Text is expected here, and "
        "not a group of keys and values.",
    ),
    Slip(
        "tensions",
        "  benefit_side:\n    - P01\n",
        "  benefit_side: P01\n",
        "tensions.yaml, line 5: tension-group › benefit_side: A list is expected here, "
        'and not "P01".',
    ),
    Slip(
        "glossary",
        "peer: Someone who has been there.",
        "- peer",
        "glossary.yaml, line 1: A group of keys and values is expected here, and not a list.",
    ),
    Slip(
        "sources",
        "- id: smith-2020",
        "- nothing\n- id: smith-2020",
        'sources.yaml, line 1: 1: A group of keys and values is expected here, and not "nothing".',
    ),
    Slip(
        "configurations",
        "telephone: conditional",
        "telephone: perhaps",
        "configurations.yaml, line 41: T01 › coverage › telephone: One of 'covered', "
        "'conditional', 'not_applicable' or 'not_covered' is expected here, and not \"perhaps\".",
    ),
)

SLIPS_IN_RECORDS = (
    Slip(
        "questions",
        "- id: leader",
        "- id: formats",
        'questions.yaml, line 16: formats › id: "formats" stands here a second time. Each may '
        "stand once.",
    ),
    Slip(
        "questions",
        "id: telephone",
        "id: group",
        'questions.yaml, line 10: formats › options › group › id: "group" stands here a second '
        "time. Each may stand once.",
    ),
    Slip(
        "configurations",
        "id: N01-harms",
        "id: P01-benefits",
        'configurations.yaml, line 92: N01 › rules › P01-benefits › id: "P01-benefits" stands '
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
        'actions.yaml, line 10: plan-01 › serves › 2 › configuration: "N01" stands here a second '
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
        "          - question: leader\n            is: trained",
        "          - any: []\n            not:\n"
        "              question: change\n              is: true",
        "configurations.yaml, line 20: T01 › rules › T01-encourages › when › all › 1: A condition "
        "is either one of all, any, not; or a question with one test. Here stand "
        "together: any, not.",
    ),
    Slip(
        "scope_notes",
        "  when:\n    question: formats\n    includes: telephone\n",
        "  when: {}\n",
        "scope_notes.yaml, line 2: scope-phone › when: A condition is either one of all, any, not; "
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

SLIPS_IN_SENSE = (
    Slip(
        "questions",
        "includes: group",
        "includes: grup",
        'questions.yaml, line 33: leader › ask_when › includes: There is no option of "formats" '
        'called "grup". Did you mean "group"?',
    ),
    Slip(
        "questions",
        "section: start",
        "section: stat",
        'questions.yaml, line 2: formats › section: There is no section "stat". Did you mean '
        '"start"?',
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
        "            - group\n      because",
        "            - grup\n      because",
        "configurations.yaml, line 36: T01 › weaker_when › 1 › when › not › includes_none_of: "
        'There is no option of "formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "configurations",
        "    telephone: conditional\n",
        "",
        "configurations.yaml, line 39: T01 › coverage: Nothing is said about the format "
        '"telephone". Add it.',
    ),
    Slip(
        "configurations",
        "    - id: smith-2020",
        "    - id: smyth-2020",
        "configurations.yaml, line 46: T01 › sources › smyth-2020: There is no source "
        '"smyth-2020". Did you mean "smith-2020"?',
    ),
    Slip(
        "scope_notes",
        "    - smith-2020",
        "    - jones-1999",
        'scope_notes.yaml, line 8: scope-phone › sources › 1: There is no source "jones-1999".',
    ),
    Slip(
        "pack",
        "review_due: 2030-01",
        "review_due: soon",
        "pack.yaml, line 12: review_due: Write the month or day of the next review like 2027-11 "
        "or 2027-11-30.",
    ),
)


@pytest.mark.parametrize("slip", SLIPS_IN_SHAPE, ids=lambda slip: slip.name)
def test_a_slip_in_the_shape_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert author.change(slip.file, slip.old, slip.new).faults()[-1:] == [slip.fault]


@pytest.mark.parametrize("slip", SLIPS_IN_RECORDS, ids=lambda slip: slip.name)
def test_a_slip_in_a_record_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()


@pytest.mark.parametrize("slip", SLIPS_IN_SENSE, ids=lambda slip: slip.name)
def test_what_makes_no_sense_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()


@pytest.mark.parametrize(
    "slip", [*SLIPS_IN_SHAPE, *SLIPS_IN_RECORDS, *SLIPS_IN_SENSE], ids=lambda slip: slip.name
)
def test_nothing_of_the_validation_library_shows(author: Author, slip: Slip) -> None:
    faults = " ".join(author.change(slip.file, slip.old, slip.new).faults())

    assert not re.search(r"pydantic|typed.?dict|Input should|validation error|_type\b", faults)
