from advisor.interview.one_by_one import OneByOne
from advisor.models.questionnaire import QuestionKind
from advisor.telling.workshop_mode import tell_keys, tell_place, tell_question
from tests.support.drafts import CHARITY, SETTING, SIZE, a_draft, question


def test_the_place_counts_what_is_asked() -> None:
    draft = a_draft()
    going = OneByOne(draft)
    going.go_on()

    assert tell_place(going) == f"Question 2 of {draft.progress().asked}"


def test_a_question_is_heard_with_its_place_its_hint_and_the_keys() -> None:
    draft = a_draft()
    first = draft.questionnaire.questions[0]

    told = tell_question(OneByOne(draft), first, draft.answer(first.id), "Esc: leave.")

    assert told == f"Question 1 of {draft.progress().asked}. {first.hint} Esc: leave."


def test_a_question_that_is_answered_is_heard_with_its_answer() -> None:
    draft, going = a_draft(), OneByOne(a_draft())
    draft.say(SETTING, CHARITY)

    told = tell_question(going, question(SETTING), draft.answer(SETTING), "")

    assert ". Now: A charity or community group" in told


def test_the_keys_are_those_of_the_question() -> None:
    told = tell_keys(question(SETTING), has_letters=True)
    last = len(question(SETTING).options)

    assert told == (
        f"1 to {last} choose, 0: Not decided yet. W: why we ask. D: someone sees it differently."
        " Right arrow or Enter: next. Left arrow: back. Esc: leave."
    )


def test_a_number_is_written_and_left_open_by_a_letter() -> None:
    told = tell_keys(question(SIZE), has_letters=True)

    assert question(SIZE).kind is QuestionKind.NUMBER
    assert told.startswith("Figures write the number, N: Not decided yet.")


def test_options_after_the_ninth_have_letters_and_yes_and_no_have_figures() -> None:
    asked = a_draft().questionnaire.questions
    longest = max(asked, key=lambda each: len(each.options))
    yes_no = next(each for each in asked if each.kind is QuestionKind.YES_NO)

    assert tell_keys(longest, has_letters=True).startswith("1 to K choose, 0:")
    assert tell_keys(yes_no, has_letters=True).startswith("1 to 2 choose, 0:")


def test_without_keys_of_one_letter_none_is_told() -> None:
    told = tell_keys(question(SETTING), has_letters=False)

    assert told.startswith("Tab and Space choose. Right arrow or Enter: next.")
    assert "0:" not in told
    assert "D:" not in told
