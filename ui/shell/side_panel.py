"""The panel beside the page, which closes to leave room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Ground, Surface
from ui.widgets.pictures import Picture
from ui.widgets.pointer import is_pressed
from ui.widgets.roles import Spoken
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import Heading

_WIDTH = 312


class SidePanel(Surface, Spoken):
    """A titled panel for one widget. `closed` reports that a person closed it."""

    closed = Signal()

    spoken_role = QAccessible.Role.ComplementaryContent

    def __init__(
        self, theme: Theme, title: str, glyph: Glyph, *, closing: Glyph = Glyph.PANEL_RIGHT_CLOSE
    ) -> None:
        super().__init__(theme, Ground.SIDE)
        self._is_filling = False
        self.setAccessibleName(title)
        self.heading = Heading(title, level=2)
        self.close_button = IconButton(theme, closing, name=_("Close: {panel}").format(panel=title))
        self._head = QHBoxLayout()
        self._head.addWidget(Picture(theme, glyph), 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.close_button)
        self._scroll = ScrollArea(theme)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self.close_button.clicked.connect(self.closed)
        self.tab_order = TabOrder(self)
        theme.resized.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._fit()

    def set_content(self, content: QWidget) -> None:
        """Put this widget, and nothing else, in the panel."""
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self.tab_order.settle()

    def set_filling(self, is_filling: bool) -> None:
        """Take all the width there is, or the panel's own."""
        if is_filling != self._is_filling:
            self._is_filling = is_filling
            self._fit()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what the keyboard goes to, never to what the mouse presses."""
        if new is not None and self._scroll.isAncestorOf(new) and not is_pressed():
            self._scroll.ensureWidgetVisible(new, 0, self._theme.metrics.space(16))

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side = metrics.space(16)
        self._column.setContentsMargins(side, metrics.space(16), side, 0)
        self._column.setSpacing(metrics.space(10))
        self._head.setSpacing(metrics.space(8))
        width = metrics.px(_WIDTH)
        self.setMinimumWidth(0 if self._is_filling else width)
        self.setMaximumWidth(16_777_215 if self._is_filling else width)
