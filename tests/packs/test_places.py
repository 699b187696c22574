"""What makes no sense in a pack is led back to its file and line."""

import pytest

from tests.packs.authoring import Author, Slip

SLIPS = (
    Slip(
        "questions",
        "includes: group",
        "includes: grup",
        'questions.yaml, line 39: leader › ask_when › includes: There is no option of "formats" '
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
        "configurations.yaml, line 25: T01 › rules › T01-encourages › branches › "
        "known › when › all › 2 › question: "
        'There is no question "sise". Did you mean "size"?',
    ),
    Slip(
        "configurations",
        "            - group\n      because",
        "            - grup\n      because",
        "configurations.yaml, line 46: T01 › weaker_when › 1 › when › not › includes_none_of: "
        'There is no option of "formats" called "grup". Did you mean "group"?',
    ),
    Slip(
        "configurations",
        "    telephone: conditional\n",
        "",
        "configurations.yaml, line 49: T01 › coverage: Nothing is said about the format "
        '"telephone". Add it.',
    ),
    Slip(
        "configurations",
        "    - id: smith-2020",
        "    - id: smyth-2020",
        "configurations.yaml, line 56: T01 › sources › smyth-2020: There is no source "
        '"smyth-2020". Did you mean "smith-2020"?',
    ),
    Slip(
        "scope_notes",
        "    - smith-2020",
        "    - jones-1999",
        'scope_notes.yaml, line 11: scope-phone › sources › 1: There is no source "jones-1999".',
    ),
    Slip(
        "pack",
        "review_due: 2030-01",
        "review_due: soon",
        "pack.yaml, line 17: review_due: Write the month or day of the next review like 2027-11 "
        "or 2027-11-30.",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_what_makes_no_sense_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert slip.fault in author.change(slip.file, slip.old, slip.new).faults()
