from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from advisor.models.ids import OptionId
from advisor.models.plan import Answer
from tests.support.drafts import CHARITY, SETTING, question
from ui.plan.conflict import ConflictDialog
from ui.theme.theme import Theme
from ui.widgets.text import Text

Opened = Callable[[QDialog], None]
OURS = Answer(value=CHARITY, note="As the trustees said")
THEIRS = Answer(value=OptionId("other_public_service"))


@pytest.fixture
def dialog(theme: Theme, opened: Opened) -> ConflictDialog:
    made = ConflictDialog(theme, question(SETTING), OURS, THEIRS)
    opened(made)
    return made


def test_both_answers_are_shown_in_words_with_their_notes(dialog: ConflictDialog) -> None:
    shown = [text.text() for text in dialog.findChildren(Text)]

    assert "A charity or community group" in shown
    assert "As the trustees said" in shown
    assert "Another public service" in shown


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
