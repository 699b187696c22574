"""Promises that every widget keeps, checked on one page that holds them all."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from tests.ui.gallery import gallery
from tests.ui.spoken import role, spoken
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme
from ui.widgets.roles import Spoken

Show = Callable[[QWidget], None]
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
LOOKS = [
    (Scheme.LIGHT, Contrast.STANDARD),
    (Scheme.DARK, Contrast.STANDARD),
    (Scheme.LIGHT, Contrast.HIGH),
]
GREYS_OF_FUSION = {"#efefef", "#f0f0f0", "#c0c0c0", "#9f9f9f", "#b8b8b9"}


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything a person can work with, without the inner parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        if isinstance(widget, CONTROLS) and widget.isVisibleTo(window) and not inner:
            yield widget


def open_gallery(theme: Theme, show: Show, *, width: int) -> QWidget:
    window = gallery(theme)
    window.resize(width, 700)
    show(window)
    return window


def test_no_widget_that_speaks_is_left_without_a_role(theme: Theme, show: Show) -> None:
    window = open_gallery(theme, show, width=800)
    speaking = [widget for widget in window.findChildren(QWidget) if isinstance(widget, Spoken)]

    assert len(speaking) > 30
    for widget in speaking:
        assert role(widget) == widget.spoken_role


@pytest.mark.parametrize("width", [480, 800, 1280])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_words_are_cut_off(theme: Theme, show: Show, size: int, width: int) -> None:
    theme.set_text_size(size)
    window = open_gallery(theme, show, width=round(width * (1 if size == 100 else 1.3)))

    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.height()
        assert label.height() >= needed, label.text()
        longest = max(label.text().split(), key=len)
        room = QFontMetrics(label.font()).horizontalAdvance(longest)
        assert label.width() >= room, longest
    for button in window.findChildren(QAbstractButton):
        if button.isVisibleTo(window) and button.hasHeightForWidth():
            assert button.height() >= button.heightForWidth(button.width()), button.text()
        elif button.isVisibleTo(window):
            assert button.width() >= button.minimumSizeHint().width(), button.text()


@pytest.mark.parametrize(("scheme", "contrast"), LOOKS)
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_left_in_the_systems_grey(
    theme: Theme, show: Show, scheme: Scheme, contrast: Contrast, size: int
) -> None:
    theme.choose(scheme=scheme, contrast=contrast)
    theme.set_text_size(size)
    window = open_gallery(theme, show, width=1000)

    seen = common_colours(window.grab().toImage())

    assert theme.colours.page in seen
    assert seen.isdisjoint(GREYS_OF_FUSION)


def common_colours(image: QImage) -> set[str]:
    """The colours of more than a little of the page, which leaves out smoothed edges."""
    counts: dict[str, int] = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            colour = image.pixelColor(x, y).name()
            counts[colour] = counts.get(colour, 0) + 1
    return {colour for colour, count in counts.items() if count > 600}


def test_a_change_of_theme_reaches_every_widget(theme: Theme, show: Show) -> None:
    window = open_gallery(theme, show, width=800)

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    dark = common_colours(window.grab().toImage())
    assert theme.colours.page in dark
    assert "#f6f2ec" not in dark
    assert "#ffffff" not in dark


def test_the_page_is_mirrored_for_text_from_the_right(
    theme: Theme, show: Show, from_right: None
) -> None:
    window = open_gallery(theme, show, width=1000)
    bar = next(
        bar
        for bar in window.findChildren(QScrollBar)
        if bar.orientation() is Qt.Orientation.Vertical and bar.isVisible()
    )

    assert bar.mapTo(window, bar.rect().topLeft()).x() == 0


def test_what_takes_the_focus_shows_it(theme: Theme, show: Show) -> None:
    window = open_gallery(theme, show, width=800)

    for widget in controls(window):
        widget.clearFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.grab().toImage() != before, spoken(widget).text(QAccessible.Text.Name)
        widget.clearFocus()


def test_a_page_that_is_gone_hears_no_more_of_the_theme(
    theme: Theme, show: Show, qapp: QApplication
) -> None:
    window = gallery(theme)
    kept = [weakref.ref(widget) for widget in controls(window)]
    window.deleteLater()
    del window
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    theme.set_text_size(120)

    assert kept
    assert [widget for widget in kept if widget() is not None] == []
