from dataclasses import replace

from advisor.models.advice import OpenQuestion, Summary
from advisor.models.ids import QuestionId
from advisor.models.plan import OpenAnswer
from advisor.telling.headline import CAVEAT, first_questions, headline
from tests.support.examples import DROP_IN, ONLINE, SPARSE, advice_on_example, pack

SUMMARY = Summary(
    risks_open=7,
    risks_partly_addressed=1,
    risks_addressed=0,
    benefits=4,
    helps_take_up=1,
    hinders_take_up=11,
    may_apply=0,
    not_covered=0,
    does_not_apply=25,
    answered=36,
    asked=48,
)


def test_the_first_sentence_counts_risks_first() -> None:
    assert headline(SUMMARY) == (
        "Your plan has 8 risks (7 open and 1 partly addressed), 4 likely benefits, 1 thing that"
        " may help mothers say yes and 11 things that may keep mothers away."
    )


def test_what_there_is_none_of_is_left_out_but_for_risks() -> None:
    few = replace(SUMMARY, risks_open=0, risks_partly_addressed=0, helps_take_up=0)

    assert headline(few) == (
        "Your plan has 4 likely benefits and 11 things that may keep mothers away."
        " No risk that we know of applies."
    )
    assert headline(replace(few, may_apply=51)).startswith(
        "Your plan so far has 4 likely benefits and 11 things that may keep mothers away."
        " No risk that we know of applies so far. Another 51 may apply"
    )


def test_one_state_is_not_counted_twice() -> None:
    one = replace(SUMMARY, risks_open=1, risks_partly_addressed=0)
    all_open = replace(SUMMARY, risks_open=3, risks_partly_addressed=0)

    assert "1 risk (open)" in headline(one)
    assert "3 risks (all open)" in headline(all_open)


def test_what_may_apply_is_said_with_its_reason() -> None:
    words = headline(replace(SUMMARY, may_apply=9))

    assert words.endswith("Another 9 may apply, depending on answers that are still open.")


def test_silent_evidence_is_never_told_as_no_risk() -> None:
    words = headline(advice_on_example(ONLINE).summary)

    assert "no risks" not in words
    assert "our evidence does not speak about" in words
    assert "does not mean that there is no risk" in words


def test_the_page_says_that_its_list_is_not_complete() -> None:
    assert CAVEAT.startswith("This is not a complete list")


def test_at_most_three_questions_come_first() -> None:
    questions = advice_on_example(SPARSE).open_questions

    assert len(questions) > 3
    assert len(first_questions(pack(), questions)) == 3


def test_a_plan_without_open_questions_has_none_first() -> None:
    assert first_questions(pack(), ()) == ()


def question(name: str, answer: OpenAnswer, could_settle: int = 2) -> OpenQuestion:
    return OpenQuestion(
        question=QuestionId(name), open=answer, could_settle=could_settle, touches=3
    )


def test_context_is_found_out_and_design_is_decided() -> None:
    found = first_questions(
        pack(),
        [
            question("isolation", OpenAnswer.NOT_ANSWERED),
            question("supervision", OpenAnswer.NOT_ANSWERED),
            question("supervision", OpenAnswer.NOT_SURE),
        ],
    )

    assert [each.verb for each in found] == ["Find out", "Decide", "Find out"]


def test_a_question_that_settles_nothing_alone_does_not_claim_to() -> None:
    (alone,) = first_questions(pack(), [question("isolation", OpenAnswer.NOT_SURE, 0)])
    (settling,) = first_questions(pack(), [question("isolation", OpenAnswer.NOT_SURE, 1)])

    assert alone.effect == "Together with others, helps to settle 3 findings."
    assert settling.effect == "Could settle 1 finding."


def test_questions_that_touch_nothing_are_left_out() -> None:
    idle = replace(question("isolation", OpenAnswer.NOT_SURE), touches=0, could_settle=0)

    assert first_questions(pack(), [idle]) == ()


def test_the_examples_have_first_questions_only_while_something_is_open() -> None:
    assert first_questions(pack(), advice_on_example(DROP_IN).open_questions)
