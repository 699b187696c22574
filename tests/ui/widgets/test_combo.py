"""A list that opens cuts no words: neither what is chosen nor what is offered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.ui.spoken import spoken
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme
from ui.widgets.fields import ChoiceField

Show = Callable[[QWidget], None]
SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
LONG = "Fictional example: the evening circle of the families of Fenhollow and Lowmere"


def choosing(theme: Theme, show: Show) -> ChoiceField:
    field = ChoiceField(theme, "Plan", (("short", "Lowmere"), ("long", LONG)))
    field.combo.setSizeAdjustPolicy(SHORT)
    field.combo.setMinimumContentsLength(8)
    theme.style(field)
    field.resize(260, 200)
    show(field)
    return field


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_is_chosen_stands_whole_in_as_many_lines_as_it_takes(
    theme: Theme, show: Show, scheme: Scheme
) -> None:
    theme.choose(scheme=scheme, contrast=Contrast.STANDARD)
    field = choosing(theme, show)
    low = field.combo.height()
    assert field.combo.toolTip() == "Lowmere"

    field.set_choice("long")
    QApplication.processEvents()

    assert field.combo.height() >= low + 2 * field.combo.fontMetrics().height()
    assert field.combo.toolTip() == spoken(field.combo).text(QAccessible.Text.Value) == LONG
    written = [row for row in range(field.combo.height()) if has_ink(theme, field.combo, row)]
    assert written[-1] - written[0] > 2 * field.combo.fontMetrics().height()


def has_ink(theme: Theme, combo: QComboBox, row: int) -> bool:
    """Whether anything is written in a row of pixels where the words stand."""
    image, ink = combo.grab().toImage(), QColor(theme.colours.ink)
    return any(image.pixelColor(x, row) == ink for x in range(12, combo.width() // 2))


def test_what_is_offered_stands_whole_in_the_list_that_opens(theme: Theme, show: Show) -> None:
    field = choosing(theme, show)
    field.resize(180, 200)

    field.combo.showPopup()

    view = field.combo.view()
    assert view.width() >= view.sizeHintForColumn(0) > field.combo.width()
    assert view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == LONG
    field.combo.hidePopup()
