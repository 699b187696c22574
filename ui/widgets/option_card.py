"""Options as cards: a radio button or a tick box with a title and a hint that wrap.

The classes are Qt's own radio button and check box with another face, so role, keys, exclusive
choice and what a screen reader hears stay native. The hint is the spoken description.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, mirrored, wrap
from ui.widgets.radio_group import moved_by_arrow
from ui.widgets.roles import Spoken

_RING = 4
_SIDE = 20
_LEAST_WORDS = 120
_KEPT = 6


class CardFace:
    """Measures and paints an option card on the button it is given."""

    def __init__(self, theme: Theme, button: QAbstractButton, hint: str) -> None:
        self._theme, self._button, self.hint = theme, button, hint
        self._broken: dict[tuple[int, int, str, bool], tuple[Wrapped, Wrapped | None]] = {}

    def height_for(self, width: int) -> int:
        """Return the height the card needs at this width, ring and padding included."""
        title, hint = self._words(width)
        inner = title.height + (hint.height + 2 if hint else 0)
        inner = max(inner, self._theme.metrics.px(_SIDE))
        return round(inner + 2 * self._pad_y() + 2 * _RING)

    def natural_size(self) -> QSize:
        """Return the size at which the title stands on one line, within reason."""
        least = self._chrome() + self._theme.metrics.px(_LEAST_WORDS)
        title, _hint = self._words(10_000)
        width = max(least, min(self._chrome() + round(title.natural_width) + 2, 3 * least))
        return QSize(width, self.height_for(width))

    def least_size(self) -> QSize:
        """Return the size below which words would break badly."""
        width = self._chrome() + self._theme.metrics.px(_LEAST_WORDS)
        return QSize(width, self._theme.metrics.target + 2 * _RING)

    def paint(self, *, is_round: bool) -> None:
        """Paint the card as the button is now."""
        button, c, m = self._button, self._theme.colours, self._theme.metrics
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(button.rect())
        # At rest as wide as the words above it; the ring takes its room from the card.
        rest = whole.adjusted(0, _RING, 0, -_RING)
        side = _RING if button.hasFocus() else 0
        body = rest.adjusted(side, 0, -side, 0)
        chosen, live = button.isChecked(), button.isEnabled()
        hovered = live and button.underMouse()
        fill = c.accent_soft if chosen else c.surface
        line = c.accent if (chosen or hovered) and live else c.outline
        box(painter, body, m.radius + 2, fill=fill, line=line, thickness=2 if chosen else 1)
        if button.hasFocus():
            box(painter, whole, m.radius + _RING + 2, line=c.focus, thickness=m.ring)
        self._paint_mark(painter, rest, is_round=is_round)
        self._paint_words(painter, rest)

    def _paint_mark(self, painter: QPainter, body: QRectF, *, is_round: bool) -> None:
        c, m = self._theme.colours, self._theme.metrics
        side = m.px(_SIDE)
        area = QRectF(body.left() + self._pad_x(), body.center().y() - side / 2, side, side)
        area = mirrored(area, body, self._button.layoutDirection())
        chosen = self._button.isChecked()
        line = c.accent if chosen else c.outline
        if not self._button.isEnabled():
            line = c.ink_disabled
        if is_round:
            painter.setBrush(QColor(c.surface))
            painter.setPen(QPen(QColor(line), 2))
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(line))
                painter.drawEllipse(area.center(), side / 4, side / 4)
            return
        box(painter, area, 5, fill=line if chosen else c.surface, line=line, thickness=2)
        if chosen:
            tick = self._theme.pixmap(Glyph.CHECK, c.on_accent, _SIDE - 4, self._button)
            painter.drawPixmap(area.topLeft() + QPointF(m.px(2), m.px(2)), tick)

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        c, button = self._theme.colours, self._button
        title, hint = self._words(button.width())
        height = title.height + (hint.height + 2 if hint else 0)
        width = button.width() - self._chrome()
        left = self._pad_x() + self._theme.metrics.px(_SIDE) + self._gap()
        area = QRectF(body.left() + left, body.center().y() - height / 2, width, height)
        area = mirrored(area, body, button.layoutDirection())
        ink = c.accent_ink if button.isChecked() else c.ink
        muted = c.ink_muted
        if not button.isEnabled():
            ink = muted = c.ink_disabled
        title.draw(painter, area.topLeft(), ink)
        if hint:
            hint.draw(painter, area.topLeft() + QPointF(0, title.height + 2), muted)

    def _words(self, width: int) -> tuple[Wrapped, Wrapped | None]:
        """Return title and hint in lines, kept while a layout tries one width after another."""
        way, text = self._button.layoutDirection(), self._button.text().replace("&&", "&")
        is_leftward = way is Qt.LayoutDirection.RightToLeft
        key = (width, self._theme.metrics.text_size, text, is_leftward)
        if key not in self._broken:
            if len(self._broken) >= _KEPT:
                self._broken.clear()
            room = width - self._chrome()
            title = wrap(text, self._theme.font(TextRole.STRONG), room, direction=way)
            small = self._theme.font(TextRole.SMALL)
            hint = wrap(self.hint, small, room, direction=way) if self.hint else None
            self._broken[key] = title, hint
        return self._broken[key]

    def _chrome(self) -> int:
        return 2 * _RING + 2 * self._pad_x() + self._theme.metrics.px(_SIDE) + self._gap()

    def _pad_x(self) -> int:
        return self._theme.metrics.space(14)

    def _pad_y(self) -> int:
        return self._theme.metrics.space(10)

    def _gap(self) -> int:
        return self._theme.metrics.space(13)


def _prepare(card: QAbstractButton, theme: Theme, hint: str) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    card.setSizePolicy(policy)
    card.setAccessibleName(card.text().replace("&&", "&"))
    card.setAccessibleDescription(hint)
    card.setAttribute(Qt.WidgetAttribute.WA_Hover)
    card.setCursor(Qt.CursorShape.PointingHandCursor)
    theme.changed.connect(card.updateGeometry)


class RadioCard(QRadioButton, Spoken):
    """One of several options that exclude each other."""

    spoken_role = QAccessible.Role.RadioButton

    def __init__(
        self, theme: Theme, title: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self.teach_qt()
        self._face = CardFace(theme, self, hint)
        _prepare(self, theme, hint)

    def sizeHint(self) -> QSize:
        return self._face.natural_size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least_size()

    def heightForWidth(self, width: int) -> int:
        return self._face.height_for(width)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not moved_by_arrow(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint(is_round=True)


class TickCard(QCheckBox, Spoken):
    """One of several options of which any number may be chosen."""

    spoken_role = QAccessible.Role.CheckBox

    def __init__(
        self, theme: Theme, title: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title.replace("&", "&&"), parent)
        self.teach_qt()
        self._face = CardFace(theme, self, hint)
        _prepare(self, theme, hint)

    def sizeHint(self) -> QSize:
        return self._face.natural_size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least_size()

    def heightForWidth(self, width: int) -> int:
        return self._face.height_for(width)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not moved_by_arrow(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint(is_round=False)
