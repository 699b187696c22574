"""The list of actions as a table: the keys and the mouse decide, name, date and choose.

``opened(key)`` asks for all about one action. Decisions go to ``change``, several at once.
"""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from advisor.language import _
from advisor.models.plan import Choice, EntryKey
from advisor.telling.action_list import ListedAction
from advisor.telling.words import CHOICE
from ui.actions.cells import ActionCells
from ui.actions.deciding import Change, Deciding, keys_of
from ui.actions.list_model import TICK_ROLES, ActionsModel, Column, GroupHead, Index
from ui.actions.writing import Writing
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.in_sight import corner_by
from ui.widgets.letters import letter_of
from ui.widgets.menus import open_at

_WIDTHS = {
    Column.CHOSEN: 44,
    Column.DECISION: 176,
    Column.WHO: 148,
    Column.WHEN: 116,
    Column.HELPS: 190,
}
_BESIDE = (Column.WHO, Column.WHEN, Column.HELPS)
_LEAST_ACTION, _LEAST_ALONE = 320, 200
"""The least width of an action's text beside who, when and what it helps with, and without them."""


class ActionsTable(QTableView):
    """Shows an ``ActionsModel`` and reports decisions to ``change``."""

    opened = Signal(object)
    closing_asked = Signal()

    def __init__(self, theme: Theme, model: ActionsModel, change: Change) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.deciding = Deciding(theme, self, model, change=change, open_at=self._open)
        self._ahead: tuple[EntryKey, ...] = ()
        self.writing: Writing | None = None
        self._cells = ActionCells(theme, self, model)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._dress()
        SpeaksCurrent(self)
        model.modelReset.connect(self._lay_out)
        model.modelAboutToBeReset.connect(self._note_place)
        model.dataChanged.connect(self._fit_changed)
        theme.resized.connect(self._fit)

    @property
    def current(self) -> ListedAction | None:
        """The action under the keyboard."""
        row = self._model.row_at(self.currentIndex())
        return row if isinstance(row, ListedAction) else None

    @property
    def least_width(self) -> int:
        """The width below which words would be cut, at the present text size."""
        m, bar = self._theme.metrics, self.verticalScrollBar().sizeHint().width()
        return m.px(_WIDTHS[Column.CHOSEN] + _WIDTHS[Column.DECISION] + _LEAST_ALONE) + bar

    def go_to(self, key: EntryKey) -> None:
        """Put the keyboard on an action, if it is shown."""
        place = self._model.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, Column.ACTION))

    def menu_for(self, line: ListedAction) -> QMenu:
        """Return what can be decided about an action."""
        menu = QMenu(self)
        for choice in Choice:
            action = menu.addAction(CHOICE[choice])
            action.setCheckable(True)
            action.setChecked(line.decision is not None and line.decision.choice is choice)
            action.triggered.connect(partial(self._chosen_in_menu, line, choice))
        menu.addSeparator()
        menu.addAction(_("&Who…")).triggered.connect(lambda: self.deciding.ask_who([line]))
        menu.addAction(_("&By when…")).triggered.connect(lambda: self.deciding.ask_when([line]))
        menu.addAction(_("&More about this action")).triggered.connect(
            lambda: self.opened.emit(line.key)
        )
        return menu

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row_at(self.currentIndex())
        if isinstance(row, GroupHead) and self._key_on_head(event, row):
            return
        if isinstance(row, ListedAction) and self._key_on_line(event, row):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.closing_asked.emit()
        else:
            super().keyPressEvent(event)
            self._stand_on_head()

    def _stand_on_head(self) -> None:
        """Have the head of a group heard, whichever column the keyboard came from."""
        here = self.currentIndex()
        if isinstance(self._model.row_at(here), GroupHead) and here.column() != Column.ACTION:
            self.setCurrentIndex(here.siblingAtColumn(Column.ACTION))

    def currentChanged(self, current: Index, previous: Index) -> None:
        if current.isValid():
            self._model.follow(current.column())
        super().currentChanged(current, previous)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row_at(index)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if isinstance(row, GroupHead):
            self._fold(row, folded=not row.folded)
        elif isinstance(row, ListedAction):
            self._press(row, Column(index.column()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._model.row_at(index)
        if isinstance(row, ListedAction) and row.decision is not None:
            corner = event.globalPos() if by_mouse else self._corner(index)
            open_at(self.menu_for(row), self, corner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _press(self, line: ListedAction, column: Column) -> None:
        if line.decision is None:
            self.opened.emit(line.key)
            return
        match column:
            case Column.CHOSEN:
                self._model.choose([line], chosen=not self._model.is_chosen(line))
            case Column.DECISION:
                open_at(self.menu_for(line), self, self._corner(self.currentIndex()))
            case Column.WHO:
                self.deciding.ask_who([line])
            case Column.WHEN:
                self.deciding.ask_when([line])
            case _:
                self.opened.emit(line.key)

    def _key_on_head(self, event: QKeyEvent, head: GroupHead) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._fold(head, folded=not head.folded)
        elif key == Qt.Key.Key_Left and not head.folded:
            self._fold(head, folded=True)
        elif key == Qt.Key.Key_Right and head.folded:
            self._fold(head, folded=False)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # Qt would go on in the first column: the head lies over all of them.
            place = self.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            beside = self._model.index(place, Column.ACTION)
            self.setCurrentIndex(beside if beside.isValid() else self.currentIndex())
        else:
            return False
        return True

    def _key_on_line(self, event: QKeyEvent, line: ListedAction) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            is_all = key is Qt.Key.Key_A
            if is_all:
                group = self._model.group_of(self.currentIndex().row())
                self._model.choose(group, chosen=True)
            return is_all
        if held & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._extend(line, down=key is Qt.Key.Key_Down)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(line, Column(self.currentIndex().column()))
            return True
        if key is Qt.Key.Key_Space and line.decision is not None:
            self._model.choose([line], chosen=not self._model.is_chosen(line))
            return True
        letter = letter_of(self._theme, event) if line.decision is not None else None
        return letter is not None and self.deciding.by_key(self._model.chosen or (line,), letter)

    def _extend(self, line: ListedAction, *, down: bool) -> None:
        """Choose the action under the keyboard and the next one, and go there."""
        here = self.currentIndex()
        there = self._model.index(here.row() + (1 if down else -1), here.column())
        row = self._model.row_at(there) if there.isValid() else None
        lines = [line, row] if isinstance(row, ListedAction) else [line]
        self._model.choose(lines, chosen=True)
        if isinstance(row, ListedAction):
            self.setCurrentIndex(there)

    def _fold(self, head: GroupHead, *, folded: bool) -> None:
        place = self.currentIndex().row()
        self._model.fold(head.group.id, folded=folded)
        self.setCurrentIndex(self._model.index(place, Column.ACTION))

    # Deciding

    def _chosen_in_menu(self, line: ListedAction, choice: Choice, _on: bool = False) -> None:
        self.deciding.decide([line], choice)

    def _open(self, asked: Writing, column: Column, button: QWidget | None) -> None:
        self.writing = asked
        asked.destroyed.connect(self._written)
        cell = self.currentIndex().siblingAtColumn(column)
        asked.open_at(corner_by(asked, button) if button else self._corner(cell))

    def _written(self) -> None:
        self.writing = None

    def _corner(self, index: QModelIndex) -> QPoint:
        if self.isColumnHidden(index.column()):
            index = index.siblingAtColumn(Column.ACTION)
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    # Looks

    def _dress(self) -> None:
        self.setAccessibleName(_("Actions"))
        self._name_keys()
        self._theme.changed.connect(self._name_keys)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self._theme.draws(self, Sheet.BARE_VIEW)
        # Qt selects the cell that the keyboard is on, unseen: of any other Orca says at each move
        # that it is not selected. What is chosen has its tick.
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setAccessibleName(_("Columns"))
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _name_keys(self) -> None:
        self.setAccessibleDescription(keys_of(self._theme))

    def _fit(self) -> None:
        """Give the columns their widths; where there is no room, who and when go under the text."""
        m, room = self._theme.metrics, self.viewport().width()
        widths = {column: m.px(width) for column, width in _WIDTHS.items()}
        roomy = room - sum(widths.values()) >= m.px(_LEAST_ACTION)
        for column in _BESIDE:
            self.setColumnHidden(column, not roomy)
        self._model.tell_without(() if roomy else _BESIDE)
        taken = 0
        for column, width in widths.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, width)
                taken += width
        self.setColumnWidth(Column.ACTION, max(m.px(160), room - taken))
        self._fit_rows()

    def _fit_rows(self) -> None:
        head = self.verticalHeader()
        for place in range(self._model.rowCount()):
            head.resizeSection(place, self._cells.height(place))

    def _fit_changed(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if tuple(roles) != TICK_ROLES:
            self._fit_rows()

    def _note_place(self) -> None:
        place = max(0, self.currentIndex().row())
        rows = self._model.rows[place:] if self.current is not None else ()
        self._ahead = tuple(row.key for row in rows if isinstance(row, ListedAction))

    def _lay_out(self) -> None:
        self.clearSpans()
        for place, row in enumerate(self._model.rows):
            if isinstance(row, GroupHead):
                self.setSpan(place, 0, 1, len(Column))
        self._fit_rows()
        # Where the action is shown no longer, to the next one.
        here = next((key for key in self._ahead if self._model.place_of(key) >= 0), None)
        if here is not None:
            self.go_to(here)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, Column.ACTION))
