"""*Check your answers*: everything that was said, each answer a step from being changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.telling.answers import AnswerLine, told_answers
from advisor.telling.moved_answers import ToldMoves
from ui.awake.slices import Slices
from ui.plan.moved_answers_card import MovedAnswersCard
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import ScrollColumn, column_in, fill, row_in, row_of
from ui.widgets.pictures import Picture
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Summary, Text


class CheckPage(QWidget):
    """The generated list. ``change_asked`` carries the question to be answered again.

    ``moved_taken`` carries what changes when something said under an earlier edition is used or
    left out.
    """

    change_asked = Signal(str)
    moved_taken = Signal(object)
    advice_asked = Signal()
    overview_asked = Signal()

    def __init__(self, theme: Theme, draft: InterviewDraft) -> None:
        super().__init__()
        self._theme, self._draft = theme, draft
        self.rows: dict[QuestionId, AnswerRow] = {}
        self._focus_on: QuestionId | None = None
        self.area = ScrollColumn(theme, wide=True, parent=self)
        self.heading = Heading(_("Check your answers"), level=1, parent=self)
        self._lead = Summary(
            _("Nothing here is compulsory. Change what is not right; you come back here."),
            of=self.heading,
            tint=MUTED,
            parent=self,
        )
        self._groups = InColumns(theme, gap=16, parent=self)
        self.slices = Slices(self)
        self.slices.finished.connect(self._settle)
        self._lay_out()
        self.tab_order = TabOrder(self)

    def refresh(self, focus_on: QuestionId | None = None, moved: ToldMoves | None = None) -> None:
        """Show the answers as they are now, with the keyboard on one that was just changed.

        What is asked differently now comes first.
        """
        self.slices.clear()
        self._focus_on = focus_on
        self.rows.clear()
        self._groups.clear()
        if moved is not None:
            self.slices.add(partial(self._add_moved, moved))
        told = told_answers(self._draft.questionnaire, self._draft.plan)
        for part in told.sections:
            self.slices.add(partial(self._add_card, part.title, part.progress, part.lines))
        if told.inactive:
            self.slices.add(partial(self._add_inactive, told.inactive))

    def _add_moved(self, told: ToldMoves) -> None:
        take, column = self.moved_taken.emit, self.area.widget()
        self._groups.add(MovedAnswersCard(self._theme, told, take, column))

    def _add_inactive(self, lines: tuple[AnswerLine, ...]) -> None:
        self._add_card(
            _("Kept, but not used at the moment"),
            _(
                "These questions do not arise with your other answers. The answers are left out"
                " of the advice and come back when their questions do."
            ),
            lines,
        )

    def _add_card(self, title: str, note: str, lines: tuple[AnswerLine, ...]) -> None:
        card = Card(self._theme)
        card.column.addWidget(Heading(title, level=2, parent=card))
        card.column.addWidget(Text(note, role=TextRole.SMALL, tint=MUTED, parent=card))
        for line in lines:
            rule = QFrame(card)
            rule.setProperty("look", "rule")
            card.column.addWidget(rule)
            row = AnswerRow(self._theme, line, self.change_asked.emit, card)
            card.column.addWidget(row)
            self.rows[line.question] = row
        self._groups.add(card)

    def _settle(self) -> None:
        self.tab_order.settle()
        row = self.rows.get(self._focus_on) if self._focus_on is not None else None
        if row is not None:
            row.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = self.area.column
        fill(column, self.heading, self._lead, self._groups)
        advice = Button(
            self._theme,
            _("See your &advice"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.LIGHTBULB,
            parent=self,
        )
        overview = Button(self._theme, _("Back to &overview"), parent=self)
        advice.clicked.connect(self.advice_asked)
        overview.clicked.connect(self.overview_asked)
        column.addLayout(row_of(advice, overview))
        column.addStretch(1)
        column_in(self).addWidget(self.area)


class AnswerRow(QWidget):
    """One question, its answer, and the way to change it."""

    def __init__(
        self,
        theme: Theme,
        line: AnswerLine,
        change: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(theme.metrics.space(2))
        words.addWidget(Text(line.asked, role=TextRole.SMALL_STRONG, tint=MUTED, parent=self))
        tint = MUTED if line.is_silent else Tone.UNCERTAIN if line.is_open else ""
        words.addWidget(Text(line.answered, tint=tint, parent=self))
        if line.note:
            note = _("Note: {note}").format(note=line.note)
            words.addWidget(Text(note, role=TextRole.SMALL, tint=MUTED, parent=self))
        for differing in line.otherwise:
            words.addLayout(_differing(theme, differing, self))
        verb = _("Answer") if line.is_silent else _("Change")
        self.change = Button(
            theme, verb, kind=ButtonKind.QUIET, name=f"{verb}: {line.asked}", parent=self
        )
        self.change.setAccessibleDescription(line.spoken)
        self.change.clicked.connect(partial(change, line.question))
        row = row_in(self)
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)


def _differing(theme: Theme, told: str, parent: QWidget) -> QHBoxLayout:
    """Return who sees a question differently, with a sign."""
    row = QHBoxLayout()
    row.setSpacing(theme.metrics.space(6))
    sign = Picture(theme, Glyph.MESSAGE_SQUARE, tone=Tone.CAUTION, size=15, parent=parent)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
    words = Text(told, role=TextRole.SMALL_STRONG, tint=Tone.CAUTION, parent=parent)
    row.addWidget(words, 1)
    return row
