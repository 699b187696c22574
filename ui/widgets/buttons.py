"""Buttons that paint themselves, with the native role, keys and mnemonics.

Button(theme, _("&Continue"), kind=ButtonKind.PRIMARY)
IconButton(theme, Glyph.PENCIL, name=_("Rename plan"))
"""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.marking import mark_line, without_mnemonic
from ui.widgets.painting import box, draw_icon, leading, mirrored

_MARGIN = 5
_ICON, _SMALL = 18, 30


def press_by_enter(here: QWidget | None, event: QKeyEvent) -> bool:
    """Press the button that has the focus if the key is Enter, which Qt leaves to Space.

    Return whether it was.
    """
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter and isinstance(here, QAbstractButton) and not here.isCheckable():
        here.click()
        return True
    return False


class ButtonKind(StrEnum):
    """How much a button asks to be pressed: at most one primary to a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


_USUAL = ButtonKind.SECONDARY


class Button(QPushButton):
    """A button with words and, if wanted, an icon before or after them.

    `name` replaces the words for a screen reader where they need their surroundings to be
    understood ("Change" -> "Change: how will mothers meet their supporter?").
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ButtonKind = _USUAL,
        glyph: Glyph | None = None,
        trailing: Glyph | None = None,
        name: str = "",
        role: TextRole = TextRole.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._kind, self._role = theme, kind, role
        self._glyph, self._trailing = glyph, trailing
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.measures(self)

    @property
    def kind(self) -> ButtonKind:
        """How much the button asks to be pressed."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Let the button ask more or less to be pressed."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics
        width = self._words_width() + 2 * self._padding() + 2 * _MARGIN
        for glyph in (self._glyph, self._trailing):
            if glyph is not None:
                width += metrics.px(_ICON) + (self._gap() if self.text() else 0)
        return QSize(round(width), metrics.target + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if self.isEnabled()
                else Qt.CursorShape.ArrowCursor
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest, halo = self._places()
        body = halo.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN) if self.hasFocus() else rest
        radius = self._theme.metrics.radius
        fill, line, ink = self._colours()
        box(painter, body, radius, fill=fill, line=line, thickness=1.5)
        if self.hasFocus():
            ring = self._theme.metrics.ring
            box(painter, halo, radius + _MARGIN, line=self._theme.colours.focus, thickness=ring)
        self._draw_content(painter, rest, ink)

    def _places(self) -> tuple[QRectF, QRectF]:
        whole = QRectF(self.rect())
        if self.text() and self._kind is not ButtonKind.QUIET:
            return leading(whole, _MARGIN, self.layoutDirection())
        return whole.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), whole

    def _draw_content(self, painter: QPainter, body: QRectF, ink: str) -> None:
        icon, gap, words = self._theme.metrics.px(_ICON), self._gap(), self._words_width()
        parts: list[tuple[float, Glyph | None]]
        parts = [(icon, self._glyph)] if self._glyph else []
        parts += [(words, None)] if self.text() else []
        parts += [(icon, self._trailing)] if self._trailing else []
        x = body.center().x() - (sum(part[0] for part in parts) + gap * (len(parts) - 1)) / 2
        for width, glyph in parts:
            area = QRectF(x, body.top(), width, body.height())
            self._draw_part(painter, mirrored(area, body, self.layoutDirection()), glyph, ink)
            x += width + gap

    def _draw_part(self, painter: QPainter, area: QRectF, glyph: Glyph | None, ink: str) -> None:
        if glyph is not None:
            draw_icon(painter, self._theme.pixmap(glyph, ink, _ICON, self), area)
            return
        painter.setFont(self._theme.font(self._role))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        mark_line(painter, area, Qt.AlignmentFlag.AlignCenter, without_mnemonic(self.text()))
        painter.drawText(area.adjusted(-2, 0, 2, 0), flags, self.text())

    def _colours(self) -> tuple[str, str, str]:
        """Return fill, line and ink of the button as it is now."""
        c = self._theme.colours
        if not self.isEnabled():
            return "", c.hairline if self._kind is not ButtonKind.QUIET else "", c.ink_disabled
        active = self.underMouse() or self.isDown()
        match self._kind:
            case ButtonKind.PRIMARY:
                pressed = c.accent_pressed if self.isDown() else c.accent_hover
                return (pressed if active else c.accent), "", c.on_accent
            case ButtonKind.DANGER:
                return (c.danger_hover if active else c.danger), "", c.on_danger
            case ButtonKind.SECONDARY:
                fill = c.accent_soft if active else c.surface
                return fill, c.accent if active else c.outline, c.ink
            case ButtonKind.QUIET:
                return (c.accent_soft if active else ""), "", c.accent_ink

    def _words_width(self) -> float:
        return self._theme.size_of(self.text(), self._role).width() if self.text() else 0.0

    def _gap(self) -> int:
        return self._theme.metrics.space(8)

    def _padding(self) -> int:
        if not self.text():
            return self._theme.metrics.space(11)
        return self._theme.metrics.space(12 if self._kind is ButtonKind.QUIET else 20)


class WrappingButton(Button):
    """A button whose words wrap where it has less room than they take, in a row that wraps."""

    def __init__(
        self, theme: Theme, text: str, *, glyph: Glyph, name: str = "", kind: ButtonKind = _USUAL
    ) -> None:
        super().__init__(theme, text, glyph=glyph, name=name, kind=kind)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        widest = self._theme.widest_word(without_mnemonic(self.text()), self._role)
        return QSize(round(self._around + widest) + 1, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        words = without_mnemonic(self.text())
        lines = self._theme.height_in(width - self._around, words, self._role)
        one = self._theme.size_of(self.text(), self._role).height()
        return round(max(0.0, lines - one)) + self.sizeHint().height()

    @property
    def _around(self) -> float:
        """What the button takes beside its words."""
        return self.sizeHint().width() - self._words_width()

    def _draw_content(self, painter: QPainter, body: QRectF, ink: str) -> None:
        room = self.width() - self._around
        if room >= self._words_width() - 1 or self._glyph is None:
            super()._draw_content(painter, body, ink)
            return
        icon, pad = self._theme.metrics.px(_ICON), self._padding()
        picture = QRectF(body.left() + pad, body.top(), icon, body.height())
        way = self.layoutDirection()
        self._draw_part(painter, mirrored(picture, body, way), self._glyph, ink)
        words = QRectF(picture.right() + self._gap(), body.top(), room + 1, body.height())
        painter.setFont(self._theme.font(self._role))
        painter.setPen(ink)
        flags = (
            Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(mirrored(words, body, way), flags, self.text())


class IconButton(Button):
    """A quiet button with an icon alone; its name is spoken and shown as a tip."""

    def __init__(
        self, theme: Theme, glyph: Glyph, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", kind=ButtonKind.QUIET, glyph=glyph, name=name, parent=parent)
        self.setToolTip(name)

    def rename(self, name: str) -> None:
        """Change what the button is called."""
        self.setAccessibleName(name)
        self.setToolTip(name)


class SmallIconButton(IconButton):
    """One that stands in a line of words, and makes it no higher."""

    def sizeHint(self) -> QSize:
        side = self._theme.metrics.px(_SMALL)
        return QSize(side, side)

    def _places(self) -> tuple[QRectF, QRectF]:
        whole = QRectF(self.rect())
        return whole.adjusted(2, 2, -2, -2), whole
