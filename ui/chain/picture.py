"""The chain picture: three columns of buttons and the painted lines between them.

Each box can be reached with Tab and the arrow keys; the whole path through a box is lit
while it has the focus or is chosen. The lines are decoration: a screen reader hears the
same links from each box's description and from the sentences beside the picture.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.language import _
from advisor.telling.chain import COLUMN_TITLES, CUT_MARK, Chain, Cut, Link, Node
from ui.chain.node_button import NodeButton
from ui.chain.placing import Placing, Space, ordered_contexts, place
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height
from ui.widgets.painting import box, draw_icon
from ui.widgets.tab_order import PlacesParts
from ui.widgets.text import Heading

LEAST_COLUMN, GAP = 190, 72
"""The narrowest column and the room between columns, at a text size of 100 per cent."""

_GLYPHS = (Glyph.MAP_PIN, Glyph.SPARKLES, Glyph.STAR)
_ICON = 20
_APART = 4
_FADED = 60
_SIGN = 28
_STEPS = 12


class ChainPicture(QWidget, PlacesParts):
    """Shows a ``Chain``; tells which box was chosen by ``node_chosen(node)``.

    Its columns lie under one another where they would be narrower than ``least_column``.
    """

    node_chosen = Signal(object)

    def __init__(
        self, theme: Theme, chain: Chain, *, least_column: int = LEAST_COLUMN, gap: int = GAP
    ) -> None:
        super().__init__()
        self._theme, self._chain = theme, chain
        self._least_column, self._gap = least_column, gap
        self._lit: frozenset[str] = frozenset()
        self._chosen = ""
        fit_height(self, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Chain picture"))
        self._headings = [Heading(_(title), level=3, parent=self) for title in COLUMN_TITLES]
        columns = (ordered_contexts(chain), chain.mechanisms, chain.outcomes)
        self._columns = tuple(tuple(map(self._button, column)) for column in columns)
        self._buttons = {button.node.id: button for column in self._columns for button in column}
        self._describe()
        self._placing = self._placed(self.width())
        theme.resized.connect(self._place)

    @property
    def lit(self) -> frozenset[str]:
        """The boxes on the path that is lit; empty when none is."""
        return self._lit

    def in_reading_order(self) -> tuple[QWidget, ...]:
        """Return the boxes column by column, as their headings introduce them."""
        return tuple(button for column in self._columns for button in column)

    def button(self, node_id: str) -> NodeButton:
        """Return the box of a node."""
        return self._buttons[node_id]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width).height

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(900), self._theme.metrics.px(100))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_glyphs(painter)
        if self._placing.is_stacked:
            return
        for link in sorted(self._chain.links, key=self._is_lit):
            self._paint_link(painter, link)

    # Making

    def _button(self, node: Node) -> NodeButton:
        button = NodeButton(self._theme, node, self)
        button.entered.connect(self._enter)
        button.left.connect(self._leave)
        button.arrow_pressed.connect(self._move)
        button.clicked.connect(self._choose)
        return button

    def _describe(self) -> None:
        for node, button in self._buttons.items():
            button.setAccessibleDescription(self._chain.leads_to(node))

    # Placing

    def _placed(self, width: int) -> Placing:
        m = self._theme.metrics
        space = Space(
            width=max(width, 1),
            gap_across=m.space(self._gap),
            gap_down=m.space(12),
            heading=m.px(44),
            least_column=m.px(self._least_column),
        )
        return place(self._chain, space, self._height_of)

    def _height_of(self, node: Node, width: int) -> int:
        return self._buttons[node.id].heightForWidth(width)

    @Slot()
    def _place(self) -> None:
        self._placing = placing = self._placed(self.width())
        for node_id, at in placing.places.items():
            self._buttons[node_id].setGeometry(
                self._mirrored(QRect(at.left, at.top, at.width, at.height))
            )
        indent = self._theme.metrics.px(_ICON + 10)
        # A heading reaches over the gap beside its column, so that a narrow one cuts no word.
        wide = placing.column_width - indent
        if not placing.is_stacked:
            wide += self._theme.metrics.space(self._gap) - _APART
        for heading, left, top in zip(
            self._headings, placing.column_lefts, placing.column_tops, strict=True
        ):
            room = min(wide, self.width() - left - indent)
            area = QRect(left + indent, top, room, self._heading_room())
            heading.setGeometry(self._mirrored(area))
        self.updateGeometry()
        self.update()

    def _heading_room(self) -> int:
        return self._theme.metrics.px(34)

    def _mirrored(self, area: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return area
        return QRect(self.width() - area.right() - 1, area.top(), area.width(), area.height())

    # Lighting

    @Slot(str)
    def _enter(self, node_id: str) -> None:
        self._light(self._chain.path_of(node_id))

    @Slot()
    def _leave(self) -> None:
        self._light(self._chain.path_of(self._chosen) if self._chosen else frozenset())

    def _light(self, path: frozenset[str]) -> None:
        self._lit = path
        for node_id, button in self._buttons.items():
            button.set_faded(bool(path) and node_id not in path)
        self.update()

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if not isinstance(button, NodeButton):
            return
        self._chosen = button.node.id if button.isChecked() else ""
        for other in self._buttons.values():
            other.setChecked(other is button and bool(self._chosen))
        self._leave()
        if self._chosen:
            self.node_chosen.emit(button.node)

    @Slot(str, int)
    def _move(self, node_id: str, key: int) -> None:
        """Up and down stay in the column; left and right follow a line."""
        at = next(
            (across, down)
            for across, column in enumerate(self._columns)
            for down, button in enumerate(column)
            if button.node.id == node_id
        )
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None:
            self._focus_in_column(at[0], at[1] + step)
            return
        self._focus_along(node_id, forward=(key == Qt.Key.Key_Right) != self.isRightToLeft())

    def _focus_in_column(self, across: int, down: int) -> None:
        column = self._columns[across]
        column[max(0, min(down, len(column) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_along(self, node_id: str, *, forward: bool) -> None:
        for link in self._chain.links:
            start, end = (link.start, link.end) if forward else (link.end, link.start)
            if start == node_id:
                self._buttons[end].setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Painting

    def _is_lit(self, link: Link) -> bool:
        return link.start in self._lit and link.end in self._lit

    def _paint_glyphs(self, painter: QPainter) -> None:
        side = self._theme.metrics.px(_ICON)
        colour = self._theme.colours.accent_ink
        for glyph, left, top in zip(
            _GLYPHS, self._placing.column_lefts, self._placing.column_tops, strict=True
        ):
            area = self._mirrored(QRect(left, top + (self._heading_room() - side) // 2, side, side))
            painter.drawPixmap(area.topLeft(), self._theme.pixmap(glyph, colour, _ICON, self))

    def _paint_link(self, painter: QPainter, link: Link) -> None:
        start, end = self._ends(link)
        tone = Tone.DANGER if link.is_unwanted else Tone.ACCENT
        colour = QColor(self._theme.colours.tones[tone].edge)
        if self._lit and not self._is_lit(link):
            colour.setAlpha(_FADED)
        pen = QPen(colour, 3.0 if self._is_lit(link) else 1.6)
        if not link.is_certain:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bend = (end.x() - start.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        if link.cut is not Cut.WHOLE:
            self._paint_cut(painter, path, link.cut)
            return
        painter.drawPath(path)
        self._paint_arrow(painter, end, colour, forward=end.x() > start.x())

    def _paint_cut(self, painter: QPainter, path: QPainterPath, cut: Cut) -> None:
        """Draw a line as far as the sign that cuts it, and what is left of it behind."""
        showing = SHOWINGS[CUT_MARK[cut]]
        tone = self._theme.colours.tones[showing.tone]
        painter.setPen(QPen(QColor(tone.edge), 2.0))
        painter.drawPath(_part(path, 0.0, 0.5))
        painter.setPen(QPen(QColor(self._theme.colours.outline), 1.6, Qt.PenStyle.DashLine))
        painter.drawPath(_part(path, 0.5, 1.0))
        side = self._theme.metrics.px(_SIGN)
        around = QRectF(0, 0, side, side)
        around.moveCenter(path.pointAtPercent(0.5))
        box(painter, around, side / 2, fill=tone.soft, line=tone.edge, thickness=1.5)
        picture = self._theme.pixmap(showing.glyph, tone.ink, _ICON - 4, self)
        draw_icon(painter, picture, around)

    def _ends(self, link: Link) -> tuple[QPointF, QPointF]:
        a = self._buttons[link.start].geometry()
        b = self._buttons[link.end].geometry()
        inset = 4
        if a.center().x() < b.center().x():
            return (
                QPointF(a.right() + 1 - inset, a.center().y()),
                QPointF(b.left() + inset, b.center().y()),
            )
        return (
            QPointF(a.left() + inset, a.center().y()),
            QPointF(b.right() + 1 - inset, b.center().y()),
        )

    def _paint_arrow(
        self, painter: QPainter, tip: QPointF, colour: QColor, *, forward: bool
    ) -> None:
        length, half = 9.0, 4.5
        back = -length if forward else length
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon([tip, tip + QPointF(back, -half), tip + QPointF(back, half)])


def _part(path: QPainterPath, start: float, end: float) -> QPainterPath:
    """Return a piece of a path, from and to these parts of its length."""
    part = QPainterPath(path.pointAtPercent(start))
    for step in range(1, _STEPS + 1):
        part.lineTo(path.pointAtPercent(start + (end - start) * step / _STEPS))
    return part
