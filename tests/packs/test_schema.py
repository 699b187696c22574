"""A record has the shape it must have, or its author is told in plain words."""

import re
from enum import StrEnum
from typing import get_args

import pytest

from advisor.models.evidence import (
    Confidence,
    Coverage,
    Domain,
    Effect,
    ReadDepth,
    Service,
)
from advisor.models.questionnaire import Nature, QuestionKind
from advisor.packs import records
from tests.packs.authoring import Author, Slip

SLIPS = (
    Slip(
        "questions",
        "  why: It",
        "  wy: It",
        'questions.yaml, line 6: formats › wy: Unknown key "wy". Did you mean "why"?',
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
        "questions.yaml, line 25: leader › kind: One of 'single', 'multiple', 'number' or "
        '\'yes_no\' is expected here, and not "singel". Did you mean "single"?',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: '2'",
        'questions.yaml, line 47: size › min: A whole number is expected here, and not "2".',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: 2.5",
        'questions.yaml, line 47: size › min: A whole number is expected here, and not "2.5".',
    ),
    Slip(
        "questions",
        "min: 2",
        "min: true",
        "questions.yaml, line 47: size › min: A whole number is expected here, and not true.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text:",
        "questions.yaml, line 56: change › text: Text is expected here, but nothing is written.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text: ''",
        "questions.yaml, line 56: change › text: This text is empty. Write something, or leave "
        "the key out if it may be left out.",
    ),
    Slip(
        "questions",
        "  text: Can she change?",
        "  text: true",
        "questions.yaml, line 56: change › text: Text is expected here, and not true. Put it in "
        "quotes to make it text.",
    ),
    Slip(
        "questions",
        "    includes: group",
        "    includes:\n      - group",
        "questions.yaml, line 39: leader › ask_when › includes: Text is expected here, and not "
        "a list.",
    ),
    Slip(
        "questions",
        "includes: group",
        "include: group",
        'questions.yaml, line 39: leader › ask_when › include: Unknown key "include". Did you '
        'mean "includes"?',
    ),
    Slip(
        "questions",
        "label: In a group",
        "label: {a: b}",
        "questions.yaml, line 10: formats › options › group › label: Text is expected here, and "
        "not a group of keys and values.",
    ),
    Slip(
        "scope_notes",
        "  when:\n    question: formats\n    includes: telephone\n",
        "  when: telephone\n",
        "scope_notes.yaml, line 3: scope-phone › when: A group of keys and values is expected "
        'here, and not "telephone".',
    ),
    Slip(
        "actions",
        "    is: trained",
        "    is: 3",
        "actions.yaml, line 13: plan-01 › in_place_when › is: Text is expected here, and not the "
        "number 3. Put it in quotes to make it text.",
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
        "configurations.yaml, line 51: T01 › coverage › telephone: One of 'covered', "
        "'conditional', 'not_applicable', 'not_covered' or 'elsewhere' is expected here, and not \"perhaps\".",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_in_the_shape_is_placed_and_explained(author: Author, slip: Slip) -> None:
    assert author.change(slip.file, slip.old, slip.new).faults()[-1:] == [slip.fault]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_nothing_of_the_validation_library_shows(author: Author, slip: Slip) -> None:
    faults = " ".join(author.change(slip.file, slip.old, slip.new).faults())

    assert faults
    assert not re.search(r"pydantic|typed.?dict|Input should|validation error|_type\b", faults)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (records.DomainWord, Domain),
        (records.EffectWord, Effect),
        (records.CoverageWord, Coverage),
        (records.ConfidenceWord, Confidence),
        (records.ServiceWord, Service),
        (records.ReadWord, ReadDepth),
        (records.KindWord, QuestionKind),
        (records.NatureWord, Nature),
    ],
)
def test_a_file_may_use_every_word_of_the_field_and_no_other(
    words: object, values: type[StrEnum]
) -> None:
    assert sorted(get_args(words)) == sorted(values)
