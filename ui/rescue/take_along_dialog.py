"""Which plans of this computer are to be copied into the team's database."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.ids import PlanId
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.text import MUTED, Text

if TYPE_CHECKING:
    from advisor.models.judged import PlanSummary


class TakeAlongDialog(CalmDialog):
    """Lists the plans of this computer; ``chosen`` carries the ids of those to be copied."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, plans: "Sequence[PlanSummary]", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, _("Copy plans into the team's database"), glyph=Glyph.FOLDER_OPEN, parent=parent
        )
        words = _(
            "Everybody in the team can read and change what is copied there. The plans stay on this"
            " computer too, with their histories."
        )
        self.column.addWidget(Text(words))
        options = [CardOption(key=each.id, title=each.title) for each in plans]
        self.group = OptionGroup(theme, options, name=_("Plans of this computer"), multiple=True)
        if plans:
            self.add_scrolled(self.group, least=180)
            self.group.selected.connect(self._selected)
        else:
            self.column.addWidget(Text(_("There are no plans on this computer."), tint=MUTED))
        self.copy = self.add_button(_("&Copy them there"), ButtonKind.PRIMARY, do=self._copy)
        self.copy.setEnabled(False)
        self.close_it = self.add_button(_("&Not now"), ButtonKind.QUIET)

    def _selected(self, keys: object) -> None:
        self.copy.setEnabled(bool(keys))

    def _copy(self) -> None:
        self.accept()
        self.chosen.emit(tuple(PlanId(key) for key in self.group.selection))
