"""The title row of the advice: what it is, list or picture, what else, and the way to paper."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.chips import Chips
from ui.widgets.layouts import FlowLayout, fit_height
from ui.widgets.menus import open_below
from ui.widgets.text import Heading

_LEAST_ROW = 560
LIST, PICTURE = "list", "picture"
Ways = Sequence[tuple[str, Callable[[], object]]]


class Head(QWidget):
    """``checklist`` is the one thing that the page asks for; ``ways`` are in the menu."""

    def __init__(self, theme: Theme, ways: Ways, checklist: Callable[[], object]) -> None:
        super().__init__()
        self._ways = ways
        self.heading = Heading(_("Advice"), level=1, parent=self)
        self.view = Chips(
            theme, ((LIST, _("List")), (PICTURE, _("Picture"))), name=_("Show the advice as")
        )
        self.view.select((LIST,))
        self.more_button = IconButton(theme, Glyph.ELLIPSIS, name=_("More"), parent=self)
        self.more_button.clicked.connect(self._open_menu)
        self.checklist = Button(
            theme,
            _("&Make the checklist"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.PRINTER,
            parent=self,
        )
        self.checklist.clicked.connect(checklist)
        self.row = row = FlowLayout(gap=4)
        for part in (self.view, self.more_button, self.checklist):
            row.addWidget(part)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addStretch(1)
        whole.addLayout(row)
        self._whole, self._theme = whole, theme
        fit_height(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.metrics.px(_LEAST_ROW)
        way = QBoxLayout.Direction
        self._whole.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for words, do in self._ways:
            menu.addAction(words, do)
        open_below(menu, self.more_button)
