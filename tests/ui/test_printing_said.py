"""What is said while pages are made ready for a printer, and when it cannot be done."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from tests.support.rooms import room_of
from tests.ui.awake.test_printing import PAGES, to_file
from ui.awake.tasks import Worker
from ui.room import Room
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]
READY = "Getting the pages ready for printing…"


@pytest.fixture
def room(theme: Theme, show: Show) -> Iterator[Room]:
    window, worker = MainWindow(theme, (), product="Advisor", panel_title=""), Worker("printer")
    show(window)
    yield room_of(theme, window, worker)
    worker.close()


def test_it_is_said_that_pages_are_made_ready_and_then_where_they_are(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    def draw(_ppi: float) -> Sequence[bytes]:
        return PAGES

    room._print(draw, to_file(tmp_path / "out.pdf"))
    qtbot.waitUntil(lambda: room.notices.message == READY)
    qtbot.waitUntil(lambda: room.notices.message.startswith("Saved as "))


def test_what_cannot_be_drawn_is_said_in_its_place(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    def draw(_ppi: float) -> Sequence[bytes]:
        raise StorageError("There is no room on the disk.")

    room._print(draw, to_file(tmp_path / "out.pdf"))
    qtbot.waitUntil(lambda: room.notices.message == "There is no room on the disk.")
