"""The compare page: the open plan beside another one, in two columns.

For whoever composes the window::

    page = ComparePage(theme)
    page.show_plans(plan_id, summaries)      # what can be chosen; it begins with the open plan
    page.show_comparison(story)              # answers compare_wanted; told off the window's thread

Signals: ``compare_wanted(before_id, after_id)`` as soon as two plans are chosen, ``copy_wanted()``,
``print_wanted()``, ``save_wanted(TableFormat)``, ``taken_over()`` (the answers of the plan beside
the open one are wanted in it) and ``finding_wanted(rule_id)``.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from advisor.language import N_, _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.papers import TableFormat
from advisor.telling.comparison import CompareBlock, ToldComparison
from advisor.telling.naming import changed_title
from ui.compare.columns import Columns
from ui.compare.differences import Differences
from ui.compare.rows import AlikeView
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind, IconButton, WrappingButton
from ui.widgets.cards import Card
from ui.widgets.contents import put_in_place
from ui.widgets.disclosure import Disclosure
from ui.widgets.fields import ChoiceField
from ui.widgets.layouts import FlowLayout, fill, row_of
from ui.widgets.menus import open_below
from ui.widgets.pile import Pile
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import Heading, Summary
from ui.widgets.turning import TurningRow

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LEAST_HEAD = 900
_MORE_FORMS = (
    (TableFormat.XLSX, N_("Save as table (Excel)…")),
    (TableFormat.CSV, N_("Save as table (CSV)…")),
    (TableFormat.JSON, N_("Save as JSON…")),
)


class ComparePage(ScrollColumn):
    """Asks for two plans and shows how they differ."""

    compare_wanted = Signal(str, str)
    copy_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal(object)
    taken_over = Signal()
    finding_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=True)
        self.set_margins(26, 14)
        self.setAccessibleName(_("Compare plans"))
        self._story: ToldComparison | None = None
        self._open_plan: PlanId | None = None
        self.heading = Heading(_("Compare plans"), level=1)
        self.before: ChoiceField | None = None
        self.after: ChoiceField | None = None
        self._summary = Summary("", of=self.heading, role=TextRole.LEAD)
        self._choosing = QWidget()
        self._rows = Differences(theme, self._depth, self.finding_wanted.emit)
        # Without a name: of a group, Orca before 45 reads every label when the keyboard comes in.
        self._card = Card(theme)
        self._below = Pile(theme, gap=8)
        self._make_buttons()
        self._build()
        self.tab_order = TabOrder(self.page)

    @property
    def story(self) -> ToldComparison | None:
        """What is shown; None before the first comparison."""
        return self._story

    @property
    def chosen(self) -> tuple[PlanId, PlanId] | None:
        """The two plans that are compared; None while there are not two."""
        if self.before is None or self.after is None:
            return None
        before, after = PlanId(self.before.choice), PlanId(self.after.choice)
        return (before, after) if before and after and before != after else None

    def finish_now(self) -> None:
        """Build what is missing at once."""
        self._rows.finish_now()

    def show_plans(self, open_plan: PlanId | None, summaries: Sequence[PlanSummary]) -> None:
        """Offer plans to compare, and compare the open one with another at once.

        The open one is the first, but a copy that was made to be changed follows its original.
        """
        self._open_plan = open_plan
        options = [(str(each.id), each.title) for each in summaries]
        last = self.after.choice if self.after is not None else ""
        others = [key for key, _title in options if key != open_plan]
        pair = str(open_plan or ""), last if last in others else (*others, "")[0]
        titles = dict(options)
        original = next(
            (key for key in others if changed_title(titles[key]) == titles.get(pair[0])), ""
        )
        head = self._make_head(options, *((original, pair[0]) if original else pair))
        self._forget()
        self._choosing = put_in_place(self._card.column, self._choosing, head)
        enough = len(options) > 1
        self._card.setVisible(enough)
        self.copy_button.set_kind(ButtonKind.SECONDARY if enough else ButtonKind.PRIMARY)
        if enough:
            self._want()
        else:
            self._summary.sum_up(
                _("There is one plan. Copy it, change answers in the copy, and see what differs.")
            )

    def show_comparison(self, story: ToldComparison) -> None:
        """Show what differs between two plans."""
        self._forget()
        self._story = story
        heard = _("The first plan is “{first}”, the second “{second}”. {summary}").format(
            first=story.before_title, second=story.after_title, summary=story.summary
        )
        self._summary.sum_up(story.summary, spoken=heard)
        self._allow_saving()
        self._rows.show_story(story)
        self._add_end(story)
        if not self.heading.hasFocus():
            # Where the keyboard is, the sentence is said with the heading.
            announce(self, heard)

    def let_go(self) -> None:
        """Hold no row any more, until a comparison is shown again."""
        self._rows.clear()
        self._below.clear()

    # Building

    def _make_buttons(self) -> None:
        self.copy_button = WrappingButton(
            self._theme, _("&Copy this plan and change it"), glyph=Glyph.COPY_PLUS
        )
        self.copy_button.clicked.connect(self.copy_wanted)
        self.more_button = IconButton(self._theme, Glyph.ELLIPSIS, name=_("Other kinds of file"))
        self.more_button.clicked.connect(self._open_menu)
        self.pdf_button = Button(self._theme, _("Save as P&DF…"), glyph=Glyph.FILE_DOWN)
        self.pdf_button.clicked.connect(partial(self.save_wanted.emit, TableFormat.PDF))
        self.print_button = Button(self._theme, _("&Print…"), glyph=Glyph.PRINTER)
        self.print_button.clicked.connect(self.print_wanted)
        self._savers = self.more_button, self.pdf_button, self.print_button

    def _build(self) -> None:
        buttons = QWidget()
        fill(FlowLayout(buttons, gap=4), self.more_button, self.copy_button, *self._savers[1:])
        top = TurningRow(self._theme, least=_LEAST_HEAD)
        top.add(self.heading, grows=True)
        top.add(buttons)
        fill(self.column, top, self._summary, self._card, self._below)
        self.column.addStretch(1)
        fill(self._card.column, self._choosing, self._rows)
        self._theme.resized.connect(self._fit_card)
        self._fit_card()
        self._rows.built.connect(self._keep_end)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._rows.go_on)
        bar.rangeChanged.connect(self._rows.go_on)

    def _depth(self) -> int:
        """Return how far down rows are wanted: as far as is seen, and a screen further."""
        seen = self.verticalScrollBar().value() + 2 * self.viewport().height()
        return seen - self._rows.mapTo(self.page, QPoint()).y()

    @Slot()
    def _keep_end(self) -> None:
        """Show what has the keyboard under the rows: those made since pushed it down."""
        here = QApplication.focusWidget()
        if here is not None and self._below.isAncestorOf(here):
            self.show_widget(here)

    def _fit_card(self) -> None:
        """Let the rows reach from one edge of the card to the other."""
        self._card.column.setContentsMargins(0, 0, 0, self._theme.metrics.space(8))
        self._card.column.setSpacing(0)

    def _make_head(self, options: Sequence[tuple[str, str]], before: str, after: str) -> Columns:
        """Return the head of the columns, in which the plans are chosen."""
        head = Columns(self._theme, is_head=True, at=Qt.AlignmentFlag.AlignBottom, gap=12)
        self.before = ChoiceField(self._theme, _("Compare this plan"), options, parent=head)
        self.after = ChoiceField(self._theme, _("with this one"), options, parent=head)
        self.before.set_choice(before)
        self.after.set_choice(after)
        for field in (self.before, self.after):
            # A list as wide as the longest title would push the page out of the window.
            field.combo.setSizeAdjustPolicy(_SHORT)
            field.combo.setMinimumContentsLength(12)
            field.chosen.connect(self._forget)
            field.chosen.connect(self._want)
        swap = QWidget(head)
        self.swap_button = Button(self._theme, _("S&wap"), glyph=Glyph.REFRESH_CW, parent=swap)
        self.swap_button.clicked.connect(self._swap)
        swap.setLayout(row_of(self.swap_button))
        head.hold(swap, self.before, self.after)
        return head

    def _add_end(self, story: ToldComparison) -> None:
        """Add what is alike, folded, and the way to take the other answers over."""
        if story.alike:
            title = _("{title}: {counted}").format(
                title=story.alike_title, counted=story.alike_words
            )
            self._below.add(Disclosure(self._theme, title, partial(self._make_alike, story.alike)))
        if story.answers and self._open_plan in (self.chosen or ()):
            self.take_button = WrappingButton(
                self._theme,
                _("&Take the other plan's answers over"),
                # Of the plan as it was, a copy that was changed wants nothing back as a rule.
                kind=ButtonKind.PRIMARY if self._is_open_first else ButtonKind.SECONDARY,
                glyph=Glyph.CHECK,
            )
            self.take_button.clicked.connect(self.taken_over)
            holder = QWidget()
            holder.setLayout(row_of(self.take_button))
            self._below.add(holder)

    @property
    def _is_open_first(self) -> bool:
        """Whether the open plan is the one that the other is compared with."""
        return self.chosen is not None and self.chosen[0] == self._open_plan

    def _make_alike(self, blocks: tuple[CompareBlock, ...]) -> QWidget:
        return AlikeView(self._theme, blocks)

    def _allow_saving(self) -> None:
        for button in self._savers:
            button.setEnabled(self._story is not None)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for form, words in _MORE_FORMS:
            menu.addAction(_(words), partial(self.save_wanted.emit, form))
        open_below(menu, self.more_button)

    # What a person does

    @Slot()
    def _forget(self) -> None:
        """Show no result of plans that are not the chosen ones."""
        self._story = None
        self.let_go()
        self._summary.sum_up("")
        self._allow_saving()

    @Slot()
    def _want(self) -> None:
        if self.before is None or self.after is None:
            return
        before, after = self.before.choice, self.after.choice
        fault = _("Choose two different plans.") if before == after else ""
        self.after.show_fault(fault)
        if before and after and not fault:
            self.compare_wanted.emit(before, after)

    @Slot()
    def _swap(self) -> None:
        if self.before is not None and self.after is not None:
            before, after = self.before.choice, self.after.choice
            self.before.set_choice(after)
            self.after.set_choice(before)
            self._want()
