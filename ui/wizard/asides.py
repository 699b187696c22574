"""What opens under a question: why we ask, a note. Its buttons stand in the title row."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce_switched
from ui.widgets.disclosure import DisclosureButton
from ui.widgets.finding import Folds
from ui.widgets.layouts import FlowLayout, column_in, fit_height
from ui.widgets.motion import unfold


class Asides(QWidget, Folds):
    """Several things that open in place; their buttons are on ``bar``, to be put elsewhere.

    ``opened`` carries what a person has opened: it may be out of sight.
    """

    opened = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[DisclosureButton] = []
        self._makers: list[Callable[[], QWidget]] = []
        self._contents: dict[int, QWidget] = {}
        self.bar = QWidget(parent)
        fit_height(self.bar)
        self.row = FlowLayout(self.bar, gap=0)
        self._column = column_in(self, theme.metrics.space(6))

    def add(
        self, title: str, name: str, make: Callable[[], QWidget], glyph: Glyph | None = None
    ) -> DisclosureButton:
        """Add something that opens; ``name`` is what a screen reader hears for the title."""
        button = DisclosureButton(
            self._theme, title, self.bar, role=TextRole.SMALL_STRONG, glyph=glyph
        )
        button.setAccessibleName(name)
        self._buttons.append(button)
        self._makers.append(make)
        self.row.addWidget(button)
        button.clicked.connect(partial(self._switch, len(self._buttons) - 1))
        return button

    def _switch(self, at: int) -> None:
        self.set_open(at, is_open=not self._buttons[at].spoken_open)
        is_open = bool(self._buttons[at].spoken_open)
        announce_switched(self._contents[at], is_open=is_open)
        if is_open:
            self.opened.emit(self._contents[at])

    def set_open(self, at: int, is_open: bool) -> None:
        """Open or close one of them."""
        button = self._buttons[at]
        if is_open == button.spoken_open:
            return
        button.show_open(is_open)
        if not is_open:
            self._contents[at].hide()
            return
        unfold(self._theme, self._made(at))

    def folded(self) -> Sequence[QWidget]:
        return tuple(self._contents.values())

    def unmade(self) -> Sequence[Callable[[], object]]:
        ways = range(len(self._makers))
        return tuple(partial(self._make_folded, at) for at in ways if at not in self._contents)

    def open_part(self, part: QWidget) -> None:
        for at, content in self._contents.items():
            if content is part:
                self.set_open(at, is_open=True)

    def _made(self, at: int) -> QWidget:
        if at not in self._contents:
            self._contents[at] = self._makers[at]()
            self._contents[at].setParent(self)
            self._column.addWidget(self._contents[at])
        return self._contents[at]

    def _make_folded(self, at: int) -> None:
        if at not in self._contents:
            self._made(at).hide()
