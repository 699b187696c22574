"""Tab goes through a page in reading order, also where parts of it are made later.

Qt puts what is made last at the end of the tab order, wherever it is on the page.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from shiboken6 import Shiboken

from ui.widgets.contents import held_by

SETTLE_MS = 120
"""How long a page must rest before its order is looked at again."""

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


class PlacesParts:
    """Mixed into a widget that places its parts itself."""

    def in_reading_order(self) -> Sequence[QWidget]:
        """Return the parts in the order in which they are read."""
        return ()


class HandsFocusOn:
    """Mixed into a widget whose focus proxy is a part of it.

    Nobody may ask Qt for the proxy: PySide takes what it returns for a child of what was asked.
    """


class TabOrder(QObject):
    """Keeps the tab order of a page; ``settle`` puts it right at once.

    ``then`` follows after the page, such as buttons that several pages share.
    """

    def __init__(self, page: QWidget, *, then: Sequence[QWidget] = ()) -> None:
        super().__init__(page)
        self._page, self._then = page, tuple(then)
        self._order: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._timer.start()
            _unsettled.add(self)
        return super().eventFilter(watched, event)

    @Slot()
    def settle(self) -> None:
        """Put the tab order right, if anything has come or gone."""
        _unsettled.discard(self)
        if self._then and not self._page.isVisible():
            return  # They follow the page that is seen.
        order = [*stops(self._page), *self._then]
        if order != self._order:
            self._order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    def renew(self) -> None:
        """Put the order right although nothing came or went: another page had what follows."""
        self._order = []
        self.settle()


_unsettled: "WeakSet[TabOrder]" = WeakSet()


def settle_all() -> None:
    """Put every order right that waits for its page to rest: Tab is pressed before it does."""
    for order in tuple(_unsettled):
        if Shiboken.isValid(order):
            order.settle()
    _unsettled.clear()


def stops(widget: QWidget, *, with_hidden: bool = True) -> Iterator[QWidget]:
    """Yield what can have the focus inside a widget, in reading order.

    Headings too: Tab passes them by, but goes on from one that a link has led to. And what hands
    the focus on to a part of it: left at the end of Qt's chain, it would lead back into the page.
    """
    # Of radio buttons Tab stops at one alone, but which one changes.
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(
        widget, QRadioButton | HandsFocusOn
    ):
        yield widget
    if not isinstance(widget, _WHOLE):
        for part in parts_of(widget):
            if with_hidden or not part.isHidden():
                yield from stops(part, with_hidden=with_hidden)


def parts_of(widget: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget in reading order."""
    if isinstance(widget, PlacesParts):
        yield from widget.in_reading_order()
        return
    layout = widget.layout()
    if layout is not None:
        yield from in_layout(layout)
        return
    # What Qt keeps in a label is of a class that PySide does not know; to ask for it makes PySide
    # load every class there is, which takes as long as Home does.
    if isinstance(widget, QLabel):
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield child


def in_layout(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout in its order, those of the layouts in it too."""
    for part in held_by(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from in_layout(part)
