from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from advisor.models.ids import OptionId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OwnAction, OwnRisk, PlanName
from tests.support.drafts import CHARITY, PLAN, SETTING
from tests.support.fake_advisor import shipped_pack
from ui.plan.conflict import ConflictDialog
from ui.plan.save_queue import Dispute
from ui.theme.theme import Theme
from ui.widgets.text import Text

Opened = Callable[[QDialog], None]
OURS = Answer(value=CHARITY, note="As the trustees said")
THEIRS = Answer(value=OptionId("other_public_service"))


ANSWER = Dispute(key=EntryKey.of_answer(SETTING), ours=OURS, theirs=THEIRS)


@pytest.fixture
def dialog(theme: Theme, opened: Opened) -> ConflictDialog:
    return made(theme, opened, ANSWER)


def made(theme: Theme, opened: Opened, dispute: Dispute) -> ConflictDialog:
    dialog = ConflictDialog(theme, shipped_pack(), dispute)
    opened(dialog)
    return dialog


def words(dialog: ConflictDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def test_both_answers_are_shown_in_words_with_their_notes(dialog: ConflictDialog) -> None:
    shown = words(dialog)

    assert "A charity or community group" in shown
    assert "Note: As the trustees said" in shown
    assert "Another public service" in shown


ACTION = shipped_pack().actions[0]
STAIRS = OwnRisk(id="2", text="Stairs", mitigation="A ramp")
TEA = OwnAction(id="1", text="Tea", stage=shipped_pack().stages[0].id)
LIFT = replace(STAIRS, text="Lift", mitigation="Ask the landlord")
DISPUTES: dict[str, tuple[Dispute, tuple[str, ...]]] = {
    "name": (
        Dispute(
            key=EntryKey.of_plan(PLAN),
            ours=PlanName(title="Ours", description="In two towns."),
            theirs=PlanName(title="Theirs"),
        ),
        ("This plan was also renamed elsewhere", "Ours", "Description: In two towns.", "Theirs"),
    ),
    "decision": (
        Dispute(
            key=EntryKey.of_decision(ACTION.id),
            ours=Decision(choice=Choice.WE_WILL, owner="Jo"),
            theirs=Decision(choice=Choice.NOT_FOR_US, reason="No room"),
        ),
        (
            "This decision was also changed elsewhere",
            ACTION.text,
            "We will do this",
            "Who: Jo",
            "Not for us",
            "Why not: No room",
        ),
    ),
    "own action": (
        Dispute(key=TEA.key, ours=TEA, theirs=replace(TEA, text="Coffee")),
        ("This action of yours was also changed elsewhere", "Tea", "Coffee"),
    ),
    "own risk": (
        Dispute(key=STAIRS.key, ours=STAIRS, theirs=LIFT),
        (
            "This risk of yours was also changed elsewhere",
            "What you will do about it: A ramp",
            "Lift",
            "What you will do about it: Ask the landlord",
        ),
    ),
    "removed elsewhere": (
        Dispute(key=STAIRS.key, ours=STAIRS, theirs=None),
        ("This risk of yours was removed elsewhere", "Stairs", "It was removed."),
    ),
    "removed here": (
        Dispute(key=STAIRS.key, ours=None, theirs=LIFT),
        ("This risk of yours was also changed elsewhere", "You removed it.", "Lift"),
    ),
}


@pytest.mark.parametrize("case", DISPUTES)
def test_of_every_kind_both_are_shown_in_words(theme: Theme, opened: Opened, case: str) -> None:
    dispute, wanted = DISPUTES[case]

    shown = words(made(theme, opened, dispute))

    assert [each for each in wanted if each not in shown] == []


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_the_person_chooses(dialog: ConflictDialog, choice: str) -> None:
    chosen: list[str] = []
    dialog.ours_chosen.connect(lambda: chosen.append("ours"))
    dialog.theirs_chosen.connect(lambda: chosen.append("theirs"))

    getattr(dialog, choice).click()

    assert chosen == [choice]


def test_deciding_later_chooses_nothing(dialog: ConflictDialog) -> None:
    chosen: list[str] = []
    left: list[str] = []
    dialog.ours_chosen.connect(lambda: chosen.append("ours"))
    dialog.theirs_chosen.connect(lambda: chosen.append("theirs"))
    dialog.rejected.connect(lambda: left.append("later"))

    dialog.later.click()

    assert chosen == []
    assert left == ["later"]
