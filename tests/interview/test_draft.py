from hypothesis import given
from hypothesis import strategies as st

from advisor.interview.draft import Change, InterviewDraft
from advisor.interview.route import Standing
from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OpenAnswer, Plan
from tests.interview.conftest import MORE, START, questionnaire_of_two_sections

FORMATS = QuestionId("formats")
GROUP_TYPE = QuestionId("group_type")
SETTING = QuestionId("setting")
SIZE = QuestionId("group_size")
GROUP = OptionId("group")
PHONE = OptionId("telephone")
NOTHING = OptionId("no_format")
CHARITY = OptionId("charity")


def test_an_answer_becomes_a_change_to_be_saved(draft: InterviewDraft) -> None:
    change = draft.say(SETTING, CHARITY)

    assert change == Change(question=SETTING, before=Answer(), after=Answer(value=CHARITY))
    assert draft.plan.answer(SETTING).value == CHARITY


def test_the_same_answer_again_changes_nothing(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)

    assert draft.say(SETTING, CHARITY) is None


def test_several_options_are_one_answer(draft: InterviewDraft) -> None:
    draft.select(FORMATS, [GROUP, PHONE])

    assert draft.answer(FORMATS).value == frozenset({GROUP, PHONE})


def test_an_exclusive_option_drops_all_others(draft: InterviewDraft) -> None:
    draft.select(FORMATS, [GROUP])
    draft.select(FORMATS, [GROUP, NOTHING])

    assert draft.answer(FORMATS).value == frozenset({NOTHING})


def test_another_option_drops_the_exclusive_one(draft: InterviewDraft) -> None:
    draft.select(FORMATS, [NOTHING])
    draft.select(FORMATS, [NOTHING, PHONE])

    assert draft.answer(FORMATS).value == frozenset({PHONE})


def test_an_exclusive_option_alone_is_an_answer(draft: InterviewDraft) -> None:
    draft.select(FORMATS, [NOTHING])

    assert draft.answer(FORMATS).value == frozenset({NOTHING})


def test_no_option_leaves_the_question_unanswered(draft: InterviewDraft) -> None:
    draft.select(FORMATS, [GROUP])
    draft.select(FORMATS, [])

    assert draft.answer(FORMATS).value is OpenAnswer.NOT_ANSWERED


def test_an_option_replaces_not_decided_yet(draft: InterviewDraft) -> None:
    draft.say(FORMATS, OpenAnswer.NOT_DECIDED)
    draft.select(FORMATS, [GROUP])

    assert draft.answer(FORMATS).value == frozenset({GROUP})


def test_a_note_stays_when_the_answer_changes(draft: InterviewDraft) -> None:
    draft.note(SETTING, "Ask the trustees")
    draft.say(SETTING, CHARITY)

    assert draft.answer(SETTING) == Answer(value=CHARITY, note="Ask the trustees")


def test_an_answer_that_stops_being_relevant_is_kept_and_comes_back(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({GROUP}))
    draft.say(GROUP_TYPE, OptionId("a"))

    draft.say(FORMATS, frozenset({PHONE}))
    assert not draft.is_relevant(GROUP_TYPE)
    assert draft.answer(GROUP_TYPE).value == "a"

    draft.say(FORMATS, frozenset({GROUP}))
    assert draft.is_relevant(GROUP_TYPE)
    assert draft.answer(GROUP_TYPE).value == "a"


