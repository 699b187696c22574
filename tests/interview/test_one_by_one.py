from advisor.interview.one_by_one import (
    DIFFERS_KEY,
    OPEN_KEYS,
    OPTION_KEYS,
    WHY_KEY,
    OneByOne,
)
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import OpenAnswer
from tests.support.drafts import FORMATS, GROUP, GROUP_TYPE, PHONE, a_draft


def test_it_begins_with_the_first_question_to_which_nothing_was_said() -> None:
    draft = a_draft()
    first, second = draft.questionnaire.questions[:2]
    assert OneByOne(draft).question == first.id

    draft.say(first.id, OpenAnswer.NOT_SURE)

    going = OneByOne(draft)
    assert (going.question, going.number) == (second.id, 2)


def test_it_goes_through_all_that_is_asked_and_stops_at_both_ends() -> None:
    draft = a_draft()
    draft.select(FORMATS, {PHONE})
    going = OneByOne(draft)
    assert not going.go_back()

    passed = [going.question]
    while going.go_on():
        passed.append(going.question)

    assert tuple(passed) == going.asked
    assert len(passed) == draft.progress().asked == going.number
    assert GROUP_TYPE not in passed
    assert going.go_back()
    assert going.question == passed[-2]


def test_a_question_that_is_asked_no_more_gives_way_to_the_next_that_is() -> None:
    draft = a_draft()
    draft.select(FORMATS, {GROUP})
    going = OneByOne(draft)
    going.open(GROUP_TYPE)
    assert going.question == GROUP_TYPE

    draft.select(FORMATS, {PHONE})

    order = [question.id for question in draft.questionnaire.questions]
    assert going.question in going.asked
    assert order.index(going.question) > order.index(GROUP_TYPE)


def test_after_the_last_question_that_is_asked_the_last_one_stays() -> None:
    draft = a_draft()
    going = OneByOne(draft)
    draft.say(QuestionId("team"), OptionId("paid_team"))
    unasked = [each.id for each in draft.questionnaire.questions if each.id not in going.asked]
    for question in unasked:
        going.open(question)
        assert going.question in going.asked


def test_every_option_of_every_question_has_a_key_of_its_own() -> None:
    questions = a_draft().questionnaire.questions
    keys = [*OPTION_KEYS, *OPEN_KEYS, WHY_KEY, DIFFERS_KEY]

    assert len(keys) == len(set(keys))
    assert max(len(question.options) for question in questions) <= len(OPTION_KEYS)
    assert OPTION_KEYS.startswith("123456789A")
