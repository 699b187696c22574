"""One entry twice, as we have it and as it was saved elsewhere: both are shown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.models.plan import Entry, EntryKind
from advisor.telling.entries import said, title_of, told_entry
from ui.plan.save_queue import Dispute
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Text

_CHANGED: Mapping[EntryKind, str] = {
    EntryKind.PLAN: N_("This plan was also renamed elsewhere"),
    EntryKind.ANSWER: N_("This answer was also changed elsewhere"),
    EntryKind.DECISION: N_("This decision was also changed elsewhere"),
    EntryKind.OWN_ACTION: N_("This action of yours was also changed elsewhere"),
    EntryKind.OWN_RISK: N_("This risk of yours was also changed elsewhere"),
}
_REMOVED: Mapping[EntryKind, str] = {
    **_CHANGED,
    EntryKind.OWN_ACTION: N_("This action of yours was removed elsewhere"),
    EntryKind.OWN_RISK: N_("This risk of yours was removed elsewhere"),
}


class ConflictDialog(CalmDialog):
    """Asks which of the two to keep. Closing it decides nothing and loses nothing."""

    ours_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(
        self, theme: Theme, pack: Pack, dispute: Dispute, parent: QWidget | None = None
    ) -> None:
        kind = dispute.key.kind
        title = _(_REMOVED[kind] if dispute.theirs is None else _CHANGED[kind])
        super().__init__(theme, title, glyph=Glyph.GIT_COMPARE, tone=Tone.CAUTION, parent=parent)
        self.column.addWidget(Text(about(pack, dispute), role=TextRole.STRONG))
        for name, entry, removed in (
            (_("Yours"), dispute.ours, _("You removed it.")),
            (_("Saved elsewhere"), dispute.theirs, _("It was removed.")),
        ):
            words = _words(pack, dispute, entry) or (removed,)
            self.column.addWidget(_card(theme, name, words))
        self.ours = self.add_button(_("Keep &mine"), ButtonKind.PRIMARY, says=self.ours_chosen)
        self.theirs = self.add_button(_("&Take the other"), says=self.theirs_chosen)
        self.later = self.add_button(_("Decide &later"), ButtonKind.QUIET)


def about(pack: Pack, dispute: Dispute) -> str:
    """Return what a dispute is about: the question, the action, or the person's own words."""
    entry = dispute.ours or dispute.theirs
    return title_of(pack, dispute.key, entry) if entry is not None else ""


def _words(pack: Pack, dispute: Dispute, entry: Entry | None) -> tuple[str, ...]:
    return said(told_entry(pack, dispute.key, entry)) if entry is not None else ()


def _card(theme: Theme, title: str, words: tuple[str, ...]) -> Card:
    first, *more = words
    card = Card(theme, name=f"{title}: {first}")
    card.column.addWidget(Text(title, role=TextRole.SMALL_STRONG, tint=MUTED))
    card.column.addWidget(Text(first, selectable=True))
    for line in more:
        card.column.addWidget(Text(line, role=TextRole.SMALL, selectable=True))
    return card
