"""The cards of the first result: what to stop for, five things, signs, and what is not known."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import ActionId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.telling.first_box import BoxPart
from advisor.telling.first_result import FirstResult
from advisor.telling.poster import PosterStory, PosterThing
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout, column_in, fill
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, LineHeading, LineText, Text
from ui.widgets.tick_line import SIDE, TickLine

_SIGNS = {
    Mark.MISSING: (Tone.DANGER, Glyph.CIRCLE_ALERT),
    Mark.NOT_SAID: (Tone.CAUTION, Glyph.CIRCLE_DASHED),
    Mark.IN_PLACE: (Tone.POSITIVE, Glyph.CIRCLE_CHECK),
}


class _Part(Card):
    """A card with a heading beside its sign."""

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
        """Add words with a way to what is behind them."""
        row = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(0)
        fill(said, *words)
        row.addLayout(said, 1)
        button = LinkButton(
            self._theme, verb, name=name, trailing=Glyph.CHEVRON_RIGHT, tone=tone, parent=self
        )
        button.clicked.connect(do)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, top = metrics.space(18), metrics.space(12)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(metrics.space(6))


class BoxCard(_Part):
    """What is missing, what to check first, or that there is nothing to stop for."""

    def __init__(self, theme: Theme, part: BoxPart, ask: Callable[[QuestionId], object]) -> None:
        tone, glyph = _SIGNS[part.mark]
        super().__init__(theme, part.title, glyph, tone=tone)
        # On paper each of these is ticked; here the question behind it is answered.
        lead = _("Not said yet. Answer the question behind each.") if part.has_ticks else part.lead
        self.column.addWidget(Text(lead, role=TextRole.SMALL, parent=self))
        verb = _("Answer") if part.has_ticks else _("Settle this")
        role = TextRole.SMALL if part.has_ticks else TextRole.BODY
        if part.has_ticks:
            self.column.setSpacing(0)
        for item in part.items:
            row = QHBoxLayout()
            row.addWidget(Text(item.text, role=role, parent=self), 1)
            if item.question is not None:
                name = _("{verb}: {thing}").format(verb=verb, thing=item.text)
                button = LinkButton(
                    theme, verb, name=name, trailing=Glyph.CHEVRON_RIGHT, tone=tone, parent=self
                )
                button.clicked.connect(partial(ask, item.question))
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        if part.more:
            self.column.addWidget(Text(part.more, role=TextRole.SMALL, parent=self))


class NotJudgedCard(_Part):
    """Says that the evidence cannot judge this, and what that means."""

    def __init__(self, theme: Theme, story: PosterStory) -> None:
        super().__init__(theme, story.not_judged_title, Glyph.CIRCLE_SLASH, tone=Tone.CAUTION)
        self.column.addWidget(Text(story.not_judged, parent=self))


class ThingsCard(_Part):
    """The few things to do first; a tick says that it will be done."""

    def __init__(
        self, theme: Theme, story: PosterStory, tick: Callable[[ActionId, bool], object]
    ) -> None:
        meta = _("a tick means: we will do this") if story.things else ""
        super().__init__(theme, story.things_title, Glyph.LIST_CHECKS, meta=meta)
        self._told = tick
        self.ticks: dict[ActionId, TickLine] = {}
        self._below: dict[ActionId, Text] = {}
        if story.without_things:
            self.column.addWidget(Text(story.without_things, parent=self))
        for number, thing in enumerate(story.things, start=1):
            self.column.addWidget(self._line(number, thing))

    def show_things(self, things: Iterable[PosterThing]) -> None:
        """Show the newest ticks, and who does what."""
        for thing in things:
            self.ticks[thing.action.id].setChecked(thing.action.is_done_or_meant)
            self._below[thing.action.id].setText(_below(thing))

    def _line(self, number: int, thing: PosterThing) -> QWidget:
        made, action, metrics = QWidget(self), thing.action, self._theme.metrics
        column = column_in(made, 0)
        numbered = _("{number}. {thing}").format(number=number, thing=action.text)
        tick = TickLine(
            self._theme,
            numbered,
            meaning=_("We will do this. {why}").format(why=thing.why),
            role=TextRole.STRONG,
            parent=made,
        )
        tick.setChecked(action.is_done_or_meant)
        tick.clicked.connect(partial(self._ticked, action.id))
        why = Text(_below(thing), role=TextRole.SMALL, tint=MUTED, parent=made)
        why.setContentsMargins(metrics.px(SIDE) + metrics.space(14), 0, 0, 0)
        fill(column, tick, why)
        self.ticks[action.id], self._below[action.id] = tick, why
        return made

    def _ticked(self, action: ActionId) -> None:
        self._told(action, self.ticks[action].isChecked())


class WatchCard(_Part):
    """The first risks with the signs by which one would notice them."""

    def __init__(self, theme: Theme, story: PosterStory, lead: Callable[[RuleId], object]) -> None:
        super().__init__(theme, story.watch_title, Glyph.EYE)
        for risk in story.watch:
            words = (
                Text(risk.title, role=TextRole.STRONG, parent=self),
                Text(risk.sign, role=TextRole.SMALL, parent=self),
            )
            name = _("Open: {risk}").format(risk=risk.title)
            self._add_row(words, _("Open"), name, partial(lead, risk.rule), Tone.ACCENT)
        if story.more:
            self.column.addWidget(Text(story.more, role=TextRole.SMALL, tint=MUTED, parent=self))


class NotLookedAtCard(_Part):
    """The few open questions whose answers say most."""

    def __init__(
        self, theme: Theme, result: FirstResult, ask: Callable[[QuestionId], object]
    ) -> None:
        super().__init__(theme, result.questions_title, Glyph.CIRCLE_DASHED, tone=Tone.UNCERTAIN)
        verb = _("Answer")
        for question in result.questions:
            words = (
                Text(question.text, role=TextRole.STRONG, parent=self),
                Text(question.effect, role=TextRole.SMALL, tint=MUTED, parent=self),
            )
            name = _("{verb}: {thing}").format(verb=verb, thing=question.text)
            self._add_row(words, verb, name, partial(ask, question.question), Tone.UNCERTAIN)


def _below(thing: PosterThing) -> str:
    """Say why it is among the first things, and who will do it, else who could."""
    action = thing.action
    words = _("{why} Who: {who}.") if action.who_and_when else _("{why} Who could do it: {who}.")
    return words.format(why=thing.why, who=action.who_and_when or action.role).strip()
