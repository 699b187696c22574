"""Choosing one of the fictional examples to start from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.plan import Plan
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.text import MUTED, Text


class ExamplesDialog(CalmDialog):
    """The examples as cards; ``chosen`` carries the plan to start from."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, examples: Sequence[Plan], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Start from an example"), glyph=Glyph.COPY_PLUS, parent=parent)
        self._examples = {str(at): plan for at, plan in enumerate(examples)}
        self.column.addWidget(
            Text(
                _("All are invented. You get a copy that you can change as you like."),
                tint=MUTED,
            )
        )
        self.group = OptionGroup(
            theme,
            [
                CardOption(key=key, title=plan.title, hint=plan.description.strip())
                for key, plan in self._examples.items()
            ],
            name=_("Examples"),
        )
        self.column.addWidget(self.group)
        words = _("&Start from this one")
        self.confirm = self.add_button(words, ButtonKind.PRIMARY, do=self._confirm)
        self.cancel = self.add_button(_("&Cancel"))
        self.group.select(tuple(self._examples)[:1])
        self.group.take_focus()

    def _confirm(self) -> None:
        for key in self.group.selection:
            self.accept()
            self.chosen.emit(self._examples[key])
