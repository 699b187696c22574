import datetime
from dataclasses import dataclass, replace

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, OwnAction, Plan
from advisor.telling.papers import (
    CHECKLIST,
    KINDS,
    REPORT,
    FilledStory,
    PaperWish,
    filled_story,
    title_of,
)
from tests.support.examples import DROP_IN, example, pack

OWN = OwnAction(id="own-1", text="Ask the library", stage="run")


@dataclass(frozen=True)
class Filled:
    """One line of a filled-in checklist."""

    action: str
    choice: Choice = Choice.IN_PLACE
    owner: str = ""
    due: datetime.date | None = None

    def applied_to(self, decision: Decision) -> Decision:
        return replace(decision, choice=self.choice, owner=self.owner, due=self.due)


def plan() -> Plan:
    return replace(example(DROP_IN), own_actions=(OWN,))


def told(*changes: Filled, made_for: str = "") -> FilledStory:
    return filled_story(pack(), plan(), made_for or plan().id, changes)


def test_every_kind_of_document_has_a_name() -> None:
    assert [title_of(PaperWish(kind=kind.key)) for kind in KINDS] == [k.title for k in KINDS]


def test_only_a_checklist_can_be_filled_in() -> None:
    assert PaperWish(kind=CHECKLIST, fillable=True).is_fillable
    assert not PaperWish(kind=REPORT, fillable=True).is_fillable


def test_a_difference_is_told_field_by_field() -> None:
    date = datetime.date(2027, 3, 1)
    (difference,) = told(Filled("plan-01", owner="Amina", due=date)).differences

    assert difference.title.startswith("Write one plain sentence")
    assert difference.lines == (
        "Already in place (was: Decide later).",
        "Who: Amina (was: nobody).",
        "By when: 1 March 2027 (was: no date).",
    )
    assert difference.sentence.endswith("1 March 2027 (was: no date).")


def test_what_is_as_it_was_is_no_difference() -> None:
    assert told(Filled("plan-01", choice=Choice.DECIDE_LATER)).differences == ()


def test_decisions_are_kept_for_the_packs_and_for_own_actions() -> None:
    story = told(Filled("plan-01"), Filled("own-1"))

    assert story.decisions == {ActionId("plan-01"): Decision(choice=Choice.IN_PLACE)}
    assert story.own_actions(plan()) == (replace(OWN, decision=Decision(choice=Choice.IN_PLACE)),)


def test_lines_about_actions_that_are_not_there_are_counted_and_left_out() -> None:
    story = told(Filled("plan-01"), Filled("gone"))

    assert story.unknown == 1
    assert "One line speaks of an action that this plan does not have" in story.summary


def test_a_copy_for_another_plan_is_not_taken() -> None:
    story = told(Filled("plan-01"), made_for="another")

    assert story.is_other_plan
    assert story.summary.startswith("This checklist was made for another plan")


def test_the_summary_counts_what_would_change() -> None:
    assert told().summary == "Nothing differs from your plan."
    assert told(Filled("plan-01")).summary.startswith("One action would change.")
    two = told(Filled("plan-01"), Filled("own-1")).summary
    assert two == "2 actions would change. Nothing is changed yet."
