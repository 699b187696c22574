import datetime
from dataclasses import replace

from advisor.models.filled import (
    FilledChecklist,
    FilledField,
    FilledItem,
    FilledTick,
    Unread,
)
from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, GateTick, OwnAction, Plan
from advisor.telling.papers import (
    FilledStory,
    filled_story,
)
from tests.support.examples import DROP_IN, example, pack

TODAY = datetime.date(2027, 3, 5)
CHECKS = GateId("gate-checks")
OWN = OwnAction(id="own-1", text="Ask the library", stage="run")


def plan() -> Plan:
    return replace(example(DROP_IN), own_actions=(OWN,))


def done(action: str) -> FilledItem:
    return FilledItem(action=action, done=True)


def filled(*items: FilledItem, made_for: str = "") -> FilledChecklist:
    return FilledChecklist(plan=PlanId(made_for or plan().id), items=items, read_on=TODAY)


def told(*items: FilledItem, made_for: str = "") -> FilledStory:
    return filled_story(pack(), plan(), filled(*items, made_for=made_for))


def test_a_difference_is_told_field_by_field() -> None:
    date = datetime.date(2027, 3, 1)
    (difference,) = told(replace(done("plan-01"), owner="Amina", due=date)).differences

    assert difference.title.startswith("Write one plain sentence")
    assert difference.lines == (
        "Already in place (was: Decide later).",
        "Who: Amina (was: nobody).",
        "By when: 1 March 2027 (was: no date).",
    )


def test_what_is_as_it_was_is_no_difference() -> None:
    assert told(FilledItem(action="plan-01", done=False)).differences == ()


def test_decisions_are_kept_for_the_packs_and_for_own_actions() -> None:
    story = told(done("plan-01"), done("own-1"))

    in_place = Decision(choice=Choice.IN_PLACE)
    assert story.entries(plan()) == {
        EntryKey.of_decision(ActionId("plan-01")): in_place,
        OWN.key: replace(OWN, decision=in_place),
    }


def test_a_note_and_a_reason_change_nothing_else() -> None:
    (difference,) = told(FilledItem(action="plan-01", note="Ask Amina", reason="Later")).differences

    assert difference.lines == ("Note: Ask Amina (was: nothing).", "Why not: Later (was: nothing).")
    assert difference.before == Decision()
    assert difference.after == Decision(note="Ask Amina", reason="Later")


def ticked(gate: GateId, *, on: bool = True) -> FilledChecklist:
    return replace(filled(), ticks=(FilledTick(gate=gate, ticked=on),))


def test_a_tick_beside_what_is_not_said_yet_is_kept_and_leads_to_its_question() -> None:
    (difference,) = filled_story(pack(), plan(), ticked(CHECKS)).differences

    asked = pack().questionnaire[QuestionId("safety_basics")].text
    assert difference.title == pack().gate_by_id[CHECKS].in_place
    assert difference.lines == (
        "Ticked by you on 5 March 2027.",
        f"The advice goes by your answers. Say it there too: “{asked}”",
    )


def test_a_tick_becomes_an_entry_of_the_day_on_which_it_is_read_and_no_answer() -> None:
    story = filled_story(pack(), plan(), ticked(CHECKS))

    assert story.summary == "One entry would change. Nothing is changed yet."
    assert story.entries(plan()) == {EntryKey.of_tick(CHECKS): GateTick(day=TODAY)}


def test_what_was_ticked_before_keeps_its_day_and_can_be_taken_away() -> None:
    before = GateTick(day=datetime.date(2027, 1, 2))
    there = plan().with_entry(EntryKey.of_tick(CHECKS), before)

    assert filled_story(pack(), there, ticked(CHECKS)).differences == ()
    story = filled_story(pack(), there, ticked(CHECKS, on=False))
    assert [each.lines for each in story.differences] == [("The tick is taken away.",)]
    assert story.entries(there) == {EntryKey.of_tick(CHECKS): None}


def test_a_tick_that_was_taken_away_where_there_is_none_is_no_difference() -> None:
    assert filled_story(pack(), plan(), ticked(CHECKS, on=False)).differences == ()


def test_a_tick_on_what_the_evidence_does_not_have_is_counted_and_left_out() -> None:
    story = filled_story(pack(), plan(), ticked(GateId("of-another-edition")))

    assert (story.differences, story.unknown) == ((), 1)


def test_where_the_answer_is_given_a_tick_leads_to_no_question() -> None:
    answer = Answer(value=frozenset({OptionId("checks")}))
    answered = plan().with_entry(EntryKey.of_answer(QuestionId("safety_basics")), answer)

    (difference,) = filled_story(pack(), answered, ticked(CHECKS)).differences

    assert difference.lines == ("Ticked by you on 5 March 2027.",)


def test_a_box_of_a_safety_check_that_says_neither_is_listed_as_it_stands() -> None:
    unclear = Unread(about=CHECKS, field=FilledField.TICK, typed="perhaps")
    (not_taken,) = filled_story(pack(), plan(), replace(filled(), unread=(unclear,))).not_taken

    words = pack().gate_by_id[CHECKS].in_place
    assert not_taken.why == (
        f"The box beside “{words}” holds “perhaps”, which says neither ticked nor empty."
    )


def test_an_own_action_keeps_what_it_says_by_now_and_stays_gone_when_it_is() -> None:
    story = told(done("own-1"))
    reworded = replace(OWN, text="Ask both libraries")
    changed = story.entries(replace(plan(), own_actions=(reworded,)))

    assert changed == {OWN.key: replace(reworded, decision=Decision(choice=Choice.IN_PLACE))}
    assert story.entries(replace(plan(), own_actions=())) == {}


def test_lines_about_actions_that_are_not_there_are_counted_and_left_out() -> None:
    story = told(done("plan-01"), done("gone"))

    assert story.unknown == 1
    assert "One line speaks of an action that this plan does not have" in story.summary


def test_a_copy_for_another_plan_is_not_taken() -> None:
    story = told(done("plan-01"), made_for="another")

    assert story.is_other_plan
    assert story.summary.startswith("This checklist was made for another plan")


def test_the_summary_counts_what_would_change() -> None:
    assert told().summary == "Nothing differs from your plan."
    assert told(done("plan-01")).summary.startswith("One entry would change.")
    two = told(done("plan-01"), done("own-1")).summary
    assert two == "2 entries would change. Nothing is changed yet."


def test_what_could_not_be_read_is_never_called_no_difference() -> None:
    story = filled_story(pack(), plan(), replace(filled(), read=3, fields=168))

    assert story.warnings == ("3 of 168 fields could be read.",)
    assert story.summary == "Nothing that could be read differs from your plan."


def test_two_lines_about_one_action_are_taken_together() -> None:
    story = told(done("plan-01"), FilledItem(action="plan-01", owner="Amina"))

    (difference,) = story.differences
    assert difference.after == Decision(choice=Choice.IN_PLACE, owner="Amina")
