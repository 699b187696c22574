"""What is left of the risks, kept up with every decision."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.telling.actions import ActionsStory, ResidualRisk
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.badge import Badge
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill, row_in
from ui.widgets.text import MUTED, Heading, Text

FEW = 4
"""How many risks are shown without being asked for."""


class ResidualView(Card):
    """Shows the risks that apply with their states; ``finding`` leads to one.

    The sentence is always in sight; many risks open on demand, so that the actions are too.
    """

    def __init__(self, theme: Theme, finding: Callable[[str], object]) -> None:
        title = _("What is left of the risks")
        super().__init__(theme, name=title)
        self._theme, self._finding = theme, finding
        self._announcer = Announcer(self)
        self._words = Text("", parent=self)
        self._risks: dict[str, ResidualRisk] = {}
        self._lines: dict[str, _RiskLine] = {}
        self._list: QVBoxLayout | None = None
        self._is_first = True
        fill(self.column, Heading(title, level=2, parent=self), self._words)
        self.each = Disclosure(theme, _("See each risk"), self._make_list, parent=self)
        self.column.addWidget(self.each)

    @property
    def words(self) -> str:
        """The risks in one sentence."""
        return self._words.text()

    def button(self, rule: str) -> IconButton:
        """Return the button that leads to a risk."""
        return self._lines[rule].button

    def show_story(self, story: ActionsStory) -> None:
        """Show the risks as they are; a change is said politely."""
        if self.words and story.residual_words != self.words:
            self._announcer.say_soon(story.residual_words)
        self._words.setText(story.residual_words)
        self._risks = {risk.rule: risk for risk in story.residual_risks}
        self.each.setVisible(bool(self._risks))
        if self._is_first:
            self._is_first = False
            self.each.set_open(0 < len(self._risks) <= FEW)
        self._show_lines()

    def _make_list(self) -> QWidget:
        box = QWidget()
        self._list = column_in(box)
        self._show_lines()
        return box

    def _show_lines(self) -> None:
        if self._list is None:
            return
        for gone in set(self._lines) - set(self._risks):
            line = self._lines.pop(gone)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for rule, risk in self._risks.items():
            if rule not in self._lines:
                line = self._lines[rule] = _RiskLine(self._theme, risk, self._finding, self)
                self._list.addWidget(line)
            self._lines[rule].show_risk(risk)


class _RiskLine(QWidget):
    def __init__(
        self, theme: Theme, risk: ResidualRisk, finding: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._badge = Badge(theme, risk.mark, parent=self)
        self._sentence = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        words = QVBoxLayout()
        words.setSpacing(theme.metrics.space(2))
        fill(words, Text(risk.title, role=TextRole.STRONG, parent=self), self._sentence)
        name = _("Open the risk: {risk}").format(risk=risk.title)
        self.button = IconButton(theme, Glyph.CHEVRON_RIGHT, name=name, parent=self)
        self.button.clicked.connect(partial(finding, risk.rule))
        row = row_in(self, theme.metrics.space(10))
        row.addLayout(words, 1)
        fill(row, self._badge, self.button)

    def show_risk(self, risk: ResidualRisk) -> None:
        self._badge.show_mark(risk.mark)
        self._sentence.setText(risk.sentence)
