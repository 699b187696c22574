"""The rows of a comparison: an answer on both sides, a finding that differs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.comparison import AnswerRow
from advisor.telling.moves import Move
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.beside import Beside
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.layouts import row_of
from ui.widgets.text import MUTED, Heading, Text


class AnswerCard(Card):
    """One question with both answers, named by the titles of the plans."""

    def __init__(self, theme: Theme, row: AnswerRow, titles: tuple[str, str]) -> None:
        super().__init__(theme)
        self.column.addWidget(Heading(row.asked, level=3, parent=self))
        sides = Beside(theme, parent=self)
        for title, answer in zip(titles, (row.before, row.after), strict=True):
            side = QFrame()
            side.setProperty("look", "sunken")
            column = QVBoxLayout(side)
            column.addWidget(Text(title, role=TextRole.SMALL_STRONG, tint=MUTED, parent=side))
            column.addWidget(Text(answer, parent=side))
            column.addStretch(1)
            sides.add(side)
        self.column.addWidget(sides)


class FindingLine(Card):
    """One finding that differs; its button leads to it by ``lead``."""

    def __init__(self, theme: Theme, move: Move, lead: Callable[[RuleId], object]) -> None:
        super().__init__(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.metrics.space(6))
        words.addWidget(Heading(move.title, level=3, parent=self))
        words.addLayout(row_of(Badge(theme, move.mark, parent=self), gap=8))
        words.addWidget(Text(move.words, role=TextRole.SMALL, tint=MUTED, parent=self))
        for cause in move.why:
            words.addWidget(Text(cause.side, role=TextRole.SMALL_STRONG, parent=self))
            for told in cause.lines:
                words.addWidget(Text(told, role=TextRole.SMALL, parent=self))
        name = _("Open the statement: {finding}. {kind}").format(finding=move.title, kind=move.kind)
        button = IconButton(theme, Glyph.CHEVRON_RIGHT, name=name, parent=self)
        button.clicked.connect(partial(lead, move.rule))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(button)
        self.column.addLayout(line)
