"""What must be there before mothers are supported: what is missing, or what to check first."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.telling.gates import GateGroup, GateStory
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill, row_in
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Heading, Text


class GatesCard(Card):
    """Names each thing, with a way to the question whose answer stands behind it."""

    def __init__(self, theme: Theme, group: GateGroup, asks: Asks) -> None:
        tone = Tone.DANGER if group.is_missing else Tone.CAUTION
        super().__init__(theme, name=group.title, tone=tone)
        self._theme, self._group, self._asks = theme, group, asks
        not_said = _("Not said yet. Answer the question behind each.")
        intro = Text(group.intro if group.is_missing else not_said, tint=MUTED, parent=self)
        fill(self.column, Heading(group.title, level=2, parent=self), intro)
        fill(self.column, *map(self._line, group.first))
        if n := len(group.more):
            words = ngettext("And {n} more", "And {n} more", n).format(n=n)
            self.more = Disclosure(theme, words, self._make_more, parent=self)
            self.more.button.setAccessibleDescription(group.title)
            self.column.addWidget(self.more)

    def _make_more(self) -> QWidget:
        box = QWidget()
        fill(column_in(box), *map(self._line, self._group.more))
        return box

    def _line(self, gate: GateStory) -> QWidget:
        box = QWidget(self)
        row = row_in(box, self._theme.metrics.space(10))
        glyph = Glyph.TRIANGLE_ALERT if self._group.is_missing else Glyph.CIRCLE
        tone = Tone.DANGER if self._group.is_missing else Tone.CAUTION
        picture = Picture(self._theme, glyph, tone=tone, parent=box)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(gate.text, role=TextRole.STRONG, parent=box))
        if gate.note:
            words.addWidget(Text(gate.note, role=TextRole.SMALL, parent=box))
        row.addLayout(words, 1)
        for button in self._ways(gate, box):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _ways(self, gate: GateStory, parent: QWidget) -> Iterable[IconButton]:
        for reason in gate.reasons[:1]:
            name = _("Change the answer: {question}").format(question=reason.asked)
            button = IconButton(
                self._theme, Glyph.PENCIL, name=f"{name} ({gate.text})", parent=parent
            )
            button.clicked.connect(partial(self._asks.question, reason.question))
            yield button
