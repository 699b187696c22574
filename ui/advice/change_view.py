"""What would have to change: asked by a button, told under it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.cards import CardStory
from advisor.telling.changes import ChangesStory
from ui.advice.asks import Asks
from ui.advice.changes_view import ChangesView
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import WrappingButton
from ui.widgets.contents import put_in_place
from ui.widgets.layouts import column_in, fill, row_of


class ChangeView(QWidget):
    """Asks what would have to change, and tells the answer."""

    def __init__(self, theme: Theme, story: CardStory, asks: Asks) -> None:
        super().__init__()
        self._theme, self._try_out = theme, partial(asks.trial, story.rule)
        self._about = story.title
        self.button = WrappingButton(
            theme,
            _("What would have to change?"),
            glyph=Glyph.ROUTE,
            name=_("What would have to change? {finding}").format(finding=story.title),
        )
        self.button.clicked.connect(partial(asks.changes, story.rule))
        self._told = QWidget(self)
        self._column = column_in(self, theme.metrics.space(6))
        fill(self._column, row_of(self.button), self._told)

    def show_changes(self, story: ChangesStory) -> QWidget:
        """Answer what would have to change; return where it is told."""
        words = _("Try this instead")
        box = ChangesView(
            self._theme, story, words=words, about=self._about, act=self._try_out, parent=self
        )
        self._told = put_in_place(self._column, self._told, box)
        box.show()
        announce(self, story.intro)
        return box
