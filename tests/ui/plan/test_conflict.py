from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from advisor.models.ids import OptionId
from advisor.models.plan import Answer, EntryKey
from advisor.telling.disputes import ToldDispute, tell_dispute
from tests.support.drafts import CHARITY, SETTING
from tests.support.examples import DROP_IN, example
from tests.support.fake_advisor import shipped_pack
from ui.plan.conflict import ConflictDialog
from ui.theme.theme import Theme
from ui.widgets.text import Text


@pytest.fixture
def told() -> ToldDispute:
    ours = Answer(value=CHARITY, note="As the trustees said")
    theirs = Answer(value=OptionId("other_public_service"))
    return tell_dispute(shipped_pack(), example(DROP_IN), EntryKey.of_answer(SETTING), ours, theirs)


@pytest.fixture
def dialog(theme: Theme, opened: Callable[[QDialog], None], told: ToldDispute) -> ConflictDialog:
    dialog = ConflictDialog(theme, told)
    opened(dialog)
    return dialog


def test_both_are_shown_in_words(dialog: ConflictDialog, told: ToldDispute) -> None:
    shown = [text.text() for text in dialog.findChildren(Text)]

    ours, theirs = told.sides
    both = [ours.name, *ours.words, theirs.name, *theirs.words]
    assert [text for text in shown if text in both] == both
    assert {told.title, told.about} <= {*shown, dialog.windowTitle()}


@pytest.mark.parametrize(
    ("button", "says"),
    [
        ("ours", "ours"),
        ("theirs", "theirs"),
        pytest.param("later", "closed", id="deciding later chooses nothing"),
    ],
)
def test_the_person_chooses(dialog: ConflictDialog, button: str, says: str) -> None:
    heard: list[str] = []
    dialog.ours_chosen.connect(lambda: heard.append("ours"))
    dialog.theirs_chosen.connect(lambda: heard.append("theirs"))
    dialog.rejected.connect(lambda: heard.append("closed"))

    getattr(dialog, button).click()

    assert heard == [says]
