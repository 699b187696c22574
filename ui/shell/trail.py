"""The pages a person came through, and where on each they were: the way back and forward."""

from collections.abc import Callable
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from advisor.models.values import Value
from ui.shell.pages import Pages, Served
from ui.shell.spots import Spot
from ui.widgets.scroll_column import ScrollColumn

MOST = 50


class Place(Value):
    """A page with the keyboard and the scrolled parts as they were when it was left.

    ``at`` is what one was at, for a page that may show something else by then; ``beside`` is
    what the keyboard was on beside the page.
    """

    key: str
    at: str
    focus: Spot | None
    beside: Spot | None
    scrolled: tuple[tuple[Spot, int], ...]

    @classmethod
    def of(cls, key: str, served: Served, panel: QWidget) -> "Place":
        """Return where a person is on a page and in the panel beside it."""
        page, here = served.page, QApplication.focusWidget()
        is_beside = here is not None and panel.isAncestorOf(here)
        return cls(
            key=key,
            at=served.here(),
            focus=Spot.of(page, page.focusWidget()),
            beside=Spot.of(panel, here if is_beside else None),
            scrolled=tuple(
                (Spot(page, area), area.verticalScrollBar().value()) for area in _scrolling(page)
            ),
        )

    def restore(self, page: QWidget, panel: QWidget) -> None:
        """Put the keyboard and what is scrolled back, as far as they are still there."""
        for spot, around in ((self.beside, panel), (self.focus, page)):
            focus = spot.find(around) if spot is not None else None
            if focus is not None and focus.isVisible():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        for spot, value in self.scrolled:
            area = spot.find(page)
            if isinstance(area, ScrollColumn):
                area.return_to(value)
            elif isinstance(area, QAbstractScrollArea):
                area.verticalScrollBar().setValue(value)


class Trail(QObject):
    """Where *back* and *forward* lead from the page that is shown.

    Alt+Left and Alt+Right go there; ``turn_to`` shows a page by its key, at what is wanted on it.
    ``panel`` stands beside some of the pages.
    """

    def __init__(
        self,
        window: QWidget,
        pages: Pages,
        panel: QWidget,
        turn_to: Callable[[str, str], object],
    ) -> None:
        super().__init__(window)
        self._pages, self._panel, self._turn_to = pages, panel, turn_to
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        QShortcut(QKeySequence.StandardKey.Back, window, self.back)
        QShortcut(QKeySequence.StandardKey.Forward, window, self.forward)

    def go_by(self, button: Qt.MouseButton) -> bool:
        """Go back or forward by a button at the side of a mouse; return whether it is one."""
        ways = {
            Qt.MouseButton.BackButton: self.back,
            Qt.MouseButton.ForwardButton: self.forward,
        }
        if button in ways:
            ways[button]()
        return button in ways

    @property
    def title_behind(self) -> str:
        """The title of the page to which *back* leads; empty where it leads nowhere."""
        while self._behind and self._behind[-1].key == self._pages.current_key:
            self._behind.pop()
        return self._pages.page(self._behind[-1].key).title if self._behind else ""

    def go_on(self) -> None:
        """A person leaves the page that is shown for another: *forward* leads nowhere now."""
        if self._pages.current_key:
            self._behind[:] = [*self._behind[1 - MOST :], self._here()]
            self._ahead.clear()

    def back(self) -> None:
        """Show the page a person came from, as they left it."""
        self._step(self._behind, self._ahead)

    def forward(self) -> None:
        """Show the page a person went back from, as they left it."""
        self._step(self._ahead, self._behind)

    def forget(self, key: str) -> None:
        """Lead no more to a page that is gone."""
        for places in (self._behind, self._ahead):
            left = [place for place in places if place.key != key]
            # Without what stood between, a page may follow on itself.
            places[:] = [
                place
                for place, after in zip_longest(left, left[1:])
                if after is None or place.key != after.key
            ]

    def _here(self) -> Place:
        key = self._pages.current_key
        return Place.of(key, self._pages.made(key), self._panel)

    def _step(self, source: list[Place], target: list[Place]) -> None:
        again = partial(self._step, source, target)
        if not source or not self._pages.may_leave(source[-1].key, again):
            return
        self._pages.flush()
        target.append(self._here())
        place = source.pop()
        self._turn_to(place.key, place.at)
        # A page fills itself in a turn of its own; only then it can be scrolled.
        QTimer.singleShot(0, self, partial(self._restore, place))

    def _restore(self, place: Place) -> None:
        if self._pages.current_key == place.key:
            place.restore(self._pages.made(place.key).page, self._panel)


def _scrolling(page: QWidget) -> list[QAbstractScrollArea]:
    areas = list(page.findChildren(QAbstractScrollArea))
    return [*areas, page] if isinstance(page, QAbstractScrollArea) else areas
