"""The navigation rail: the product's name, the open plan's pages, and the rest."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from ui.shell.rail_entry import RailEntry
from ui.shell.rail_item import RailItem
from ui.shell.rail_step import RailStep
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.layouts import FlowLayout, column_in, fill, fit_height
from ui.widgets.painting import cover
from ui.widgets.roles import Spoken
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text import Text

if TYPE_CHECKING:
    from advisor.telling.steps import ToldStep

_MARK = 30
_SETTLE_MS = 300
_MOST_FOOT = 0.3
"""The part of the rail that its foot may take."""


class Rail(QFrame, Spoken):
    """Entries for the pages. `chosen` carries the key of the entry that was pressed.

    An entry can open into steps, of which `step_chosen` carries the section that was pressed.

    Before them stands the way to find anything, which `find_asked` reports. At the foot
    `colours_asked` and `text_size_asked` report that the look of all is to be chosen.

    Tab goes through the entries one by one. Those after the plan's own stand at the foot, always
    in sight where there is room.
    """

    chosen = Signal(str)
    step_chosen = Signal(str)
    find_asked = Signal()
    colours_asked = Signal()
    text_size_asked = Signal()

    spoken_role = QAccessible.Role.List

    def __init__(self, theme: Theme, entries: Sequence[RailItem], *, product: str) -> None:
        super().__init__()
        self._theme, self._is_slim, self._are_steps_open = theme, False, False
        self.setAccessibleName(_("Pages"))
        self._name = self._words(product, TextRole.STRONG, "on_rail")
        self._mark = _Mark(theme, self)
        self._plan = self._words("", TextRole.SMALL_STRONG, "rail_accent")
        self.find_entry = RailEntry(
            theme, RailItem(key="find", title=_("Find"), glyph=Glyph.SEARCH), has_keys=True
        )
        self.find_entry.set_note(_("Ctrl+K"))
        self.find_entry.clicked.connect(self.find_asked)
        self.colours = self._look("colours", _("Colours…"), Glyph.CONTRAST)
        self.colours.clicked.connect(self.colours_asked)
        self.text_size = self._look("text-size", _("Text size…"), Glyph.A_LARGE_SMALL)
        self.text_size.clicked.connect(self.text_size_asked)
        last = max((at for at, each in enumerate(entries) if each.of_plan), default=len(entries))
        self.entries = {
            entry.key: RailEntry(theme, entry, is_small=at > last)
            for at, entry in enumerate(entries)
        }
        self._foot = QWidget(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self.steps: list[RailStep] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        for key, button in self.entries.items():
            button.clicked.connect(partial(self.chosen.emit, key))
        self.show_plan(None)
        theme.resized.connect(self._fit)
        self._fit()

    def show_current(self, key: str) -> None:
        """Mark the entry with this key; an unknown key marks none."""
        for each, button in self.entries.items():
            button.set_current(each == key)
        self._show_current_soon()

    def show_steps(self, key: str, steps: "Sequence[ToldStep]") -> None:
        """Open an entry into steps, until another page is shown."""
        if len(self.steps) != len(steps):
            self._let_steps_go()
            self._make_steps(self.entries[key], steps)
        self._are_steps_open = True
        self._show_steps()
        for button, step in zip(self.steps, steps, strict=True):
            button.show_step(step)
            if step.is_current:
                # Once it has its place.
                QTimer.singleShot(0, button, partial(self._scroll.ensureWidgetVisible, button))

    def close_steps(self) -> None:
        """Close the entry that is open into steps."""
        self._are_steps_open = False
        self._show_steps()

    def show_plan(self, name: str | None) -> None:
        """Show the pages of the open plan under its name, or leave them out."""
        self._plan.setText(name or "")
        self._plan.setVisible(bool(name) and not self._is_slim)
        for button in self.entries.values():
            button.setVisible(name is not None or not button.entry.of_plan)
        if name is None:
            self._let_steps_go()

    def press(self, key: str) -> None:
        """Press an entry, unless it leads to pages of a plan and none is open."""
        if not self.entries[key].isHidden():
            self.entries[key].click()

    def set_slim(self, is_slim: bool) -> None:
        """Save width: names under the icons, no product name."""
        if is_slim == self._is_slim:
            return
        self._is_slim = is_slim
        self._name.setVisible(not is_slim)
        self._plan.setVisible(not is_slim and bool(self._plan.text()))
        for button in (self.find_entry, *self.entries.values(), self.colours, self.text_size):
            button.set_slim(is_slim)
        self._show_steps()
        self._fit()

    def hasHeightForWidth(self) -> bool:
        # Only its foot has one: the rest scrolls, and asks no height of the window.
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = self._theme.colours
        painter = QPainter(self)
        cover(painter, QRectF(self.rect()), c.rail)
        if c.rail == c.page:
            is_leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = 0 if is_leftward else self.width() - 2
            cover(painter, QRectF(left, 0, 2, self.height()), c.outline)

    def _make_steps(self, entry: RailEntry, steps: "Sequence[ToldStep]") -> None:
        before: QWidget = entry
        for number, step in enumerate(steps, start=self._column.indexOf(entry) + 1):
            button = RailStep(self._theme, step)
            button.clicked.connect(partial(self._choose_step, step.section))
            self._column.insertWidget(number, button)
            QWidget.setTabOrder(before, button)
            self.steps.append(button)
            before = button

    def _choose_step(self, section: str, _checked: bool = False) -> None:
        self.step_chosen.emit(section)

    def _show_steps(self) -> None:
        for step in self.steps:
            step.setVisible(self._are_steps_open and not self._is_slim)

    def _let_steps_go(self) -> None:
        for step in self.steps:
            self._column.removeWidget(step)
            step.hide()
            step.deleteLater()
        self.steps.clear()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self._column)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._name, 1)
        self._column.addLayout(head)
        self._column.addWidget(self.find_entry)
        was_of_plan = False
        for button in self.entries.values():
            if button.entry.of_plan and not was_of_plan:
                self._column.addWidget(self._plan)
            was_of_plan = button.entry.of_plan
            if not button.is_small:
                self._column.addWidget(button)
        self._column.addStretch(1)
        self._scroll = self._make_scroll(inner)
        small = [each for each in self.entries.values() if each.is_small]
        # The looks fill the line that the first one leaves.
        foot = *small[:1], self.colours, self.text_size, *small[1:]
        fill(FlowLayout(self._foot, gap=2), *foot)
        for before, then in pairwise(foot):
            QWidget.setTabOrder(before, then)
        fit_height(self._foot)
        self._whole = column_in(self, 0)
        self._whole.addWidget(self._scroll, 1)
        self._whole.addWidget(self._foot)

    def _words(self, text: str, role: TextRole, tint: str) -> Text:
        return Text(text, role=role, tint=tint, selectable=False, parent=self)

    def _look(self, key: str, title: str, glyph: Glyph) -> RailEntry:
        return RailEntry(self._theme, RailItem(key=key, title=title, glyph=glyph), is_bare=True)

    def _make_scroll(self, inner: QWidget) -> ScrollArea:
        scroll = ScrollArea(self._theme, self, bar=Sheet.SLIM_BAR)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What was moved or grows gets its place in several steps.
        scroll.verticalScrollBar().rangeChanged.connect(self._show_current)
        inner.setAutoFillBackground(False)
        return scroll

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side = 4 if self._is_slim else metrics.space(10)
        self._column.setContentsMargins(side, metrics.space(10), side, metrics.space(4))
        self._name.set_around(metrics.space(8), 2, metrics.space(8), 12)
        self._plan.set_around(metrics.space(15), 14, metrics.space(12), 6)
        # Each entry has room for the ring around it: no more is needed between them.
        self._column.setSpacing(0)
        widest = max((entry.sizeHint().width() for entry in self.entries.values()), default=0)
        self.setFixedWidth(widest + 2 * side)
        self._place_foot()
        self._show_current_soon()

    def _place_foot(self) -> None:
        """Keep the foot in sight; where it would leave little room it scrolls with the rest."""
        side = self._column.contentsMargins().left()
        high = self._foot.heightForWidth(self.width() - 2 * side)
        scrolls = high > self.height() * _MOST_FOOT
        pad = self._theme.metrics.space(10)
        margins = (0, pad, 0, 0) if scrolls else (side, pad, side, pad)
        self._foot.setContentsMargins(*margins)
        if scrolls is (self._foot.parentWidget() is self):
            here = QApplication.focusWidget()
            (self._column if scrolls else self._whole).addWidget(self._foot)
            # Qt takes the keyboard from what gets another parent.
            if here is not None and self._foot.isAncestorOf(here):
                here.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_current_soon()

    def _show_current_soon(self) -> None:
        """Scroll to the entry of the page that is shown, once it has its place."""
        self._settling.start()
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        current = next((each for each in self.entries.values() if each.is_current), None)
        if current is not None and self._settling.isActive():
            self._scroll.ensureWidgetVisible(current)


class _Mark(QWidget, Spoken):
    """The product's picture at the head of the rail."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.resized.connect(self._fit)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._theme.pixmap(
            Glyph.HEART_HANDSHAKE, self._theme.colours.rail_accent, _MARK, self
        )
        left = (self.width() - self._theme.metrics.px(_MARK)) // 2
        QPainter(self).drawPixmap(left, 2, picture)

    def _fit(self) -> None:
        side = self._theme.metrics.px(_MARK)
        self.setFixedSize(side + self._theme.metrics.space(4), side + 12)
