"""One box to find anything: in the plan, its advice and actions, the evidence, and commands."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QWidget

from advisor.language import _
from advisor.telling.find import KIND_WORDS, Findable, Finder, Found, Group, Kind
from advisor.telling.spoken import in_one_run
from ui.awake.slices import Slices
from ui.shell.found_model import FoundModel, FoundRows
from ui.theme.metrics import TextRole
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.chips import Chips
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.layouts import column_in, fill
from ui.widgets.menus import open_by_shift_f10
from ui.widgets.search_field import SearchField
from ui.widgets.text import MUTED, Text

EVERYWHERE = ""
_SIZE = (760, 600)


class FindDialog(QDialog):
    """Finds among what it is given to read; ``wanted`` carries the ``Findable`` that was chosen.

    It opens at once and reads in the window's turns; Enter waits until all is read. Up and Down
    choose while the box keeps the keyboard, Enter goes, Escape closes, and so does a press on the
    window behind it. What is typed before the system has given it the keyboard stands in it.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._behind, self._reading = theme, parent, Slices(self)
        self._finder: Finder | None = None
        self._offer: Callable[[], Iterable[Findable]] | None = None
        self._is_to_go = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find anything"))
        self.setAccessibleName(_("Find anything"))
        self._announcer = Announcer(self)
        self._lay_out()
        self.search.line.textChanged.connect(self._look)
        self.search.line.escaped.connect(self.reject)
        self.kinds.selected.connect(self._look)
        theme.style(self)
        open_by_shift_f10(self)
        area = parent.size()
        self.resize(
            min(theme.metrics.px(_SIZE[0]), area.width()),
            min(theme.metrics.px(_SIZE[1]), area.height()),
        )

    @property
    def is_read(self) -> bool:
        """Whether all that was given can be found."""
        return self._reading.is_done

    def read(self, things: Iterable[Findable]) -> None:
        """Take these for what can be found, a few in each of the window's turns."""
        self._reading.clear()
        self._reading.add_steps(self._read(things))

    def _read(self, things: Iterable[Findable]) -> Iterator[None]:
        read: list[Findable] = []
        for thing in things:
            read.append(thing)
            yield
        self._finder = Finder(read)
        self._look()
        if self._is_to_go:
            self._go(self.list.currentIndex())

    def _lay_out(self) -> None:
        theme = self._theme
        words = _("Find in the plan, the advice and the evidence")
        self.search = SearchField(theme, words, narrows=False)
        kinds = [(EVERYWHERE, _("Everywhere"))]
        kinds += [(kind.value, words) for kind, words in KIND_WORDS.items()]
        self.kinds = Chips(theme, kinds, name=_("Where to find"))
        self.kinds.select((EVERYWHERE,))
        self.model = FoundModel()
        self.list = self._make_list()
        self.said = Text("", role=TextRole.SMALL, tint=MUTED)
        keys = Text(
            _("Up and Down choose, Enter goes, Escape closes."), role=TextRole.SMALL, tint=MUTED
        )
        column = column_in(self, theme.metrics.space(8))
        pad = theme.metrics.space(16)
        column.setContentsMargins(pad, pad, pad, pad)
        fill(column, self.search, self.kinds)
        column.addWidget(self.list, 1)
        fill(column, self.said, keys)

    def start(self, words: str = "") -> None:
        """Open with these words looked for already."""
        self.search.line.setText(words)
        self.search.line.selectAll()
        # Not modal: the window behind would lose what is typed until the box has the keyboard.
        _KeptUntilActive(self._behind, self)
        self.show()
        self.search.take_focus()

    def wait_for(self, more: SignalInstance, offer: Callable[[], Iterable[Findable]]) -> None:
        """Say that something is still being read, and find that too once ``more`` says it is."""
        self._offer = offer
        more.connect(self._take_more)
        self.said.setText(self._still_reading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._is_to_go = self._finder is None
                self._go(self.list.currentIndex())
            case _:
                super().keyPressEvent(event)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(FoundRows(self._theme, view, self.model))
        view.setAccessibleName(_("What was found"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._go)
        self._theme.draws(view, Sheet.BARE_VIEW)
        SpeaksCurrent(view)
        return view

    @Slot()
    def _take_more(self) -> None:
        if self._offer is not None:
            offer, self._offer = self._offer, None
            self.read(offer())

    @Slot()
    def _look(self, _kind: object = None) -> None:
        if self._finder is None:
            return
        key = (*self.kinds.selection, EVERYWHERE)[0]
        found = self._finder.find(self.search.text, Kind(key) if key else None)
        self.model.show_found(found)
        self._count(found)
        self._choose_next(1)
        self._announcer.say_soon(" ".join(filter(None, (self.said.text(), self._chosen))))

    def _count(self, found: Found) -> None:
        said = found.said if self.search.text.strip() else ""
        self.said.setText(in_one_run((self._still_reading, said)))
        for kind, words in KIND_WORDS.items():
            count = found.counts[kind]
            chip = self.kinds.chips[kind.value]
            chip.say(_("{kind} {n}").format(kind=words, n=count) if count else words)

    @property
    def _still_reading(self) -> str:
        return _("Your plan is still being read.") if self._offer is not None else ""

    @property
    def _chosen(self) -> str:
        """The row that Enter would go to, as it is spoken."""
        index = self.list.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _move(self, by: int) -> None:
        """Choose the next row and say which; at the ends, that it is still the same."""
        self._choose_next(by)
        self._announcer.say_soon(self._chosen)

    def _choose_next(self, by: int) -> None:
        """Choose the next row that leads anywhere; stay at the ends."""
        place = self.list.currentIndex().row()
        while 0 <= (place := place + by) < self.model.rowCount():
            index = self.model.index(place)
            if self.model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentIndex(index)
                return

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        match self.model.row_at(index):
            case Findable() as row:
                self.accept()
                self.wanted.emit(row)
            case Group(kind=kind):
                self.kinds.select((kind.value,))
                self._look()
            case _:
                pass


class _KeptUntilActive(QObject):
    """Gives a box the keys of the window behind it until it is active; closes it after that.

    A system gives a new window the keyboard only once it stands, which takes a moment.
    """

    def __init__(self, behind: QWidget, box: FindDialog) -> None:
        super().__init__(box)
        self._box, self._behind, self._is_active = box, behind, False
        self._handle = behind.windowHandle()
        for watched in (box, behind, self._handle):
            if watched is not None:
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and watched is self._box:
            self._is_active = True
        elif event.type() is QEvent.Type.WindowActivate and watched is self._behind:
            if self._is_active:
                self._box.reject()
        elif watched is self._handle and isinstance(event, QKeyEvent) and not self._is_active:
            if event.type() is QEvent.Type.KeyPress:
                QApplication.sendEvent(self._box.search.line, event)
            # A letter is no shortcut of the page behind either.
            event.accept()
            return True
        return False
