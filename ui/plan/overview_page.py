"""One plan at a glance: its sections in any order, and where to go from here."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.telling.disagreement import how_many_differ
from advisor.telling.moved_answers import ToldMoves
from advisor.telling.overview import Overview, tell_overview
from ui.plan.task_row import TaskRow
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import ScrollColumn, column_in, fill, row_of
from ui.widgets.progress import ProgressLine
from ui.widgets.text import MUTED, Heading, Summary, Text


class OverviewPage(QWidget):
    """The plan's task list. ``section_opened`` carries the section that was pressed.

    ``differing_asked`` carries the first question that somebody sees differently.
    """

    section_opened = Signal(str)
    differing_asked = Signal(str)
    check_asked = Signal()
    advice_asked = Signal()
    rename_asked = Signal()
    history_asked = Signal()
    workshop_asked = Signal()

    def __init__(self, theme: Theme, draft: InterviewDraft) -> None:
        super().__init__()
        self._theme, self._draft = theme, draft
        self._first_differing: QuestionId | None = None
        self.area = ScrollColumn(theme, wide=True, parent=self)
        self.heading = Heading("", level=1, parent=self)
        self._description = Summary("", of=self.heading, tint=MUTED, parent=self)
        self._progress = ProgressLine(name=_("Questions answered"), parent=self)
        self.go_on = Button(theme, "", kind=ButtonKind.PRIMARY, parent=self)
        self.advice = Button(theme, _("See your &advice"), glyph=Glyph.LIGHTBULB, parent=self)
        self.check = Button(theme, _("&Check your answers"), parent=self)
        self.rename = Button(
            theme,
            _("Rename"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.PENCIL,
            name=_("Rename plan"),
            parent=self,
        )
        self.history = Button(theme, _("What c&hanged"), kind=ButtonKind.QUIET, parent=self)
        self.workshop = Button(theme, _("&Workshop mode"), glyph=Glyph.PRESENTATION, parent=self)
        self.workshop.setToolTip(_("The questions large, one at a time, for a room (F5)"))
        self.waiting = Button(theme, "", parent=self)
        self.waiting.hide()
        self.differing = Button(theme, "", glyph=Glyph.MESSAGE_SQUARE, parent=self)
        self.rows = {
            section.id: TaskRow(theme, section.title, self)
            for section in draft.questionnaire.sections
        }
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as the draft has it now."""
        plan, told = self._draft.plan, tell_overview(self._draft)
        self.heading.setText(plan.title)
        self._description.sum_up(plan.description.strip())
        self._description.setVisible(bool(plan.description.strip()))
        so_far = told.progress
        self._progress.show_progress(so_far.attended, so_far.asked, told.words)
        for state in told.sections:
            self.rows[state.section].show_state(state.mark, state.words)
        self._first_differing = next(iter(told.differing), None)
        self.differing.setText(how_many_differ(len(told.differing)))
        self.differing.setVisible(bool(told.differing))
        self._name_way_on(told)
        self.advice.setEnabled(bool(so_far.answered))
        self.check.setEnabled(bool(so_far.attended))

    def show_waiting(self, told: ToldMoves | None) -> None:
        """Lead to what was said under an earlier edition and waits to be looked at."""
        self.waiting.setText("" if told is None else told.notice)
        self.waiting.setVisible(told is not None)

    def _name_way_on(self, told: Overview) -> None:
        is_complete, is_begun = told.waiting is None, bool(told.progress.attended)
        self.go_on.setVisible(not is_complete)
        self.advice.set_kind(ButtonKind.PRIMARY if is_complete else ButtonKind.SECONDARY)
        self.go_on.setText(_("C&ontinue answering") if is_begun else _("&Start answering"))
        self.go_on.updateGeometry()

    def _lay_out(self) -> None:
        # What is read keeps its width; the sections take all there is.
        self._to_read = QWidget()
        column = column_in(self._to_read, self._theme.metrics.space(14))
        column.addWidget(Text(_("Your plan"), role=TextRole.EYEBROW, parent=self))
        column.addWidget(self.heading)
        column.addWidget(self._description)
        column.addWidget(self._progress)
        ways = row_of(self.go_on, self.advice, self.check, self.workshop)
        fill(ways, self.differing, self.waiting, self.rename, self.history)
        column.addLayout(ways)
        column.addSpacing(self._theme.metrics.space(8))
        words = _(
            "The quick start already gives useful advice. Do the rest in any order."
            " You can stop at any time; nothing is lost."
        )
        sections = Heading(_("Sections"), level=2, parent=self)
        sections.read_here(words)
        fill(
            column,
            sections,
            Text(
                words,
                tint=MUTED,
                parent=self,
            ),
        )
        tasks = InColumns(self._theme, gap=4)
        for row in self.rows.values():
            tasks.add(row)
        beside = QHBoxLayout()
        beside.addWidget(self._to_read, 1)
        beside.addStretch(0)
        fill(self.area.column, beside, tasks)
        self.area.column.addStretch(1)
        column_in(self).addWidget(self.area)
        self._theme.changed.connect(self._fit_words)
        self._fit_words()

    def _fit_words(self) -> None:
        self._to_read.setMaximumWidth(self._theme.metrics.reading_width)

    def _connect(self) -> None:
        for section, row in self.rows.items():
            row.clicked.connect(partial(self.section_opened.emit, section))
        self.go_on.clicked.connect(self._go_on)
        self.advice.clicked.connect(self.advice_asked)
        self.check.clicked.connect(self.check_asked)
        self.waiting.clicked.connect(self.check_asked)
        self.differing.clicked.connect(self._show_differing)
        self.rename.clicked.connect(self.rename_asked)
        self.history.clicked.connect(self.history_asked)
        self.workshop.clicked.connect(self.workshop_asked)

    def _show_differing(self) -> None:
        if self._first_differing is not None:
            self.differing_asked.emit(self._first_differing)

    def _go_on(self) -> None:
        waiting = tell_overview(self._draft).waiting
        if waiting is not None:
            self.section_opened.emit(waiting)
