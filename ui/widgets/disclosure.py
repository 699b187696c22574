"""Something that opens and closes in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce_opening, announce_switched
from ui.widgets.finding import Folds
from ui.widgets.layouts import column_in
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, prepare_painted, wrap
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 18
_HIGH, _LOW = 36, 22
_AIR, _LITTLE_AIR = 12, 4


class DisclosureButton(QPushButton, Spoken):
    """The button of a disclosure; a screen reader hears whether it is expanded.

    One with small letters stands beside others, and takes no more room than they need. With a
    ``glyph``, shown in place of the arrow, it needs no words, but a tooltip.
    """

    spoken_role = QAccessible.Role.Button
    spoken_open = False

    def __init__(
        self,
        theme: Theme,
        title: str,
        parent: QWidget,
        *,
        role: TextRole = TextRole.STRONG,
        glyph: Glyph | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._glyph = theme, role, glyph
        prepare_painted(self, theme, title)

    def show_open(self, is_open: bool) -> None:
        """Show the state and tell a screen reader of it."""
        self.spoken_open = is_open
        announce_opening(self)
        self.update()

    def heightForWidth(self, width: int) -> int:
        air = _LITTLE_AIR if self._is_small else _AIR
        return round(max(self._least, self._words(width).height + air)) + 2 * _RING

    def sizeHint(self) -> QSize:
        width = round(self._words(10_000).natural_width) + self._chrome() + 2
        width = min(width, self._theme.metrics.px(420))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = QSize(self._chrome() + self._theme.metrics.px(80), self._least)
        return least.boundedTo(self.sizeHint()) if self._is_small else least

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse():
            box(painter, whole.adjusted(_RING, _RING, -_RING, -_RING), m.radius, fill=c.accent_soft)
        if self.hasFocus():
            box(painter, whole, m.radius + _RING, line=c.focus, thickness=m.ring)
        side, way = m.px(_ICON), self.layoutDirection()
        icon = mirrored(QRectF(2 * _RING, 0, side, whole.height()), whole, way)
        arrow = Glyph.CHEVRON_DOWN if self.spoken_open else Glyph.CHEVRON_RIGHT
        glyph = self._glyph or arrow
        draw_icon(painter, self._theme.pixmap(glyph, c.accent_ink, _ICON, self), icon)
        words = self._words(self.width())
        room = self.width() - self._chrome()
        left = 2 * _RING + side + self._apart
        area = QRectF(left, whole.center().y() - words.height / 2, room, words.height)
        words.draw(painter, mirrored(area, whole, way).topLeft(), c.accent_ink)

    def _words(self, width: int) -> Wrapped:
        text, font = self.text().replace("&&", "&"), self._theme.font(self._role)
        return wrap(text, font, width - self._chrome(), direction=self.layoutDirection())

    def _chrome(self) -> int:
        apart = self._apart if self.text() else 0
        return 4 * _RING + self._theme.metrics.px(_ICON) + apart

    @property
    def _is_small(self) -> bool:
        return self._role is TextRole.SMALL_STRONG

    @property
    def _least(self) -> int:
        return self._theme.metrics.px(_LOW if self._is_small else _HIGH)

    @property
    def _apart(self) -> int:
        """How far the words are from the picture before them."""
        return self._theme.metrics.space(2 if self._is_small else 8)


class Disclosure(QWidget, Folds):
    """A titled button with content under it, made when it is first opened.

    `switched` reports whether it is open after a person opened or closed it. A screen reader
    says what a person has opened, and that they have closed it.
    """

    switched = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        title: str,
        make_content: Callable[[], QWidget],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._make_content = theme, make_content
        self._content: QWidget | None = None
        self.button = DisclosureButton(theme, title, self)
        self._column = column_in(self, 4)
        self._column.addWidget(self.button)
        self.button.clicked.connect(self._switch)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return bool(self.button.spoken_open)

    def set_title(self, title: str) -> None:
        """Name what opens and closes."""
        self.button.setText(title.replace("&", "&&"))
        self.button.setAccessibleName(title)
        self.button.updateGeometry()
        self.button.update()

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        if is_open == self.is_open:
            return
        self.button.show_open(is_open)
        if is_open:
            from ui.widgets.motion import unfold  # noqa: PLC0415 - nothing moves at first

            unfold(self._theme, self._made())
        elif self._content is not None:
            self._content.hide()

    def folded(self) -> Sequence[QWidget]:
        return () if self._content is None else (self._content,)

    def unmade(self) -> Sequence[Callable[[], object]]:
        return (self._make_folded,) if self._content is None else ()

    def open_part(self, _part: QWidget) -> None:
        if not self.is_open:
            self.set_open(True)
            self.switched.emit(self.is_open)

    def _made(self) -> QWidget:
        if self._content is None:
            self._content = self._make_content()
            self._column.addWidget(self._content)
        return self._content

    def _make_folded(self) -> None:
        if self._content is None:
            self._made().hide()

    def _switch(self) -> None:
        self.set_open(not self.is_open)
        if self._content is not None:
            announce_switched(self._content, is_open=self.is_open)
        self.switched.emit(self.is_open)
