"""What to settle first: open questions, the gate before launch, where the evidence stops."""

from dataclasses import replace

from advisor.models.advice import Advice, OpenQuestion
from advisor.models.evidence import LAUNCH_GATE
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import OpenAnswer, Plan
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.opening import FirstQuestion, NoteStory, open_questions
from tests.support.examples import (
    CLOSED,
    DROP_IN,
    SPARSE,
    advice_on_example,
    example,
    pack,
    plan_with,
)


def test_at_most_three_questions_come_first() -> None:
    told = tell(pack(), example(SPARSE), advice_on_example(SPARSE))

    assert len(told.open_questions) > 3
    assert told.first_questions == told.open_questions[:3]


def told(*questions: OpenQuestion) -> tuple[FirstQuestion, ...]:
    return open_questions(pack(), replace(advice_on_example(SPARSE), open_questions=questions))


def test_a_plan_without_open_questions_has_none_first() -> None:
    assert told() == ()


def question(name: str, answer: OpenAnswer, could_settle: int = 2) -> OpenQuestion:
    return OpenQuestion(
        question=QuestionId(name), open=answer, could_settle=could_settle, touches=3
    )


def test_context_is_found_out_and_design_is_decided() -> None:
    found = told(
        question("isolation", OpenAnswer.NOT_ANSWERED),
        question("supervision", OpenAnswer.NOT_ANSWERED),
        question("supervision", OpenAnswer.NOT_SURE),
    )

    assert [each.verb for each in found] == ["Find out", "Decide", "Find out"]


def test_a_question_that_settles_nothing_alone_does_not_claim_to() -> None:
    (alone,) = told(question("isolation", OpenAnswer.NOT_SURE, 0))
    (settling,) = told(question("isolation", OpenAnswer.NOT_SURE, 1))

    assert alone.effect == "Together with others, helps to settle 3 findings."
    assert settling.effect == "Could settle 1 finding."


def test_questions_that_touch_nothing_are_left_out() -> None:
    idle = replace(question("isolation", OpenAnswer.NOT_SURE), touches=0, could_settle=0)

    assert told(idle) == ()


def test_the_examples_have_first_questions_only_while_something_is_open() -> None:
    assert open_questions(pack(), advice_on_example(DROP_IN))


def test_an_open_question_is_told_in_one_line() -> None:
    (alone,) = told(question("isolation", OpenAnswer.NOT_SURE))

    assert alone.sentence == (f"Find out: {alone.text} (Not sure yet.) Could settle 2 findings.")


def gate_of(plan: Plan, advice: Advice) -> NoteStory:
    (gate,) = tell(pack(), plan, advice).gates
    return gate


def gaps(gate: NoteStory) -> list[str]:
    return [reason.sentence for reason in gate.reasons]


def test_the_launch_gate_says_what_is_missing_by_the_answers() -> None:
    gate = gate_of(example(DROP_IN), advice_on_example(DROP_IN))

    assert gate.short.startswith("Safety basics are still missing. Do not open until")
    assert gaps(gate) == [
        "What will training for peers cover? Not chosen: Privacy, safeguarding and warning signs.",
        "How unwell may mothers be when they join? Any level, with no limit.",
        "What links do you have to other services? None of these.",
    ]


def test_several_gaps_in_one_answer_are_told_together() -> None:
    basics = frozenset(map(OptionId, ("safeguarding_leads", "checks", "data_plan")))
    plan = plan_with(safety_basics=basics)

    assert gaps(gate_of(plan, advise(pack(), plan))) == [
        "Which of these safety basics are in place? Not chosen: A written plan for urgent worries; "
        "Insurance that names what you do."
    ]


def test_the_launch_gate_is_not_silent_while_nothing_is_answered() -> None:
    plan = plan_with()
    gate = gate_of(plan, advise(pack(), plan))

    assert gate.short.startswith("It is still open whether all safety basics are in place.")
    assert "Which of these safety basics are in place? Not answered." in gaps(gate)


def test_nothing_is_said_before_opening_when_the_basics_are_in_place() -> None:
    assert tell(pack(), example(CLOSED), advice_on_example(CLOSED)).gates == ()


def test_the_launch_gate_is_no_note_on_the_evidence() -> None:
    told_advice = tell(pack(), example(DROP_IN), advice_on_example(DROP_IN))

    assert LAUNCH_GATE in {note.id for note in told_advice.notes}
    assert [note.id for note in told_advice.outside] == [
        "scope-severe",
        "scope-loss",
        "scope-peer-experience",
    ]
