from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Standing
from advisor.interview.steps import TYPING_SECONDS, Change, Steps
from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.plan import (
    UNANSWERED,
    UNDECIDED,
    Answer,
    Choice,
    Decision,
    Entry,
    EntryKey,
    EntryKind,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from tests.interview.conftest import MORE, START, questionnaire_of_two_sections

FORMATS = QuestionId("formats")
GROUP_TYPE = QuestionId("group_type")
SETTING = QuestionId("setting")
SIZE = QuestionId("group_size")
GROUP = OptionId("group")
PHONE = OptionId("telephone")
NOTHING = OptionId("no_format")
CHARITY = OptionId("charity")
IN_PLACE = Decision(choice=Choice.IN_PLACE)
FLOOD = OwnRisk(id="1", text="Flood")


def test_an_answer_becomes_a_change_to_be_saved(draft: InterviewDraft) -> None:
    step = draft.say(SETTING, CHARITY)

    key = EntryKey.of_answer(SETTING)
    assert step == (Change(key=key, before=Answer(), after=Answer(value=CHARITY)),)
    assert draft.plan.answer(SETTING).value == CHARITY


def test_the_same_answer_again_changes_nothing(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)

    assert draft.say(SETTING, CHARITY) == ()


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
    assert draft.steps.can_undo
    assert not draft.steps.can_redo

    (undone,) = draft.undo()
    assert undone.after == Answer()
    assert draft.answer(SETTING) == Answer()

    (redone,) = draft.redo()
    assert redone.after == Answer(value=CHARITY)
    assert draft.answer(SETTING).value == CHARITY
    assert draft.steps.can_undo


def test_undo_opens_the_page_of_the_answer(draft: InterviewDraft) -> None:
    draft.say(SIZE, 12)
    draft.go_to(draft.pages(START)[0])

    draft.undo()

    assert draft.page.section == MORE


def test_there_is_nothing_to_undo_at_first(draft: InterviewDraft) -> None:
    assert draft.undo() == ()
    assert draft.redo() == ()


def test_a_new_answer_ends_what_could_be_given_again(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.undo()
    draft.say(SETTING, OpenAnswer.NOT_SURE)

    assert not draft.steps.can_redo


def test_an_answer_from_elsewhere_cannot_be_undone(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.say(SIZE, 8)
    draft.say(SETTING, OptionId("other"))
    draft.undo()

    draft.adopt(EntryKey.of_answer(SETTING), Answer(value=OpenAnswer.NOT_SURE))

    assert draft.answer(SETTING).value is OpenAnswer.NOT_SURE
    assert not draft.steps.can_redo
    (undone,) = draft.undo()
    assert undone.key == EntryKey.of_answer(SIZE)
    assert not draft.steps.can_undo


def test_an_entry_from_elsewhere_leaves_the_rest_of_a_step(draft: InterviewDraft) -> None:
    one, two = (EntryKey.of_decision(ActionId(name)) for name in ("one", "two"))
    draft.change_all({one: IN_PLACE, two: IN_PLACE})

    draft.adopt(one, Decision(owner="Ann"))

    assert [change.key for change in draft.undo()] == [two]
    assert draft.plan.entry(one) == Decision(owner="Ann")
    assert draft.plan.entry(two) == Decision()


def test_what_was_removed_elsewhere_is_gone(draft: InterviewDraft) -> None:
    draft.change(FLOOD.key, FLOOD)

    draft.adopt(FLOOD.key, None)

    assert draft.plan.own_risks == ()
    assert not draft.steps.can_undo


def test_several_decisions_are_one_step(draft: InterviewDraft) -> None:
    one, two = (EntryKey.of_decision(ActionId(name)) for name in ("one", "two"))
    draft.change(one, IN_PLACE)

    step = draft.change_all({one: IN_PLACE, two: IN_PLACE})
    assert [change.key for change in step] == [two]
    draft.change_all({one: Decision(), two: Decision()})

    draft.undo()
    assert draft.plan.entry(one) == draft.plan.entry(two) == IN_PLACE
    draft.undo()
    assert draft.plan.entry(two) == Decision()


def test_an_own_entry_that_is_taken_away_comes_back_where_it_stood(draft: InterviewDraft) -> None:
    for name in ("1", "2", "3"):
        draft.change(EntryKey(EntryKind.OWN_RISK, name), OwnRisk(id=name, text=name))
    draft.change(EntryKey(EntryKind.OWN_RISK, "2"), None)
    assert [own.id for own in draft.plan.own_risks] == ["1", "3"]

    draft.undo()

    assert [own.id for own in draft.plan.own_risks] == ["1", "2", "3"]


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_note_that_is_typed_in_one_go_is_one_step(draft: InterviewDraft) -> None:
    clock = Clock()
    draft = InterviewDraft(draft.questionnaire, draft.plan, Steps(clock))
    draft.say(SETTING, CHARITY)
    for text in ("As", "Ask the", "Ask the trustees"):
        clock.now += TYPING_SECONDS - 1
        draft.note(SETTING, text)

    draft.undo()
    assert draft.answer(SETTING) == Answer(value=CHARITY)
    draft.redo()
    assert draft.answer(SETTING).note == "Ask the trustees"


@pytest.mark.parametrize("between", ["a pause", "another entry", "an undo", "another note"])
def test_what_is_typed_after_something_else_is_a_step_of_its_own(
    draft: InterviewDraft, between: str
) -> None:
    clock = Clock()
    draft = InterviewDraft(draft.questionnaire, draft.plan, Steps(clock))
    draft.note(SETTING, "As")
    draft.note(SETTING, "Ask")
    if between == "a pause":
        clock.now += TYPING_SECONDS
    elif between == "another entry":
        draft.change(FLOOD.key, FLOOD)
    elif between == "an undo":
        draft.say(SIZE, 8)
        draft.undo()
    else:
        draft.note(SIZE, "Eight")
    draft.note(SETTING, "Ask Jo")

    draft.undo()

    assert draft.answer(SETTING).note == "Ask"


def test_a_note_that_was_typed_and_taken_away_again_leaves_no_step(draft: InterviewDraft) -> None:
    draft.say(SETTING, CHARITY)
    draft.note(SETTING, "As")
    draft.note(SETTING, "")
    draft.note(SETTING, "Ask")

    draft.undo()
    assert draft.answer(SETTING) == Answer(value=CHARITY)
    draft.undo()
    assert draft.answer(SETTING) == Answer()


def test_the_note_of_an_own_action_is_typed_like_any_other(draft: InterviewDraft) -> None:
    own = OwnAction(id="1", text="Tea", stage="run")
    draft.change(own.key, own)
    for text in ("Bu", "Buy cups"):
        draft.change(own.key, replace(own, decision=replace(own.decision, note=text)))

    draft.undo()

    assert draft.plan.own_actions == (own,)


ACTIONS = st.sampled_from(["one", "two"])
WORDS = st.sampled_from(["", "a", "b"])
DECISIONS = st.builds(Decision, choice=st.sampled_from(Choice), owner=WORDS, note=WORDS)
NAMES = st.builds(PlanName, title=st.sampled_from(["Plan", "Other"]), description=WORDS)
OWN_RISKS = st.builds(OwnRisk, id=ACTIONS, text=WORDS, mitigation=WORDS)
OWN_ACTIONS = st.builds(OwnAction, id=ACTIONS, text=WORDS, stage=WORDS, decision=DECISIONS)
ANSWERS = st.builds(Answer, value=st.sampled_from([CHARITY, *OpenAnswer]), note=WORDS)
ENTRIES: st.SearchStrategy[tuple[EntryKey, Entry | None]] = st.one_of(
    st.tuples(st.just(EntryKey.of_answer(SETTING)), ANSWERS),
    st.tuples(ACTIONS.map(ActionId).map(EntryKey.of_decision), DECISIONS),
    st.tuples(st.just(EntryKey.of_plan(PlanId("plan"))), NAMES),
    OWN_RISKS.map(lambda own: (own.key, own)),
    OWN_ACTIONS.map(lambda own: (own.key, own)),
    OWN_RISKS.map(lambda own: (own.key, None)),
    OWN_ACTIONS.map(lambda own: (own.key, None)),
)


@given(
    st.lists(st.one_of(st.lists(ENTRIES, max_size=3).map(dict), st.sampled_from(["undo", "redo"])))
)
def test_whatever_was_done_is_undone_to_the_start_and_done_again(
    deeds: list[dict[EntryKey, Entry | None] | str],
) -> None:
    begun = Plan(
        id=PlanId("plan"),
        title="Plan",
        own_risks=(OwnRisk(id="one", text="a"), OwnRisk(id="two", text="b")),
        own_actions=(OwnAction(id="one", text="a", stage=""),),
    )
    draft = InterviewDraft(questionnaire_of_two_sections(), begun)
    for deed in deeds:
        if isinstance(deed, dict):
            draft.change_all(deed)
        else:
            getattr(draft, deed)()
    ended = draft.plan

    while draft.steps.can_undo:
        assert draft.undo()
    assert said(draft.plan) == said(begun)
    # What had been taken back before is done again too, unless something else was done since.
    redone = 0
    while draft.plan != ended and draft.steps.can_redo:
        draft.redo()
        redone += 1
    assert draft.plan == ended
    for _ in range(redone):
        draft.undo()
    assert said(draft.plan) == said(begun)


def said(plan: Plan) -> list[tuple[EntryKey, Entry]]:
    """What a plan says; an empty answer says as much as none."""
    return [(key, entry) for key, entry in plan.entries() if entry not in (UNANSWERED, UNDECIDED)]


def test_the_interview_begins_on_the_first_page(draft: InterviewDraft) -> None:
    assert draft.page == draft.pages(START)[0]


def test_pages_follow_each_other_to_the_end_of_the_section(draft: InterviewDraft) -> None:
    following = draft.following(draft.page)
    assert following is not None
    draft.go_to(following)

    assert draft.page.questions == ("group_type", "setting")
    assert draft.following(draft.page) is None


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
