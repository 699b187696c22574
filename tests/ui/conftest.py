"""What every test of the window needs: the application and a theme that follows nothing."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.support.plain_work import guard_workers
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """Let no worker of a test destroy the widgets of an earlier one, as `GarbageSearch` does."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def workers_get_plain_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test of the window proves that no worker gets anything of Qt."""
    guard_workers(monkeypatch)


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """A light theme at 100 per cent, without motion."""
    made = Theme(RESOURCES)
    made.choose(scheme=Scheme.LIGHT, contrast=Contrast.STANDARD)
    made.set_motion_reduced(True)
    return made


@pytest.fixture
def large(theme: Theme) -> Theme:
    """The same theme at 200 per cent."""
    theme.set_text_size(200)
    return theme


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget as the active window, and throw it away after the test."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return shown


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[QDialog], None]]:
    """Open a dialog and see it closed afterwards, even where closing deletes it."""
    dialogs: list[QDialog] = []

    def open_it(dialog: QDialog) -> None:
        dialogs.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()

    yield open_it
    for dialog in dialogs:
        if Shiboken.isValid(dialog):
            dialog.close()


@pytest.fixture
def from_right(qapp: QApplication) -> Iterator[None]:
    """Lay everything out from right to left for one test."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
