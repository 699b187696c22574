from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.waiting import TURN_MS
from tests.ui.spoken import name, role
from ui.shell.dialogs import (
    CalmDialog,
    ConfirmDialog,
    FaultsDialog,
    NameDialog,
    UnexpectedErrorDialog,
)
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.scrolled_list import ScrolledList
from ui.widgets.text import Text

FAULTS = (
    ("plan.json, line 12", "There is no option “grup”. Did you mean “group”?"),
    ("", "The file was made by a newer version of the program."),
)
Opened = Callable[[QDialog], None]
# A dialog, the signal of an answer, and how it is given.
Answered = tuple[QDialog, Any, Callable[[], object]]


def test_a_list_for_which_there_is_room_does_not_scroll(theme: Theme, opened: Opened) -> None:
    for n in range(1, 5):
        dialog = CalmDialog(theme, "Copies and restore")
        dialog.column.addWidget(Text("A copy takes the place of all plans."))
        options = [CardOption(key=str(at), title="Today", hint="Two plans " * 8) for at in "ab"]
        group = OptionGroup(theme, options, name="Copies")
        dialog.add_scrolled(group, least=60 * n)
        dialog.add_button("&Close")
        opened(dialog)
        QApplication.processEvents()
        (area,) = dialog.findChildren(ScrolledList)
        assert area.verticalScrollBar().maximum() == 0, n
        dialog.close()


def every_dialog(theme: Theme) -> list[CalmDialog]:
    return [
        ConfirmDialog(theme, "Delete?", "It goes.", confirm="&Delete", is_dangerous=True),
        NameDialog(theme, "Rename plan", "Name of the plan", kept_as="name", confirm="&Rename"),
        FaultsDialog(theme, "Not imported", "Nothing was changed.", FAULTS * 8),
        UnexpectedErrorDialog(theme, "KeyError: 'x'"),
    ]


@pytest.mark.parametrize("which", range(4))
def test_a_dialog_is_named_by_its_heading(theme: Theme, opened: Opened, which: int) -> None:
    dialog = every_dialog(theme)[which]
    opened(dialog)

    assert role(dialog) == QAccessible.Role.Dialog
    assert name(dialog) == dialog.windowTitle() == name(dialog.heading)


@pytest.mark.parametrize("which", range(4))
def test_escape_closes_every_dialog(theme: Theme, opened: Opened, qtbot: QtBot, which: int) -> None:
    dialog = every_dialog(theme)[which]
    opened(dialog)

    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("size", [100, 200])
def test_no_words_of_a_dialog_are_cut(
    theme: Theme, opened: Opened, qtbot: QtBot, which: int, size: int
) -> None:
    theme.set_text_size(size)
    dialog = every_dialog(theme)[which]
    opened(dialog)
    qtbot.wait(TURN_MS)

    for label in dialog.findChildren(QLabel):
        if label.isVisibleTo(dialog) and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    area = dialog.screen().availableGeometry()
    assert dialog.width() <= area.width()
    assert dialog.height() <= area.height()


@pytest.mark.parametrize("which", range(4))
def test_a_dialog_takes_its_look_from_the_theme(theme: Theme, opened: Opened, which: int) -> None:
    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    dialog = every_dialog(theme)[which]
    opened(dialog)

    image = dialog.grab().toImage()

    assert image.pixelColor(4, 4).name() == theme.colours.page
    assert image.pixelColor(image.width() // 2, image.height() - 3).name() == theme.colours.page


def pressing(widget: QWidget, key: Qt.Key) -> Callable[[], None]:
    return lambda: QTest.keyClick(widget, key)


def confirming(theme: Theme) -> Answered:
    dialog = ConfirmDialog(theme, "Replace?", "The plan is replaced.", confirm="&Replace")
    return dialog, dialog.accepted, pressing(dialog, Qt.Key.Key_Return)


def enter_where_it_is_dangerous(theme: Theme) -> Answered:
    dialog = ConfirmDialog(theme, "Delete?", "It goes.", confirm="&Delete", is_dangerous=True)
    dialog.accepted.connect(lambda: pytest.fail("Enter did the dangerous thing"))
    return dialog, dialog.rejected, pressing(dialog, Qt.Key.Key_Return)


def dangerous_when_asked_for(theme: Theme) -> Answered:
    dialog = ConfirmDialog(theme, "Delete?", "It goes.", confirm="&Delete", is_dangerous=True)
    return dialog, dialog.accepted, pressing(dialog.confirm_button, Qt.Key.Key_Space)


def naming(theme: Theme) -> Answered:
    dialog = NameDialog(
        theme, "Rename plan", "Name of the plan", kept_as="name", text="Old", confirm="&Rename"
    )

    def name_it() -> None:
        assert dialog.field.line.hasFocus()
        QTest.keyClicks(dialog.field.line, " Northfield ")
        QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)

    return dialog, dialog.named, name_it


def way_on(theme: Theme) -> Answered:
    dialog = FaultsDialog(theme, "Not imported", "Nothing was changed.", FAULTS, way_on="&Go on")
    return dialog, dialog.accepted, dialog.way_on_button.click


