"""The card that leads back to the plan that was changed last."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.spoken import in_one_run
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout, column_in, fill, row_in
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Heading, LineText
from ui.widgets.turning import TurningRow

if TYPE_CHECKING:
    from advisor.telling.going_on import GoOn


_ROOMY, _SHORT = 640, 460
"""From which width on the buttons stand beside the plan: both, and one of them."""


class GoOnCard(Card):
    """Names the plan and where it waits; ``go_on`` and ``advice`` are pressed to open it."""

    go_on_asked = Signal()
    advice_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone=Tone.ACCENT, parent=parent)
        self._title = Heading("", level=2, parent=self)
        self._line = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._safety = LineText("", role=TextRole.SMALL_STRONG, parent=self)
        self.advice = Button(theme, _("Its ad&vice"), glyph=Glyph.LIGHTBULB, parent=self)
        self.advice.clicked.connect(self.advice_asked)
        self.go_on = Button(
            theme,
            _("&Go on"),
            kind=ButtonKind.PRIMARY,
            trailing=Glyph.CHEVRON_RIGHT,
            parent=self,
        )
        self.go_on.clicked.connect(self.go_on_asked)
        words = QWidget(self)
        under = QWidget(words)
        fill(FlowLayout(under, gap=8), self._line, self._safety)
        fill(column_in(words, theme.metrics.space(4)), self._title, under)
        buttons = QWidget(self)
        fill(FlowLayout(buttons, gap=6), self.advice, self.go_on)
        self._row = row = TurningRow(theme, least=_ROOMY, parent=self)
        said = QWidget(self)
        beside = row_in(said, theme.metrics.space(12))
        beside.addWidget(Picture(theme, Glyph.CLIPBOARD_LIST, size=28, parent=said))
        beside.addWidget(words, 1)
        row.add(said, grows=True)
        row.add(buttons)
        self.column.addWidget(row)

    def be_short(self, *, is_short: bool) -> None:
        """Show one way on beside the plan, or both."""
        self.advice.setVisible(not is_short)
        self._row.set_least(_SHORT if is_short else _ROOMY)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, top = metrics.space(18), metrics.space(10)
        self.column.setContentsMargins(side, top, metrics.space(8), top)

    def show_plan(self, told: "GoOn") -> None:
        """Show where to go on."""
        self._title.setText(told.title)
        self._line.setText(told.line)
        self._safety.setText(told.safety.words)
        self._safety.set_tint(SHOWINGS[told.safety.mark].tone)
        self.go_on.setAccessibleName(in_one_run((told.title, told.line, told.safety.words)))
