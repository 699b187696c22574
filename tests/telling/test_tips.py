"""Which way each answer would tip a statement, in sentences."""

from advisor.models.findings import Verdict
from advisor.models.ids import OptionId
from advisor.models.questionnaire import Question
from advisor.models.tips import Numbers, Tip, Tipping
from advisor.telling.tips import tip_lines
from tests.support import building

APPLIES, NOT, MAY = Verdict.APPLIES, Verdict.DOES_NOT_APPLY, Verdict.MAY_APPLY


def lines(question: Question, said: dict[Tipping, Verdict]) -> tuple[str, ...]:
    return tip_lines(
        question,
        [
            Tip(question=question.id, answer=answer, verdict=verdict)
            for answer, verdict in said.items()
        ],
    )


def test_answers_that_do_the_same_are_named_together_and_what_settles_comes_first() -> None:
    question = building.single("often", "weekly", "monthly", "never")
    labels = [option.label for option in question.options]

    told = lines(
        question,
        {OptionId("weekly"): MAY, OptionId("monthly"): NOT, OptionId("never"): APPLIES},
    )

    assert told == (
        f"With “{labels[2]}” it would apply.",
        f"With “{labels[1]}” it would not apply.",
        f"With “{labels[0]}” it would still depend on other answers.",
    )


def test_many_answers_that_do_the_same_are_any_other_answer() -> None:
    names = ("a", "b", "c", "d", "e", "f")
    question = building.single("which", *names)

    told = lines(question, {OptionId(name): NOT if name == "a" else APPLIES for name in names})

    assert told == (
        f"With “{question.options[0].label}” it would not apply.",
        "With any other answer it would apply.",
    )


def test_where_no_answer_settles_it_alone_that_is_said_once() -> None:
    question = building.yes_no("paid")

    assert lines(question, {True: MAY, False: MAY}) == (
        "No answer to this question alone would settle it.",
    )


def test_numbers_are_said_from_and_to() -> None:
    question = building.number("size", 2, 40)

    told = lines(question, {Numbers(2, 5): NOT, Numbers(6, 11): MAY, Numbers(12, 40): APPLIES})

    assert [line.split(" it ")[0] for line in told] == [
        "With 12 or more",
        "With 5 or fewer",
        "With 6 to 11",
    ]
