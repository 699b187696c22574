"""What a notice lies over is reached: by the wheel, and by whoever does something else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.shell.floating import Floating
from ui.shell.notices import Notices
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.scroll_column import ScrollColumn

Show = Callable[[QWidget], None]
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Under(QWidget):
    """A window with a long page, a long list on it, and a notice over both."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(900, 600)
        self.area = ScrollColumn(theme, parent=self)
        QVBoxLayout(self).addWidget(self.area)
        self.field, self.button = TextField(theme, "Who", kept_as="who"), Button(theme, "Continue")
        self.list = QListWidget()
        self.list.addItems([f"Plan {n}" for n in range(90)])
        self.list.setFixedHeight(420)
        for part in (self.field, self.button, self.list):
            self.area.column.addWidget(part)
        for n in range(30):
            self.area.column.addWidget(Button(theme, f"Row {n}"))
        self.notice = Notice(theme)
        self.notices = Notices(self.notice)
        Floating(theme, self.notice, self, self.area)

    def over(self) -> QPoint:
        return self.notice.mapTo(self, self.notice.rect().center())

    def press(self, widget: QWidget) -> None:
        place = widget.mapTo(self, widget.rect().center())
        QTest.mouseClick(self.windowHandle(), Qt.MouseButton.LeftButton, PLAIN, place)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.windowHandle(), key, held)
        QApplication.processEvents()


@pytest.fixture
def under(theme: Theme, show: Show) -> Under:
    made = Under(theme)
    show(made)
    made.notices.offer_undo("The plan was deleted.", lambda: None)
    QApplication.processEvents()
    assert made.notice.isVisible()
    return made


def turn(under: Under, at: QWidget | QPoint, *, by: int = -120) -> None:
    place = QPointF(at if isinstance(at, QPoint) else at.mapTo(under, at.rect().center()))
    hit = under.childAt(place.toPoint())
    assert hit is not None
    event = QWheelEvent(
        hit.mapFrom(under, place),
        under.mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    # As Qt does for a mouse: to what is hit, then outwards till somebody takes it.
    receiver: QWidget | None = hit
    while receiver is not None:
        event.ignore()
        QApplication.sendEvent(receiver, event)
        if event.isAccepted():
            return
        receiver = receiver.parentWidget()


def test_the_wheel_over_a_notice_scrolls_the_list_under_it(under: Under) -> None:
    under.notice.setGeometry(under.list.geometry().adjusted(40, 100, -40, -200))
    for at in (under.over(), under.notice.close_button, under.notice.action):
        before = under.list.verticalScrollBar().value()

        turn(under, at)

        assert under.list.verticalScrollBar().value() > before
    assert under.area.verticalScrollBar().value() == 0
    assert under.notice.isVisible()


def test_the_wheel_over_a_notice_scrolls_the_page_where_the_list_is_at_its_end(
    under: Under,
) -> None:
    bar = under.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    under.notice.setGeometry(under.list.geometry().adjusted(40, 100, -40, -200))

    turn(under, under.over())

    assert under.area.verticalScrollBar().value() > 0


def test_a_press_elsewhere_puts_it_out_of_the_way(under: Under) -> None:
    under.press(under.button)

    assert not under.notice.isVisible()


def test_a_press_on_the_notice_or_on_a_scroll_bar_does_not(under: Under) -> None:
    place = under.notice.mapTo(under, QPoint(under.notice.width() // 2, 8))
    QTest.mouseClick(under.windowHandle(), Qt.MouseButton.LeftButton, PLAIN, place)
    under.press(under.list.verticalScrollBar())

    assert under.notice.isVisible()


@pytest.mark.parametrize(
    ("key", "held", "stays"),
    [
        (Qt.Key.Key_Return, PLAIN, False),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, False),
        (Qt.Key.Key_Space, PLAIN, False),
        (Qt.Key.Key_A, PLAIN, False),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_1, PLAIN, False),
        (Qt.Key.Key_Delete, PLAIN, False),
        (Qt.Key.Key_Tab, PLAIN, True),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, True),
        (Qt.Key.Key_Down, PLAIN, True),
        (Qt.Key.Key_PageDown, PLAIN, True),
        (Qt.Key.Key_F6, PLAIN, True),
        (Qt.Key.Key_Shift, PLAIN, True),
        (Qt.Key.Key_Escape, PLAIN, True),
        (Qt.Key.Key_Z, CTRL, True),
        (Qt.Key.Key_X, ALT, True),
    ],
)
@pytest.mark.parametrize("where", ["button", "field", "list"])
def test_keys_that_do_something_put_it_out_of_the_way_and_those_that_lead_round_do_not(
    under: Under, where: str, key: Qt.Key, held: Qt.KeyboardModifier, stays: bool
) -> None:
    focused: QWidget = {"button": under.button, "field": under.field.line, "list": under.list}[
        where
    ]
    focused.setFocus()

    under.key(key, held)

    assert under.notice.isVisible() is stays


def test_a_key_pressed_in_the_notice_is_no_other_thing(under: Under) -> None:
    done: list[str] = []
    under.notices.offer_undo("The plan was deleted.", lambda: done.append("undone"))
    under.notice.action.setFocus()
    under.key(Qt.Key.Key_A)
    assert under.notice.isVisible()

    under.key(Qt.Key.Key_Space)

    assert done == ["undone"]


@pytest.mark.parametrize("kind", [NoticeKind.ERROR, NoticeKind.WARNING])
def test_what_has_to_be_minded_stays(under: Under, kind: NoticeKind) -> None:
    under.notices.tell(kind, "The disk is full.")

    under.press(under.button)

    assert under.notice.isVisible()


def test_what_is_to_be_looked_at_before_it_is_undone_stays(under: Under) -> None:
    under.notices.offer_undo("Other plans.", lambda: None, stays=True)

    under.press(under.button)

    assert under.notice.isVisible()


def test_what_made_way_can_still_be_undone(under: Under) -> None:
    done: list[str] = []
    under.notices.offer_undo("The plan was deleted.", lambda: done.append("undone"))
    under.press(under.button)
    assert not under.notice.isVisible()

    assert under.notices.undo()
    assert done == ["undone"]
    assert not under.notices.undo()


def test_what_made_way_is_not_undone_on_another_page(under: Under) -> None:
    under.press(under.button)
    under.notice.leave_page()

    assert under.notices.undoable == ""
    assert not under.notices.undo()


def test_what_the_press_does_is_told_in_its_place(under: Under) -> None:
    under.button.clicked.connect(lambda: under.notices.offer_undo("Ticked.", lambda: None))

    under.press(under.button)
    QApplication.processEvents()

    assert under.notices.message == "Ticked."


def test_a_notice_goes_with_its_window(theme: Theme, qtbot: QtBot) -> None:
    under = Under(theme)
    with qtbot.waitExposed(under):
        under.show()
    under.notices.offer_undo("The plan was deleted.", lambda: None)
    QApplication.processEvents()
    assert under.notice.isVisible()

    # The system's window goes first; whatever fails then is raised at the end of the test.
    Shiboken.delete(under)