def test_undo_takes_the_last_answer_back_and_redo_gives_it_again(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    assert draft.can_undo
    assert not draft.can_redo

    undone = draft.undo()
    assert undone is not None
    assert undone.after == Answer()
    assert draft.answer(SETTING) == Answer()

    redone = draft.redo()
    assert redone is not None
    assert redone.after == Answer(value=CHARITY)
    assert draft.answer(SETTING).value == CHARITY
    assert draft.can_undo


def test_undo_opens_the_page_of_the_answer(draft: InterviewDraft) -> None:
    draft.say(SIZE, 12)
    draft.go_to(draft.pages(START)[0])

    draft.undo()

    assert draft.page.section == MORE


def test_there_is_nothing_to_undo_at_first(draft: InterviewDraft) -> None:
    assert draft.undo() is None
    assert draft.redo() is None


def test_a_new_answer_ends_what_could_be_given_again(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.undo()
    draft.say(SETTING, OpenAnswer.NOT_SURE)

    assert not draft.can_redo


def test_an_answer_taken_back_is_saved_over_the_newest_version(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.mark_saved(SETTING, Answer(value=CHARITY, version=7))

    draft.undo()

    assert draft.answer(SETTING).version == 7


def test_a_late_save_never_brings_an_older_answer_back(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.say(SETTING, OptionId("other"))

    draft.mark_saved(SETTING, Answer(value=CHARITY, version=1))

    assert draft.answer(SETTING).value == "other"
    assert draft.answer(SETTING).version == 1


def test_an_answer_from_elsewhere_cannot_be_undone(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.say(SIZE, 8)
    draft.say(SETTING, OptionId("other"))
    draft.undo()

    draft.adopt_answer(SETTING, Answer(value=OpenAnswer.NOT_SURE, version=3))

    assert draft.answer(SETTING).value is OpenAnswer.NOT_SURE
    assert not draft.can_redo
    undone = draft.undo()
    assert undone is not None
    assert undone.question == SIZE
    assert not draft.can_undo


def test_decisions_taken_elsewhere_leave_the_answers_alone(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    decision = Decision(choice=Choice.WE_WILL)
    stored = Plan(id=PlanId("plan"), title="New title").with_entry(
        EntryKey.of_decision(ActionId("act")), decision
    )

    draft.adopt(stored)

    assert draft.plan.title == "New title"
    assert draft.plan.decision(ActionId("act")) == decision
    assert draft.answer(SETTING).value == CHARITY


def test_the_interview_begins_on_the_first_page(draft: InterviewDraft) -> None:
    assert draft.page == draft.pages(START)[0]
    assert draft.previous(draft.page) is None


def test_pages_follow_each_other_to_the_end_of_the_section(draft: InterviewDraft) -> None:
    following = draft.following(draft.page)
    assert following is not None
    draft.go_to(following)

    assert draft.page.questions == ("group_type", "setting")
    assert draft.following(draft.page) is None
    assert draft.previous(draft.page) == draft.pages(START)[0]


def test_a_page_that_asks_nothing_is_passed_over(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({NOTHING}))

    assert draft.open_pages(MORE) == ()
    assert [question.id for question in draft.questions_on(draft.pages(START)[1])] == ["setting"]


def test_a_section_resumes_where_something_waits(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({GROUP}))

    assert draft.resume(START).number == 1
    assert draft.page.number == 1


def test_a_completed_section_resumes_at_its_first_page(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({PHONE}))
    draft.say(SETTING, OpenAnswer.NOT_DECIDED)

    assert draft.resume(START).number == 0


def test_a_section_that_asks_nothing_still_opens(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({NOTHING}))

    assert draft.resume(MORE) == draft.pages(MORE)[0]


def test_progress_is_told_for_a_section_and_for_the_whole(draft: InterviewDraft) -> None:
    draft.say(FORMATS, frozenset({PHONE}))
    draft.say(SETTING, CHARITY)

    assert draft.progress(START).standing is Standing.COMPLETED
    assert draft.progress(MORE).standing is Standing.NOT_STARTED
    assert draft.progress().answered == 2
    assert draft.progress().asked == 3


CHANGES = st.lists(
    st.one_of(
        st.frozensets(st.sampled_from([GROUP, PHONE, NOTHING])),
        st.sampled_from([CHARITY, OpenAnswer.NOT_DECIDED]),
        st.text(max_size=3),
    ),
    max_size=12,
)


@given(changes=CHANGES)
def test_undoing_everything_gives_the_first_plan_and_redoing_everything_the_last(
    changes: list[frozenset[OptionId] | OpenAnswer | OptionId | str],
) -> None:
    draft = a_draft()
    first = draft.plan
    for change in changes:
        _make(draft, change)
    last = draft.plan

    while draft.undo():
        pass
    assert _said(draft.plan) == _said(first)
    while draft.redo():
        pass
    assert _said(draft.plan) == _said(last)


def _make(draft: InterviewDraft, change: frozenset[OptionId] | OpenAnswer | OptionId | str) -> None:
    if isinstance(change, frozenset):
        draft.select(FORMATS, change)
    elif isinstance(change, OpenAnswer) or change == CHARITY:
        draft.say(SETTING, change if isinstance(change, OpenAnswer) else CHARITY)
    else:
        draft.note(SETTING, change)


def _said(plan: Plan) -> dict[QuestionId, Answer]:
    return {question: answer for question, answer in plan.answers.items() if answer != Answer()}


def a_draft() -> InterviewDraft:
    return InterviewDraft(questionnaire_of_two_sections(), Plan(id=PlanId("plan"), title="Plan"))
