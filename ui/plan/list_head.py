"""The title row of the list of questions: a search, a menu, and the way on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.menus import open_below
from ui.widgets.search_field import SearchField
from ui.widgets.text import Heading
from ui.widgets.turning import TurningRow

_LEAST_ROW = 700

Ways = Sequence[tuple[str, Callable[[], object]]]


class ListHead(TurningRow):
    """``go_on`` is the one thing that the page asks for; ``ways`` are in the menu."""

    def __init__(self, theme: Theme, ways: Ways) -> None:
        super().__init__(theme, least=_LEAST_ROW)
        self._ways = ways
        self.heading = Heading(_("Questions"), level=1)
        self.search = SearchField(theme, _("Find a question"))
        self.more_button = IconButton(theme, Glyph.ELLIPSIS, name=_("More about this plan"))
        self.more_button.clicked.connect(self._open_menu)
        self.go_on = Button(theme, "", kind=ButtonKind.PRIMARY, trailing=Glyph.CHEVRON_RIGHT)
        buttons = QWidget()
        fill(FlowLayout(buttons, gap=4), self.more_button, self.go_on)
        self.add(self.heading, grows=True)
        self.add(self.search)
        self.add(buttons)

    def name_way_on(self, words: str) -> None:
        """Say where it goes on."""
        self.go_on.setText(words)
        self.go_on.updateGeometry()

    def make_menu(self) -> QMenu:
        """Return what else can be done with the plan."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in self._ways:
            menu.addAction(words, do)
        return menu

    def _open_menu(self) -> None:
        open_below(self.make_menu(), self.more_button)
