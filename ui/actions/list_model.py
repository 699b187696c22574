"""The actions as rows of a table: heads of groups, and under them the actions that are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from advisor.language import _
from advisor.models.plan import Entry, EntryKey
from advisor.telling.action_list import ActionGroup, ActionList, ListedAction, Show
from advisor.telling.grammar import short_day
from ui.widgets.roles import READ_BY_ORCA

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
TICK_ROLES = (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole)
"""What changes where actions are chosen: nothing that takes room."""


class Column(IntEnum):
    """The columns of the list, in their order."""

    CHOSEN = 0
    DECISION = 1
    ACTION = 2
    WHO = 3
    WHEN = 4
    HELPS = 5


_TOLD = (Column.DECISION, Column.WHO, Column.WHEN, Column.HELPS)
"""What is told with an action where the cell that the keyboard is on is read alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """The head of a group: ``shown`` of its actions are there when it is not folded."""

    group: ActionGroup
    shown: int
    folded: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        state = _("folded") if self.folded else _("unfolded")
        return ". ".join(filter(None, (self.group.title, self.group.progress, state)))


Row = GroupHead | ListedAction


class ActionsModel(QAbstractTableModel):
    """Rows of an ``ActionList``: those of one kind that say some words; groups fold.

    While ``words`` are searched for nothing is folded. Some are chosen to be changed together.
    """

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list = ActionList(groups=(), owners=())
        self._rows: list[Row] = []
        self._folds: dict[str, bool] = {}
        self._chosen: set[EntryKey] = set()
        self._show, self._words = Show.KEY, ""
        self._hidden: tuple[Column, ...] = ()
        self._keyboard_at = Column.ACTION

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, heads of groups included."""
        return tuple(self._rows)

    @property
    def count(self) -> int:
        """How many actions are shown."""
        return sum(isinstance(row, ListedAction) for row in self._rows)

    @property
    def elsewhere(self) -> int:
        """How many actions of other kinds than the one that is shown say the words, too."""
        lines = self._list.lines if self._words else ()
        return sum(not line.is_for(self._show) and line.has(self._words) for line in lines)

    @property
    def chosen(self) -> tuple[ListedAction, ...]:
        """The actions that were chosen, in their order: all of them are shown."""
        return tuple(line for line in self._list.lines if line.key in self._chosen)

    def show_list(self, told: ActionList) -> None:
        """Show a list; where its rows are the same they change in place."""
        self._list = told
        rows = list(self._wanted())
        if [_id(row) for row in rows] == [_id(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self._end())
            self._let_go()
        else:
            self._reset(rows)

    def keep(self, key: EntryKey, entry: Entry) -> None:
        """Know what the plan says of an action before the list is told anew.

        Whoever decides the next thing at once would take it back.
        """
        groups = (
            replace(group, lines=tuple(_kept(line, key, entry) for line in group.lines))
            for group in self._list.groups
        )
        self._list = replace(self._list, groups=tuple(groups))

    def show_only(self, show: Show, words: str) -> None:
        """Show the actions of one kind that say all of some words."""
        if (show, words) != (self._show, self._words):
            self._show, self._words = show, words
            self._reset(list(self._wanted()))

    def tell_without(self, hidden: Iterable[Column]) -> None:
        """Know which columns have no room: what stands in them is told with the action."""
        self._hidden = tuple(hidden)

    def follow(self, column: int) -> None:
        """Know in which column the keyboard is: there, what is not said yet is told as well."""
        self._keyboard_at = Column(column)

    def fold(self, group: str, *, folded: bool) -> None:
        """Fold or unfold a group."""
        self._folds[group] = folded
        self._reset(list(self._wanted()))

    def choose(self, lines: Iterable[ListedAction], *, chosen: bool) -> None:
        """Choose actions to change together, or no longer; only what can be decided on."""
        keys = {line.key for line in lines if line.row is not None}
        self._chosen = self._chosen | keys if chosen else self._chosen - keys
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self._end(), [*TICK_ROLES])
        self.chosen_changed.emit()

    def is_chosen(self, line: ListedAction) -> bool:
        """Whether an action is among those that are changed together."""
        return line.key in self._chosen

    def row_at(self, index: Index) -> Row | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def line_of(self, key: EntryKey) -> ListedAction | None:
        """Return an action of the whole list, shown or not."""
        return next((line for line in self._list.lines if line.key == key), None)

    def place_of(self, key: EntryKey) -> int:
        """Return the row of an action, or -1 while it is not shown."""
        rows = enumerate(self._rows)
        return next((n for n, row in rows if isinstance(row, ListedAction) and row.key == key), -1)

    def group_of(self, place: int) -> tuple[ListedAction, ...]:
        """Return the actions shown in the group to which a row belongs."""
        start = place
        while start > 0 and not isinstance(self._rows[start], GroupHead):
            start -= 1
        lines = []
        for row in self._rows[start + 1 :]:
            if isinstance(row, GroupHead):
                break
            lines.append(row)
        return tuple(lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        heads = {
            Column.DECISION: _("What we decide"),
            Column.ACTION: _("Action"),
            Column.WHO: _("Who"),
            Column.WHEN: _("By when"),
            Column.HELPS: _("Helps with"),
        }
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.CHOSEN:
            return _("Chosen")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heads.get(Column(section), "")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == LINE_ROLE:
            return row
        if isinstance(row, GroupHead):
            # A reader of whole rows would say of each column what lies over all of them.
            is_own = index.column() == Column.ACTION
            is_spoken = is_own and role == Qt.ItemDataRole.AccessibleTextRole
            is_shown = is_own and role == Qt.ItemDataRole.DisplayRole
            return row.spoken if is_spoken else row.group.title if is_shown else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_words(row, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, Column(index.column()))
            case Qt.ItemDataRole.CheckStateRole if index.column() == Column.CHOSEN and row.row:
                return Qt.CheckState.Checked if self.is_chosen(row) else Qt.CheckState.Unchecked
            case _:
                return None

    def _spoken(self, line: ListedAction, column: Column) -> str:
        words = _("Chosen") if self._is_told_chosen(line, column) else cell_words(line, column)
        if column == Column.ACTION:
            # Orca reads every column of a row; other readers the cell that the keyboard is on.
            others = self._hidden if READ_BY_ORCA else _TOLD
            told = [words.rstrip("."), *(cell_words(line, other) for other in others)]
            told += [_("chosen")] if self.is_chosen(line) and not READ_BY_ORCA else []
            return ", ".join(filter(None, told))
        return words or (_not_said(line, column) if column == self._keyboard_at else "")

    def _is_told_chosen(self, line: ListedAction, column: Column) -> bool:
        return column == Column.CHOSEN and self.is_chosen(line)

    def _wanted(self) -> Iterator[Row]:
        for group in self._list.groups:
            lines = [
                line for line in group.lines if line.is_for(self._show) and line.has(self._words)
            ]
            if not lines:
                continue
            # Whoever asks for some kind of action wants to see it, not where it is hidden.
            waits = group.folded and self._show in (Show.KEY, Show.ALL)
            folded = self._folds.get(group.id, waits) and not self._words
            yield GroupHead(group=group, shown=len(lines), folded=folded)
            if not folded:
                yield from lines

    def _end(self) -> QModelIndex:
        return self.index(len(self._rows) - 1, Column.HELPS)

    def _reset(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self._let_go()

    def _let_go(self) -> None:
        """Choose nothing that is out of sight: it would be changed unseen."""
        self._chosen &= {row.key for row in self._rows if isinstance(row, ListedAction)}
        self.chosen_changed.emit()


def cell_words(line: ListedAction, column: Column) -> str:
    """Return what stands in a cell; empty where nothing was said yet."""
    decision = line.decision
    match column:
        case Column.CHOSEN:
            return ""
        case Column.DECISION:
            return line.state
        case Column.ACTION:
            return line.text
        case Column.WHO:
            return decision.owner if decision is not None else ""
        case Column.WHEN:
            return short_day(decision.due) if decision is not None and decision.due else ""
        case Column.HELPS:
            return line.purpose


def _not_said(line: ListedAction, column: Column) -> str:
    """Return what is said of a cell in which nothing stands yet."""
    match column:
        case Column.CHOSEN:
            return _("Not chosen")
        case Column.WHO if line.role:
            return _("Nobody yet. Suggested: {role}").format(role=line.role)
        case Column.WHO:
            return _("Nobody yet")
        case Column.WHEN:
            return _("No day yet")
        case _:
            return ""


def _id(row: Row) -> tuple[object, ...]:
    if isinstance(row, GroupHead):
        return (row.group.id, row.folded, row.shown)
    return (row.key,)


def _kept(line: ListedAction, key: EntryKey, entry: Entry) -> ListedAction:
    return line.with_entry(entry) if line.key == key else line
