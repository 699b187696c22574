from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.spoken import MOST_SAID
from tests.support.waiting import TURN_MS
from tests.ui.spoken import description, name, role, spoken
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.lines import read_in_runs
from ui.widgets.marking import Marking, show_markings
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.text import Heading, LineHeading, LineText, Text

Show = Callable[[QWidget], None]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_screen_reader_hears_a_heading_with_its_level(qtbot: QtBot, level: int) -> None:
    heading = Heading("How support is offered", level=level)
    qtbot.addWidget(heading)

    attributes = spoken(heading).attributesInterface()

    assert role(heading) == QAccessible.Role.Heading
    assert name(heading) == "How support is offered"
    assert attributes.attributeKeys() == [QAccessible.Attribute.Level]
    assert attributes.attributeValue(QAccessible.Attribute.Level) == level


def test_markup_from_a_file_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    text = Text("<b>bold</b> & <img src='x'>")
    qtbot.addWidget(text)

    assert text.textFormat() is Qt.TextFormat.PlainText
    assert name(text) == "<b>bold</b> & <img src='x'>"


def test_a_mark_in_the_name_of_a_file_turns_no_words_round(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    notice.tell(NoticeKind.SUCCESS, "Exported to /home/ruth/x\u202efdp.pdf.")

    assert notice.message == name(notice) == "Exported to /home/ruth/x\ufffdfdp.pdf."


def test_text_wraps_instead_of_being_cut(theme: Theme, qtbot: QtBot) -> None:
    text = Text("Many mothers report that a first visit is made possible by childcare. " * 3)
    qtbot.addWidget(text)
    theme.style(text)

    assert text.heightForWidth(200) > 2 * text.heightForWidth(800)


def _set_words(text: Text) -> None:
    text.setText("Other words, and more of them. " * 9)


def _set_font(text: Text) -> None:
    font = text.font()
    font.setPixelSize(40)
    text.setFont(font)


def _set_sheet(text: Text) -> None:
    text.setStyleSheet("QLabel { font-size: 40px; }")


def _set_margins(text: Text) -> None:
    text.set_around(50, 0, 50, 0)


@pytest.mark.parametrize("change", [_set_words, _set_font, _set_sheet, _set_margins])
def test_a_text_knows_its_height_until_something_about_it_changes(
    qtbot: QtBot, change: Callable[[Text], None]
) -> None:
    text = Text("Many mothers report that a first visit is made possible by childcare. " * 3)
    qtbot.addWidget(text)
    text.show()
    before = text.heightForWidth(200)

    change(text)

    assert text.heightForWidth(200) == QLabel.heightForWidth(text, 200)
    assert text.heightForWidth(200) > before


@pytest.mark.parametrize("role_of_text", TextRole)
def test_text_takes_the_size_of_its_role_from_the_theme(
    large: Theme, qtbot: QtBot, role_of_text: TextRole
) -> None:
    text = Text("Words", role=role_of_text)
    qtbot.addWidget(text)
    large.style(text)
    text.ensurePolished()

    assert text.fontInfo().pixelSize() == large.metrics.text_px(role_of_text)


def test_the_tint_changes_the_colour(theme: Theme, qtbot: QtBot) -> None:
    text = Text("Not saved", tint=Tone.NEUTRAL)
    qtbot.addWidget(text)
    theme.style(text)

    text.set_tint(Tone.DANGER)
    text.ensurePolished()

    drawn = text.palette().color(text.foregroundRole()).name()
    assert drawn == theme.colours.tones[Tone.DANGER].ink


def test_tab_passes_a_heading_by_but_the_program_can_move_there(
    show: Callable[[QWidget], None],
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, heading, second = QLineEdit(), Heading("Format", level=1), QLineEdit()
    for widget in (first, heading, second):
        column.addWidget(widget)
    show(window)
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()

    heading.take_focus()
    assert heading.hasFocus()
    assert spoken(heading).state().focusable


def test_headings_that_come_and_go_do_not_confuse_the_screen_reader(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for number in range(200):
        heading = Heading(f"Heading {number}", level=2)
        column.addWidget(heading)
        assert name(heading) == f"Heading {number}"
        column.removeWidget(heading)
        heading.deleteLater()
    qtbot.wait(TURN_MS)

    assert column.count() == 0


def test_a_heading_offers_the_screen_reader_nothing_it_does_not_have(qtbot: QtBot) -> None:
    heading = Heading("Format", level=1)
    qtbot.addWidget(heading)
    interface = spoken(heading)

    # A wrong "none" here is an address that the platform's bridge would follow.
    assert interface.textInterface() is None
    assert interface.valueInterface() is None
    assert interface.selectionInterface() is None
    assert interface.tableCellInterface() is None


@pytest.mark.parametrize("asked", [False, True])
def test_what_describes_a_heading_is_told_anew_only_to_who_has_asked_before(
    show: Callable[[QWidget], None], monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    heading = Heading("Actions", level=1)
    show(heading)
    heading.take_focus()
    if asked:
        assert description(heading) == ""
    told: list[bool] = []
    monkeypatch.setattr(
        heading, "setAccessibleDescription", lambda _words: told.append(QAccessible.isActive())
    )
    QAccessible.setActive(True)
    try:
        heading.describe("0 of the 5 first things are decided.")
    finally:
        QAccessible.setActive(False)

    assert told == [asked]


def test_tab_stops_at_every_run_of_long_words_and_its_line_is_seen(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    heading = Heading("What you could do", level=3)
    lines = [(Text(f"{number}"), f"{number} " + "word " * 50) for number in range(5)]
    for part in (heading, *(line for line, _words in lines)):
        column.addWidget(part)
    read_in_runs(heading, lines)
    show(window)

    heading.setFocus(Qt.FocusReason.TabFocusReason)
    said = [description(heading)]
    for _stop in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        here = window.focusWidget()
        assert isinstance(here, Text)
        assert here.has_focus_line
        said.append(name(here))

    assert "".join(said).count("word") == 5 * 50
    assert all(len(run) <= MOST_SAID + 5 for run in said)


@pytest.mark.parametrize(
    "label",
    [partial(LineText, "Peer support"), partial(LineHeading, "Peer support", level=2)],
    ids=["words", "heading"],
)
def test_what_was_found_is_marked_on_words_that_stand_beside_others(
    label: Callable[[], Text], theme: Theme, show: Show
) -> None:
    made = label()
    show(made)
    assert not made.paintingActive()
    plain = made.grab().toImage()
    fill, edge = theme.colours.accent, theme.colours.ink

    show_markings({made: Marking(wanted="peer", fill=fill, edge=edge, ring=edge)})

    marked = made.grab().toImage()
    show_markings({})
    assert QColor(fill).rgb() in colours_of(marked)
    assert QColor(fill).rgb() not in colours_of(plain)


def colours_of(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
