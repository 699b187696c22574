"""Many plans beside each other, as a table of cells with their words."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from advisor.language import _
from advisor.models.ids import PlanId, RuleId
from advisor.telling.places import plain
from advisor.telling.portfolio import CELL, PortfolioColumn, PortfolioRow, PortfolioStory
from ui.widgets.roles import READ_BY_ORCA

Index = QModelIndex | QPersistentModelIndex
SAFETY = 0
"""The column before those of the risks."""

_NOTHING = QModelIndex()


class PortfolioModel(QAbstractTableModel):
    """A row for each plan, a column for safety and for each risk."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PortfolioRow] = []
        self._risks: tuple[PortfolioColumn, ...] = ()
        self._story: PortfolioStory | None = None
        self._sorted_by, self._wanted = -1, ""

    def show_story(self, story: PortfolioStory) -> None:
        """Show these plans and no others, sorted by the risk by which those before were."""
        by = self._risks[self._sorted_by - 1].rule if self._sorted_by > SAFETY else None
        self.beginResetModel()
        self._story, self._risks, self._wanted = story, story.risks, ""
        if by is not None:
            columns = (at for at, risk in enumerate(self._risks, start=1) if risk.rule == by)
            self._sorted_by = next(columns, -1)
        self._rows = self._in_order(self._wanted)
        self.endResetModel()

    def show_only(self, wanted: str) -> None:
        """Show those of the plans alone that have every word in their titles."""
        self.beginResetModel()
        self._wanted = wanted
        self._rows = self._in_order(self._wanted)
        self.endResetModel()

    def row(self, index: Index) -> PortfolioRow | None:
        """Return the plan of a cell."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def risk(self, index: Index) -> PortfolioColumn | None:
        """Return the risk of a cell; None for that of safety and for a plan not judged."""
        row = self.row(index)
        if row is None or row.not_judged or index.column() <= SAFETY:
            return None
        return self._risks[index.column() - 1]

    def plans(self, *, all_of_them: bool) -> tuple[PlanId, ...]:
        """Return the plans in the order in which they stand, or those that are shown of them."""
        rows = self._in_order("") if all_of_them else self._rows
        return tuple(row.plan for row in rows)

    def rows_not_judged(self) -> list[int]:
        """Return the rows that have one sentence in place of their cells."""
        return [at for at, row in enumerate(self._rows) if row.not_judged]

    def place(self, plan: PlanId, rule: RuleId | None) -> QModelIndex:
        """Return where a plan and a risk meet; the first cell where they do not.

        Without a risk the cell of the plan's safety.
        """
        rows = (at for at, row in enumerate(self._rows) if row.plan == plan)
        columns = (at for at, risk in enumerate(self._risks, start=1) if risk.rule == rule)
        return self.index(next(rows, 0), next(columns, SAFETY))

    @property
    def is_sorted(self) -> bool:
        """Whether the plans stand otherwise than they came."""
        return self._sorted_by >= 0

    def sort_by(self, column: int) -> str:
        """Sort by a column, the same once more as they came; return what to say about it."""
        if self._story is None:
            return ""
        is_again = column == self._sorted_by
        # As another table, not as another layout of it: of each Qt throws away the cells that a
        # screen reader has asked for, which takes ten times as long at a layout: half a second.
        self.beginResetModel()
        self._sorted_by = -1 if is_again else column
        self._rows = self._in_order(self._wanted)
        self.endResetModel()
        if is_again:
            return _("The plans stand as they were changed, the last one first.")
        return _("Sorted by: {column}").format(column=self._head(column))

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or self._story is None else len(self._risks) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index)
            # Orca reads every cell of a row; other readers the one that the keyboard is on.
            is_named = row is not None and (index.column() == SAFETY or not READ_BY_ORCA)
            title = row.told.title if row is not None and is_named else ""
            head = self._head(index.column()) if not (row and row.not_judged) else ""
            return ", ".join(filter(None, (title, head, self._words(index))))
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way is Qt.Orientation.Horizontal:
            return self._head(section)
        return self._rows[section].told.title if section < len(self._rows) else None

    def _in_order(self, wanted: str) -> list[PortfolioRow]:
        """Return the plans that have these words in their titles, as they are sorted."""
        words = plain(wanted).split()
        rows = [
            row
            for row in (self._story.rows if self._story is not None else ())
            if not words or all(word in plain(row.told.title) for word in words)
        ]
        return rows if self._sorted_by < 0 else sorted(rows, key=self._key(self._sorted_by))

    def _words(self, index: Index) -> str:
        row, risk = self.row(index), self.risk(index)
        if row is None:
            return ""
        if risk is not None:
            return CELL[row.mark(risk.rule)]
        return row.told.safety.words if index.column() == SAFETY else row.not_judged

    def _head(self, column: int) -> str:
        if column == SAFETY:
            return _("Safety")
        return self._risks[column - 1].title if column <= len(self._risks) else ""

    def _key(self, column: int) -> Callable[[PortfolioRow], tuple[int, ...]]:
        if column == SAFETY:
            return lambda row: (-len(row.missing), -len(row.not_said))
        rule = self._risks[column - 1].rule
        return lambda row: (row.rank(rule),)
