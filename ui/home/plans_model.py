"""Plans as an item model that asks for more rows only when they are to be seen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from advisor.models.ids import PlanId

if TYPE_CHECKING:
    from advisor.models.judged import PlanSummary
    from advisor.telling.plan_lists import ToldPlan

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
TOLD_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class PlansModel(QAbstractListModel):
    """Summaries in the order in which they came.

    ``more_wanted`` carries the number of rows that are there; answer it with ``append``.
    """

    more_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PlanSummary] = []
        self._total = 0
        self._is_waiting = False
        # Told once for as long as a plan is listed as it is.
        self._told: dict[PlanId, ToldPlan] = {}

    @property
    def total(self) -> int:
        """How many plans there are, loaded or not."""
        return self._total

    def show_plans(self, first: "Sequence[PlanSummary]", total: int) -> bool:
        """Show these plans and no others; ``total`` says how many there are in all.

        Return whether others were shown before. Where these were, each row stays as it is.
        """
        self._told.clear()
        if total == self._total and list(first) == self._rows:
            self._rows, self._is_waiting = list(first), False
            return False
        self.beginResetModel()
        self._rows, self._total, self._is_waiting = list(first), total, False
        self.endResetModel()
        return True

    def replace(self, plans: "Sequence[PlanSummary]") -> None:
        """Show newer summaries in place of those of the same plans."""
        newer = {plan.id: plan for plan in plans}
        for at, plan in enumerate(self._rows):
            if plan.id in newer:
                self._rows[at] = newer[plan.id]
                self._told.pop(plan.id, None)
                self.dataChanged.emit(self.index(at), self.index(at))

    def append(self, more: "Sequence[PlanSummary]") -> None:
        """Add the rows that were asked for; none mean that there are no more."""
        self._is_waiting = False
        if not more:
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows.extend(more)
        self.endInsertRows()

    def summary(self, index: Index) -> "PlanSummary | None":
        """Return the plan in a row."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, plan: PlanId) -> QModelIndex:
        """Return where a plan is, or an invalid index while it is not loaded."""
        rows = (row for row, summary in enumerate(self._rows) if summary.id == plan)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self.summary(index)
        if summary is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return summary.title
            case Qt.ItemDataRole.ToolTipRole:
                from html import escape  # noqa: PLC0415 - where a mouse rests

                # A tip guesses markup: a name is a name.
                return f"<p>{escape(self._told_of(summary).sentence)}</p>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told_of(summary).sentence
            case _:
                if role == TOLD_ROLE:
                    return self._told_of(summary)
                return summary if role == SUMMARY_ROLE else None

    def _told_of(self, summary: "PlanSummary") -> "ToldPlan":
        import datetime  # noqa: PLC0415 - once there are plans

        from advisor.telling.plan_lists import told_plan  # noqa: PLC0415 - as above

        if summary.id not in self._told:
            now = datetime.datetime.now(datetime.UTC)
            self._told[summary.id] = told_plan(summary, now, with_place=True)
        return self._told[summary.id]

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_waiting and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit(len(self._rows))
