"""Cards of the first result: what to stop for, signs to watch for, and what is not known."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import GateId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.telling.first_box import BoxItem, BoxPart
from advisor.telling.first_result import FirstResult
from advisor.telling.gates import TICK_IF_SO
from advisor.telling.poster import PosterStory
from advisor.telling.spoken import in_one_run
from ui.advice.check_line import CheckLine
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, LineHeading, LineText, Text
from ui.widgets.tick_line import TickLine

_SIGNS = {
    Mark.MISSING: (Tone.DANGER, Glyph.CIRCLE_ALERT),
    Mark.NOT_SAID: (Tone.CAUTION, Glyph.CIRCLE_DASHED),
    Mark.IN_PLACE: (Tone.POSITIVE, Glyph.CIRCLE_CHECK),
}


class FirstPart(Card):
    """A card of the first result: a heading beside its sign, and rows."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        glyph: Glyph,
        *,
        meta: str = "",
        tone: Tone | None = None,
    ) -> None:
        super().__init__(theme, tone=tone)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space(10))
        head = FlowLayout(gap=theme.metrics.space(10))
        sign = Picture(theme, glyph, tone=tone or Tone.ACCENT, size=20, parent=self)
        self.heading = LineHeading(title, level=2, parent=self)
        row.addWidget(sign)
        row.addLayout(head, 1)
        head.addWidget(self.heading)
        if meta:
            head.addWidget(LineText(meta, role=TextRole.SMALL, tint=MUTED, parent=self))
        if tone is not None:
            self.heading.set_tint(tone)
        self.column.addLayout(row)

    def _add_row(
        self, words: Iterable[Text], verb: str, name: str, do: Callable[[], object], tone: Tone
    ) -> None:
        """Add words with a way to what is behind them; the first of them is in its name."""
        title, *more = words
        said_of = [each.text() for each in more]
        row = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(0)
        fill(said, title, *more)
        row.addLayout(said, 1)
        button = LinkButton(
            self._theme, verb, name=name, trailing=Glyph.CHEVRON_RIGHT, tone=tone, parent=self
        )
        button.clicked.connect(do)
        button.setAccessibleDescription(in_one_run(said_of))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, top = metrics.space(18), metrics.space(10)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(metrics.space(4))


