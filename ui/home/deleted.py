"""The plans that were deleted lately, each with a way to bring it back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor import locations
from advisor.language import _, ngettext
from advisor.telling.grammar import short_day
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.contents import clear_out
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import row_in
from ui.widgets.text import MUTED, Text

if TYPE_CHECKING:
    from advisor.models.judged import PlanSummary

MOST = 4
"""How many are listed; the others can be brought back on the command line."""


class RecentlyDeleted(QWidget):
    """Folded under the list; ``restore_asked`` carries a plan."""

    restore_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(theme.metrics.space(12), 0, 0, 0)
        self._column.setSpacing(0)
        self.fold = Disclosure(theme, "", lambda: self._rows, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def show_plans(self, plans: "Sequence[PlanSummary]") -> None:
        """List these, the last deleted first."""
        self.setVisible(bool(plans))
        title = ngettext(
            "Recently deleted: {n} plan, kept for 30 days",
            "Recently deleted: {n} plans, kept for 30 days",
            len(plans),
        )
        self.fold.set_title(title.format(n=len(plans)))
        clear_out(self._column)
        for plan in plans[:MOST]:
            self._column.addWidget(self._row(plan))
        if left := plans[MOST:]:
            words = ngettext(
                "And {n} more: `{command}` brings it back.",
                "And {n} more: `{command}` brings each back.",
                len(left),
            ).format(n=len(left), command=locations.command("plans restore"))
            self._column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED))

    def _row(self, plan: "PlanSummary") -> QWidget:
        whole = QWidget(self._rows)
        row = row_in(whole, self._theme.metrics.space(10))
        deleted = short_day(plan.deleted.astimezone().date()) if plan.deleted else ""
        button = Button(
            self._theme,
            _("Bring back"),
            glyph=Glyph.UNDO_2,
            name=_("Bring back: {title}").format(title=plan.title),
            role=TextRole.SMALL_STRONG,
        )
        button.clicked.connect(partial(self._ask, plan))
        words = Text(_("{title}, deleted {day}").format(title=plan.title, day=deleted))
        row.addWidget(button)
        row.addWidget(words, 1)
        return whole

    def _ask(self, plan: "PlanSummary", _checked: bool = False) -> None:
        self.restore_asked.emit(plan)
