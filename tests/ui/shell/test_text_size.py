"""Another text size is set step by step, and seen once all of it is there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import LULL_MS
from ui.awake import slices
from ui.awake.slices import Slices
from ui.shell.text_size import TextSize
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
BODY = 16
"""How large words are at 100 per cent, in pixels."""
TURN = "turn"
_NOTED = {QEvent.Type.FontChange: "styled", QEvent.Type.LayoutRequest: "laid out"}


class Region(QWidget):
    """A part of a window that notes when it is styled, laid out and painted."""

    def __init__(self, name: str, notes: list[str]) -> None:
        super().__init__()
        self._name, self._notes = name, notes
        self.words = Text("What may happen, and what you could do about it. " * 3)
        QVBoxLayout(self).addWidget(self.words)

    def event(self, event: QEvent) -> bool:
        if event.type() in _NOTED:
            self._notes.append(f"{self._name} {_NOTED[event.type()]}")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._notes.append(f"{self._name} painted at {self.words.font().pixelSize()}")


class Window(QWidget):
    """A window of two regions, and what was done with them turn by turn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.notes = list[str]()
        column = QVBoxLayout(self)
        self.regions = [Region(name, self.notes) for name in ("left", "right")]
        for region in self.regions:
            column.addWidget(region)
            theme.style(region)
        self.text_size = TextSize(theme, self)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self, key, Qt.KeyboardModifier.ControlModifier)

    def places(self, what: str) -> list[int]:
        """Return where in the notes something is said of a region."""
        return [at for at, note in enumerate(self.notes) if note.partition(" ")[2] == what]


@pytest.fixture
def window(theme: Theme, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    # Each step has a turn of its own, however quick the machine is.
    monkeypatch.setattr(slices, "SLICE_SECONDS", 0.0)
    made = Window(theme)
    show(made)
    qtbot.waitUntil(lambda: len(made.places(f"painted at {BODY}")) >= len(made.regions))
    doing = Slices.do_some

    def noted(some: Slices) -> None:
        made.notes.append(TURN)
        doing(some)

    monkeypatch.setattr(Slices, "do_some", noted)
    made.notes.clear()
    return made


def test_each_region_has_a_turn_and_all_of_it_is_laid_out_and_painted_once_it_has_the_size(
    window: Window, qtbot: QtBot
) -> None:
    large = f"painted at {2 * BODY}"

    window.text_size.set(200)
    qtbot.waitUntil(lambda: len(window.places(large)) == len(window.regions))

    (first, last), laid_out = window.places("styled"), window.places("laid out")
    assert TURN in window.notes[first:last]
    assert {window.notes[at] for at in laid_out} == {"left laid out", "right laid out"}
    assert TURN in window.notes[last : laid_out[0]]
    assert TURN in window.notes[laid_out[-1] : window.places(large)[0]]
    assert [note for note in window.notes if "painted" in note] == [
        window.notes[at] for at in window.places(large)
    ]


def test_a_key_that_is_pressed_meanwhile_is_followed_once_the_size_before_is_seen(
    window: Window, theme: Theme, qtbot: QtBot
) -> None:
    sizes = list[int]()
    window.text_size.chosen.connect(sizes.append)

    def press_once_more() -> None:
        if not sizes:
            window.press(Qt.Key.Key_Plus)

    theme.resized.connect(press_once_more)
    window.press(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: sizes == [110, 120])

    seen = {round(BODY * size / 100) for size in sizes}
    qtbot.waitUntil(lambda: all(window.places(f"painted at {px}") for px in seen))
    assert theme.metrics.text_size == 120


def test_a_size_that_no_key_has_chosen_is_not_told(
    window: Window, theme: Theme, qtbot: QtBot
) -> None:
    sizes = list[int]()
    window.text_size.chosen.connect(sizes.append)

    window.text_size.set(150)
    qtbot.waitUntil(lambda: theme.metrics.text_size == 150 and window.updatesEnabled())
    window.press(Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: bool(sizes))

    assert sizes == [140]


def test_the_largest_size_is_told_and_nothing_done_for_it(
    window: Window, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: bool(window.places(f"painted at {2 * BODY}")))
    qtbot.wait(LULL_MS)
    window.notes.clear()

    with qtbot.waitSignal(window.text_size.chosen) as told:
        window.press(Qt.Key.Key_Plus)

    assert told.args == [200]
    qtbot.wait(LULL_MS)
    assert set(window.notes) == {TURN}


def test_a_fault_on_the_way_leaves_the_window_to_be_seen(
    window: Window, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_role: TextRole) -> QFont:
        raise ValueError

    monkeypatch.setattr(theme, "font", broken)

    with qtbot.captureExceptions() as faults:
        window.text_size.set(200)
        qtbot.waitUntil(lambda: bool(faults))

    assert window.updatesEnabled()
