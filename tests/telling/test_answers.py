from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Comment, EntryKey, GivenAnswer, OpenAnswer, Plan
from advisor.telling.answers import AnswerLine, ToldAnswers, told_answers
from tests.support.examples import pack, plan_with

FORMATS = QuestionId("formats")
GROUP_TYPE = QuestionId("group_type")
PHONE = frozenset({OptionId("telephone")})


def told(**answers: GivenAnswer | OpenAnswer) -> ToldAnswers:
    return told_answers(pack().questionnaire, plan_with(**answers))


def lines(answers: ToldAnswers) -> dict[QuestionId, AnswerLine]:
    return {line.question: line for section in answers.sections for line in section.lines}


def test_every_question_is_told_before_anything_is_answered() -> None:
    assert len(lines(told())) == len(pack().questionnaire.questions)


def test_an_answer_is_told_in_the_words_that_were_chosen() -> None:
    answer = Answer(value=PHONE, note="Two evenings")
    plan = Plan(id=PlanId("plan"), title="Plan").with_entry(EntryKey.of_answer(FORMATS), answer)

    line = lines(told_answers(pack().questionnaire, plan))[FORMATS]

    assert line.answered == "One-to-one by phone"
    assert line.note == "Two evenings"
    assert not line.is_silent


def test_what_was_left_open_on_purpose_is_told_from_what_was_passed_over() -> None:
    answers = told(severity=OpenAnswer.NOT_DECIDED)

    assert lines(answers)[QuestionId("severity")].answered == "Not decided yet"
    assert not lines(answers)[QuestionId("severity")].is_silent
    assert lines(answers)[QuestionId("setting")].is_silent


def test_answers_that_are_not_relevant_are_told_apart() -> None:
    answers = told(group_type=OptionId("closed"), formats=PHONE)

    assert GROUP_TYPE not in lines(answers)
    assert [line.question for line in answers.inactive] == [GROUP_TYPE]


def test_a_section_has_its_title_and_what_is_asked_in_it() -> None:
    first = told(team=OptionId("paid_team")).sections[0]

    assert first.title.startswith("Quick start")
    assert first.lines[0].question == pack().questionnaire.questions[0].id


def test_who_sees_a_question_differently_is_told_beside_its_answer() -> None:
    plan, question = plan_with(formats=PHONE), FORMATS
    for number, (who, text) in enumerate((("the peers", "Rather ten."), ("", "Never."))):
        said = Comment(id=str(number), question=question, who=who, text=text)
        plan = plan.with_entry(said.key, said)

    line = lines(told_answers(pack().questionnaire, plan))[question]

    assert line.otherwise == (
        "Seen differently by the peers: Rather ten.",
        "Seen differently: Never.",
    )
