"""One entry of the rail: an icon with its name beside it, or below it where room is short."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from advisor.language import _
from ui.shell.rail_item import RailItem
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets import painting
from ui.widgets.roles import Spoken

_RING = 4
_BAR = 8
_ICON = 20
_WIDE = 208
_SLIM = 86
_NEAR = 4


class RailEntry(QPushButton, Spoken):
    """A button that shows a page; a screen reader hears which page is the current one.

    A small one has small letters and takes no more room than its words, without a note. Of one
    that ``has_keys`` the note is a key, which stands beside its name. A bare one is a small one
    whose name is a tooltip where the rail is wide.
    """

    spoken_role = QAccessible.Role.Button

    def __init__(
        self,
        theme: Theme,
        entry: RailItem,
        *,
        is_small: bool = False,
        is_bare: bool = False,
        has_keys: bool = False,
    ) -> None:
        super().__init__()
        self._has_keys, self._is_bare = has_keys, is_bare
        self._theme, self.entry, self._note, self._is_slim = theme, entry, "", False
        self._is_current, self._is_small = False, is_small or is_bare
        painting.prepare_painted(self, theme, entry.title)
        self.setToolTip(entry.title if is_bare else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_current(self) -> bool:
        """Whether the page of this entry is the one that is shown."""
        return self._is_current

    @property
    def is_small(self) -> bool:
        """Whether it has small letters and stands beside others."""
        return self._is_small

    def set_current(self, is_current: bool) -> None:
        """Mark the entry of the page that is shown."""
        self._is_current = is_current
        self._describe()

    def set_note(self, note: str) -> None:
        """Show a few words under the name, such as "3 open"."""
        self._note = note
        self._describe()
        self.updateGeometry()

    def set_slim(self, is_slim: bool) -> None:
        """Put the name under the icon, to save width."""
        self._is_slim = is_slim
        self.setToolTip(self._note if is_slim else self.entry.title if self._is_bare else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics
        if self._is_slim:
            height = metrics.px(_ICON) + self._slim_words().height + metrics.space(14)
            return QSize(metrics.px(_SLIM), round(height) + 2 * _RING)
        words = self._words()
        height = max(words.height, metrics.px(24))
        if self._is_small:
            around = metrics.px(_ICON) + 2 * metrics.space(8) + 2 * _RING
            shown = 0 if self._is_bare else words.title.natural_width + metrics.space(_NEAR)
            width = round(shown + around) + 1
            return QSize(width, round(height + metrics.space(4)) + 2 * _RING)
        return QSize(metrics.px(_WIDE), round(height + metrics.space(6)) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        # Room for the rail's scroll bar is taken from the entries.
        if self._is_small and not self._is_slim:
            return self.sizeHint()
        return self.sizeHint() - QSize(_BAR, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        if self._is_current:
            painting.box(painter, body, m.radius, fill=c.rail_chosen)
        elif self.underMouse() or self.isDown():
            painting.box(painter, body, m.radius, fill=c.rail_hover)
        if self.hasFocus():
            painting.box(painter, whole, m.radius + _RING, line=c.rail_focus, thickness=m.ring)
        ink = c.on_rail_chosen if self._is_current else c.on_rail
        if self._is_slim:
            self._paint_slim(painter, body, ink)
        else:
            self._paint_wide(painter, body, ink)

    def _paint_wide(self, painter: QPainter, body: QRectF, ink: str) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        side, near = m.px(_ICON), m.space(8 if self._is_small else 10)
        icon = QRectF(body.left() + near, body.center().y() - side / 2, side, side)
        self._paint_icon(painter, painting.mirrored(icon, body, way), ink)
        if self._is_bare:
            return
        words = self._words()
        top = body.center().y() - words.height / 2
        apart = m.space(_NEAR if self._is_small else 12)
        area = QRectF(icon.right() + apart, top, self._room(), words.height)
        muted = c.on_rail_chosen if self._is_current else c.on_rail_muted
        words.draw(painter, painting.mirrored(area, body, way).topLeft(), ink, muted)
        if self._has_keys:
            font = self._theme.font(TextRole.SMALL)
            said = painting.one_line(self._note, font, self._room(), direction=way)
            left = body.right() - near - said.natural_width
            top = body.center().y() - said.height / 2
            place = painting.mirrored(QRectF(left, top, said.natural_width + 1, 1), body, way)
            said.draw(painter, place.topLeft(), muted)

    def _paint_slim(self, painter: QPainter, body: QRectF, ink: str) -> None:
        side = self._theme.metrics.px(_ICON)
        title = self._slim_words()
        top = body.center().y() - (side + title.height) / 2
        self._paint_icon(painter, QRectF(body.center().x() - side / 2, top, side, side), ink)
        left = body.left() + (body.width() - self._slim_room()) / 2
        title.draw(painter, QPointF(left, top + side), ink)

    def _paint_icon(self, painter: QPainter, area: QRectF, ink: str) -> None:
        painting.draw_icon(painter, self._theme.pixmap(self.entry.glyph, ink, _ICON, self), area)

    def _words(self) -> painting.TwoLines:
        way, room = self.layoutDirection(), self._room()
        if self._is_small:
            font = self._theme.font(TextRole.SMALL_STRONG)
            title = painting.wrap(self.entry.title, font, room, direction=way)
            return painting.TwoLines(title=title, detail=None)
        note = "" if self._has_keys else self._note
        return painting.two_lines(self._theme, self.entry.title, note, room, way)

    def _slim_words(self) -> painting.Wrapped:
        font = QFont(self._theme.font(TextRole.SMALL_STRONG))
        font.setPixelSize(self._theme.metrics.px(12))
        way, room = self.layoutDirection(), self._slim_room()
        return painting.wrap(self.entry.title, font, room, direction=way, is_centred=True)

    def _slim_room(self) -> int:
        return self._theme.metrics.px(_SLIM) - 2 * _RING - _BAR

    def _room(self) -> int:
        metrics = self._theme.metrics
        around = metrics.px(_ICON) + metrics.space(12) + 2 * metrics.space(10) + 2 * _RING + _BAR
        return metrics.px(_WIDE) - around

    def _describe(self) -> None:
        current = _("Current page") if self._is_current else ""
        self.setAccessibleDescription(", ".join(part for part in (current, self._note) if part))
        self.update()
