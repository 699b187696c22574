"""Ctrl+Z on whole plans: what came, went or was exchanged is taken back, or it says where."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.models.plan import EntryKey, Plan
from advisor.models.stored import Backup, KeptCopy
from tests.support.drafts import FORMATS, GROUP, PLAN, a_plan
from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from ui.rescue.copies_dialog import CopiesDialog

NOTHING, NOTHING_AGAIN = "There is nothing to undo here.", "There is nothing to do again."
OTHER = Plan(id=PlanId("other"), title="Other")
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

    gone = "“Lowmere listeners” is no longer here. It waits under Recently deleted."
    assert press(driven, "Ctrl+Z") == gone
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
    assert press(driven, "Ctrl+Z") == NOTHING
    assert titles(driven) == ["Lowmere listeners"]


def test_a_plan_that_came_is_not_taken_away_once_it_was_changed(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)
    driven.plan.say(FORMATS, frozenset({GROUP}))
    driven.window.show_page("home")
    driven.rest()

    for keys, said in (("Ctrl+Z", NOTHING), ("Ctrl+Z", NOTHING), ("Ctrl+Shift+Z", NOTHING_AGAIN)):
        assert press(driven, keys) == said
    assert titles(driven) == ["Lowmere listeners"]
    assert driven.advisor.plans.plan(PLAN).answer(FORMATS).given == frozenset({GROUP})


def test_a_change_elsewhere_counts_once_the_plan_would_go(driven: Driven, tmp_path: Path) -> None:
    """Nobody has told the window: it is found where the plan is stored."""
    bring(driven, tmp_path)
    driven.window.show_page("home")
    driven.rest()
    there = driven.advisor.plans.plan(PLAN)
    driven.advisor.plans.save(PLAN, EntryKey.of_answer(FORMATS), there.answer(FORMATS))

    assert press(driven, "Ctrl+Z") == NOTHING
    assert press(driven, "Ctrl+Z") == NOTHING
    assert titles(driven) == ["Lowmere listeners"]


@pytest.mark.parametrize("another", ["example", "created", "copied", "opened"])
def test_a_plan_that_came_is_not_taken_away_once_there_is_another(
    driven: Driven, tmp_path: Path, another: str
) -> None:
    if another == "opened":
        driven.advisor.plans.stored[OTHER.id] = OTHER
    bring(driven, tmp_path)
    home, plans = driven.house.home, driven.advisor.plans
    match another:
        case "example":
            home._copy(plans.examples()[0])
        case "created":
            home._create("Another")
        case "opened":
            driven.house.open(OTHER)
        case _:
            driven.house.home.steps.tell_opened(PLAN)
            plans.add(OTHER)  # as "Save as a copy" in a trial does
    driven.rest()
    driven.window.show_page("home")
    driven.rest()
    before = titles(driven)
    assert len(before) == 2

    assert press(driven, "Ctrl+Z") == NOTHING
    assert titles(driven) == before


def test_of_two_copies_the_last_is_taken_away_and_what_came_before_it_stays(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)
    driven.window.show_page("home")
    driven.rest()
    home = driven.house.home
    home.duplicate(driven.advisor.plans.summaries()[0])
    driven.rest()

    copy = "“Lowmere listeners (copy)” is no longer here. It waits under Recently deleted."
    assert press(driven, "Ctrl+Z") == copy
    assert press(driven, "Ctrl+Z") == NOTHING
    assert titles(driven) == ["Lowmere listeners"]


def test_a_plan_that_is_back_is_not_deleted_again_once_it_was_changed(
    driven: Driven, tmp_path: Path
) -> None:
    bring(driven, tmp_path)
    driven.window.show_page("home")
    driven.rest()
    plans = driven.advisor.plans
    driven.house.home.steps.delete(plans.summaries()[0])
    driven.rest()
    press(driven, "Ctrl+Z")
    assert press(driven, "Ctrl+Shift+Z") == "“Lowmere listeners” was deleted."
    press(driven, "Ctrl+Z")
    plans.save(PLAN, EntryKey.of_answer(FORMATS), plans.plan(PLAN).answer(FORMATS))

    assert press(driven, "Ctrl+Shift+Z") == NOTHING_AGAIN
    assert titles(driven) == ["Lowmere listeners"]


@pytest.mark.parametrize("is_known", [True, False])
def test_undo_that_is_pressed_too_late_says_so(
    driven: Driven, tmp_path: Path, is_known: bool
) -> None:
    bring(driven, tmp_path)
    driven.advisor.plans.add(OTHER)
    if is_known:
        driven.house.home.steps.tell_changed(PLAN)

    driven.window.notice.acted.emit()
    driven.rest()

    assert driven.window.notice.message == NOTHING
    assert len(titles(driven)) == 2


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
