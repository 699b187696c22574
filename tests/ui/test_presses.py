"""A press is never swallowed: what is seen and pressed acts, wherever a page was scrolled to."""

from collections.abc import Callable, Container, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.audit import called, seen
from tests.support.screens import WITH_A_PLAN, Guide, Screen, running_program
from ui.shell.files import FileAsker
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.layouts import fill
from ui.widgets.scroll_column import ScrollColumn

PAGES = tuple(screen for screen in WITH_A_PLAN if not screen.is_dialog)
DIALOGS = tuple(screen for screen in WITH_A_PLAN if screen.name in ("copies", "team"))
FIELDS = QLineEdit, QPlainTextEdit
STEP = QPoint(0, -120)


ONLY_READ = {"help", "help-sheet"}
"""Pages with nothing to press."""


@pytest.fixture(scope="module")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program with all examples at Home and one of them open."""
    folder: Path = tmp_path_factory.mktemp("presses")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        with running_program(qapp, folder / "plans.db") as running:
            running.start_from_example()
            yield running


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect what would have been opened in another program."""
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    return opened


def turn_the_wheel(window: QWidget, page: QWidget) -> None:
    """Turn a mouse wheel by one step over the middle of a page."""
    native = window.windowHandle()
    assert native is not None
    QTest.wheelEvent(native, QPointF(page.mapTo(window, page.rect().center())), STEP)
    QApplication.processEvents()


def centre(widget: QWidget) -> QPoint:
    """Return the middle of what is seen of a widget."""
    return widget.visibleRegion().boundingRect().center()


def pressable(page: QWidget) -> dict[str, QWidget]:
    """Return one control of each kind that is seen on a page, the first of its kind."""
    found: dict[str, QWidget] = {}
    for widget in seen(page):
        is_control = isinstance(widget, (QAbstractButton, QComboBox, *FIELDS))
        is_seen = widget.visibleRegion().boundingRect().height() >= 8
        if is_control and is_seen and widget.isEnabled():
            at = widget.mapToGlobal(centre(widget))
            if QApplication.widgetAt(at) is widget:
                found.setdefault(type(widget).__name__, widget)
    return found


def press_there(native: QWindow, at: QPoint) -> None:
    """Press a mouse button at a place of a window as a hand does, and let it go again."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(native, Qt.MouseButton.LeftButton, none, at)
    QApplication.processEvents()
    QTest.mouseRelease(native, Qt.MouseButton.LeftButton, none, at)
    QApplication.processEvents()


def press(widget: QWidget) -> str:
    """Press a widget; say what was wrong."""
    window, name = widget.window(), called(widget)
    acted: list[str] = []
    if isinstance(widget, QAbstractButton):
        widget.clicked.connect(lambda: acted.append("clicked"))
    at, native = widget.mapTo(window, centre(widget)), window.windowHandle()
    assert native is not None
    press_there(native, at)
    if isinstance(widget, QComboBox):
        acted += ["opened"] * widget.view().isVisible()
        widget.hidePopup()
    elif isinstance(widget, FIELDS):
        acted += ["focused"] * widget.hasFocus()
    return "" if acted else f"nothing came of pressing {name}"


@pytest.mark.parametrize("screen", PAGES, ids=lambda screen: screen.name)
def test_every_kind_of_control_acts_after_one_step_of_the_wheel(
    guide: Guide, screen: Screen, outside: list[object]
) -> None:
    faults: dict[str, str] = {}
    while kinds := _not_yet_pressed(guide, screen, faults):
        kind, widget = kinds.popitem()
        faults[kind] = press(widget)
    assert faults or screen.name in ONLY_READ
    assert [fault for fault in faults.values() if fault] == []


@pytest.mark.parametrize("screen", DIALOGS, ids=lambda screen: screen.name)
def test_every_kind_of_control_in_a_dialog_acts_after_one_step_of_the_wheel(
    guide: Guide, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileAsker, "ask_folder", lambda *_of: None)
    faults: dict[str, str] = {}
    while kinds := _not_yet_pressed_in(guide, screen, faults):
        kind, widget = kinds.popitem()
        faults[kind] = press(widget)
    assert faults
    assert [fault for fault in faults.values() if fault] == []


def test_leaving_a_faulty_field_by_a_press_does_not_move_what_is_pressed(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page, field, button = (
        ScrollColumn(theme),
        DateField(theme, "When", kept_as="field"),
        Button(theme, "Go on"),
    )
    fill(page.column, field, button)
    show(page)
    field.take_focus()
    QTest.keyClicks(field.line, "soon")
    native, at = page.windowHandle(), button.mapTo(page, button.rect().center())
    assert native is not None

    with qtbot.waitSignal(button.clicked):
        press_there(native, at)

    assert field.fault
    qtbot.waitUntil(lambda: button.mapTo(page, button.rect().center()).y() > at.y())


def test_a_press_on_what_is_half_seen_scrolls_nothing(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = ScrollColumn(theme)
    buttons = [Button(theme, f"Button {number}") for number in range(40)]
    fill(page.column, *buttons)
    page.resize(400, 300)
    show(page)
    page.verticalScrollBar().setValue(77)
    half = [each for each in buttons if 0 < centre(each).y() < each.rect().center().y()]
    native = page.windowHandle()
    assert native is not None
    assert half

    with qtbot.waitSignal(half[-1].clicked):
        press_there(native, half[-1].mapTo(page, centre(half[-1])))

    assert page.verticalScrollBar().value() == 77


def test_coming_back_to_the_window_scrolls_nothing(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page, other = ScrollColumn(theme), QWidget()
    first = Button(theme, "First")
    fill(page.column, first, *(Button(theme, f"Button {number}") for number in range(40)))
    page.resize(400, 300)
    show(page)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    page.verticalScrollBar().setValue(400)

    show(other)
    page.activateWindow()
    qtbot.waitUntil(first.hasFocus)

    assert page.verticalScrollBar().value() == 400


def _not_yet_pressed_in(guide: Guide, screen: Screen, done: Container[str]) -> dict[str, QWidget]:
    """Show a dialog, turn the wheel, and return what has not been pressed in it."""
    guide.close_dialogs()
    screen.show(guide)
    guide.settle()
    dialog = guide.dialogs()[-1]
    turn_the_wheel(dialog, dialog)
    return {kind: each for kind, each in pressable(dialog).items() if kind not in done}


def _not_yet_pressed(guide: Guide, screen: Screen, done: Container[str]) -> dict[str, QWidget]:
    """Show a screen as it opens, turn the wheel, and return what has not been pressed on it."""
    guide.close_dialogs()
    guide.close_plan_pages()
    screen.show(guide)
    guide.settle()
    bar = guide.page.verticalScrollBar() if isinstance(guide.page, QAbstractScrollArea) else None
    before = 0 if bar is None else bar.value()
    turn_the_wheel(guide.program.window, guide.page)
    assert bar is None or bar.maximum() <= before or bar.value() > before
    return {kind: each for kind, each in pressable(guide.page).items() if kind not in done}
