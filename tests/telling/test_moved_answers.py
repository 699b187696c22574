"""What was said under the edition before, as a person reads it."""

from dataclasses import replace

from advisor.export.listings import plan_text
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, Plan
from advisor.rules.moving import with_copies
from advisor.telling.moved_answers import tell_copies, tell_moved
from tests.support.examples import plan_with
from tests.support.shipped import shipped_pack


def earlier(**answers: str) -> Plan:
    plan = plan_with(**{name: OptionId(said) for name, said in answers.items()})
    return replace(
        plan,
        answers={name: replace(said, edition="2026.11") for name, said in plan.answers.items()},
    )


def test_nothing_is_told_of_a_plan_of_today() -> None:
    assert tell_moved(shipped_pack(), plan_with(low_confidence=OptionId("many"))) is None


def test_a_proposed_answer_is_told_with_what_it_would_replace() -> None:
    told = tell_moved(shipped_pack(), earlier(languages="interpreters"))

    assert told is not None
    (move,) = told.moves
    assert move.about == "How do you cover the languages the mothers need?"
    assert (move.accept, move.leave) == ("Use this answer", "Leave it out")
    assert not any("take the place of" in line for line in move.lines)

    both = earlier(languages="interpreters").with_entry(
        EntryKey.of_answer(QuestionId("language_help")),
        Answer(value=frozenset({OptionId("gap")})),
    )
    told = tell_moved(shipped_pack(), both)
    assert told is not None
    assert any("take the place of" in line for line in told.moves[0].lines)


def test_an_answer_that_stays_can_be_said_to_be_right() -> None:
    told = tell_moved(shipped_pack(), earlier(low_confidence="many"))

    assert told is not None
    (move,) = told.moves
    assert (move.accept, move.leave, move.leaving) == ("Still right", "", None)
    assert move.lines[0] == "You said: Many"


def test_both_decisions_are_told_where_the_action_of_today_is_decided() -> None:
    plan = earlier()
    for action, choice in (("end-04", Choice.WE_WILL), ("end-02", Choice.NOT_FOR_US)):
        decision = Decision(choice=choice, owner="Rosa")
        plan = plan.with_entry(EntryKey.of_decision(ActionId(action)), decision)
    told = tell_moved(shipped_pack(), plan)

    assert told is not None
    (move,) = told.moves
    assert move.about == shipped_pack().action_by_id[ActionId("end-02")].text
    assert "We will do this" in move.lines[0]
    assert "Not for us" in move.lines[1]
    assert (move.accept, move.leave) == ("Use the earlier decision", "Keep what is decided now")


def test_a_copied_decision_is_told_as_done_and_can_be_taken_back() -> None:
    pack = shipped_pack()
    plan = earlier().with_entry(
        EntryKey.of_decision(ActionId("end-04")), Decision(choice=Choice.WE_WILL)
    )
    copies = tell_copies(pack, plan)

    assert copies is not None
    assert copies.words.startswith("1 decision of an earlier edition was copied")
    told = tell_moved(pack, with_copies(pack, plan))
    assert told is not None
    (move,) = told.moves
    assert move.lines[1] == f"This was copied to: {pack.action_by_id[ActionId('end-02')].text}"
    assert (move.accept, move.leave) == ("I have seen it", "Take it back")
    assert tell_copies(pack, with_copies(pack, plan)) is None


def test_the_command_line_shows_what_waits() -> None:
    text = plan_text(shipped_pack(), earlier(languages="interpreters"))

    assert "ASKED DIFFERENTLY NOW" in text
    assert "From what you said before: " in text
    assert "ASKED DIFFERENTLY NOW" not in plan_text(shipped_pack(), plan_with())
