"""What must be there before mothers are supported: what is missing, and what is not said yet."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.ids import ActionId, GateId
from advisor.telling.action import ActionRow
from advisor.telling.gates import GateGroup, GateStory
from ui.advice.asks import Asks
from ui.advice.check_line import CheckLine
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce_switched
from ui.widgets.cards import Card
from ui.widgets.contents import clear_out
from ui.widgets.finding import Folds
from ui.widgets.layouts import FlowLayout, column_in, fill
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, LineHeading, LineText, Text
from ui.widgets.tick_line import TickLine


class GatesBox(Card, Folds):
    """Names each thing, what to do about it first, and the way to the question behind it.

    What is not said yet takes one line until it is opened. So does all of it beside the pane.
    """

    def __init__(self, theme: Theme, group: GateGroup, asks: Asks) -> None:
        tone = Tone.DANGER if group.is_missing else Tone.CAUTION
        super().__init__(theme, tone=tone)
        self._group, self._asks = group, asks
        self.ticks: dict[ActionId, TickLine] = {}
        self._check_lines: dict[GateId, CheckLine] = {}
        self._is_beside = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.metrics.space(4))
        self.heading = LineHeading("", level=2, parent=self)
        self._rest: QWidget | None = None
        self._left: tuple[GateStory, ...] = ()
        self.column.addLayout(self._make_head())
        self.column.addLayout(self._lines)
        self._fill_lines()

    @property
    def checks(self) -> dict[GateId, TickLine]:
        """The boxes to tick."""
        return {gate: line.tick for gate, line in self._check_lines.items()}

    @property
    def group(self) -> GateGroup:
        """What is shown."""
        return self._group

    def show_group(self, group: GateGroup) -> None:
        """Show the same things as they are now; a tick that stands there stays."""
        before, self._group = self._group, group
        if _shape(before) != _shape(group):
            self._fill_lines()
        for gate in group.gates:
            if gate.action is not None and gate.action.id in self.ticks:
                self.ticks[gate.action.id].setChecked(gate.action.is_done_or_meant)
            if gate.id in self._check_lines:
                self._show_check(gate)

    def show_beside(self, *, is_beside: bool) -> None:
        """Take one line while the pane beside the list tells something else."""
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self._fill_lines()

    def folded(self) -> Sequence[QWidget]:
        return (self._intro, *((self._rest,) if self._rest is not None else ()))

    def unmade(self) -> Sequence[Callable[[], object]]:
        return (self._make_rest,) if self._left and self._rest is None else ()

    def open_part(self, part: QWidget) -> None:
        part.show()
        if part is self._rest:
            self.more.show_open(is_open=True)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        self.column.setContentsMargins(
            metrics.space(18), metrics.space(8), metrics.space(12), metrics.space(8)
        )
        self.column.setSpacing(metrics.space(2))

    def _make_head(self) -> FlowLayout:
        missing = self._group.is_missing
        glyph = Glyph.CIRCLE_ALERT if missing else Glyph.CIRCLE_DASHED
        tone = Tone.DANGER if missing else Tone.CAUTION
        head = FlowLayout(gap=self._theme.metrics.space(10))
        self.heading.set_tint(tone)
        self._intro = LineText("", role=TextRole.SMALL, tint=tone, parent=self)
        picture = Picture(self._theme, glyph, tone=tone, size=20, parent=self)
        self.more = LinkButton(self._theme, "", tone=tone, parent=self)
        self.more.clicked.connect(self._switch)
        fill(head, picture, self.heading, self._intro, self.more)
        return head

    def _fill_lines(self) -> None:
        clear_out(self._lines)
        self.ticks, self._check_lines, self._rest = {}, {}, None
        self.heading.setText(self._group.title)
        self._intro.setText(self._group.intro)
        self._intro.setVisible(not self._is_beside)
        left = self._group.gates
        words = ngettext("Show it", "Show all {n}", len(left)).format(n=len(left))
        if self._group.is_missing and not self._is_beside:
            fill(self._lines, *map(self._line, self._group.first))
            left = self._group.more
            words = ngettext("{n} more", "{n} more", len(left)).format(n=len(left))
        self._left = left
        self.more.setText(words)
        self.more.setAccessibleName(f"{words}: {self._group.title}")
        self.more.show_open(is_open=False)
        self.more.setVisible(bool(left))

    @Slot()
    def _switch(self) -> None:
        """Show or hide the things for which there was no room."""
        rest = self._make_rest()
        is_open = rest.isHidden()
        rest.setVisible(is_open)
        self.more.show_open(is_open=is_open)
        announce_switched(rest, is_open=is_open)

    def _make_rest(self) -> QWidget:
        if self._rest is None:
            self._rest = self._make_lines(self._left)
            self._rest.hide()
            self._lines.addWidget(self._rest)
        return self._rest

    def _make_lines(self, gates: tuple[GateStory, ...]) -> QWidget:
        box = QWidget()
        fill(column_in(box, self._theme.metrics.space(4)), *map(self._line, gates))
        return box

    def _line(self, gate: GateStory) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(self._theme.metrics.space(30), 0, 0, 0)
        words = column_in(inner := QWidget(box), 0)
        fill(words, *self._words(gate, inner))
        row.addWidget(inner, 1)
        for reason in gate.reasons[:1]:
            verb = _("Settle this") if self._group.is_missing else _("Answer")
            button = LinkButton(
                self._theme,
                verb,
                name=_("{verb}: {thing}").format(verb=verb, thing=gate.text),
                trailing=Glyph.CHEVRON_RIGHT,
                tone=Tone.DANGER if self._group.is_missing else Tone.CAUTION,
                parent=box,
            )
            button.clicked.connect(partial(self._asks.question, reason.question))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _words(self, gate: GateStory, parent: QWidget) -> Iterator[QWidget]:
        """What is missing and what to do about it, or the sentence to tick if it is so."""
        if not self._group.is_missing:
            yield from self._check(gate, parent)
            return
        yield Text(gate.text, role=TextRole.STRONG, parent=parent)
        if gate.ticked:
            yield Text(gate.ticked, role=TextRole.SMALL, tint=MUTED, parent=parent)
        if gate.note:
            yield Text(gate.note, role=TextRole.SMALL, tint=MUTED, parent=parent)
        elif gate.action is not None:
            yield self._tick(gate, gate.action, parent)

    def _check(self, gate: GateStory, parent: QWidget) -> Iterator[QWidget]:
        line = CheckLine(self._theme, gate.text, role=TextRole.STRONG, parent=parent)
        line.tick.clicked.connect(partial(self._checked, gate.id))
        self._check_lines[gate.id] = line
        self._show_check(gate)
        yield line

    def _show_check(self, gate: GateStory) -> None:
        self._check_lines[gate.id].show_ticked(gate.ticked, gate.ticked_on)

    def _checked(self, gate: GateId) -> None:
        self._asks.check(gate, self.checks[gate].isChecked())

    def _tick(self, gate: GateStory, action: ActionRow, parent: QWidget) -> TickLine:
        tick = TickLine(
            self._theme,
            action.text,
            meaning=_("We will do this. For: {thing}").format(thing=gate.text),
            role=TextRole.SMALL,
            parent=parent,
        )
        tick.setChecked(action.is_done_or_meant)
        tick.clicked.connect(partial(self._ticked, action.id))
        self.ticks[action.id] = tick
        return tick

    def _ticked(self, action: ActionId) -> None:
        self._asks.tick(action, self.ticks[action].isChecked())


def _shape(group: GateGroup) -> tuple[object, ...]:
    gates = [
        (
            gate.id,
            gate.text,
            gate.note,
            gate.action and gate.action.id,
            gate.ticked if group.is_missing else "",
        )
        for gate in group.gates
    ]
    return group.title, group.intro, gates
