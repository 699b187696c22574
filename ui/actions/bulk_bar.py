"""What can be done with several actions at once, in sight while some are chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QMenu

from advisor.language import _, ngettext
from advisor.models.plan import Choice
from advisor.telling.words import CHOICE
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.layouts import FlowLayout
from ui.widgets.menus import open_below
from ui.widgets.text import Text

_GLYPHS = {
    Choice.WE_WILL: Glyph.CALENDAR,
    Choice.IN_PLACE: Glyph.CHECK,
    Choice.NOT_FOR_US: Glyph.MINUS,
}


class BulkBar(QFrame):
    """Buttons that decide the same about all that is chosen, name or date it, or let it go.

    What they do is given the button that was pressed.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        decide: Callable[[Choice, Button], object],
        who: Callable[[Button], object],
        when: Callable[[Button], object],
        clear: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("What to do with the chosen actions"))
        row = FlowLayout(self, gap=6)
        self.count = Text("", role=TextRole.STRONG, parent=self)
        row.addWidget(self.count)
        self.buttons: dict[Choice, Button] = {}
        for choice, glyph in _GLYPHS.items():
            button = Button(theme, CHOICE[choice], glyph=glyph, parent=self)
            button.clicked.connect(partial(self._do, partial(decide, choice), button))
            self.buttons[choice] = button
            row.addWidget(button)
        self.who_button = Button(theme, _("Who…"), glyph=Glyph.USER, parent=self)
        self.when_button = Button(theme, _("By when…"), glyph=Glyph.CALENDAR, parent=self)
        for button, do in ((self.who_button, who), (self.when_button, when)):
            button.clicked.connect(partial(self._do, do, button))
            row.addWidget(button)
        self.menu_button = Button(theme, _("Change these…"), glyph=Glyph.PENCIL, parent=self)
        self.menu_button.clicked.connect(self._open_menu)
        row.addWidget(self.menu_button)
        self.clear_button = IconButton(theme, Glyph.X, name=_("Choose none"), parent=self)
        self.clear_button.clicked.connect(clear)
        row.addWidget(self.clear_button)
        self.set_narrow(narrow=False)

    @property
    def wide_buttons(self) -> tuple[Button, ...]:
        """The buttons that stand in one menu where there is little room."""
        return (*self.buttons.values(), self.who_button, self.when_button)

    def set_narrow(self, *, narrow: bool) -> None:
        """Offer everything in a menu, or as a button each."""
        for button in self.wide_buttons:
            button.setVisible(not narrow)
        self.menu_button.setVisible(narrow)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for button in self.wide_buttons:
            menu.addAction(button.text()).triggered.connect(button.click)
        open_below(menu, self.menu_button)

    def show_count(self, count: int) -> None:
        """Say how many actions are chosen."""
        words = ngettext("{n} action chosen", "{n} actions chosen", count)
        self.count.setText(words.format(n=count))

    def _do(self, do: Callable[[Button], object], button: Button, _checked: bool = False) -> None:
        do(button if button.isVisible() else self.menu_button)
