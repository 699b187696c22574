"""The compare page: the open plan beside another one.

For whoever composes the window::

    page = ComparePage(theme)
    page.show_plans(plan_id, summaries)      # what can be chosen; it begins with the open plan
    page.show_comparison(pack, before, after, comparison)   # answers compare_wanted

Signals: ``compare_wanted(before_id, after_id)`` as soon as two plans are chosen (load both and
call ``advisor.compare`` off the window's thread), ``copy_wanted()`` and
``finding_wanted(rule_id)``.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from advisor.language import _
from advisor.models.comparison import Comparison
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.comparison import AnswerRow, ToldComparison, told_comparison
from advisor.telling.moves import Move
from ui.awake.slices import Slices
from ui.compare.rows import AnswerCard, FindingLine
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import ChoiceField
from ui.widgets.layouts import ScrollColumn, put_in_place, row_of
from ui.widgets.pile import Pile
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Text

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ComparePage(ScrollColumn):
    """Asks for two plans and shows how they differ."""

    compare_wanted = Signal(str, str)
    copy_wanted = Signal()
    finding_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(_("Compare plans"))
        self._slices = Slices(self)
        self._story: ToldComparison | None = None
        self.heading = Heading(_("Compare plans"), level=1)
        self.before: ChoiceField | None = None
        self.after: ChoiceField | None = None
        self._summary = Text("", role=TextRole.LEAD)
        self._choosing = QWidget()
        self._result = Pile(theme)
        self.copy_button = Button(
            theme,
            _("&Copy this plan and change it"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.COPY_PLUS,
        )
        self.copy_button.clicked.connect(self.copy_wanted)
        self.swap_button = Button(theme, _("Swap"), glyph=Glyph.REFRESH_CW)
        self.swap_button.clicked.connect(self._swap)
        self._build()
        self.tab_order = TabOrder(self.page)

    @property
    def story(self) -> ToldComparison | None:
        """What is shown; None before the first comparison."""
        return self._story

    def finish_now(self) -> None:
        """Build what is missing at once."""
        self._slices.finish_now()

    def show_plans(self, open_plan: PlanId | None, summaries: Sequence[PlanSummary]) -> None:
        """Offer plans to compare, the open one first, and compare it with the other at once."""
        options = [(str(each.id), each.title) for each in summaries]
        last = self.after.choice if self.after is not None else ""
        others = [key for key, _title in options if key != open_plan]
        beside = Beside(self._theme, least=340)
        self.before = ChoiceField(self._theme, _("Compare this plan"), options)
        self.after = ChoiceField(self._theme, _("with this one"), options)
        first = last if last in others else (*others, "")[0]
        self.before.set_choice(str(open_plan) if open_plan else "")
        self.after.set_choice(first)
        for field in (self.before, self.after):
            # A list as wide as the longest title would push the page out of the window.
            field.combo.setSizeAdjustPolicy(_SHORT)
            field.combo.setMinimumContentsLength(12)
            beside.add(field, fills=False)
            field.chosen.connect(self._forget)
            field.chosen.connect(self._want)
        self._forget()
        self._choosing = put_in_place(self.column, self._choosing, beside)
        enough = len(options) > 1
        for widget in (beside, self.swap_button):
            widget.setVisible(enough)
        if enough:
            self._want()
        else:
            self._summary.setText(
                _("There is one plan. Copy it, change answers in the copy, and see what differs.")
            )

    def show_comparison(
        self, pack: Pack, before: Plan, after: Plan, comparison: Comparison
    ) -> None:
        """Show what differs between two plans."""
        self._story = story = told_comparison(pack, before, after, comparison)
        self._summary.setText(story.summary)
        self._slices.clear()
        self._result.clear()
        for group in story.groups:
            self._slices.add(partial(self._add_heading, f"{group.title} ({len(group.moves)})"))
            for move in group.moves:
                self._slices.add(partial(self._add_finding, move))
        if story.answers:
            title = _("Answers that differ")
            self._slices.add(partial(self._add_heading, f"{title} ({len(story.answers)})"))
        for answer in story.answers:
            self._slices.add(partial(self._add_answer, answer))
        announce(self, story.summary)

    @Slot()
    def _forget(self) -> None:
        """Show no result of plans that are not the chosen ones."""
        self._story = None
        self._slices.clear()
        self._result.clear()
        self._summary.setText("")

    def _build(self) -> None:
        words = _("See what another design would change, in answers and in advice.")
        self.column.addWidget(self.heading)
        self.column.addWidget(Text(words, tint=MUTED))
        self.column.addWidget(self._choosing)
        self.column.addLayout(row_of(self.copy_button, self.swap_button))
        self.column.addWidget(self._summary)
        self.column.addWidget(self._result)
        self.column.addStretch(1)

    def _add_heading(self, title: str) -> None:
        self._result.add(Heading(title, level=2))

    def _add_finding(self, move: Move) -> None:
        self._result.add(FindingLine(self._theme, move, self.finding_wanted.emit))

    def _add_answer(self, row: AnswerRow) -> None:
        if self._story is not None:
            titles = (self._story.before_title, self._story.after_title)
            self._result.add(AnswerCard(self._theme, row, titles))

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
