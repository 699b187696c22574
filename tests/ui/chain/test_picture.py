from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.telling.test_chain import chain
from tests.ui.spoken import description, name, role
from ui.chain.exporting import as_png, as_svg
from ui.chain.picture import ChainPicture
from ui.theme.theme import Theme
from ui.widgets.text import Heading

Show = Callable[[QWidget], None]


@pytest.fixture
def picture(theme: Theme, show: Show) -> ChainPicture:
    made = ChainPicture(theme, chain())
    made.resize(1000, made.heightForWidth(1000))
    show(made)
    return made


def some_rule() -> str:
    return str(chain().mechanisms[0].rule)


def test_no_heading_is_cut_where_the_columns_are_narrow(theme: Theme, show: Show) -> None:
    made = ChainPicture(theme, chain(), least_column=110, gap=52)
    theme.style(made)
    made.resize(490, made.heightForWidth(490))
    show(made)

    headings = made.findChildren(Heading)
    assert len({heading.y() for heading in headings}) == 1
    for heading in headings:
        assert heading.heightForWidth(heading.width()) <= heading.height()


def test_every_box_is_a_button_that_is_spoken_with_its_words(picture: ChainPicture) -> None:
    for column in chain().columns:
        for node in column:
            button = picture.button(node.id)
            assert role(button) == QAccessible.Role.Button
            assert name(button) == node.spoken
            assert description(button) == chain().leads_to(node.id)
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_focus_lights_the_path_and_leaving_puts_it_out(picture: ChainPicture) -> None:
    button = picture.button(f"m:{some_rule()}")

    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture.lit == chain().path_of(button.node.id)
    others = [node.id for node in chain().mechanisms if node.id not in picture.lit]
    assert all(picture.button(other).is_faded for other in others)

    button.clearFocus()
    assert picture.lit == frozenset()
    assert not picture.button(others[0]).is_faded


def test_a_chosen_box_keeps_its_path_lit(picture: ChainPicture, qtbot: QtBot) -> None:
    button = picture.button(f"o:{some_rule()}")

    with qtbot.waitSignal(picture.node_chosen) as chosen:
        button.click()
    picture.button("c:formats").setFocus()
    picture.button("c:formats").clearFocus()

    assert chosen.args == [button.node]
    assert picture.lit == chain().path_of(button.node.id)


def test_only_one_box_is_chosen(picture: ChainPicture) -> None:
    first, second = (picture.button(node.id) for node in chain().mechanisms[:2])

    first.click()
    second.click()

    assert not first.isChecked()
    assert second.isChecked()
    second.click()
    assert not second.isChecked()


def test_enter_chooses_a_box(picture: ChainPicture) -> None:
    button = picture.button(f"m:{some_rule()}")

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert button.isChecked()


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("m:{rule}", Qt.Key.Key_Right, "o:{rule}"),
        ("o:{rule}", Qt.Key.Key_Left, "m:{rule}"),
        ("o:{rule}", Qt.Key.Key_Right, "o:{rule}"),
    ],
)
def test_arrows_follow_the_lines(picture: ChainPicture, start: str, key: Qt.Key, end: str) -> None:
    button = picture.button(start.format(rule=some_rule()))
    button.setFocus()

    QTest.keyClick(button, key)

    assert picture.focusWidget() is picture.button(end.format(rule=some_rule()))


def test_up_and_down_stay_in_the_column(picture: ChainPicture) -> None:
    first, second = (picture.button(node.id) for node in chain().mechanisms[:2])
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Up)
    assert picture.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert picture.focusWidget() is second


def test_from_right_to_left_the_contexts_stand_on_the_right(
    theme: Theme, show: Show, from_right: None
) -> None:
    made = ChainPicture(theme, chain())
    made.resize(1000, made.heightForWidth(1000))
    show(made)
    mechanism, outcome = made.button(f"m:{some_rule()}"), made.button(f"o:{some_rule()}")

    assert made.button("c:formats").x() > mechanism.x() > outcome.x()
    mechanism.setFocus()
    QTest.keyClick(mechanism, Qt.Key.Key_Left)
    assert made.focusWidget() is outcome


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [400, 1000])
def test_every_box_has_room_for_its_words(theme: Theme, show: Show, size: int, width: int) -> None:
    theme.set_text_size(size)
    made = ChainPicture(theme, chain())
    made.resize(width, made.heightForWidth(width))
    show(made)

    for column in chain().columns:
        for node in column:
            button = made.button(node.id)
            assert button.height() >= button.heightForWidth(button.width())
            assert made.rect().contains(button.geometry())


def test_the_picture_can_be_saved_as_pixels(picture: ChainPicture) -> None:
    image = QImage.fromData(as_png(picture))

    assert image.size() == picture.size() * 2
    assert image.pixelColor(2, 2).name() != image.pixelColor(120, 150).name()


def test_the_picture_can_be_saved_as_a_drawing_with_its_words(picture: ChainPicture) -> None:
    drawing = as_svg(picture, title="How it may work", description="In this context: <x>")

    assert QSvgRenderer(QByteArray(drawing)).isValid()
    assert b"<title>How it may work</title>" in drawing
    assert b"<desc>In this context: " in drawing
