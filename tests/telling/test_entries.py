"""One entry is told field by field, the same wherever it is shown."""

import datetime
from dataclasses import replace

from advisor.models.ids import OptionId
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    EntryKey,
    EntryKind,
    OpenAnswer,
    OwnAction,
    OwnRisk,
)
from advisor.rules.engine import advise
from advisor.telling.entries import changed, said, title_in, title_of, told_decision, told_entry
from tests.support.examples import DROP_IN, example, pack

FORMATS, GONE = EntryKey(EntryKind.ANSWER, "formats"), EntryKey(EntryKind.ANSWER, "gone")
DECIDED = Decision(
    choice=Choice.WE_WILL, owner="Amina", due=datetime.date(2027, 3, 1), note="In spring"
)


def test_a_decision_is_told_with_who_and_when() -> None:
    assert said(told_decision(DECIDED)) == (
        "We will do this",
        "Who: Amina",
        "By when: 1 March 2027",
        "Note: In spring",
    )


def test_only_what_differs_is_told_and_with_what_it_was() -> None:
    before = told_decision(DECIDED)
    now = told_decision(replace(DECIDED, owner="", due=None))

    assert [change.sentence for change in changed(before, now)] == [
        "Who: nobody (was: Amina).",
        "By when: no date (was: 1 March 2027).",
    ]


def test_an_answer_is_told_in_the_words_of_its_question() -> None:
    answer = Answer(value=frozenset({OptionId("telephone")}), note="Two evenings")

    assert title_of(pack(), FORMATS, answer) == "How will mothers get support?"
    assert said(told_entry(pack(), FORMATS, answer)) == (
        "One-to-one by phone",
        "Note: Two evenings",
    )


def test_what_the_evidence_no_longer_asks_is_told_as_it_was_stored() -> None:
    gone = Answer(value=frozenset({OptionId("b"), OptionId("a")}))
    no_option = Answer(value=OptionId("no_such_option"))
    still_open = Answer(value=OpenAnswer.NOT_SURE)

    assert title_of(pack(), GONE, gone) == "gone"
    assert said(told_entry(pack(), GONE, gone)) == ("a; b",)
    assert said(told_entry(pack(), EntryKey(EntryKind.ANSWER, "group_type"), no_option)) == (
        "no_such_option",
    )
    assert said(told_entry(pack(), GONE, still_open)) == ("Not sure yet",)
    assert title_of(pack(), EntryKey(EntryKind.DECISION, "gone"), Decision()) == "gone"


def test_an_action_is_called_as_it_is_worded_for_its_plan() -> None:
    plan = example(DROP_IN)
    asked = {each.id: each.text for each in advise(pack(), plan).actions}
    worded = [each for each in pack().actions if asked.get(each.id, each.text) != each.text]

    assert worded
    for action in worded:
        key = EntryKey.of_decision(action.id)
        assert title_in(pack(), plan, key, Decision()) == asked[action.id]
        assert title_of(pack(), key, Decision()) == action.text


def test_own_entries_are_told_by_their_own_words() -> None:
    action = OwnAction(id="1", text="Ask the library", stage="plan", decision=DECIDED)
    risk = OwnRisk(id="2", text="Flood", mitigation="Pump")

    assert title_of(pack(), action.key, action) == "Ask the library"
    assert said(told_entry(pack(), action.key, action))[:2] == (
        "Ask the library",
        f"Stage: {pack().label_of('stage', 'plan')}",
    )
    assert said(told_entry(pack(), risk.key, risk)) == (
        "Flood",
        "What you will do about it: Pump",
    )
