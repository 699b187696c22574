"""The few things to do first, on the first result: a tick says that it will be done."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.telling.poster import PosterStory, PosterThing
from advisor.telling.spoken import in_one_run
from ui.advice.first_parts import FirstPart
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import fill
from ui.widgets.text import MUTED, Text
from ui.widgets.tick_line import RING, SIDE, TickLine

_BESIDE = 400
"""From this width on who does it stands beside the thing."""


class _ThingLine(QWidget):
    """One thing to do: its tick, why in one line, and who does it, beside them or under them."""

    def __init__(self, theme: Theme, number: int, thing: PosterThing, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        words = _("{number}. {thing}").format(number=number, thing=thing.action.text)
        self.tick = TickLine(theme, words, role=TextRole.SMALL_STRONG, parent=self)
        self._why = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._who = Text("", role=TextRole.SMALL, tint=Tone.ACCENT, parent=self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(0)
        fill(said, self.tick, self._why)
        self._row.addLayout(said, 3)
        self._row.addWidget(self._who, 1, Qt.AlignmentFlag.AlignTop)
        self.show_thing(thing)
        theme.resized.connect(self._turn)

    def show_thing(self, thing: PosterThing) -> None:
        """Show the newest tick, and who does it."""
        action = thing.action
        self.tick.setChecked(action.is_done_or_meant)
        meaning = _("We will do this. {why}").format(why=_below(thing))
        self.tick.setAccessibleDescription(meaning)
        self._why.setText(thing.brief)
        self._why.setToolTip(thing.why if thing.why != thing.brief else "")
        who = action.who_and_when or action.role
        self._who.setText(who if action.who_and_when or not who else f"{who}?")
        self._who.setAccessibleName(_who(thing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        metrics = self._theme.metrics
        is_roomy = self.width() >= metrics.px(_BESIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if is_roomy else way.TopToBottom)
        self._row.setSpacing(metrics.space(12) if is_roomy else 0)
        indent = metrics.px(SIDE) + metrics.space(14)
        self._why.setContentsMargins(indent, 0, 0, 0)
        self._who.setContentsMargins(0 if is_roomy else indent, RING if is_roomy else 0, 0, 0)


class ThingsCard(FirstPart):
    """The few things to do first; a tick says that it will be done."""

    def __init__(
        self, theme: Theme, story: PosterStory, tick: Callable[[ActionId, bool], object]
    ) -> None:
        meta = _("a tick means: we will do this") if story.things else ""
        super().__init__(theme, story.things_title, Glyph.LIST_CHECKS, meta=meta)
        self._told = tick
        self._lines: dict[ActionId, _ThingLine] = {}
        if story.without_things:
            self.column.addWidget(Text(story.without_things, parent=self))
            self.heading.read_here(story.without_things)
        for number, thing in enumerate(story.things, start=1):
            self.column.addWidget(self._line(number, thing))

    @property
    def ticks(self) -> dict[ActionId, TickLine]:
        """The boxes to tick."""
        return {action: line.tick for action, line in self._lines.items()}

    def show_things(self, things: Iterable[PosterThing]) -> None:
        """Show the newest ticks, and who does what."""
        for thing in things:
            self._lines[thing.action.id].show_thing(thing)

    def _line(self, number: int, thing: PosterThing) -> QWidget:
        line = self._lines[thing.action.id] = _ThingLine(self._theme, number, thing, self)
        line.tick.clicked.connect(partial(self._ticked, thing.action.id))
        return line

    def _ticked(self, action: ActionId) -> None:
        self._told(action, self.ticks[action].isChecked())


def _below(thing: PosterThing) -> str:
    """Say why it is among the first things, and who will do it, else who could."""
    return in_one_run((thing.why, _who(thing)))


def _who(thing: PosterThing) -> str:
    action = thing.action
    words = _("Who: {who}.") if action.who_and_when else _("Who could do it: {who}?")
    return words.format(who=action.who_and_when or action.role)
