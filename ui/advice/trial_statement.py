"""One statement under the answers that are tried, with the ways that lead to it and are cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.language import _
from advisor.telling.spoken import in_one_run
from advisor.telling.trial import Newly, TriedStatement
from advisor.telling.words import MARK
from ui.chain.picture import ChainPicture
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge, Tag
from ui.widgets.cards import Card
from ui.widgets.layouts import column_in, row_of
from ui.widgets.lines import read_in_runs
from ui.widgets.pictures import Picture
from ui.widgets.text import Heading, Text

_LEAST_COLUMN, _GAP = 150, 60


class TrialStatement(Card):
    """Shows a ``TriedStatement``."""

    def __init__(self, theme: Theme, told: TriedStatement, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self.heading = Heading(told.title, level=2, parent=self)
        self.heading.read_here(in_one_run((MARK[told.mark], told.cut)))
        self.column.addWidget(self.heading)
        self.column.addLayout(row_of(Badge(theme, told.mark, parent=self)))
        self.picture = ChainPicture(theme, told.chain, least_column=_LEAST_COLUMN, gap=_GAP)
        self.column.addWidget(self.picture)
        if told.cut:
            self.cut = Text(told.cut, role=TextRole.STRONG, parent=self)
            self.column.addWidget(self.cut)
        if told.actions:
            heading = Heading(told.actions_title, level=3, parent=self)
            self.column.addWidget(heading)
            lines = [(self._add_action(action), _said(action)) for action in told.actions]
            read_in_runs(heading, lines)

    def _add_action(self, action: Newly) -> Text:
        """Show an action, and return its words."""
        theme = self._theme
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space(10))
        glyph, tone = _sign(action)
        row.addWidget(
            Picture(theme, glyph, tone=tone, size=20, parent=box), 0, Qt.AlignmentFlag.AlignTop
        )
        words = QWidget(box)
        column = column_in(words, theme.metrics.space(3))
        text = Text(action.text, parent=words)
        column.addWidget(text)
        said = _state(action)
        if said:
            column.addLayout(row_of(Tag(theme, said, tone=tone, parent=words)))
        row.addWidget(words, 1)
        self.column.addWidget(box)
        return text


def _sign(action: Newly) -> tuple[Glyph, Tone]:
    if action.is_in_place:
        return Glyph.CIRCLE_CHECK, Tone.POSITIVE
    if action.is_planned:
        return Glyph.CALENDAR, Tone.CAUTION
    return Glyph.CIRCLE, Tone.NEUTRAL


def _state(action: Newly) -> str:
    """Say of an action that it is in place or planned; nothing where it is neither."""
    if action.is_planned:
        return _("We will do this")
    if not action.is_in_place:
        return ""
    return _("In place with these answers") if action.is_new else _("In place already")


def _said(action: Newly) -> str:
    return in_one_run((action.text, _state(action)))
