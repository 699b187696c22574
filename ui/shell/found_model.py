"""What was found, as rows of a list, and how they are painted."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor.language import _
from advisor.telling.find import KIND_WORDS, Findable, Found, Group, Kind, marked
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import box, draw_icon, mirrored

Index = QModelIndex | QPersistentModelIndex
Row = Findable | Kind | Group
ROW_ROLE = Qt.ItemDataRole.UserRole

_GLYPHS = {
    Kind.ANSWERS: Glyph.CLIPBOARD_LIST,
    Kind.ADVICE: Glyph.LIGHTBULB,
    Kind.ACTIONS: Glyph.LIST_CHECKS,
    Kind.EVIDENCE: Glyph.LIBRARY,
    Kind.COMMANDS: Glyph.CHEVRON_RIGHT,
}


class FoundModel(QAbstractListModel):
    """Rows under the names of their kinds; a row for what is left of a kind is a ``Group``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self.words: tuple[str, ...] = ()

    def show_found(self, found: Found) -> None:
        """List this and nothing else."""
        self.beginResetModel()
        self.words, self._rows = found.words, list(_rows(found))
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        match row:
            case Findable():
                return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else row.title
            case Group() if role == Qt.ItemDataRole.AccessibleTextRole:
                return _("{kind}: {more}").format(kind=KIND_WORDS[row.kind], more=row.more_words)
            case Group():
                return row.more_words
            case Kind():
                return KIND_WORDS[row]
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # The names of kinds are passed by: there is nothing to go to.
        if isinstance(self.row_at(index), Kind):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FoundRows(QStyledItemDelegate):
    """Paints a title with its hits over a smaller line; names of kinds small and alone."""

    def __init__(self, theme: Theme, view: QListView, model: FoundModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = 48 if isinstance(self._model.row_at(index), Findable) else 26
        return QSize(self._view.viewport().width(), self._theme.metrics.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, area = self._model.row_at(index), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        c, m = self._theme.colours, self._theme.metrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            inner = area.adjusted(1, 1, -1, -1)
            box(painter, inner, m.radius, fill=c.accent_soft, line=c.accent, thickness=2)
        match row:
            case Findable():
                self._paint_hit(painter, area, row)
            case Kind():
                self._line(painter, area, KIND_WORDS[row], TextRole.SMALL, c.ink_muted)
            case Group():
                words = area.adjusted(m.px(32), 0, 0, 0)
                self._line(painter, words, row.more_words, TextRole.SMALL_STRONG, c.accent)
            case _:
                pass
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRectF, row: Findable) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self._view.layoutDirection()
        place = QRectF(area.left() + m.px(12), area.top(), m.px(20), area.height())
        picture = self._theme.pixmap(_GLYPHS[row.kind], c.accent, 18, self._view)
        draw_icon(painter, picture, mirrored(place, area, way))
        words = area.adjusted(m.px(32), 0, 0, 0)
        half = area.height() / 2
        title = QRectF(words.left(), area.top() + 2, words.width(), half)
        self._line(painter, title, row.title, TextRole.STRONG, c.ink, hits=True)
        line = QRectF(words.left(), area.top() + half, words.width(), half - 4)
        self._line(painter, line, row.line, TextRole.SMALL, c.ink_muted)

    def _line(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        role: TextRole,
        colour: str,
        *,
        hits: bool = False,
    ) -> None:
        """Draw one line, cut at its end: all of it is spoken, and stands where it leads."""
        font, m, way = self._theme.font(role), self._theme.metrics, self._view.layoutDirection()
        room = area.adjusted(m.px(12), 0, -m.px(12), 0)
        measure = QFontMetricsF(font)
        said = measure.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        place = mirrored(room, QRectF(self._view.viewport().rect()), way)
        painter.setFont(font)
        for start, length in marked(said, self._model.words) if hits else ():
            before = measure.horizontalAdvance(said[:start])
            wide = measure.horizontalAdvance(said[start : start + length])
            hit = QRectF(place.left() + before, place.top() + 2, wide, place.height() - 4)
            soft = self._theme.colours.tones[Tone.CAUTION].soft
            if way is Qt.LayoutDirection.LeftToRight:
                painter.fillRect(hit, QColor(soft))
        painter.setPen(QColor(colour))
        is_leftward = way is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, flags, said)


def _rows(found: Found) -> Iterator[Row]:
    for group in found.groups:
        yield group.kind
        yield from group.found
        if group.more:
            yield group
