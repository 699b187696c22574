"""Home: the plans of this machine, and the ways to a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from ui.home.plan_list import PlanList
from ui.home.plans_model import PlansModel
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import SearchField
from ui.widgets.layouts import FlowLayout, ScrollColumn, fill
from ui.widgets.pictures import Picture
from ui.widgets.progress import ProgressLine
from ui.widgets.text import MUTED, Heading, Text

MANY = 6
"""From how many plans on a search is offered."""


class HomePage(QWidget):
    """Shows plans and reports what is wanted with them. Drawn before anything is loaded."""

    new_asked = Signal()
    example_asked = Signal()
    import_asked = Signal()
    portfolio_asked = Signal()

    def __init__(self, theme: Theme, model: PlansModel) -> None:
        super().__init__()
        self._theme, self.model = theme, model
        self._is_searching = False
        self.heading = Heading(_("Your plans"), level=1, parent=self)
        self.ways = self._make_ways(self)
        self.search = SearchField(theme, _("Search your plans"), parent=self)
        self.opening = ProgressLine(name=_("Opening your plans"), parent=self)
        self.opening.show_busy(_("Opening your plans…"))
        self.none_found = Text("", tint=MUTED, parent=self)
        self.empty = self._make_empty()
        self.list = PlanList(theme, model, self)
        self._lay_out()
        self.show_opening()

    def show_opening(self) -> None:
        """Show the page while the plans are not there yet."""
        self._show(self.opening)
        self.ways.setEnabled(False)
        self.search.hide()

    def show_closed(self) -> None:
        """Show that the plans could not be opened; why is told elsewhere."""
        self.none_found.setText(_("Your plans are not open."))
        self._show(self.none_found)

    def show_plans(
        self, first: Sequence[PlanSummary], total: int, *, current: PlanId | None = None
    ) -> None:
        """Show the first plans of so many, with the keyboard on one of them."""
        had_focus = self.list.hasFocus()
        self.model.show_plans(first, total)
        self.ways.setEnabled(True)
        self._is_searching = bool(self.search.text.strip())
        self.search.setVisible(self._is_searching or total >= MANY)
        if total:
            self._show(self.list)
            self.list.show_current(current)
        elif self._is_searching:
            words = _("No plan has “{text}” in its name or description.")
            self.none_found.setText(words.format(text=self.search.text.strip()))
            self._show(self.none_found)
        else:
            self._show(self.empty)
        if had_focus and not total:
            self.take_focus()

    def take_focus(self) -> None:
        """Move the keyboard to the plans, or to the first way to one."""
        if self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: QWidget) -> None:
        for part in (self.opening, self.none_found, self.empty, self.list):
            part.setVisible(part is shown)
        self._rest.setVisible(shown not in (self.list, self.empty))

    def _make_ways(self, parent: QWidget) -> QWidget:
        ways = QWidget(parent)
        row = FlowLayout(ways, gap=6)
        self.new = Button(
            self._theme,
            _("&New plan"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.PLUS,
            parent=ways,
        )
        self.example = Button(
            self._theme, _("Start from an &example"), glyph=Glyph.COPY_PLUS, parent=ways
        )
        self.bring = Button(self._theme, _("&Import…"), glyph=Glyph.UPLOAD, parent=ways)
        self.portfolio = Button(
            self._theme, _("&All plans in one table"), glyph=Glyph.LAYERS, parent=ways
        )
        for button, signal in (
            (self.new, self.new_asked),
            (self.example, self.example_asked),
            (self.bring, self.import_asked),
            (self.portfolio, self.portfolio_asked),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        return ways

    def _make_empty(self) -> ScrollColumn:
        """Return what is said while there is no plan yet."""
        empty = ScrollColumn(self._theme, parent=self)
        empty.set_margins(0, 24)
        words = _(
            "Say how your programme will run and whom it is for; the evidence then says what"
            " may help mothers, what may harm them, and what to do about it. You leave with"
            " a checklist. Everything stays on this machine."
        )
        fill(
            empty.column,
            Picture(self._theme, Glyph.HEART_HANDSHAKE, size=44),
            Heading(_("Think a peer support programme through before you start"), level=2),
            Text(words, role=TextRole.LEAD, tint=MUTED),
        )
        empty.column.addStretch(1)
        return empty

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._rest = QWidget(self)
        fill(self._column, self.heading, self.ways, self.search, self.opening, self.none_found)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._rest, 1)
        self._fit()
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side = metrics.space(32)
        self._column.setContentsMargins(side, metrics.space(28), side, 0)
        self._column.setSpacing(metrics.space(12))
        for part in (self.search, self.opening, self.none_found):
            part.setMaximumWidth(metrics.reading_width)
        self.list.setMaximumWidth(metrics.px(960))
