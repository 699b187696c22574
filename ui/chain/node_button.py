"""One box of the chain picture: a button with wrapping words that paints itself.

It is an ordinary widget, so that the keyboard reaches it and a screen reader reads it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from advisor.telling.chain import Column, Node
from ui.theme.colours import Tone
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import TwoLines, box, mirrored, prepare_painted, two_lines
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 18
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class NodeButton(QAbstractButton, Spoken, ShowsWords):
    """A context, a mechanism or an outcome; checked while its path is kept lit.

    ``entered`` and ``left`` follow the keyboard and the pointer; ``arrow_pressed`` carries
    the key of an arrow, for the picture to move the focus.
    """

    spoken_role = QAccessible.Role.Button

    entered = Signal(str)
    left = Signal(str)
    arrow_pressed = Signal(str, int)

    def __init__(self, theme: Theme, node: Node, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.node = theme, node
        self._is_faded = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        prepare_painted(self, theme, node.spoken)

    def shown_words(self) -> Sequence[str]:
        return self.node.title, self.node.detail

    def set_faded(self, faded: bool) -> None:
        """Step back while the path of another box is lit."""
        if faded != self._is_faded:
            self._is_faded = faded
            self.update()

    @property
    def is_faded(self) -> bool:
        """Whether the box steps back while another path is lit."""
        return self._is_faded

    @property
    def tone(self) -> Tone:
        """The colour that goes with the box's icon and place."""
        if self.node.column is Column.CONTEXT:
            return SHOWINGS[self.node.marks[0]].tone if self.node.marks else Tone.NEUTRAL
        if self.node.column is Column.MECHANISM:
            return Tone.ACCENT
        return SHOWINGS[self.node.marks[1]].tone

    def heightForWidth(self, width: int) -> int:
        return round(self._words(width).height + 2 * self._pad() + 2 * _RING)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(140), self._theme.metrics.target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.node.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(self.node.id)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.arrow_pressed.emit(self.node.id, event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        tone = c.tones[self.tone]
        is_plain = self.node.column is Column.CONTEXT and not self.node.marks
        hovered = self.underMouse()
        fill = c.surface if is_plain or self._is_faded else tone.soft
        line = c.accent if hovered or self.isChecked() else tone.edge
        thick = 2.5 if self.isChecked() else 1.5
        box(painter, body, m.radius + 2, fill=fill, line=line, thickness=thick)
        if self.hasFocus():
            box(painter, whole, m.radius + _RING + 2, line=c.focus, thickness=m.ring)
        self._paint_words(painter, body)

    def _paint_icon(self, painter: QPainter, body: QRectF, top: float) -> None:
        if not self.node.marks or self.node.column is not Column.OUTCOME:
            return
        side = self._theme.metrics.px(_ICON)
        area = QRectF(body.left() + self._pad(), top, side, side)
        area = mirrored(area, body, self.layoutDirection())
        ink = self._theme.colours.tones[self.tone].ink
        glyph = SHOWINGS[self.node.marks[1]].glyph
        painter.drawPixmap(area.topLeft(), self._theme.pixmap(glyph, ink, _ICON, self))

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        c = self._theme.colours
        words = self._words(self.width())
        area = QRectF(
            body.left() + self._pad() + self._icon_room(),
            body.center().y() - words.height / 2,
            self.width() - self._chrome(),
            words.height,
        )
        self._paint_icon(painter, body, area.top() + 1)
        area = mirrored(area, body, self.layoutDirection())
        ink = c.ink_muted if self._is_faded else c.ink
        words.draw(painter, area.topLeft(), ink, c.ink_muted)

    def _words(self, width: int) -> TwoLines:
        node, room = self.node, width - self._chrome()
        return two_lines(self._theme, node.title, node.detail, room, self.layoutDirection())

    def _icon_room(self) -> int:
        if self.node.column is not Column.OUTCOME:
            return 0
        return self._theme.metrics.px(_ICON) + self._theme.metrics.space(10)

    def _chrome(self) -> int:
        return 2 * _RING + 2 * self._pad() + self._icon_room()

    def _pad(self) -> int:
        return self._theme.metrics.space(12)