def going_on_after_a_bug(theme: Theme) -> Answered:
    dialog = UnexpectedErrorDialog(theme, "KeyError: 'x'")
    dialog.quit_asked.connect(lambda: pytest.fail("the program was closed"))
    return dialog, dialog.finished, dialog.go_on_button.click


def closing_after_a_bug(theme: Theme) -> Answered:
    dialog = UnexpectedErrorDialog(theme, "KeyError: 'x'")
    return dialog, dialog.quit_asked, dialog.quit_button.click


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(confirming, [], id="confirming"),
        pytest.param(enter_where_it_is_dangerous, [], id="Enter never does what is dangerous"),
        pytest.param(dangerous_when_asked_for, [], id="what is dangerous, when it is asked for"),
        pytest.param(naming, ["Northfield"], id="a name, without outer spaces"),
        pytest.param(way_on, [], id="the way on"),
        pytest.param(going_on_after_a_bug, None, id="going on after a bug"),
        pytest.param(closing_after_a_bug, [], id="closing after a bug"),
    ],
)
def test_an_answer_to_a_dialog_is_reported(
    theme: Theme,
    opened: Opened,
    qtbot: QtBot,
    make: Callable[[Theme], Answered],
    told: list[object] | None,
) -> None:
    dialog, signal, answer = make(theme)
    opened(dialog)

    with qtbot.waitSignal(signal) as heard:
        answer()

    assert told is None or heard.args == told


@pytest.mark.parametrize(
    ("make", "copied"),
    [
        (
            lambda theme: FaultsDialog(theme, "Not imported", "Nothing was changed.", FAULTS),
            "Nothing was changed.\n"
            "plan.json, line 12: There is no option “grup”. Did you mean “group”?\n"
            "The file was made by a newer version of the program.",
        ),
        (lambda theme: UnexpectedErrorDialog(theme, "KeyError: 'x'"), "KeyError: 'x'"),
    ],
    ids=["all faults of a file", "the details of a bug"],
)
def test_what_is_wrong_can_be_copied(
    theme: Theme,
    opened: Opened,
    make: Callable[[Theme], FaultsDialog | UnexpectedErrorDialog],
    copied: str,
) -> None:
    dialog = make(theme)
    opened(dialog)

    dialog.copy_button.click()

    assert QGuiApplication.clipboard().text() == copied


def test_all_faults_of_a_file_are_shown(theme: Theme, opened: Opened) -> None:
    dialog = FaultsDialog(theme, "Not imported", "Nothing was changed.", FAULTS)
    opened(dialog)

    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert all(what in shown for _where, what in FAULTS)


def test_an_empty_name_is_refused_in_place(theme: Theme, opened: Opened, qtbot: QtBot) -> None:
    dialog = NameDialog(
        theme, "Rename plan", "Name of the plan", kept_as="name", text="Old", confirm="&Rename"
    )
    opened(dialog)
    dialog.field.line.clear()

    with qtbot.assertNotEmitted(dialog.named):
        dialog.confirm_button.click()

    assert dialog.isVisible()
    assert dialog.field.fault == "Write a name first."
    fault = next(text for text in dialog.findChildren(Text) if text.text() == dialog.field.fault)
    qtbot.waitUntil(lambda: fault.visibleRegion().boundingRect().height() == fault.height())


def test_what_a_file_says_is_never_markup(theme: Theme, opened: Opened) -> None:
    dialog = FaultsDialog(theme, "Not imported", "", [("<i>x</i>", "<img src='file:///x'>")])
    opened(dialog)

    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {
        Qt.TextFormat.PlainText
    }


def test_details_of_a_fault_are_closed_until_asked_for(
    theme: Theme, opened: Opened, qtbot: QtBot
) -> None:
    dialog = UnexpectedErrorDialog(theme, "KeyError: 'x'")
    opened(dialog)
    assert dialog.findChildren(QPlainTextEdit) == []

    dialog.details.button.click()

    shown = dialog.findChildren(QPlainTextEdit)
    assert [each.toPlainText() for each in shown] == ["KeyError: 'x'"]
    assert name(shown[0]) == "Details for a report"


def test_the_focus_goes_back_to_where_it_was(
    theme: Theme, opened: Opened, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    window = NameField(theme)
    show(window)
    window.line.setFocus()
    dialog = ConfirmDialog(theme, "Go?", "On.", confirm="&Go", parent=window)
    opened(dialog)

    dialog.cancel_button.click()

    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.line)


class NameField(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        theme.style(self)


def test_a_name_that_is_too_long_stays_whole_and_is_not_taken(
    theme: Theme, opened: Callable[[QDialog], None], qtbot: QtBot
) -> None:
    dialog = NameDialog(theme, "Rename plan", "Name of the plan", kept_as="name", confirm="&Rename")
    opened(dialog)
    dialog.field.line.insert("x" * 400)

    with qtbot.assertNotEmitted(dialog.named):
        dialog.confirm_button.click()

    assert dialog.isVisible()
    assert dialog.field.text == "x" * 400
    assert "at most 300 fit" in dialog.field.fault
