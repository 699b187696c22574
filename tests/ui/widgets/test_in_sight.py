from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.in_sight import fitted, show_whole
from ui.widgets.text import Text

LENGTHS = st.integers(1, 5000)
PLACES = st.builds(QRect, st.integers(-9000, 9000), st.integers(-9000, 9000), LENGTHS, LENGTHS)
AREAS = st.builds(QRect, st.integers(-2000, 2000), st.integers(-500, 500), LENGTHS, LENGTHS)


@given(place=PLACES, area=AREAS)
def test_a_place_is_always_wholly_on_the_screen(place: QRect, area: QRect) -> None:
    assert area.contains(fitted(place, area))


@given(place=PLACES, area=AREAS)
def test_only_what_does_not_fit_is_moved_or_made_smaller(place: QRect, area: QRect) -> None:
    found = fitted(place, area)

    assert fitted(found, area) == found
    assert found.width() == min(place.width(), area.width())
    assert found.height() == min(place.height(), area.height())
    if area.contains(place):
        assert found == place


@pytest.mark.parametrize("corner", [QPoint(-400, -400), QPoint(30, 40), QPoint(90_000, 90_000)])
def test_a_small_window_opens_whole_on_its_screen(
    show: Callable[[QWidget], None], corner: QPoint
) -> None:
    page = QWidget()
    show(page)
    # The platform of the tests would put a frame around a popup.
    popup = QWidget(page, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
    QVBoxLayout(popup).addWidget(Text("Who does it"))

    show_whole(popup, corner)

    area = popup.screen().availableGeometry()
    assert popup.isVisible()
    assert area.contains(popup.geometry())
    if area.contains(QRect(corner, popup.size())):
        assert popup.pos() == corner
