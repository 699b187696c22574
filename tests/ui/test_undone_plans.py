"""Ctrl+Z on whole plans: what came, went or was exchanged is taken back, or it says where."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.models.stored import Backup, KeptCopy
from tests.support.drafts import FORMATS, GROUP, a_plan
from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from ui.rescue.copies_dialog import CopiesDialog

ELSEWHERE = "There is nothing to undo here. What was done to whole plans is undone on Home."
COPY, ASIDE = (
    Backup(
        path=Path(f"copy-{number}.db"),
        number=number,
        made=datetime(2026, 3, number, 12, 0, tzinfo=UTC),
        why="",
        size=4096,
    )
    for number in (6, 7)
)


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    made = Driven(qtbot, monkeypatch, FakeAdvisor())
    yield made
    made.rest()
    made.close()


def press(driven: Driven, keys: str) -> str:
    """Press keys wherever the keyboard is, and return what the notice says then."""
    focused = driven.focus()
    QTest.keySequence(focused if focused is not None else driven.window, QKeySequence(keys))
    driven.rest()
    return driven.window.notice.message if driven.window.notice.isVisible() else ""


def bring(driven: Driven, tmp_path: Path) -> None:
    driven.advisor.plans.files[tmp_path] = a_plan()
    driven.house.home.bring_file(tmp_path)
    driven.rest()
    assert driven.page == "plan"


def titles(driven: Driven) -> list[str]:
    return [each.title for each in driven.advisor.plans.summaries()]


def test_an_import_is_undone_where_it_was_told_and_done_again_at_home(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)

    assert press(driven, "Ctrl+Z") == "Undone: “Lowmere listeners” was deleted."
    assert titles(driven) == []
    assert driven.page == "home"
    press(driven, "Ctrl+Shift+Z")
    assert titles(driven) == ["Lowmere listeners"]


def test_what_was_answered_since_is_undone_before_the_import(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)
    driven.plan.say(FORMATS, frozenset({GROUP}))
    driven.rest()

    assert press(driven, "Ctrl+Z").startswith("Undone: How will mothers get")
    assert press(driven, "Ctrl+Z") == ELSEWHERE
    assert titles(driven) == ["Lowmere listeners"]


def test_on_a_later_page_it_is_said_where_an_import_is_undone(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)
    driven.window.notice._said_now.stop()  # it was said
    driven.window.show_page("advice")
    driven.rest()

    assert press(driven, "Ctrl+Z") == ELSEWHERE
    assert titles(driven) == ["Lowmere listeners"]
    driven.window.show_page("home")
    driven.rest()
    assert not driven.window.notice.isVisible()
    press(driven, "Ctrl+Z")
    assert titles(driven) == []


def test_a_copy_that_was_put_back_is_undone_and_done_again(driven: Driven) -> None:
    copies = driven.advisor.copies
    copies.there = (KeptCopy(copy=COPY, titles=("Lowmere",), is_good=True),)
    copies.aside = ASIDE
    driven.window.show_page("preferences")
    driven.program._show_copies()
    driven.rest()
    (dialog,) = driven.window.findChildren(CopiesDialog)
    dialog.group.cards["6"].click()
    dialog.put.click()
    driven.window.activateWindow()
    driven.rest()
    undone = "Undone: your plans are as they were before the copy was put back."
    assert driven.page == "home"
    assert driven.window.notice.message.startswith("These are your plans of 6 March 2026")

    assert press(driven, "Ctrl+Z") == undone
    assert press(driven, "Ctrl+Z") == "There is nothing to undo here."
    again = press(driven, "Ctrl+Shift+Z")
    assert again.startswith("Done again: These are your plans of 6 March 2026")
    # The way back stays in sight, while the plans are looked at.
    driven.window.show_page("help")
    assert press(driven, "Ctrl+Z") == ELSEWHERE
    driven.window.show_page("home")
    assert press(driven, "Ctrl+Z") == undone
    assert copies.put_back == [COPY, ASIDE, ASIDE, ASIDE]


def test_what_cannot_be_undone_or_done_again_is_said(driven: Driven) -> None:
    assert press(driven, "Ctrl+Z") == "There is nothing to undo here."
    assert press(driven, "Ctrl+Shift+Z") == "There is nothing to do again."
    driven.window.show_page("help")
    assert not driven.window.notice.isVisible()
