"""What to find out first, and where the evidence stops."""

from dataclasses import replace

import pytest

from advisor.models.advice import OpenQuestion
from advisor.models.ids import GateId, QuestionId, RuleId
from advisor.models.plan import OpenAnswer
from advisor.telling.advice import tell
from advisor.telling.opening import FirstQuestion, open_questions
from tests.support.examples import DROP_IN, SPARSE, advice_on_example, example, pack


def test_at_most_three_questions_come_first() -> None:
    told = tell(pack(), example(SPARSE), advice_on_example(SPARSE))

    assert len(told.open_questions) > 3
    assert told.first_questions == told.open_questions[:3]


def told(*questions: OpenQuestion) -> tuple[FirstQuestion, ...]:
    return open_questions(pack(), replace(advice_on_example(SPARSE), open_questions=questions))


def test_a_plan_without_open_questions_has_none_first() -> None:
    assert told() == ()


def question(
    name: str, answer: OpenAnswer, *, gates: tuple[str, ...] = (), risks: tuple[str, ...] = ()
) -> OpenQuestion:
    return OpenQuestion(
        question=QuestionId(name),
        open=answer,
        gates=tuple(map(GateId, gates)),
        risks=tuple(map(RuleId, risks)),
        could_settle=2,
        touches=3,
    )


def test_context_is_found_out_and_design_is_decided() -> None:
    found = told(
        question("isolation", OpenAnswer.NOT_ANSWERED),
        question("supervision", OpenAnswer.NOT_ANSWERED),
        question("supervision", OpenAnswer.NOT_SURE),
    )

    assert [each.verb for each in found] == ["Find out", "Decide", "Find out"]


@pytest.mark.parametrize(
    ("gates", "risks", "effect"),
    [
        (
            ("gate-urgent-plan",),
            (),
            "The answer tells whether this is so: A plan for urgent worries is written.",
        ),
        ((), ("N08-harms",), "The risk “Hurt by how support ends” depends on it."),
        (
            (),
            ("N01-harms", "N08-harms"),
            "The risks “Feeling dismissed or out of place” and “Hurt by how support ends”"
            " depend on it.",
        ),
        ((), (), "3 benefits or statements about who comes depend on it."),
    ],
)
def test_a_question_says_what_its_answer_tells(
    gates: tuple[str, ...], risks: tuple[str, ...], effect: str
) -> None:
    (only,) = told(question("isolation", OpenAnswer.NOT_SURE, gates=gates, risks=risks))

    assert only.effect == effect
    assert only.sentence == f"{only.text} (Not sure yet.) {effect}"


def test_many_risks_are_counted_and_not_all_named() -> None:
    rules = ("N01-harms", "N02-harms", "N03-harms", "N08-harms")
    (only,) = told(question("isolation", OpenAnswer.NOT_SURE, risks=rules))

    assert "and 2 more depend on it." in only.effect


def test_many_things_that_an_answer_tells_are_whole_sentences() -> None:
    gates = tuple(gate.id for gate in pack().gates[:5])
    (only,) = told(question("isolation", OpenAnswer.NOT_SURE, gates=gates))

    assert only.effect.endswith(". And 3 more.")


def test_what_takes_care_stands_apart_from_the_limits_of_the_evidence() -> None:
    told_advice = tell(pack(), example(DROP_IN), advice_on_example(DROP_IN))
    kinds = {note.title: note.kind for note in pack().scope_notes}

    assert told_advice.care
    assert {kinds[note.title] for note in told_advice.care} == {"take_care"}
    assert "take_care" not in {kinds[note.title] for note in told_advice.outside}
