"""The way to each part of the advice, with how much there is: pills, or a menu in little room."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.contents import clear_out
from ui.widgets.layouts import FlowLayout, fit_height
from ui.widgets.marking import mark_line
from ui.widgets.menus import open_below
from ui.widgets.painting import box
from ui.widgets.radio_group import ChoiceButton

_RING = 3


class Jump(NamedTuple):
    """A part of the page by its key, what it is called in short, and how much it holds."""

    key: str
    words: str
    holds: int


class Jumps(QWidget):
    """``wanted(key)`` follows what a person chose; the part that is read is marked."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._jumps: tuple[Jump, ...] = ()
        self._is_menu = False
        self.chips: dict[str, JumpChip] = {}
        self._row = FlowLayout(self, gap=2)
        self.menu_button: Button | None = None
        fit_height(self)

    def show_jumps(self, jumps: Sequence[Jump]) -> None:
        """Offer these parts."""
        if tuple(jumps) != self._jumps:
            self._jumps = tuple(jumps)
            self._fill()

    def show_as_menu(self, *, is_menu: bool) -> None:
        """Take the room of one button, or of a pill for each part."""
        if is_menu != self._is_menu:
            self._is_menu = is_menu
            self._fill()

    def show_current(self, key: str) -> None:
        """Mark the part that is read."""
        for each, chip in self.chips.items():
            chip.show_current(is_current=each == key)

    def _fill(self) -> None:
        clear_out(self._row)
        self.chips, self.menu_button = {}, None
        if self._is_menu:
            self.menu_button = Button(
                self._theme, _("Jump to"), trailing=Glyph.CHEVRON_DOWN, role=TextRole.SMALL_STRONG
            )
            self.menu_button.clicked.connect(self._open_menu)
            self._row.addWidget(self.menu_button)
            return
        for jump in self._jumps:
            chip = JumpChip(self._theme, jump, self)
            chip.clicked.connect(partial(self.wanted.emit, jump.key))
            self.chips[jump.key] = chip
            self._row.addWidget(chip)

    def _open_menu(self) -> None:
        if self.menu_button is None:
            return
        menu = QMenu(self)
        for jump in self._jumps:
            words = f"{jump.words} ({jump.holds})".replace("&", "&&")
            menu.addAction(words, partial(self.wanted.emit, jump.key))
        open_below(menu, self.menu_button)


class JumpChip(ChoiceButton, QPushButton):
    """A pill with a count in it."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, jump: Jump, parent: QWidget) -> None:
        super().__init__(parent)
        self._jump, self._is_current = jump, False
        self.prepare(theme, jump.words)
        self.setAccessibleName(_("Go to: {part}, {n}").format(part=jump.words, n=jump.holds))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_current(self, *, is_current: bool) -> None:
        """Mark it as what is read."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def sizeHint(self) -> QSize:
        m = self._theme.metrics
        words = self._theme.size_of(self.text(), TextRole.SMALL_STRONG).width()
        count = self._theme.size_of(str(self._jump.holds), TextRole.SMALL).width()
        width = words + m.px(7) + count + 2 * m.px(12)
        return QSize(round(width) + 2 * _RING + 1, m.px(29) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        is_on = self._is_current
        fill = c.accent_soft if is_on or self.underMouse() else c.surface
        line = c.accent if is_on or self.underMouse() else c.outline
        box(painter, body, body.height() / 2, fill=fill, line=line, thickness=2 if is_on else 1)
        if self.hasFocus():
            box(painter, whole, whole.height() / 2, line=c.focus, thickness=m.ring)
        inner = body.adjusted(m.px(12), 0, -m.px(12), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.isRightToLeft():
            near, far = far, near
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(c.accent_ink if is_on else c.ink)
        mark_line(painter, inner, flags | near, self.words)
        painter.drawText(inner, flags | near, self.words)
        painter.setFont(self._theme.font(TextRole.SMALL))
        painter.drawText(inner, flags | far, str(self._jump.holds))
