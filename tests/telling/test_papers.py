import datetime
from dataclasses import replace

from advisor.models.filled import FilledChecklist, FilledItem
from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OwnAction, Plan
from advisor.telling.papers import (
    FilledStory,
    filled_story,
)
from tests.support.examples import DROP_IN, example, pack

OWN = OwnAction(id="own-1", text="Ask the library", stage="run")


def plan() -> Plan:
    return replace(example(DROP_IN), own_actions=(OWN,))


def done(action: str) -> FilledItem:
    return FilledItem(action=action, done=True)


def filled(*items: FilledItem, made_for: str = "") -> FilledChecklist:
    return FilledChecklist(plan=PlanId(made_for or plan().id), items=items)


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
    assert difference.decision == replace(difference.before, note="Ask Amina", reason="Later")


def test_a_tick_beside_what_is_not_said_yet_leads_to_its_question() -> None:
    ticked = replace(filled(), gates=(GateId("gate-checks"), GateId("of-another-edition")))

    story = filled_story(pack(), plan(), ticked)

    [sentence] = story.ticked
    assert pack().gate_by_id[GateId("gate-checks")].in_place in sentence
    assert pack().questionnaire[QuestionId("safety_basics")].text in sentence
    assert story.entries(plan()) == {}
    assert story.summary == "Nothing that could be read differs from your plan."


def test_a_tick_beside_what_was_answered_meanwhile_is_done_with() -> None:
    answer = Answer(value=frozenset({OptionId("checks")}))
    answered = plan().with_entry(EntryKey.of_answer(QuestionId("safety_basics")), answer)

    story = filled_story(pack(), answered, replace(filled(), gates=(GateId("gate-checks"),)))

    assert story.ticked == ()


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
    assert told(done("plan-01")).summary.startswith("One action would change.")
    two = told(done("plan-01"), done("own-1")).summary
    assert two == "2 actions would change. Nothing is changed yet."


def test_what_could_not_be_read_is_never_called_no_difference() -> None:
    story = filled_story(pack(), plan(), replace(filled(), read=3, fields=168))

    assert story.warnings == ("3 of 168 fields could be read.",)
    assert story.summary == "Nothing that could be read differs from your plan."


def test_two_lines_about_one_action_are_taken_together() -> None:
    story = told(done("plan-01"), FilledItem(action="plan-01", owner="Amina"))

    (difference,) = story.differences
    assert difference.decision == Decision(choice=Choice.IN_PLACE, owner="Amina")
