"""F6: from one region of the window to the next, back to where one was in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from ui.widgets.tab_order import stops


class Regions(QObject):
    """The regions of a window in the order F6 takes; Shift+F6 goes the other way."""

    def __init__(self, window: QWidget, regions: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._regions = tuple(regions)
        self._last: dict[QWidget, QWidget] = {}
        onward = QShortcut(QKeySequence(Qt.Key.Key_F6), window)
        back = QShortcut(QKeySequence("Shift+F6"), window)
        onward.activated.connect(self.go_on)
        back.activated.connect(self.go_back)

    def go_on(self) -> None:
        """Move the focus to the next region that is shown."""
        self._step(1)

    def go_back(self) -> None:
        """Move the focus to the region before."""
        self._step(-1)

    def enter(self, region: QWidget) -> None:
        """Move the focus into a region: where it was last, else to its first control."""
        last = self._last.get(region)
        if (
            last is None
            or not Shiboken.isValid(last)
            or not _can_take_focus(last)
            or not region.isAncestorOf(last)
        ):
            last = first_focusable(region)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        shown = [region for region in self._regions if region.isVisible()]
        focused = QApplication.focusWidget()
        at = next(
            (
                number
                for number, region in enumerate(shown)
                if focused is not None and (region is focused or region.isAncestorOf(focused))
            ),
            None,
        )
        if at is not None and focused is not None:
            self._last[shown[at]] = focused
        for distance in range(1, len(shown) + 1):
            region = shown[((at if at is not None else -step) + step * distance) % len(shown)]
            if first_focusable(region) is not None:
                self.enter(region)
                return


def first_focusable(region: QWidget) -> QWidget | None:
    """Return the first widget in `region` that the keyboard can reach, in reading order.

    Qt's own `nextInFocusChain` makes PySide take the next widget for a child of the one
    before: when that one goes, it declares all that follow dead, while they live.
    """
    return next(filter(_can_take_focus, stops(region, with_hidden=False)), None)


def _can_take_focus(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
