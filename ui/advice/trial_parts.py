"""Pieces of the page on which other answers are tried: what is tried, and what it would change."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from advisor.language import _
from advisor.models.marks import Mark
from advisor.telling.changed_answer import ToldChange
from advisor.telling.shifts import Shift
from advisor.telling.words import MARK
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, prepare_painted, wrap
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 15
_WIDEST = 560


class TriedChip(QAbstractButton, Spoken, ShowsWords):
    """One answer that is tried: what goes, what comes, and a cross that takes it back."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, change: ToldChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._change = theme, change
        self._room = theme.metrics.px(_WIDEST)
        words = _("Take back: {change}").format(change=change.sentence)
        prepare_painted(self, theme, words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def shown_words(self) -> Sequence[str]:
        if self._change.rest_stays:
            return (self._change.told,)
        return self._change.before, self._change.after

    def set_room(self, width: int) -> None:
        """Be no wider than this; the words are broken into more lines where they must."""
        self._room = width
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = self._theme.metrics
        parts = self._words()
        words = sum(part.natural_width for part in parts)
        height = max(*(part.height for part in parts), m.px(24)) + m.space(8)
        return QSize(round(words + self._chrome()) + 1, round(height) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        tone = c.tones[Tone.UNCERTAIN]
        round_ = min(body.height() / 2, m.px(16))
        fill = tone.soft if self.underMouse() else c.surface
        box(painter, body, round_, fill=fill, line=tone.edge, thickness=1.2)
        if self.hasFocus():
            box(painter, whole, round_ + _RING, line=c.focus, thickness=m.ring)
        left = body.left() + m.space(12)
        parts = self._words()
        for words in parts:
            is_last = words is parts[-1]
            area = QRectF(
                left, body.center().y() - words.height / 2, words.natural_width, words.height
            )
            ink = c.ink if is_last else c.ink_muted
            words.draw(painter, mirrored(area, body, self.layoutDirection()).topLeft(), ink)
            glyph = Glyph.X if is_last else Glyph.CHEVRON_RIGHT
            left += words.natural_width + m.space(5)
            icon = mirrored(
                QRectF(left, body.top(), m.px(_ICON), body.height()), body, self.layoutDirection()
            )
            draw_icon(painter, self._theme.pixmap(glyph, tone.ink, _ICON, self), icon)
            left += m.px(_ICON) + m.space(5)

    def _words(self) -> Sequence[Wrapped]:
        """Return what goes, struck out, and what comes, or which of several ticks change."""
        struck = QFont(self._theme.font(TextRole.SMALL))
        widest = min(self._room - self._chrome() - 1, self._theme.metrics.px(_WIDEST))
        struck.setStrikeOut(True)
        bold, way = self._theme.font(TextRole.SMALL_STRONG), self.layoutDirection()
        if self._change.rest_stays:
            return (wrap(self._change.told, bold, widest, direction=way),)
        return (
            wrap(self._change.before, struck, widest * 2 / 5, direction=way),
            wrap(self._change.after, bold, widest * 3 / 5, direction=way),
        )

    def _chrome(self) -> int:
        m = self._theme.metrics
        return 2 * _RING + 2 * m.space(12) + 2 * m.px(_ICON) + 3 * m.space(5)


class ShiftCard(QAbstractButton, Spoken, ShowsWords):
    """One thing that would be different, before and after; chosen while it is looked at."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, shift: Shift, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.shift = theme, shift
        self.setCheckable(shift.rule is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        prepare_painted(self, theme, shift.sentence)

    def shown_words(self) -> Sequence[str]:
        return self.shift.headline, MARK[self.shift.before], MARK[self.shift.after]

    def heightForWidth(self, width: int) -> int:
        m = self._theme.metrics
        words = self._title(width).height
        marks = m.px(26) + (m.px(26) + m.space(4) if self._are_below(width) else 0)
        return round(words + marks + m.space(6) + 2 * m.space(10)) + 2 * _RING

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        danger = c.tones[Tone.DANGER]
        fill = c.accent_soft if self.isChecked() else c.surface
        line = danger.edge if self.shift.is_worse else c.hairline
        box(
            painter,
            body,
            m.card_radius,
            fill=fill,
            line=c.accent if self.isChecked() or self.underMouse() else line,
            thickness=2 if self.isChecked() or self.shift.is_worse else 1,
        )
        if self.hasFocus():
            box(painter, whole, m.card_radius + _RING, line=c.focus, thickness=m.ring)
        title = self._title(self.width())
        left, top = body.left() + m.space(14), body.top() + m.space(10)
        area = QRectF(left, top, self.width() - self._chrome(), title.height)
        ink = danger.ink if self.shift.is_worse else c.ink
        title.draw(painter, mirrored(area, body, way).topLeft(), ink)
        self._paint_marks(painter, QPointF(left, top + title.height + m.space(6)), body)

    def _paint_marks(self, painter: QPainter, at: QPointF, body: QRectF) -> None:
        """Draw both states with an arrow between, under each other where they must."""
        m, way = self._theme.metrics, self.layoutDirection()
        left, top = at.x(), at.y()
        left += self._paint_mark(painter, self.shift.before, at, body) + m.space(6)
        if self._are_below(self.width()):
            left, top = at.x(), top + m.px(26) + m.space(4)
        icon = QRectF(left, top, m.px(_ICON), m.px(26))
        picture = self._theme.pixmap(
            Glyph.CHEVRON_RIGHT, self._theme.colours.ink_muted, _ICON, self
        )
        draw_icon(painter, picture, mirrored(icon, body, way))
        after = QPointF(icon.right() + m.space(6), top)
        self._paint_mark(painter, self.shift.after, after, body)

    def _paint_mark(self, painter: QPainter, mark: Mark, at: QPointF, body: QRectF) -> float:
        """Draw a state as its badge is drawn; return how wide it is."""
        m, way, showing = self._theme.metrics, self.layoutDirection(), SHOWINGS[mark]
        tone = self._theme.colours.tones[showing.tone]
        words, width = self._mark(mark)
        side, pad = m.px(_ICON), m.px(8)
        area = QRectF(at.x(), at.y(), width, m.px(26))
        box(painter, mirrored(area, body, way), m.px(7), fill=tone.soft, line=tone.edge)
        icon = QRectF(at.x() + pad, at.y(), side, area.height())
        draw_icon(
            painter,
            self._theme.pixmap(showing.glyph, tone.ink, _ICON, self),
            mirrored(icon, body, way),
        )
        text = QRectF(
            icon.right() + pad / 2,
            area.center().y() - words.height / 2,
            words.natural_width,
            words.height,
        )
        words.draw(painter, mirrored(text, body, way).topLeft(), tone.ink)
        return width

    def _mark(self, mark: Mark) -> tuple[Wrapped, float]:
        """Return the words of a state, and how wide its badge is."""
        m, font = self._theme.metrics, self._theme.font(TextRole.SMALL_STRONG)
        words = wrap(MARK[mark], font, m.px(220), direction=self.layoutDirection())
        return words, words.natural_width + m.px(_ICON) + 3 * m.px(8)

    def _are_below(self, width: int) -> bool:
        """Whether both states have no room beside each other."""
        marks = sum(self._mark(mark)[1] for mark in (self.shift.before, self.shift.after))
        between = self._theme.metrics.px(_ICON) + 2 * self._theme.metrics.space(6)
        return marks + between > width - self._chrome()

    def _title(self, width: int) -> Wrapped:
        font, way = self._theme.font(TextRole.STRONG), self.layoutDirection()
        return wrap(self.shift.headline, font, width - self._chrome(), direction=way)

    def _chrome(self) -> int:
        return 2 * _RING + 2 * self._theme.metrics.space(14)
