from dataclasses import replace

import pytest

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, Comment, EntryKey, OpenAnswer, Plan
from advisor.telling.questions_list import (
    NOT_ASKED,
    ListedQuestion,
    QuestionsList,
    Those,
    told_questions,
)
from tests.support.drafts import CHARITY, FORMATS, GROUP_TYPE, PHONE, SETTING, a_draft
from tests.support.examples import DROP_IN, MIGRANTS, advice_on_example, example, pack


def told(draft: InterviewDraft) -> QuestionsList:
    return told_questions(pack(), draft, None)


def on_example(place: int, plan: Plan | None = None) -> QuestionsList:
    draft = InterviewDraft(pack().questionnaire, plan or example(place))
    return told_questions(pack(), draft, advice_on_example(place))


def line(list_: QuestionsList, question: QuestionId) -> ListedQuestion:
    (found,) = (
        each for part in list_.sections for each in part.questions if each.question == question
    )
    return found


def test_every_question_stands_in_the_list_asked_or_not() -> None:
    for place in (DROP_IN, MIGRANTS):
        listed = [each.question for part in on_example(place).sections for each in part.questions]

        assert sorted(listed) == sorted(each.id for each in pack().questionnaire.questions)


def test_the_way_to_change_an_answer_says_what_it_is_now() -> None:
    draft = a_draft()
    assert line(told(draft), SETTING).name == "Answer: Kind of organisation. Not answered"

    draft.say(SETTING, CHARITY)
    now = "Change: Kind of organisation. Now: A charity or community group"
    assert line(told(draft), SETTING).name == now

    draft.say(SETTING, OpenAnswer.NOT_SURE)
    assert line(told(draft), SETTING).name == "Change: Kind of organisation. Not sure yet"


def test_what_was_noted_and_who_sees_it_differently_is_said_with_the_whole_question() -> None:
    draft = a_draft()
    draft.note(SETTING, "Registered in May")
    said = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    draft.change(said.key, said)

    found = line(told(draft), SETTING)

    assert found.spoken == (
        "What kind of organisation runs the programme? Note: Registered in May."
        " Seen differently by a peer: Not here."
    )
    assert found.kinds == {Those.ALL, Those.NOT_ANSWERED, Those.NOTED, Those.DIFFERENT}


def test_a_question_that_is_not_asked_says_by_which_answer_and_leads_there() -> None:
    draft = a_draft()
    draft.say(GROUP_TYPE, OptionId("closed"))
    draft.select(FORMATS, [PHONE])

    found = line(told(draft), GROUP_TYPE)

    assert found.opens == FORMATS
    assert found.answered == (
        "Not asked, because for “Kinds of support” you said: One-to-one by phone"
    )
    assert found.note == "Kept: Closed group"
    assert found.kinds == {Those.NOT_ASKED}
    assert told(draft).sections[-1].section == NOT_ASKED


def test_all_are_counted_by_what_can_be_looked_for() -> None:
    counts = on_example(DROP_IN).counts()

    so_far = InterviewDraft(pack().questionnaire, example(DROP_IN)).progress()
    assert counts[Those.ALL] == so_far.asked
    assert counts[Those.NOT_ANSWERED] == so_far.asked - so_far.answered > 0
    assert counts[Those.ALL] + counts[Those.NOT_ASKED] == len(pack().questionnaire.questions)
    assert counts[Those.NOTED] == counts[Those.DIFFERENT] == 0


def test_the_open_questions_that_matter_most_come_first_while_they_are_open() -> None:
    list_ = on_example(DROP_IN)
    most = [each.question for each in advice_on_example(DROP_IN).open_questions[:3]]
    assert [each.question for each in list_.first] == most
    assert list_.lead == "These 3 open questions matter most:"

    # The advice is older than this answer.
    question = pack().questionnaire[most[0]]
    answer = Answer(value=frozenset({question.options[0].id}))
    plan = example(DROP_IN).with_entry(EntryKey.of_answer(question.id), answer)
    assert most[0] not in [each.question for each in on_example(DROP_IN, plan).first]


def test_before_the_first_answer_it_says_how_to_begin() -> None:
    blank = replace(example(DROP_IN), answers={})

    list_ = on_example(DROP_IN, blank)

    assert list_.first == ()
    assert list_.lead == ""
    assert list_.left.startswith(
        "Quick start: 19 questions at most, about 7 minutes. It already gives useful advice."
    )
    assert list_.go_on == "&Start answering"
    assert {part.begin for part in list_.sections[:-1]} == {"Start this section"}


def test_it_goes_on_with_the_first_section_that_has_something_left_to_say() -> None:
    list_ = on_example(DROP_IN)

    assert list_.go_on == "&Continue with Quick start"
    assert list_.waiting == list_.sections[0].section
    assert list_.left.startswith("15 questions are not answered: 2 in “Quick start”, ")
    open_ones = [part.section for part in list_.sections if part.begin]
    answered = [part.section for part in list_.sections[:-1] if not part.begin]
    assert open_ones
    assert answered == ["contact"]


def test_where_all_is_said_nothing_is_left() -> None:
    list_ = on_example(MIGRANTS)

    assert (list_.go_on, list_.left, list_.waiting) == ("", "", None)
    assert all(part.begin == "" for part in list_.sections)


@pytest.mark.parametrize("words", ["organisation charity", "what KIND of organisation", "may"])
def test_a_question_is_found_by_all_that_stands_in_it(words: str) -> None:
    draft = a_draft()
    draft.say(SETTING, CHARITY)
    draft.note(SETTING, "Registered in May")

    assert line(told(draft), SETTING).says(words)
    assert not line(told(draft), SETTING).says(f"{words} lighthouse")
