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
    Effort,
    ReadDepth,
    Service,
)
from advisor.models.gates import Level
from advisor.models.materials import STARTER_KINDS
from advisor.models.questionnaire import KnownBy, Nature, QuestionKind, Role
from advisor.packs import material_records, records
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
        "'conditional', 'not_applicable', 'not_covered' or 'elsewhere' is expected here, and not "
        '"perhaps".',
    ),
    Slip(
        "configurations_risks",
        "          sign: She stops",
        "          sings: She stops",
        "configurations_risks.yaml, line 30: N01 › rules › N01-harms › branches › in-group › "
        'sings: Unknown key "sings". Did you mean "sign"?',
    ),
    Slip(
        "questions",
        "role: practice",
        "role: practise",
        "questions.yaml, line 35: leader › role: One of 'exposure', 'practice' or 'informational' "
        'is expected here, and not "practise". Did you mean "practice"?',
    ),
    Slip(
        "questions",
        "  short: How many\n",
        "",
        'questions.yaml, line 40: size › short: The key "short" is missing.',
    ),
    Slip(
        "gates",
        "level: stop",
        "level: halt",
        "gates.yaml, line 2: gate-number › level: One of 'stop' or 'before_opening' is expected "
        'here, and not "halt".',
    ),
    Slip(
        "actions",
        "  effort: small\n",
        "  key: true\n  effort: small\n",
        'actions.yaml, line 6: plan-01 › key: Unknown key "key".',
    ),
    Slip(
        "pack",
        "    hat: Whoever leads\n",
        "",
        'pack.yaml, line 31: owners › lead › hat: The key "hat" is missing.',
    ),
    Slip(
        "templates",
        "kind: peer-role",
        "kind: peer_role",
        "templates.yaml, line 46: templates › peer-role › kind: One of 'endings-policy', "
        "'group-agreement', 'peer-role', 'what-to-expect' or 'for-referrers' is expected here, and "
        'not "peer_role". Did you mean "peer-role"?',
    ),
    Slip(
        "moves",
        "to: '1'",
        "to: 1",
        "moves.yaml, line 2: to: Text is expected here, and not the number 1. Put it in quotes to "
        "make it text.",
    ),
    Slip(
        "questions",
        "core: true",
        "core: [true]",
        "questions.yaml, line 3: formats › core: true or false is expected here, and not a list.",
    ),
    Slip(
        "moves",
        "  - question: leader\n",
        "  - question: [leader]\n",
        "moves.yaml, line 11: answers › 2 › question: Text is expected here, and not a list.",
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
        (records.RoleWord, Role),
        (records.KnownByWord, KnownBy),
        (records.EffortWord, Effort),
        (records.LevelWord, Level),
    ],
)
def test_a_file_may_use_every_word_of_the_field_and_no_other(
    words: object, values: type[StrEnum]
) -> None:
    assert sorted(get_args(words)) == sorted(values)


def test_a_template_may_be_of_every_kind_there_is() -> None:
    assert get_args(material_records.StarterKindWord) == STARTER_KINDS
