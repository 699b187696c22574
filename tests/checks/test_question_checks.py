"""Every question can be asked and answered."""

from dataclasses import replace

import pytest

from advisor.models.conditions import (
    AllOf,
    AtLeast,
    Includes,
    Is,
)
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.questionnaire import Question
from tests.checks.soundness import CHANGE, FORMATS, GROUP, LEADER, SIZE, faults, pack, questions


def changed(question: str, change: dict[str, object]) -> list[Question]:
    return [replace(q, **change) if q.id == question else q for q in questions()]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "change", "said"),
    [
        (
            "leader",
            {"section": SectionId("stat")},
            'questions › leader › section: There is no section "stat". Did you mean "start"?',
        ),
        (
            "leader",
            {"options": ()},
            "questions › leader › options: A choice needs at least two options.",
        ),
        (
            "change",
            {"options": questions()[0].options[:2]},
            'questions › change › options: A question of the kind "yes_no" has no options. '
            "Remove them.",
        ),
        (
            "leader",
            {"options": questions()[0].options},
            "questions › leader › options › none › exclusive: Only options of a multiple "
            "choice can exclude others. Remove this.",
        ),
        (
            "size",
            {"minimum": 40},
            "questions › size › max: A number needs min and max, and min must be smaller.",
        ),
        ("size", {"unit": ""}, "questions › size › unit: A number needs a unit, such as months."),
        (
            "change",
            {"maximum": 3},
            "questions › change › max: Only numbers have min, max and unit. Remove this.",
        ),
        (
            "change",
            {"unit": "mothers"},
            "questions › change › unit: Only numbers have min, max and unit. Remove this.",
        ),
        (
            "size",
            {"ask_when": Is(QuestionId("leadr"), GROUP)},
            'questions › size › ask_when › question: There is no question "leadr". '
            'Did you mean "leader"?',
        ),
        (
            "leader",
            {"ask_when": AtLeast(SIZE, 3)},
            'questions › leader › ask_when: "size" is asked later than this question. '
            "Put it before.",
        ),
        (
            "size",
            {"ask_when": AtLeast(SIZE, 3)},
            "questions › size › ask_when: This goes round in a circle: size → size. "
            "None could ever be asked.",
        ),
    ],
)
def test_a_question_must_be_one_that_can_be_asked_and_answered(
    question: str, change: dict[str, object], said: str
) -> None:
    assert faults(pack(asked=changed(question, change))) == [said]


def test_two_ways_to_one_question_are_no_circle() -> None:
    formats, leader, size, change = questions()
    asked = [
        formats,
        replace(size, ask_when=Includes(FORMATS, GROUP)),
        replace(leader, ask_when=Includes(FORMATS, GROUP)),
        replace(change, ask_when=AllOf((AtLeast(SIZE, 3), Is(LEADER, OptionId("trained"))))),
    ]

    assert faults(pack(asked=asked)) == []


def test_a_circle_of_questions_is_shown_from_each_of_them() -> None:
    formats, leader, size, change = questions()
    asked = [
        formats,
        replace(leader, ask_when=AtLeast(SIZE, 3)),
        replace(size, ask_when=Is(CHANGE, value=True)),
        replace(change, ask_when=Is(LEADER, OptionId("trained"))),
    ]

    assert faults(pack(asked=asked)) == [
        f"questions › {name} › ask_when: This goes round in a circle: {circle}. "
        "None could ever be asked."
        for name, circle in (
            ("leader", "leader → size → change → leader"),
            ("size", "size → change → leader → size"),
            ("change", "change → leader → size → change"),
        )
    ]
