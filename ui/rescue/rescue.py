"""When the plans cannot be opened: put a copy back, or begin with none. Nothing is thrown away."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.stored import KeptCopy
from advisor.telling.copies import copy_line
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.text import MUTED, Text


class RescueDialog(CalmDialog):
    """Says why the plans cannot be opened and offers the good copies, the newest first.

    ``copy_chosen`` carries the copy to put back; ``empty_chosen`` reports that an empty file is
    wanted. What is there is set aside either way. ``salvage_wanted`` asks to save what can still
    be read of it, where ``is_readable``; ``saved`` says what was.
    """

    copy_chosen = Signal(object)
    empty_chosen = Signal()
    salvage_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        reason: str,
        copies: Sequence[KeptCopy],
        parent: QWidget | None = None,
        *,
        file: str = "",
        is_readable: bool = False,
        saved: str = "",
    ) -> None:
        super().__init__(
            theme,
            _("Your plans cannot be opened"),
            glyph=Glyph.SHIELD_ALERT,
            tone=Tone.CAUTION,
            parent=parent,
        )
        self._copies = {str(each.copy.number): each for each in copies}
        self.column.addWidget(Text(reason))
        if saved:
            self.column.addWidget(Text(saved, role=TextRole.STRONG))
        if copies:
            self._offer(theme)
        else:
            self.column.addWidget(Text(_("There is no copy that could be put back.")))
        self.column.addWidget(
            Text(_("What is there now is kept beside the copies in any case."), tint=MUTED)
        )
        if file:
            self.column.addWidget(Text(_("The file: {path}").format(path=file), tint=MUTED))
        if copies:
            words = _("&Put this copy back")
            self.put = self.add_button(words, ButtonKind.PRIMARY, do=self._put_back)
        if is_readable:
            words = _("&Save what can still be read…")
            self.salvage = self.add_button(words, says=self.salvage_wanted)
        self.begin = self.add_button(_("&Begin with no plans"), says=self.empty_chosen)
        self.later = self.add_button(_("&Decide later"), ButtonKind.QUIET)

    def _offer(self, theme: Theme) -> None:
        self.column.addWidget(Text(_("These copies are good. The newest is chosen.")))
        self.group = copies_group(theme, self._copies.values())
        self.group.select(tuple(self._copies)[:1])
        self.add_scrolled(self.group, least=120)

    def _put_back(self) -> None:
        for key in self.group.selection:
            self.accept()
            self.copy_chosen.emit(self._copies[key].copy)


def copies_group(theme: Theme, copies: Iterable[KeptCopy]) -> OptionGroup:
    """Return the copies to choose one from, each with when it was made and what it holds."""
    lines = [copy_line(each) for each in copies]
    options = [
        CardOption(key=str(line.number), title=line.when, hint=f"{line.holds} {line.why}")
        for line in lines
    ]
    return OptionGroup(theme, options, name=_("Copies"))
