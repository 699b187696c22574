"""What is left of the risks, kept up with every decision."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.story import ActionsStory, ResidualRisk
from ui.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import Mark
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.badge import Badge
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Heading, Text


class ResidualView(Card):
    """Shows the risks that apply with their states. ``finding_wanted(rule)`` leads to one."""

    finding_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = self.tr("What is left of the risks")
        super().__init__(theme, name=title, parent=parent)
        self._theme = theme
        self._announcer = Announcer(self)
        self._words = Text("", parent=self)
        self.column.addWidget(Heading(title, level=2, parent=self))
        self.column.addWidget(self._words)
        self._lines: dict[str, _RiskLine] = {}

    @property
    def words(self) -> str:
        """The risks in one sentence."""
        return self._words.text()

    def button(self, rule: str) -> IconButton:
        """Return the button that leads to a risk."""
        return self._lines[rule].button

    def show_story(self, story: ActionsStory) -> None:
        """Show the risks as they stand; a change is said politely."""
        if self.words and story.residual_words != self.words:
            self._announcer.say_soon(story.residual_words)
        self._words.setText(story.residual_words)
        there = {risk.rule: risk for risk in story.residual_risks}
        for gone in set(self._lines) - set(there):
            line = self._lines.pop(gone)
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for rule, risk in there.items():
            if rule not in self._lines:
                line = _RiskLine(self._theme, risk, self)
                line.finding_wanted.connect(self.finding_wanted)
                self._lines[rule] = line
                self.column.addWidget(line)
            self._lines[rule].show_risk(risk)


class _RiskLine(QWidget):
    finding_wanted = Signal(str)

    def __init__(self, theme: Theme, risk: ResidualRisk, parent: QWidget) -> None:
        super().__init__(parent)
        self._risk = risk
        self._badge = Badge(theme, Mark(risk.state.value), parent=self)
        self._sentence = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        words = QVBoxLayout()
        words.setSpacing(theme.metrics.space(2))
        words.addWidget(Text(risk.title, role=TextRole.STRONG, parent=self))
        words.addWidget(self._sentence)
        name = f"{self.tr('Open the finding')}: {risk.title}"
        self.button = IconButton(theme, Glyph.CHEVRON_RIGHT, name=name, parent=self)
        self.button.clicked.connect(self._want)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space(10))
        row.addLayout(words, 1)
        row.addWidget(self._badge)
        row.addWidget(self.button)

    def show_risk(self, risk: ResidualRisk) -> None:
        self._risk = risk
        self._badge.show_mark(Mark(risk.state.value))
        self._sentence.setText(risk.sentence)

    @Slot()
    def _want(self) -> None:
        self.finding_wanted.emit(self._risk.rule)
