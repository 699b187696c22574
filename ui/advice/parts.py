"""Small pieces of the pane: a part under its heading, an answer with its way back, a source."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.findings import RiskState
from advisor.models.marks import Mark
from advisor.telling.branches import SourceLine
from advisor.telling.spoken import in_one_run
from advisor.telling.why import Reason
from advisor.telling.words import RISK_STATE
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.layouts import FlowLayout, column_in, fill, row_of
from ui.widgets.link_button import LinkButton
from ui.widgets.painting import box, draw_icon, mirrored
from ui.widgets.roles import Spoken
from ui.widgets.text import MUTED, LineHeading, LineText, Text

_ICON = 16


class Part(QWidget):
    """Words under a heading at which Tab stops, so that a screen reader reads them there."""

    def __init__(self, theme: Theme, title: str, lines: Iterable[str] = ()) -> None:
        super().__init__()
        self.column = column_in(self, theme.metrics.space(6))
        head = FlowLayout(gap=theme.metrics.space(10))
        self.heading = LineHeading(title, level=3, parent=self)
        self.meta = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        head.addWidget(self.heading)
        head.addWidget(self.meta)
        self.column.addLayout(head)
        self._lines = tuple(lines)
        fill(self.column, *(Text(line, parent=self) for line in self._lines))
        self.show_meta("")

    def show_meta(self, meta: str) -> None:
        """Say beside the heading how far this is."""
        self.meta.setText(meta)
        self.describe(in_one_run((meta, *self._lines)))

    def describe(self, words: str) -> None:
        """Let a screen reader read these words at the heading, where Tab stops for them."""
        self.heading.read_here(words)


class StateStrip(QWidget, Spoken):
    """The three states of a risk side by side, the one it is in marked; said as one word."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = RiskState.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.measures(self)

    def show_state(self, state: RiskState) -> None:
        """Mark the state that a risk is in."""
        self._state = state
        self.setAccessibleName(_("State: {state}").format(state=RISK_STATE[state]))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics
        widest = max(
            self._theme.size_of(words, TextRole.SMALL_STRONG).width()
            for words in RISK_STATE.values()
        )
        one = widest + metrics.px(_ICON) + metrics.px(6) + 2 * metrics.px(10)
        return QSize(round(len(RISK_STATE) * (one + metrics.px(6))), metrics.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(150), self._theme.metrics.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, gap = QRectF(self.rect()), self._theme.metrics.px(6)
        each = (whole.width() - gap * (len(RISK_STATE) - 1)) / len(RISK_STATE)
        for number, state in enumerate(RISK_STATE):
            area = QRectF(number * (each + gap), 0, each, whole.height())
            self._paint_state(painter, mirrored(area, whole, self.layoutDirection()), state)

    def _paint_state(self, painter: QPainter, area: QRectF, state: RiskState) -> None:
        c, m = self._theme.colours, self._theme.metrics
        showing, is_on = SHOWINGS[Mark(state.value)], state is self._state
        tone = c.tones[showing.tone]
        fill, line = (tone.soft, tone.edge) if is_on else (c.surface, c.hairline)
        box(painter, area, m.radius, fill=fill, line=line, thickness=2 if is_on else 1)
        ink, side = tone.ink if is_on else c.ink_muted, m.px(_ICON)
        inner = area.adjusted(m.px(10), 0, -m.px(10), 0)
        icon = QRectF(inner.left(), inner.top(), side, inner.height())
        picture = self._theme.pixmap(showing.glyph, ink, _ICON, self)
        draw_icon(painter, picture, mirrored(icon, inner, self.layoutDirection()))
        words = mirrored(inner.adjusted(side + m.px(6), 0, 0, 0), inner, self.layoutDirection())
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(ink)
        side_flag = (
            Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side_flag
        metrics = painter.fontMetrics()
        said = metrics.elidedText(
            RISK_STATE[state], Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, flags, said)


class ReasonLine(QWidget):
    """A question with the plan's answer and a button that leads back to it.

    ``about`` tells the button from others in one pane that lead to the same question.
    """

    def __init__(
        self, theme: Theme, reason: Reason, asks: Asks, parent: QWidget, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        self._reason, self._asks = reason, asks
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(reason.asked, role=TextRole.SMALL, tint=MUTED, parent=self))
        role = TextRole.SMALL if reason.is_hidden else TextRole.SMALL_STRONG
        words.addWidget(Text(reason.answered, role=role, parent=self))
        for line in filter(None, (reason.needed, *reason.tips)):
            words.addWidget(Text(line, role=TextRole.SMALL, parent=self))
        row.addLayout(words, 1)
        if not reason.is_hidden:
            name = _("Change: {question} Now: {answer}").format(
                question=reason.asked, answer=reason.answered
            )
            name = f"{name} ({about})" if about else name
            self.button = LinkButton(theme, _("Change"), name=name, glyph=Glyph.PENCIL, parent=self)
            self.button.clicked.connect(self._want)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _want(self) -> None:
        self._asks.question(self._reason.question)


class SourceBlock(QWidget):
    """What a source says, where it is, and how much of it was read for this pack."""

    def __init__(self, theme: Theme, source: SourceLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.metrics.space(6), 0, theme.metrics.space(6))
        column.setSpacing(theme.metrics.space(4))
        column.addWidget(Text(source.says, parent=self))
        column.addWidget(Text(source.citation, role=TextRole.SMALL, tint=MUTED, parent=self))
        tags = row_of(Tag(theme, source.read, glyph=Glyph.BOOK_OPEN, parent=self))
        if source.is_to_be_confirmed:
            words, glyph = _("To be confirmed"), Glyph.CIRCLE_QUESTION_MARK
            tags.addWidget(Tag(theme, words, glyph=glyph, tone=Tone.CAUTION, parent=self))
        column.addLayout(tags)
