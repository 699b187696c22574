"""A statement as one row: Space takes its first key action on, Enter opens it beside the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.telling.action import ActionRow
from advisor.telling.cards import CardStory
from ui.advice.asks import Asks
from ui.advice.row_face import RowLayout, draw_bar, face_of
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.menus import open_at
from ui.widgets.painting import box, draw_icon, line_above, mirrored, prepare_painted
from ui.widgets.roles import Spoken
from ui.widgets.tick_line import draw_tick

_AROUND_TICK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWays:
    """Where the keys on a row lead: to the row before or after it, and into what it opens."""

    move: Callable[["FindingRow", int], object]
    enter: Callable[["FindingRow"], object]


class FindingRow(QPushButton, Spoken, ShowsWords):
    """Shows a ``CardStory`` in a row of a list.

    A row with something to do is a tick box: what is ticked stays on it until the page is left.
    Pressed beside the tick it opens.
    """

    def __init__(
        self,
        theme: Theme,
        story: CardStory,
        asks: Asks,
        ways: RowWays,
        *,
        says_kind: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._asks, self._ways = theme, asks, ways
        self._says_kind, self._is_beside, self._is_current = says_kind, False, False
        self._is_whole = False
        self.action = story.key_actions.next
        self._face = face_of(story, self.action, says_kind=says_kind)
        self.has_line = False
        self._opens = False
        self._layouts: dict[int, RowLayout] = {}
        prepare_painted(self, theme, story.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, self.sizePolicy().verticalPolicy())
        self.show_story(story)
        self.clicked.connect(self._pressed)
        theme.changed.connect(self._recolour)
        theme.resized.connect(self._forget)

    @property
    def spoken_role(self) -> QAccessible.Role:  # type: ignore[override]
        """A tick box where there is something to take on, else a button that opens."""
        return QAccessible.Role.CheckBox if self.isCheckable() else QAccessible.Role.Button

    def show_story(self, story: CardStory) -> None:
        """Show the same statement as it is now, with the action that it showed before."""
        self.story = story
        self.action = _same(story, self.action)
        before, self._face = self._face, face_of(story, self.action, says_kind=self._says_kind)
        self.setCheckable(self.action is not None)
        self.setChecked(self.action is not None and self.action.is_done_or_meant)
        self.setAccessibleName(story.row_name)
        words = _("We will do this: {action}").format(action=self._face.action)
        self.setAccessibleDescription(words if self.action is not None else self._face.sentence)
        self.setToolTip(self._face.action if self._is_beside else "")
        # After a tick most rows are as they were, and need not be measured.
        if self._face != before:
            self._forget()

    def shown_words(self) -> Sequence[str]:
        return self._face.words

    def show_whole(self) -> None:
        self._is_whole = True
        self._forget()

    def show_beside(self, *, is_beside: bool) -> None:
        """Take little room while the pane beside the list tells all, or as much as it needs."""
        if is_beside != self._is_beside:
            self._is_beside, self._is_whole = is_beside, False
            self.setToolTip(self._face.action if is_beside else "")
            self._forget()

    def show_current(self, *, is_current: bool) -> None:
        """Mark the row that is open."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).placed.height)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(44))

    def nextCheckState(self) -> None:
        # Pressed beside the tick the row opens, and the tick stays as it is.
        if not self._opens:
            super().nextCheckState()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tick = self._tick_area()
        self._opens = tick is None or not tick.contains(event.position())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._opens = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._ways.move(self, -1)
            case Qt.Key.Key_Down:
                self._ways.move(self, 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._asks.finding(self.story.rule)
            case Qt.Key.Key_Right if not self.isRightToLeft():
                self._ways.enter(self)
            case Qt.Key.Key_Left if self.isRightToLeft():
                self._ways.enter(self)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = statement_menu(self, self.story, self._asks)
        menu.addAction(_("Read more"), partial(self._asks.finding, self.story.rule))
        open_at(menu, self, event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.has_line:
            line_above(painter, self._theme, whole)
        body = whole.adjusted(3, 2, -3, -1)
        if self._is_current:
            box(painter, body, m.radius + 2, fill=c.accent_soft, line=c.accent, thickness=2)
        elif self.underMouse():
            box(painter, body, m.radius + 2, fill=c.accent_soft)
        if self.hasFocus():
            box(painter, whole, m.radius + 4, line=c.focus, thickness=m.ring)
        placed = self._laid_out(self.width()).placed
        for glyph, tone, size, area in placed.icons:
            picture = self._theme.pixmap(glyph, c.tones[tone].ink, size, self)
            draw_icon(painter, picture, mirrored(area, whole, way))
        for words, area, ink in placed.words:
            words.draw(painter, mirrored(area, whole, way).topLeft(), ink)
        if placed.tick is not None:
            draw_tick(painter, self._theme, mirrored(placed.tick, whole, way), self)
        if placed.bar is not None:
            draw_bar(painter, self._theme, mirrored(placed.bar, whole, way), self._face.stages, way)

    def _pressed(self) -> None:
        if self._opens or self.action is None:
            self._asks.finding(self.story.rule)
        else:
            self._asks.tick(ActionId(self.action.id), self.isChecked())

    def _tick_area(self) -> QRectF | None:
        tick = self._laid_out(self.width()).placed.tick
        if tick is None:
            return None
        around = self._theme.metrics.px(_AROUND_TICK)
        area = tick.adjusted(-around, -around, around, around)
        return mirrored(area, QRectF(self.rect()), self.layoutDirection())

    def _laid_out(self, width: int) -> RowLayout:
        if width not in self._layouts:
            self._layouts[width] = RowLayout(
                self._theme,
                self._face,
                width,
                is_beside=self._is_beside,
                is_leftward=self.isRightToLeft(),
                is_whole=self._is_whole,
            )
        return self._layouts[width]

    def _forget(self) -> None:
        self._recolour()
        self.updateGeometry()

    def _recolour(self) -> None:
        self._layouts.clear()
        self.update()


def statement_menu(widget: QWidget, story: CardStory, asks: Asks) -> QMenu:
    """Return what a right click on a statement offers."""
    menu = QMenu(widget)
    menu.addAction(_("Copy"), partial(asks.copy, story))
    return menu


def _same(story: CardStory, shown: ActionRow | None) -> ActionRow | None:
    """Return the action that a row showed as it is now, unless there is nothing left to say of it.

    What is in place or declined gives way to what comes next.
    """
    if shown is not None:
        for row in story.key_actions.rows:
            if row.id == shown.id and row.is_left:
                return row
    return story.key_actions.next
