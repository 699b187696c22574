from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.commands import Wish
from ui.room import PageKey, way_to_file
from ui.shell.dropping import Dropping
from ui.theme.theme import Theme

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
HELD = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dropping(theme: Theme, window: QWidget) -> Dropping:
    return Dropping(theme, window, frozenset({".json", ".pdf"}))


def carrying(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def enter(window: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), COPY, data, LEFT, HELD)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_file_that_can_be_taken_is_framed_and_reported(
    window: QWidget, dropping: Dropping, qtbot: QtBot
) -> None:
    data = carrying("/plans/Sunrise.JSON")
    assert enter(window, data)
    assert dropping.frame.isVisible()

    with qtbot.waitSignal(dropping.dropped) as dropped:
        event = QDropEvent(QPointF(9, 9), COPY, data, LEFT, HELD)
        QApplication.sendEvent(window, event)

    assert dropped.args == [Path("/plans/Sunrise.JSON")]
    assert not dropping.frame.isVisible()


@pytest.mark.parametrize("paths", [("/a.exe",), ("/a.json", "/b.json"), ()])
def test_nothing_else_is_taken(window: QWidget, dropping: Dropping, paths: tuple[str, ...]) -> None:
    assert not enter(window, carrying(*paths))
    assert not dropping.frame.isVisible()


def test_the_frame_goes_with_the_file(window: QWidget, dropping: Dropping) -> None:
    enter(window, carrying("/a.pdf"))
    QApplication.sendEvent(window, QDragLeaveEvent())

    assert not dropping.frame.isVisible()


@pytest.mark.parametrize(
    ("name", "page", "wish"),
    [
        ("Sunrise plan.json", PageKey.HOME, Wish.BRING),
        ("Sunrise.yml", PageKey.HOME, Wish.BRING),
        ("Checklist of Sunrise.PDF", PageKey.PAPER, Wish.READ),
    ],
)
def test_a_file_goes_to_the_page_that_takes_it(name: str, page: PageKey, wish: str) -> None:
    assert way_to_file(Path("/a folder") / name) == (page, f"{wish} /a folder/{name}")
