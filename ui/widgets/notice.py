"""A bar that says something without stopping anybody, and may offer one way on."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.language import _
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card
from ui.widgets.layouts import fill
from ui.widgets.painting import box
from ui.widgets.pictures import Picture
from ui.widgets.pointer import once_released
from ui.widgets.text import Text


class NoticeKind(StrEnum):
    """What a notice is about."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_FACES: dict[NoticeKind, tuple[Glyph, Tone]] = {
    NoticeKind.INFO: (Glyph.INFO, Tone.ACCENT),
    NoticeKind.SUCCESS: (Glyph.CIRCLE_CHECK, Tone.POSITIVE),
    NoticeKind.WARNING: (Glyph.TRIANGLE_ALERT, Tone.CAUTION),
    NoticeKind.ERROR: (Glyph.CIRCLE_ALERT, Tone.DANGER),
}


_AFTER_A_PAGE_MS = 1500
"""When a reader is through with what came with a new page, and drops nothing any more."""


class Notice(Card):
    """Hidden until `tell` or `offer_undo`; stays until dismissed or replaced.

    That something went well makes way for what is done next, also where it can be undone: that
    holds till the page goes on which it is said, by Ctrl+Z. What has to be minded stays.

    `acted` reports that the offered way was taken, `dismissed` that the notice was closed.
    Both hide it. An error is said at once, everything else when the screen reader is free.
    """

    acted = Signal()
    dismissed = Signal()

    # It is announced, also where it is shown already: as a notification it would be said again.
    spoken_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._picture = Picture(theme, Glyph.INFO, parent=self)
        self._text = Text("", parent=self)
        self.action = Button(theme, "", parent=self)
        self.close_button = IconButton(theme, Glyph.X, name=_("Dismiss"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        fill(row, self.action, self.close_button)
        self.column.addLayout(row)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self._dismiss)
        self._is_done_with = self._is_told = self._is_urgent = self._comes_along = False
        # Whoever does something may show another page at once: it belongs to that one, and a
        # reader that is busy with a page has lost what was said before it.
        self._said_now = QTimer(self, singleShot=True, interval=0)
        self._said_now.timeout.connect(self._say)
        super().hide()

    @property
    def message(self) -> str:
        """What the notice says, or said last."""
        return self._text.text()

    @property
    def holds(self) -> bool:
        """Whether what was said last is still so: it is shown, or only made way."""
        return self._is_told

    def tell(self, kind: NoticeKind, message: str, *, action: str = "") -> None:
        """Show `message`, and a button named `action` if one is given."""
        glyph, tone = _FACES[kind]
        self.set_tone(tone)
        self._picture.show_glyph(glyph, tone)
        self._text.setText(message)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._is_done_with = kind is NoticeKind.SUCCESS and not action
        self._is_urgent = kind is NoticeKind.ERROR
        self._comes_along = False
        self._said_now.start(0)
        self.setAccessibleName(self.message)
        self._is_told = True
        once_released(self, self._show_what_is_told)

    def offer_undo(self, message: str, *, stays: bool = False) -> None:
        """Show what was done ("Plan deleted.") with a way to undo it: `acted`."""
        self.tell(NoticeKind.SUCCESS, message, action=_("&Undo"))
        self._is_done_with = not stays

    def mention(self, message: str) -> None:
        """Show something that goes with the page."""
        self.tell(NoticeKind.INFO, message)
        self._is_done_with = True

    def come_along(self) -> None:
        """Stay when the page goes that is about to, and be spoken on the next one."""
        self._comes_along = True
        self._said_now.stop()

    def make_way(self) -> None:
        """Lie over nothing any more where there is nothing left to do or to mind."""
        if self._is_done_with:
            super().hide()

    def hide(self) -> None:
        """Say nothing any more."""
        self._is_told = False
        super().hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # It lies over other cards: a line shows where it ends.
        edge = self._theme.colours.tones[self.tone or Tone.NEUTRAL].edge
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.contentsRect()), self._theme.metrics.card_radius, line=edge)

    def leave_page(self) -> None:
        """Go with the page when there is nothing left to do or to mind."""
        if self._comes_along:
            self._comes_along = False
            self._said_now.start(_AFTER_A_PAGE_MS)
        elif self._is_done_with and not self._said_now.isActive():
            self.hide()

    def _say(self) -> None:
        if self._is_told:
            announce(self, self.message, urgent=self._is_urgent)

    def _show_what_is_told(self) -> None:
        if self._is_told:
            self.show()

    def _fit(self) -> None:
        self.column.setContentsMargins(16, 6, 16, 6)

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
