"""One entry twice, as we have it and as it was saved elsewhere: both are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.disputes import Side, ToldDispute
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Text


class ConflictDialog(CalmDialog):
    """Asks which of the two to keep. Closing it decides nothing and loses nothing."""

    ours_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self, theme: Theme, told: ToldDispute, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, told.title, glyph=Glyph.GIT_COMPARE, tone=Tone.CAUTION, parent=parent
        )
        self.column.addWidget(Text(told.about, role=TextRole.STRONG))
        for side in told.sides:
            self.column.addWidget(_card(theme, side))
        self.ours = self.add_button(_("Keep &mine"), ButtonKind.PRIMARY, says=self.ours_chosen)
        self.theirs = self.add_button(_("&Take the other"), says=self.theirs_chosen)
        self.later = self.add_button(_("Decide &later"), ButtonKind.QUIET)


def _card(theme: Theme, side: Side) -> Card:
    first, *more = side.words
    card = Card(theme, name=f"{side.name}: {first}")
    card.column.addWidget(Text(side.name, role=TextRole.SMALL_STRONG, tint=MUTED))
    card.column.addWidget(Text(first))
    for line in more:
        card.column.addWidget(Text(line, role=TextRole.SMALL))
    return card
