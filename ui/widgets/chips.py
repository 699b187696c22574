"""Small choices in a row: one of a few, or filters of which any number may be on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ui.theme.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import FlowLayout
from ui.widgets.painting import box, leading, mirrored
from ui.widgets.radio_group import moved_by_arrow, stop_at_one
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 16


class ChipFace:
    """Measures and paints a pill on the button it is given."""

    def __init__(self, theme: Theme, button: QAbstractButton) -> None:
        self._theme, self._button = theme, button

    def size(self) -> QSize:
        """Return the pill's size; room for the tick is kept so that nothing jumps."""
        m = self._theme.metrics
        words = self._theme.size_of(self._button.text(), TextRole.SMALL_STRONG)
        width = words.width() + m.px(_ICON) + m.px(5) + 2 * m.px(12)
        return QSize(round(width) + 2 * _RING + 1, m.px(32) + 2 * _RING)

    def paint(self) -> None:
        """Paint the pill as the button is now."""
        button, c, m = self._button, self._theme.colours, self._theme.metrics
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest, halo = leading(QRectF(button.rect()), _RING, button.layoutDirection())
        self._paint_pill(painter, rest, halo)
        chosen = button.isChecked()
        ink = c.accent_ink if chosen else c.ink
        ink = ink if button.isEnabled() else c.ink_disabled
        icon, gap = m.px(_ICON), m.px(5)
        area = rest.adjusted(m.px(12), 0, -m.px(12), 0)
        if chosen:
            place = QRectF(area.left(), area.center().y() - icon / 2, icon, icon)
            place = mirrored(place, area, button.layoutDirection())
            tick = self._theme.pixmap(Glyph.CHECK, ink, _ICON, button)
            painter.drawPixmap(QPointF(round(place.left()), round(place.top())), tick)
            words = area.adjusted(icon + gap, 0, 0, 0)
            area = mirrored(words, area, button.layoutDirection())
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text())

    def _paint_pill(self, painter: QPainter, rest: QRectF, halo: QRectF) -> None:
        button, c, m = self._button, self._theme.colours, self._theme.metrics
        body = halo.adjusted(_RING, _RING, -_RING, -_RING) if button.hasFocus() else rest
        is_on = button.isChecked() and button.isEnabled()
        line = c.accent if is_on or button.underMouse() else c.outline
        line = line if button.isEnabled() else c.hairline
        fill = c.accent_soft if is_on else c.surface
        box(painter, body, body.height() / 2, fill=fill, line=line, thickness=2 if is_on else 1)
        if button.hasFocus():
            box(painter, halo, halo.height() / 2, line=c.focus, thickness=m.ring)

    def _text(self) -> str:
        return self._button.text().replace("&&", "&")


def _prepare(chip: QAbstractButton, theme: Theme) -> None:
    chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    chip.setAccessibleName(chip.text().replace("&&", "&"))
    chip.setAttribute(Qt.WidgetAttribute.WA_Hover)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    theme.changed.connect(chip.updateGeometry)


class RadioChip(QRadioButton, Spoken):
    """One of a few that exclude each other, as a pill."""

    spoken_role = QAccessible.Role.RadioButton

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.teach_qt()
        self._face = ChipFace(theme, self)
        _prepare(self, theme)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not moved_by_arrow(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()


class TickChip(QCheckBox, Spoken):
    """A filter that is on or off, as a pill."""

    spoken_role = QAccessible.Role.CheckBox

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.teach_qt()
        self._face = ChipFace(theme, self)
        _prepare(self, theme)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not moved_by_arrow(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()


class Chips(QFrame, Spoken):
    """A named row of pills that wraps.

    `options` are (key, words) pairs. With `multiple` any number may be on, else exactly one
    once one is chosen. `selected` carries the keys after a person changed them.
    """

    selected = Signal(tuple)

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.teach_qt()
        self.setProperty("look", "clear")
        self.setAccessibleName(name)
        # Of grouped buttons Tab reaches only one, which is right for one of a few alone.
        self._group = None if multiple else QButtonGroup(self)
        row = FlowLayout(self, gap=2)
        kind = TickChip if multiple else RadioChip
        self.chips: dict[str, TickChip | RadioChip] = {}
        for key, words in options:
            chip = kind(theme, words, self)
            if self._group is not None:
                self._group.addButton(chip)
            chip.clicked.connect(self._clicked)
            row.addWidget(chip)
            self.chips[key] = chip
        if self._group is not None:
            stop_at_one(self._group)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def selection(self) -> tuple[str, ...]:
        """The keys that are on, in the order of the options."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def select(self, keys: Iterable[str]) -> None:
        """Switch these on and all others off."""
        wanted = frozenset(keys)
        if self._group is not None:
            self._group.setExclusive(False)
        for key, chip in self.chips.items():
            chip.setChecked(key in wanted)
        if self._group is not None:
            self._group.setExclusive(True)
            stop_at_one(self._group)

    def _clicked(self) -> None:
        # A screen reader presses without moving the keyboard: Qt would leave Tab where it was.
        if self._group is not None:
            stop_at_one(self._group)
        self.selected.emit(self.selection)
