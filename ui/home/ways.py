"""The ways to a plan, in the title row of Home; where room is short, most of them in a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.menus import open_below

_Do = Callable[[], object]


class Ways(QWidget):
    """A plan from an example, from a file, or a new one; in the menu ``all_plans`` too."""

    def __init__(
        self,
        theme: Theme,
        *,
        example: _Do,
        bring: _Do,
        new: _Do,
        all_plans: _Do,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._in_menu = (
            (_("Start from an &example"), example),
            (_("&Import…"), bring),
            (_("&All plans in one table"), all_plans),
        )
        self.example = Button(
            theme, _("Start from an &example"), glyph=Glyph.COPY_PLUS, parent=self
        )
        self.bring = Button(theme, _("&Import…"), glyph=Glyph.UPLOAD, parent=self)
        self.more = IconButton(theme, Glyph.ELLIPSIS, name=_("More ways"), parent=self)
        self.new = Button(
            theme, _("&New plan"), kind=ButtonKind.SECONDARY, glyph=Glyph.PLUS, parent=self
        )
        for button, do in ((self.example, example), (self.bring, bring), (self.new, new)):
            button.clicked.connect(do)
        self.more.clicked.connect(self._open_menu)
        fill(FlowLayout(self, gap=6), self.example, self.bring, self.more, self.new)
        self.be_short(is_short=False)

    def be_short(self, *, is_short: bool) -> None:
        """Show one way and a menu, or every way."""
        for button in (self.example, self.bring):
            button.setVisible(not is_short)
        self.more.setVisible(is_short)

    def make_menu(self) -> QMenu:
        """Return the ways for which there is no room."""
        menu = QMenu(self)
        for words, do in self._in_menu:
            menu.addAction(words, do)
        return menu

    def _open_menu(self) -> None:
        open_below(self.make_menu(), self.more)
