"""Cards under one another, each measured once.

A box layout measures everything again whenever one card of a hundred grows. A pile keeps the
height of every card for the width at hand and measures only the card that changed.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height
from ui.widgets.tab_order import PlacesParts


class Pile(QWidget, PlacesParts):
    """Sets widgets under one another over its whole width, in the order of ``add``."""

    def __init__(self, theme: Theme, *, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._gap_at_100 = theme, gap
        self._cards: list[QWidget] = []
        self._heights: dict[QWidget, dict[int, int]] = {}
        self._whole: dict[int, int] = {}
        self._least_widths: dict[QWidget, int] = {}
        fit_height(self)
        theme.resized.connect(self.measure_all)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """The widgets in their order, hidden ones included."""
        return tuple(self._cards)

    def in_reading_order(self) -> tuple[QWidget, ...]:
        """Return the widgets in the order in which they are read."""
        return self.cards

    def add(self, card: QWidget, *, shown: bool = True) -> None:
        """Put a widget at the end, to be seen or not."""
        card.setParent(self)
        card.setVisible(shown)
        card.installEventFilter(self)
        self._cards.append(card)
        self._whole.clear()
        self.updateGeometry()
        self._place()

    def remove(self, card: QWidget) -> None:
        """Let one widget go; the focus moves to the one before it."""
        at = self._cards.index(card)
        had_focus = card.isAncestorOf(card.window().focusWidget())
        self._cards.pop(at)
        self._forget(card)
        card.removeEventFilter(self)
        card.hide()
        card.deleteLater()
        if had_focus and self._cards:
            self._cards[max(0, at - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self._place()

    def clear(self) -> None:
        """Let all widgets go."""
        for card in self._cards:
            card.removeEventFilter(self)
            card.hide()
            card.deleteLater()
        self._cards.clear()
        self._forget_all()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if width not in self._whole:
            self._whole[width] = self._height_at(width)
        return self._whole[width]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(320), self._theme.metrics.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(self._least_width_of, self._cards), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # A card without a layout of its own asks here, and does not say that it was it.
            for card in self._cards:
                if card.layout() is None:
                    self._forget(card)
            self.updateGeometry()
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            if isinstance(watched, QWidget):
                self._forget(watched)
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @property
    def gap(self) -> int:
        """How far apart two of them stand."""
        return self._theme.metrics.space(self._gap_at_100)

    def _height_at(self, width: int) -> int:
        """Return how high all that is shown is in a width."""
        shown = [card for card in self._cards if not card.isHidden()]
        gaps = self.gap * max(0, len(shown) - 1)
        return sum(self._height_of(card, width) for card in shown) + gaps

    def _height_of(self, card: QWidget, width: int) -> int:
        known = self._heights.setdefault(card, {})
        if width not in known:
            has_width = card.hasHeightForWidth()
            known[width] = card.heightForWidth(width) if has_width else card.sizeHint().height()
        return known[width]

    def _least_width_of(self, card: QWidget) -> int:
        if card not in self._least_widths:
            self._least_widths[card] = card.minimumSizeHint().width()
        return self._least_widths[card]

    def _forget(self, card: QWidget) -> None:
        self._whole.clear()
        self._heights.pop(card, None)
        self._least_widths.pop(card, None)

    def _forget_all(self) -> None:
        self._whole.clear()
        self._heights.clear()
        self._least_widths.clear()

    def _place(self) -> None:
        if not self.isVisible():
            # Nobody knows yet how wide it will be.
            return
        top = 0
        for card in self._cards:
            if card.isHidden():
                continue
            height = self._height_of(card, self.width())
            card.setGeometry(0, top, self.width(), height)
            top += height + self.gap

    @Slot()
    def measure_all(self) -> None:
        """Measure every widget anew: what stands on them is another now."""
        self._forget_all()
        self.updateGeometry()
        self._place()
