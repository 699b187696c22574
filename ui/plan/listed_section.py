"""One section of the list of questions: how far it is, the way into it, its questions as rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.language import _
from advisor.telling.questions_list import ListedQuestion, ListedSection, Those
from ui.plan.answer_row import AnswerRow
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import RowsFrame
from ui.widgets.in_columns import InColumns
from ui.widgets.layouts import FlowLayout, column_in
from ui.widgets.link_button import LinkButton
from ui.widgets.text import MUTED, LineHeading, LineText

_COLUMN = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWays:
    """Where a section leads: to a question, into the section, from one row to another."""

    question: Callable[[str], object]
    section: Callable[[str], object]
    move: Callable[[AnswerRow, int], object]


class SectionOfList(QWidget):
    """Shows a ``ListedSection``; ``show_those`` leaves out rows that are not looked for.

    Whoever shows it hides it where none is left.
    """

    def __init__(self, theme: Theme, told: ListedSection, ways: ListWays) -> None:
        super().__init__()
        self._theme, self._ways, self.section = theme, ways, told.section
        name = _("Show the questions: {section}").format(section=told.title)
        self.fold = LinkButton(theme, "", name=name, parent=self)
        self.fold.show_open(is_open=True)
        self.heading = LineHeading(told.title, level=2, parent=self)
        self.progress = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.begin = LinkButton(theme, told.begin, trailing=Glyph.CHEVRON_RIGHT, parent=self)
        self._grid = InColumns(theme, gap=0, least=_COLUMN)
        self._frame = RowsFrame(theme, self._grid, self)
        self.rows = {line.question: self._row(line) for line in told.questions}
        self._lay_out()
        self.fold.clicked.connect(self._switch)
        self.begin.clicked.connect(lambda: ways.section(self.section))
        self.show_section(told)

    def show_section(self, told: ListedSection) -> None:
        """Show the same questions as they are answered now."""
        self.progress.setText(told.progress)
        self.heading.describe(told.progress)
        self.begin.setText(told.begin)
        self.begin.setAccessibleName(f"{told.begin}: {told.title}")
        self.begin.setVisible(bool(told.begin))
        self.begin.updateGeometry()
        for line in told.questions:
            self.rows[line.question].show_line(line)

    def show_those(self, those: Those, words: str) -> int:
        """Show the rows of one kind that say some words; return how many there are."""
        number = 0
        for row in self.rows.values():
            is_shown = row.line.is_found(those, words)
            number += is_shown
            if row.isHidden() is is_shown:
                row.setVisible(is_shown)
        return number

    def open(self) -> None:
        """Unfold the rows."""
        if not self.fold.spoken_open:
            self._switch()

    @property
    def shown_rows(self) -> Sequence[AnswerRow]:
        """The rows that can be seen, in their order."""
        return [row for row in self.rows.values() if row.isVisibleTo(self)]

    def _row(self, line: ListedQuestion) -> AnswerRow:
        row = AnswerRow(self._theme, line, self._ways.move, self._grid)
        row.clicked.connect(lambda: self._ways.question(row.line.opens))
        self._grid.add(row)
        return row

    def _switch(self) -> None:
        is_open = not self.fold.spoken_open
        self._frame.setVisible(is_open)
        self.fold.show_open(is_open=is_open)

    def _lay_out(self) -> None:
        words = FlowLayout(gap=self._theme.metrics.space(10))
        words.addWidget(self.heading)
        words.addWidget(self.progress)
        words.addWidget(self.begin)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = column_in(self, self._theme.metrics.space(4))
        column.addLayout(head)
        column.addWidget(self._frame)
