"""The list of the advice and one statement in full, side by side as far as there is room."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import Shiboken

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.advice import AdviceStory
from advisor.telling.cards import CardStory
from ui.advice.asks import Asks
from ui.advice.list_view import AdviceList, Landing
from ui.advice.pane import Pane
from ui.advice.row import FindingRow
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.finding import Folds
from ui.widgets.scroll_column import ScrollColumn

_TWO_PANES, _LIST_BESIDE, _LEAST_BOTH = 1340, 368, 800
_LIST_SHARE, _NO_LIMIT, _AHEAD = 0.45, 16_777_215, 1.3
_LEFT_MS = 2000
"""Who comes back sooner finds the list as it was; later what is farther down is made once more."""


class Panes(QWidget, Folds):
    """From 1600 pixels of window both are there; below, a statement when it is opened.

    ``read(part)`` follows the part of the list that is scrolled to.
    """

    read = Signal(str)

    def __init__(self, theme: Theme, asks: Asks) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[RuleId, CardStory] = {}
        # Whether a person closed the pane although there is room for it.
        self._is_closed = False
        # What had the keyboard in the list when that lost its room.
        self._left: QWidget | None = None
        self.list = AdviceList(theme, asks, self._enter)
        self.shelf = ScrollColumn(theme, wide=True)
        self.shelf.set_margins(26, 6)
        self.shelf.column.addWidget(self.list)
        self.shelf.column.addStretch(1)
        self.pane = Pane(theme, asks)
        self.pane.hide()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.shelf, 1)
        self._row.addWidget(self.pane, 1)
        self.pane.closed.connect(self.close_pane)
        self.list.built.connect(self._open_first)
        # What was just made has no place yet.
        self._placed = QTimer(self, singleShot=True, interval=0)
        self._placed.timeout.connect(self._say_read)
        self.list.built.connect(self._placed.start)
        self.shelf.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._left_alone = QTimer(self, singleShot=True, interval=_LEFT_MS)
        self._left_alone.timeout.connect(self._let_go)
        theme.resized.connect(self._fit)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for the list and a statement at once."""
        return self.width() >= self._theme.metrics.px(_TWO_PANES)

    def folded(self) -> Sequence[QWidget]:
        return (self.shelf,)

    def open_part(self, part: QWidget) -> None:
        """Show the list, whose place a statement takes where there is little room."""
        if part.isHidden():
            self._hide_pane()

    @property
    def finding_in_focus(self) -> RuleId | None:
        """The statement that has the keyboard."""
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            return None
        if self.pane.story is not None and self.pane.isAncestorOf(here):
            return self.pane.story.rule
        return here.story.rule if isinstance(here, FindingRow) else None

    def show_story(self, story: AdviceStory) -> None:
        """Tell the advice; what is open is told anew, or closed when it is gone."""
        self._cards = {card.rule: card for card in story.cards}
        self.list.show_story(story)
        if self.pane.story is None:
            return
        now = self._cards.get(self.pane.story.rule)
        if now is None:
            self.close_pane()
        else:
            self.pane.show_story(now)

    def open(self, rule: RuleId) -> bool:
        """Show a statement beside the list, or in its place; False when there is none.

        The keyboard stays on its row; from elsewhere it goes to the statement.
        """
        card = self._cards.get(rule)
        if card is None:
            return False
        row = self._show(card)
        if row is None or not row.hasFocus() or not row.isVisible():
            self.pane.take_focus()
        else:
            said = _("Open beside the list: {title}. Right leads into it, Escape closes it.")
            announce(self, said.format(title=card.title))
        return True

    def _show(self, card: CardStory) -> FindingRow | None:
        """Show a statement, and return its row if that is there by now."""
        self._is_closed = False
        self.pane.show_story(card)
        self.list.show_current(card.rule)
        self._fit()
        # Where it was opened in the place of the list, the keyboard stays in it.
        self._left = None
        row = self.list.row(card.rule)
        self.list.with_row(card.rule, self.shelf.show_whole_soon)
        return row

    def jump(self, key: str) -> None:
        """Lead to a part of the list."""
        self.list.with_landing(key, self.height(), self._land)

    def _land(self, landing: Landing) -> None:
        if not landing.isVisibleTo(self):
            self._hide_pane()
        landing.take_focus()
        self.shelf.show_from_top(landing)

    @Slot()
    def close_pane(self) -> None:
        """Show the list alone, with the keyboard on the row that was open."""
        rule = self.pane.story.rule if self.pane.story is not None else None
        here = QApplication.focusWidget()
        was_in = here is not None and self.pane.isAncestorOf(here)
        self._hide_pane()
        if rule is not None:
            self.list.with_row(rule, partial(self._back_to, takes_focus=was_in))

    def _hide_pane(self) -> None:
        self._is_closed = True
        self.list.show_current(None)
        self._fit()

    def _back_to(self, row: FindingRow, *, takes_focus: bool) -> None:
        if takes_focus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shelf.show_whole_soon(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In the pane Escape is its own: this one was pressed in the list.
        if event.key() != Qt.Key.Key_Escape or not self.close_by_key():
            super().keyPressEvent(event)

    def close_by_key(self) -> bool:
        """Close the statement for somebody who is elsewhere; False where none is open."""
        if not self.pane.isVisible():
            return False
        self.close_pane()
        announce(self, _("Closed."))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._left_alone.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A window that is put away for a moment is not left.
        if not event.spontaneous():
            self._left_alone.start()

    @Slot()
    def _fit(self) -> None:
        """Give list and statement the room there is at this width and text size."""
        m, width = self._theme.metrics, self.width()
        is_open = self.pane.story is not None and not self._is_closed
        is_alone = is_open and width < m.px(_LEAST_BOTH)
        beside = round(_LIST_SHARE * width) if self.is_wide else m.px(_LIST_BESIDE) + m.space(40)
        self.pane.setVisible(is_open)
        if is_alone:
            self._leave_list()
        self.shelf.setVisible(not is_alone)
        has_limit = is_open and not is_alone
        self.shelf.setMaximumWidth(beside if has_limit else _NO_LIMIT)
        self.shelf.setMinimumWidth(beside if has_limit else 0)
        side, low = (m.space(12), m.space(8)) if is_open else (0, 0)
        self._row.setContentsMargins(side if is_alone else 0, 0, side, low)
        self.list.show_beside(is_beside=is_open, is_narrow=is_open and not self.is_wide)
        if not is_alone:
            self._return_to_list()
        self._scrolled(self.shelf.verticalScrollBar().value())

    def _leave_list(self) -> None:
        """Lead the keyboard from the list to the statement: hidden with the list it is lost."""
        here = QApplication.focusWidget()
        if here is not None and self.shelf.isAncestorOf(here):
            self._left = here
            self.pane.take_focus()

    def _return_to_list(self) -> None:
        """Lead the keyboard back to where it was, unless it was used in the statement.

        Larger text takes the list's room for a moment, until what stands beside the page is slim.
        """
        left, self._left = self._left, None
        if left is not None and Shiboken.isValid(left) and self.pane.heading.hasFocus():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
            # The list has its new height, and what is in it its place, only then.
            QTimer.singleShot(0, left, partial(self.shelf.show_widget, left))

    def _enter(self, row: FindingRow) -> None:
        """Open a row and lead the keyboard into what it opens."""
        card = self._cards.get(row.story.rule)
        if card is not None:
            self._show(card)
            self.pane.take_focus()

    @Slot()
    def _open_first(self) -> None:
        """Where there is room for both, show the first statement beside the list."""
        rows = self.list.rows
        if rows and self.is_wide and self.pane.story is None:
            self.pane.show_story(rows[0].story)
            self.list.show_current(rows[0].story.rule)
            self._fit()

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        """Have the list made somewhat further than what is seen."""
        self.list.reach(self._ahead_of(value))
        self._say_read()

    @Slot()
    def _let_go(self) -> None:
        """Keep of the list what is needed to come back to where it was read."""
        self.list.let_go_below(self._ahead_of(self.shelf.verticalScrollBar().value()))

    def _ahead_of(self, value: int) -> int:
        return value + round(_AHEAD * self.height())

    @Slot()
    def _say_read(self) -> None:
        self.read.emit(self.list.part_at(self.shelf.verticalScrollBar().value()))