class BoxCard(FirstPart):
    """What is missing, what to check first, or that there is nothing to stop for."""

    def __init__(
        self,
        theme: Theme,
        part: BoxPart,
        ask: Callable[[QuestionId], object],
        check: Callable[[GateId, bool], object],
    ) -> None:
        tone, glyph = _SIGNS[part.mark]
        self._has_ticks = part.has_ticks
        super().__init__(theme, part.title, glyph, tone=tone)
        self._told = check
        self._part = part
        self._check_lines: dict[GateId, CheckLine] = {}
        self._lead = Text("", role=TextRole.SMALL, parent=self)
        self.column.addWidget(self._lead)
        self._fit()
        for item in part.items:
            row = QHBoxLayout()
            row.addWidget(self._words(part, item), 1)
            if item.question is not None:
                way = self._way(part, item)
                way.clicked.connect(partial(ask, item.question))
                row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        if part.more:
            self.column.addWidget(Text(part.more, role=TextRole.SMALL, parent=self))
        self.show_part(part)

    def _fit(self) -> None:
        super()._fit()
        if self._has_ticks:
            self.column.setSpacing(0)

    @property
    def checks(self) -> dict[GateId, TickLine]:
        """The boxes to tick."""
        return {gate: line.tick for gate, line in self._check_lines.items()}

    @property
    def check_in_focus(self) -> GateId | None:
        """The check on which the keyboard is."""
        return next((gate for gate, tick in self.checks.items() if tick.hasFocus()), None)

    def has_place_for(self, part: BoxPart) -> bool:
        """Whether all that is shown belongs there still; more to tick may wait."""
        is_same = (part.mark, part.has_ticks) == (self._part.mark, self._part.has_ticks)
        if not is_same or not part.has_ticks:
            return is_same and self.shows_all_of(part)
        return set(_texts(self._part)) <= set(_texts(part))

    def shows_all_of(self, part: BoxPart) -> bool:
        """Whether a part says no more and no less than is shown."""
        return (_texts(part), part.more) == (_texts(self._part), self._part.more)

    def show_part(self, part: BoxPart) -> None:
        """Show which of the same things are ticked by now."""
        self.heading.setText(part.title)
        # On paper there is room for what an empty box means.
        self._lead.setText(_(TICK_IF_SO) if part.has_ticks and part.left else part.lead)
        things = () if part.has_ticks else tuple(item.text for item in part.items)
        self.heading.read_here(in_one_run((self._lead.text(), *things, part.more)))
        for item in part.items:
            if item.gate in self._check_lines:
                self._check_lines[item.gate].show_ticked(item.ticked, item.ticked_on)

    def _words(self, part: BoxPart, item: BoxItem) -> QWidget:
        if not part.has_ticks:
            words = " ".join(filter(None, (item.text, item.ticked)))
            return Text(words, role=TextRole.SMALL, parent=self)
        line = CheckLine(self._theme, item.text, role=TextRole.SMALL, parent=self)
        line.tick.clicked.connect(partial(self._checked, item.gate))
        self._check_lines[item.gate] = line
        return line

    def _way(self, part: BoxPart, item: BoxItem) -> LinkButton:
        verb = _("Answer") if part.has_ticks else _("Settle this")
        return LinkButton(
            self._theme,
            verb,
            name=_("{verb}: {thing}").format(verb=verb, thing=item.text),
            trailing=Glyph.CHEVRON_RIGHT,
            tone=_SIGNS[part.mark][0],
            parent=self,
        )

    def _checked(self, gate: GateId) -> None:
        self._told(gate, self.checks[gate].isChecked())


class NotJudgedCard(FirstPart):
    """Says that the evidence cannot judge this, and what that means."""

    def __init__(self, theme: Theme, story: PosterStory) -> None:
        super().__init__(theme, story.not_judged_title, Glyph.CIRCLE_SLASH, tone=Tone.CAUTION)
        self.column.addWidget(Text(story.not_judged, parent=self))
        self.heading.read_here(story.not_judged)


def _texts(part: BoxPart) -> list[str]:
    return [item.text for item in part.items]


class WatchCard(FirstPart):
    """The first risks with the signs by which one would notice them."""

    def __init__(self, theme: Theme, story: PosterStory, lead: Callable[[RuleId], object]) -> None:
        super().__init__(theme, story.watch_title, Glyph.EYE)
        for risk in story.watch:
            words = (
                Text(risk.title, role=TextRole.SMALL_STRONG, parent=self),
                Text(risk.sign, role=TextRole.SMALL, parent=self),
            )
            name = _("Read more: {risk}").format(risk=risk.title)
            self._add_row(words, _("Read more"), name, partial(lead, risk.rule), Tone.ACCENT)
        if story.more:
            self.column.addWidget(Text(story.more, role=TextRole.SMALL, tint=MUTED, parent=self))
            self.heading.read_here(story.more)


class NotLookedAtCard(FirstPart):
    """The few open questions whose answers say most."""

    def __init__(
        self, theme: Theme, result: FirstResult, ask: Callable[[QuestionId], object]
    ) -> None:
        super().__init__(theme, result.questions_title, Glyph.CIRCLE_DASHED, tone=Tone.UNCERTAIN)
        verb = _("Answer")
        for question in result.questions:
            words = (
                Text(question.text, role=TextRole.SMALL_STRONG, parent=self),
                Text(question.effect, role=TextRole.SMALL, tint=MUTED, parent=self),
            )
            name = _("{verb}: {thing}").format(verb=verb, thing=question.text)
            self._add_row(words, verb, name, partial(ask, question.question), Tone.UNCERTAIN)
