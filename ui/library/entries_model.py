"""Library entries as an item model, and how a row of them is painted."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor.telling.shelves import LibraryEntry
from advisor.telling.spoken import in_one_run
from ui.theme.theme import Theme
from ui.widgets.painting import TwoLines, box, two_lines

Index = QModelIndex | QPersistentModelIndex
_RING = 3


class EntriesModel(QAbstractListModel):
    """A tuple of entries, set whole."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[LibraryEntry, ...] = ()

    @property
    def entries(self) -> tuple[LibraryEntry, ...]:
        """What is listed."""
        return self._entries

    def show_entries(self, entries: Sequence[LibraryEntry]) -> None:
        """List these entries and no others."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: Index) -> LibraryEntry | None:
        """Return the entry of a row."""
        return self._entries[index.row()] if 0 <= index.row() < len(self._entries) else None

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry, or -1."""
        rows = (row for row, entry in enumerate(self._entries) if entry.id == entry_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_one_run((entry.title, entry.line))
        return None


class EntryRows(QStyledItemDelegate):
    """Paints a title over a smaller line, both wrapped."""

    def __init__(self, theme: Theme, view: QListView, model: EntriesModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model
        self._heights: dict[tuple[str, int], int] = {}
        theme.resized.connect(self._forget_heights)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        entry = self._model.entry(index)
        if entry is None:
            return QSize(width, 0)
        key = (entry.id, width)
        if key not in self._heights:
            self._heights[key] = round(self._words(entry, width).height + 2 * self._pad())
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        c, m = self._theme.colours, self._theme.metrics
        area = QRectF(option.rect).adjusted(_RING, 1, -_RING, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen:
            box(painter, area, m.radius, fill=c.accent_soft, line=c.accent, thickness=1.5)
        elif hovered:
            box(painter, area, m.radius, fill=c.sunken)
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, area, m.radius, line=c.focus, thickness=m.ring)
        words = self._words(entry, round(area.width()) + 2 * _RING)
        corner = area.topLeft() + QPointF(self._pad(), self._pad() - 1)
        words.draw(painter, corner, c.accent_ink if chosen else c.ink, c.ink_muted)
        painter.restore()

    @Slot()
    def _forget_heights(self) -> None:
        self._heights.clear()

    def _words(self, entry: LibraryEntry, width: int) -> TwoLines:
        room, way = width - 2 * self._pad() - 2 * _RING, self._view.layoutDirection()
        return two_lines(self._theme, entry.title, entry.line, room, way)

    def _pad(self) -> int:
        return self._theme.metrics.space(9)
