"""Every value has its words, and each word stands for one thing."""

from enum import StrEnum

import pytest

from advisor.models.conditions import (
    AtLeast,
    AtMost,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Test,
)
from advisor.models.evidence import Confidence, Domain, Effect, ReadDepth, Service
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, Choice, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question
from advisor.rules.engine import advise
from advisor.telling.words import (
    CHOICE,
    DOMAIN,
    EFFECT,
    OPEN_ANSWER,
    READ_DEPTH,
    RISK_STATE,
    SERVICE,
    SPLIT_CONFIDENCE,
    VERDICT,
    answer_words,
    requirement_words,
    status_words,
)
from tests.support import building

FORMATS = building.multiple("formats", "group", "phone")
SHAPE = building.single("shape", "free", "course")
AGREED = building.yes_no("agreed")
SIZE = building.number("size", 2, 40)
GROUP, PHONE = OptionId("group"), OptionId("phone")
FREE, COURSE = OptionId("free"), OptionId("course")


def label(question: Question, option: OptionId) -> str:
    return question.option(option).label


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (VERDICT, Verdict),
        (RISK_STATE, RiskState),
        (OPEN_ANSWER, OpenAnswer),
        (CHOICE, Choice),
        (DOMAIN, Domain),
        (EFFECT, Effect),
        (SERVICE, Service),
        (READ_DEPTH, ReadDepth),
        (SPLIT_CONFIDENCE, Confidence),
    ],
)
def test_every_value_has_words_of_its_own(words: dict[StrEnum, str], values: type[StrEnum]) -> None:
    assert set(words) == set(values)
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        (FORMATS, OpenAnswer.NOT_SURE, "Not sure yet"),
        (FORMATS, frozenset({PHONE, GROUP}), "; ".join(label(FORMATS, o) for o in (GROUP, PHONE))),
        (SHAPE, COURSE, label(SHAPE, COURSE)),
        (AGREED, True, "Yes"),
        (AGREED, False, "No"),
        (SIZE, 12, f"12 {SIZE.unit}".strip()),
    ],
)
def test_an_answer_reads_as_a_person_would_say_it(
    question: Question, value: GivenAnswer | OpenAnswer, said: str
) -> None:
    assert answer_words(question, Answer(value=value)) == said


@pytest.mark.parametrize(
    ("question", "test", "said"),
    [
        (SIZE, AtLeast(SIZE.id, 12), f"is at least 12 {SIZE.unit}".strip()),
        (SIZE, AtMost(SIZE.id, 3), f"is at most 3 {SIZE.unit}".strip()),
        (AGREED, Is(AGREED.id, value=True), "is “Yes”"),
        (AGREED, Is(AGREED.id, value=False), "is “No”"),
        (SHAPE, Is(SHAPE.id, FREE), f"is “{label(SHAPE, FREE)}”"),
        (
            SHAPE,
            IsAnyOf(SHAPE.id, (FREE, COURSE)),
            f"is any of “{label(SHAPE, FREE)}” or “{label(SHAPE, COURSE)}”",
        ),
        (FORMATS, Includes(FORMATS.id, GROUP), f"includes “{label(FORMATS, GROUP)}”"),
        (
            FORMATS,
            IncludesAnyOf(FORMATS.id, (PHONE,)),
            f"includes any of “{label(FORMATS, PHONE)}”",
        ),
        (
            FORMATS,
            IncludesNoneOf(FORMATS.id, (PHONE,)),
            f"includes none of “{label(FORMATS, PHONE)}”",
        ),
    ],
)
def test_a_test_says_what_it_asks_of_an_answer(question: Question, test: Test, said: str) -> None:
    assert requirement_words(question, test) == said


def test_a_status_is_the_verdict_and_the_state_of_a_risk() -> None:
    pack = building.pack(
        [AGREED], [building.configuration("risk", Is(QuestionId("agreed"), value=True))]
    )

    [applies] = advise(pack, building.plan(agreed=True)).findings
    [open_still] = advise(pack, building.plan()).findings

    assert status_words(applies) == "Applies, open"
    assert status_words(open_still) == "May apply"
