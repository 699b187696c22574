"""Home: the plan to go on with, all plans of this machine, and the ways to a new one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.ids import PlanId
from ui.home.columns_head import ColumnsHead
from ui.home.deleted import RecentlyDeleted
from ui.home.go_on import GoOnCard
from ui.home.plan_list import PlanList
from ui.home.plans_model import PlansModel
from ui.home.ways import Ways
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.finding import HasSearch
from ui.widgets.layouts import FlowLayout, column_in, fill, row_in
from ui.widgets.menus import open_below
from ui.widgets.progress import ProgressLine
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.text import MUTED, Heading, Text
from ui.widgets.turning import TurningRow, is_short_of_room

if TYPE_CHECKING:
    from advisor.models.judged import PlanOrder, PlanSummary
    from advisor.telling.going_on import GoOn
    from ui.home.empty import EmptyHome
    from ui.home.listing import Listing


_SIDE, _ROOMY, _SHORT = 26, 700, 460
"""From which width on every way and tool stands beside others, and where they are few."""


class HomePage(QWidget, HasSearch):
    """Shows plans and reports what is wanted with them. Drawn before anything is loaded."""

    new_asked = Signal()
    example_asked = Signal()
    import_asked = Signal()
    portfolio_asked = Signal()
    order_asked = Signal(object)

    going_on: "GoOn | None" = None
    """The plan to go on with, as it is shown."""

    def __init__(self, theme: Theme, model: PlansModel) -> None:
        super().__init__()
        self._theme, self.model, self._announcer = theme, model, Announcer(self)
        self._is_searching, self._is_first, self._goes_on = False, True, False
        self._shown: QWidget = self
        self.heading = Heading(_("Your plans"), level=1, parent=self)
        self.ways = Ways(
            theme,
            example=self.example_asked.emit,
            bring=self.import_asked.emit,
            new=self.new_asked.emit,
            all_plans=self.portfolio_asked.emit,
            parent=self,
        )
        self.go_on = GoOnCard(theme, self)
        self.search = SearchField(theme, _("Find a plan"), parent=self)
        self.search.line.stepped_down.connect(self.go_to_list)
        self.count = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.portfolio = Button(
            theme,
            _("&All plans in one table"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.LAYERS,
            parent=self,
        )
        self.portfolio.clicked.connect(self.portfolio_asked)
        self._order: PlanOrder | None = None
        self.order = Button(theme, "", trailing=Glyph.CHEVRON_DOWN, parent=self)
        self.order.clicked.connect(self._offer_orders)
        self.opening = ProgressLine(theme, name=_("Opening your plans"), parent=self)
        self.opening.show_busy(_("Opening your plans…"))
        self.none_found = Text("", tint=MUTED, parent=self)
        self._empty: EmptyHome | None = None
        self.head = ColumnsHead(theme, self)
        self.list = PlanList(theme, model, self)
        self.deleted = RecentlyDeleted(theme, self)
        self._lay_out()
        self.show_opening()

    @property
    def empty(self) -> "EmptyHome":
        """What is shown where there is no plan; it is made once that is known, and goes again."""
        if self._empty is None:
            from ui.home.empty import EmptyHome  # noqa: PLC0415 - the first picture has none

            start, bring = self.new_asked.emit, self.import_asked.emit
            self._empty = EmptyHome(self._theme, start=start, bring=bring, parent=self)
            self._empty.hide()
            self._whole.addWidget(self._empty)
        return self._empty

    @property
    def is_empty(self) -> bool:
        """Whether there is no plan to be shown."""
        return self._shown is self._empty

    def show_opening(self) -> None:
        """Show the page while the plans are not there yet."""
        self._show(self.opening)
        self.ways.setEnabled(False)

    def show_closed(self) -> None:
        """Show that the plans could not be opened; why is told elsewhere."""
        self.none_found.setText(_("Your plans are not open."))
        self._show(self.none_found)
        self._goes_on = False
        # They may have been listed already.
        self.deleted.hide()
        self.ways.setEnabled(False)

    def show_listing(self, found: "Listing", *, current: PlanId | None = None) -> None:
        """Show what there is, with the keyboard on one of the plans."""
        self.show_order(found.order)
        self.show_plans(found.first, found.total, current=current)
        self.deleted.show_plans(found.deleted)
        self.show_going_on(found.going_on)

    def show_plans(
        self, first: "Sequence[PlanSummary]", total: int, *, current: PlanId | None = None
    ) -> None:
        """Show the first plans of so many, with the keyboard on one of them."""
        had_focus = self._has_focus()
        are_others = self.model.show_plans(first, total)
        self.ways.setEnabled(True)
        self._is_searching = bool(self.search.text.strip())
        self.count.setText(ngettext("{n} plan", "{n} plans", total).format(n=total))
        if total:
            self._show(self.list)
            if are_others or current is not None:
                self.list.show_current(current)
            if self._is_searching:
                self._announcer.say_soon(self.count.text())
        elif self._is_searching:
            words = _("No plan has “{text}” in its name or description.")
            self.none_found.setText(words.format(text=self.search.text.strip()))
            self._show(self.none_found)
            self._announcer.say_soon(self.none_found.text())
        else:
            self._show(self.empty)
        # What had it may be gone with what was shown before.
        if had_focus and not self._has_focus():
            self.take_focus()

    def show_going_on(self, told: "GoOn | None") -> None:
        """Show the plan to go on with; it has the focus unless something else took it."""
        self.going_on = told
        self.go_on.setVisible(told is not None and self._shown is self.list)
        if told is not None:
            self.go_on.show_plan(told)
        headings = (self.heading, *((self._empty.heading,) if self._empty else ()))
        if self._is_first or any(each.hasFocus() for each in headings):
            self._is_first = False
            self.take_focus()
        goes_on, self._goes_on = self._goes_on, False
        here = QApplication.focusWidget()
        if goes_on and isinstance(here, Button) and self.isAncestorOf(here):
            here.click()

    def show_order(self, order: "PlanOrder") -> None:
        """Say by what the plans are sorted."""
        from advisor.telling.plan_lists import ORDER  # noqa: PLC0415 - once there are plans

        self._order = order
        self.order.setText(ORDER[order])
        self.order.setAccessibleName(_("Sorted by: {order}").format(order=ORDER[order]))
        self.order.updateGeometry()

    def take_focus(self) -> None:
        """Move the keyboard to the plan to go on with, to the plans, or to the way to one."""
        starts = (self._empty.start,) if self._empty else ()
        for part in (self.go_on.go_on, self.list, *starts):
            if part.isVisibleTo(self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ways.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_list(self) -> None:
        """Move the keyboard to the plans that are shown, if there are any."""
        if self._shown is self.list:
            if not self.list.currentIndex().isValid():
                self.list.show_current(None)
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to_found(self) -> None:
        """Open the one plan that was found; where there are several, move the keyboard to them."""
        found = self.model.summary(self.model.index(0)) if self.model.total == 1 else None
        if found is None or self._shown is not self.list:
            self.go_to_list()
        else:
            self.list.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter while the plans are read: it is meant for what has the focus after that."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._shown is self.opening and not event.isAutoRepeat():
            self._goes_on = True
        else:
            super().keyPressEvent(event)

    def _has_focus(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)

    def _show(self, shown: QWidget) -> None:
        self._shown = shown
        for each in (self.opening, self.none_found, self.list, self._empty):
            if each is not None:
                each.setVisible(each is shown)
        if shown is self.list and self._empty is not None:
            self._empty.deleteLater()
            self._empty = None
        self.head.setVisible(shown is self.list)
        has_tools = shown is self.list or (shown is self.none_found and self._is_searching)
        self._tools.setVisible(has_tools)
        self._scroll.setVisible(shown is not self._empty)
        if shown is not self.list:
            self.go_on.setVisible(False)
        self._rest.setVisible(shown not in (self.list, self._empty))

    def _offer_orders(self) -> None:
        from advisor.telling.plan_lists import ORDER  # noqa: PLC0415 - once there are plans

        menu = QMenu(self)
        for order in ORDER:
            action = menu.addAction(ORDER[order])
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(lambda _checked=False, by=order: self.order_asked.emit(by))
        open_below(menu, self.order)

    def _lay_out(self) -> None:
        self._rest = QWidget(self)
        self._top = top = TurningRow(self._theme, least=_ROOMY, parent=self)
        top.add(self.heading, grows=True)
        top.add(self.ways)
        self._tools = TurningRow(self._theme, least=_ROOMY, parent=self)
        found, ways = QWidget(self), QWidget(self)
        row = row_in(found, self._theme.metrics.space(12))
        for part in (self.search, self.count):
            row.addWidget(part, 1)
        fill(FlowLayout(ways, gap=12), self.portfolio, self.order)
        self._tools.add(found, grows=True)
        self._tools.add(ways)
        # Where all of it has no room the page scrolls, and the list keeps some rows.
        self._scroll = ScrollColumn(self._theme, wide=True, parent=self)
        column = self._scroll.column
        fill(column, top, self.go_on, self._tools, self.opening, self.none_found)
        column.addLayout(self._rows_under_their_head(), 1)
        column.addWidget(self._rest, 1)
        fill(column, self.deleted)
        self.deleted.hide()
        self._whole = column_in(self, 0)
        fill(self._whole, self._scroll)
        self._fit()
        self._theme.resized.connect(self._fit)

    def _rows_under_their_head(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.list, 1)
        return rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """Where room is short leave to menus what is not pressed every day: plans come first."""
        is_short = is_short_of_room(self, self._theme, side=_SIDE, least=_ROOMY)
        self.ways.be_short(is_short=is_short)
        self.go_on.be_short(is_short=is_short)
        self.portfolio.setVisible(not is_short)
        for row in (self._top, self._tools):
            row.set_least(_SHORT if is_short else _ROOMY)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        self._fit_width()
        self._scroll.set_margins(_SIDE, 14)
        self._scroll.column.setSpacing(metrics.space(10))
        self.list.setMinimumHeight(metrics.px(170))
        self.search.setMaximumWidth(metrics.px(320))
        for part in (self.opening, self.none_found):
            part.setMaximumWidth(metrics.reading_width)
