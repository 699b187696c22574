"""What was typed last time and never saved, offered again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Text

if TYPE_CHECKING:
    from advisor.services.unsaved import Offer


class UnsavedDialog(CalmDialog):
    """Shows every text that the program was not able to save before it ended.

    ``put_back`` and ``left_out`` report the choice; closing it keeps everything for later.
    """

    put_back = Signal()
    left_out = Signal()

    def __init__(
        self, theme: Theme, offers: "Sequence[Offer]", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, _("Something was not saved last time"), glyph=Glyph.SAVE, parent=parent
        )
        self.column.addWidget(
            Text(
                _(
                    "The program ended before it could save what you changed last."
                    " You can put it back where it belongs."
                )
            )
        )
        self.add_scrolled(*(_card(theme, offer) for offer in offers), least=160)
        self.put = self.add_button(_("&Put it back"), ButtonKind.PRIMARY, says=self.put_back)
        self.later = self.add_button(_("Decide &later"))
        self.leave = self.add_button(_("Leave it &out"), ButtonKind.QUIET, says=self.left_out)


def _card(theme: Theme, offer: "Offer") -> Card:
    card = Card(theme, name=f"{offer.about}: {offer.words}")
    card.column.addWidget(Text(offer.plan, role=TextRole.SMALL_STRONG, tint=MUTED))
    card.column.addWidget(Text(offer.about, role=TextRole.STRONG))
    card.column.addWidget(Text(offer.words))
    return card
