"""A list that opens from a line: what is chosen stands there whole, and so does what is offered."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, wrap


class Combo(QComboBox):
    """Takes as many lines as its words need at its width; its list is as wide as the longest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # As high as its words, also beside what is higher.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.currentTextChanged.connect(self._tell_whole)
        theme.draws(self, Sheet.CHOICE)

    @property
    def words(self) -> str:
        """The key of what is chosen."""
        return str(self.currentData() or "")

    def write(self, key: str) -> None:
        """Show the option with this key; an unknown key shows none."""
        self.setCurrentIndex(self.findData(key))

    def forget_steps(self) -> None:
        """A choice has no steps of its own."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change a choice.
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        least = super().sizeHint().height()
        more = self._wrapped(self._room(QSize(width, least)).width()).height
        return least + max(0, round(more - self.fontMetrics().height()))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        area = self._room(self.size())
        words = self._wrapped(area.width())
        top = area.top() + (area.height() - words.height) / 2
        ink = self.palette().color(QPalette.ColorRole.ButtonText)
        words.draw(painter, QPointF(area.left(), top), ink.name())

    def showPopup(self) -> None:
        view, screen = self.view(), self.screen().availableGeometry()
        bar, frame = view.verticalScrollBar().sizeHint().width(), 2 * view.frameWidth()
        corner = self.mapToGlobal(self.rect().topLeft()).x()
        room = screen.right() - corner
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + bar + frame, room))
        for row in range(self.count()):
            # Of one that is wider than the screen the whole is told like this.
            self.setItemData(row, self.itemText(row), Qt.ItemDataRole.ToolTipRole)
        super().showPopup()

    @Slot()
    def _tell_whole(self, _words: str = "") -> None:
        self.setToolTip(self.currentText())
        self.updateGeometry()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _room(self, size: QSize) -> QRect:
        """Return where the words stand in a list of this size."""
        option = self._option()
        option.rect = QRect(0, 0, size.width(), size.height())
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self).adjusted(1, 0, -1, 0)

    def _wrapped(self, width: int) -> Wrapped:
        return wrap(self.currentText(), self.font(), width, direction=self.layoutDirection())
