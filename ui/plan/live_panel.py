"""*Advice so far*: what the last answer did, what to stop for, open risks with one thing to do."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import QuestionId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, OpenAnswer, Plan
from advisor.telling.in_short import in_short
from advisor.telling.news import News
from advisor.telling.so_far import MOST_RISKS, SoFar, mark_of_change, told_change, told_so_far
from advisor.telling.spoken import in_one_run
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.contents import clear_out
from ui.widgets.layouts import column_in, fill
from ui.widgets.text import MUTED, Heading, Text
from ui.widgets.two_line_button import TwoLineButton

_TALL, _IN_TALL = 960, 8
"""From this height of the window on there is room for so many open risks."""


class LivePanel(QWidget):
    """Shows advice while it grows.

    ``advice_asked(at)`` reports that a person wants to see all of it, or one statement. A
    screen reader is told what changed, politely and only once answering has paused.
    """

    advice_asked = Signal(str)

    def __init__(self, theme: Theme, pack: Pack) -> None:
        super().__init__()
        self._theme, self._pack, self._summary = theme, pack, ""
        self._answers: Mapping[QuestionId, GivenAnswer | OpenAnswer] | None = None
        self.announcer = Announcer(self)
        self._empty = Text(
            _(
                "As you answer, this panel says what may help mothers, what may harm them,"
                " and what the last answer changed."
            ),
            tint=MUTED,
            parent=self,
        )
        self.change = _ChangeCard(theme, self)
        self._cannot_judge = Text("", parent=self)
        self._risks_heading = Heading("", level=3, parent=self)
        self._rest = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.see_all = Button(theme, _("See all a&dvice"), parent=self)
        self.see_all.clicked.connect(lambda: self.advice_asked.emit(""))
        gap = theme.metrics.space(2)
        self._gates, self._risks = QWidget(self), QWidget(self)
        self._gate_column = column_in(self._gates, gap)
        self._risk_column = column_in(self._risks, gap)
        self._lay_out()
        self._show_parts(is_empty=True)

    @property
    def summary(self) -> str:
        """What the panel holds, for the button that opens it."""
        return self._summary

    @property
    def said(self) -> str:
        """What stands in the panel above the single risks, for who hears it."""
        if not self._empty.isHidden():
            return self._empty.text()
        texts = (self.change.words, self._cannot_judge, self._risks_heading, self._rest)
        return in_one_run(line for text in texts for line in text.text().splitlines())

    def show_advice(
        self, plan: Plan, advice: Advice, changes: News, *, is_said: bool = False
    ) -> None:
        """Show the newest advice, and what the last answer did if it is on another answer.

        What changed is spoken, unless another place says it.
        """
        self._summary = in_short(plan, advice)
        is_tall = self.window().height() >= self._theme.metrics.px(_TALL)
        told = told_so_far(self._pack, plan, advice, _IN_TALL if is_tall else MOST_RISKS)
        self._show_change(plan, advice, changes)
        self._cannot_judge.setText(told.cannot_judge)
        self._risks_heading.setText(told.risks_title)
        self._rest.setText(told.rest)
        self._show_buttons(told)
        self._show_parts(is_empty=not advice.summary.answered)
        if not is_said:
            self.announcer.say_soon(changes.sentence)

    def _show_change(self, plan: Plan, advice: Advice, changes: News) -> None:
        before, self._answers = self._answers, _values(plan)
        # Who does something by when, or a note, is no answer.
        if before == self._answers:
            return
        lines = told_change(plan, advice, changes, is_first=before is None)
        self.change.show_lines(lines, SHOWINGS[mark_of_change(changes, advice)].tone)

    def _lay_out(self) -> None:
        space = self._theme.metrics.space
        column = column_in(self, space(10))
        column.setContentsMargins(0, 0, space(6), space(16))
        fill(column, self._empty, self.change, self._gates, self._cannot_judge)
        fill(column, self._risks_heading, self._risks, self._rest)
        column.addWidget(self.see_all)
        column.addStretch(1)

    def _show_buttons(self, told: SoFar) -> None:
        clear_out(self._gate_column)
        clear_out(self._risk_column)
        for gate in told.gates:
            showing = SHOWINGS[gate.mark]
            line = " ".join(filter(None, (gate.text, gate.more)))
            button = TwoLineButton(
                self._theme,
                gate.title,
                line,
                glyph=showing.glyph,
                tone=showing.tone,
                filled=True,
                parent=self,
            )
            button.clicked.connect(partial(self._ask, ""))
            self._gate_column.addWidget(button)
        for risk in told.risks:
            button = TwoLineButton(
                self._theme,
                risk.title,
                risk.to_do,
                glyph=SHOWINGS[Mark.OPEN].glyph,
                tone=Tone.DANGER,
                name=risk.spoken,
                parent=self,
            )
            button.clicked.connect(partial(self._ask, risk.rule))
            self._risk_column.addWidget(button)

    def _ask(self, at: str, _checked: bool = False) -> None:
        self.advice_asked.emit(at)

    def _show_parts(self, *, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        self.change.setVisible(not is_empty and bool(self.change.words.text()))
        for text in (self._cannot_judge, self._risks_heading, self._rest):
            text.setVisible(not is_empty and bool(text.text()))
        self._gates.setVisible(self._gate_column.count() > 0)
        self._risks.setVisible(not is_empty and self._risk_column.count() > 0)
        self.see_all.setVisible(not is_empty)


def _values(plan: Plan) -> Mapping[QuestionId, GivenAnswer | OpenAnswer]:
    """Return what is answered, without the notes."""
    return {question: answer.value for question, answer in plan.answers.items()}


class _ChangeCard(Card):
    """What the last answer did: in the colour of the worst of it, or of what was solved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tone=Tone.NEUTRAL, parent=parent)
        self.words = Text("", parent=self)
        heading = Text(_("Your last answer"), role=TextRole.SMALL_STRONG, parent=self)
        fill(self.column, heading, self.words)

    def show_lines(self, lines: tuple[str, ...], tone: Tone) -> None:
        """Say these lines; none say nothing."""
        self.words.setText("\n".join(lines))
        self.set_tone(tone)

    def _fit(self) -> None:
        """The panel is narrow: its card keeps small margins."""
        side, top = self._theme.metrics.space(14), self._theme.metrics.space(8)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(self._theme.metrics.space(2))
