"""Words on the screen: headings that a screen reader knows as such, and wrapping text.

Everything here is plain text: what came from a file or a person is never read as markup.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from advisor.models.texts import in_plain_order
from ui.theme.colours import Colours, Tone
from ui.theme.metrics import TextRole
from ui.theme.over import theme_over
from ui.theme.theme import Theme
from ui.widgets.marking import mark_label
from ui.widgets.menus import dress_menu
from ui.widgets.painting import cover
from ui.widgets.pointer import is_used_by_keys
from ui.widgets.roles import Spoken, heard_if

MUTED = "muted"
ERROR = "error"
_INKS = {
    MUTED: "ink_muted",
    ERROR: "danger",
    TextRole.EYEBROW: "accent_ink",
    "on_rail": "on_rail",
    "rail_accent": "rail_accent",
}
_LINE = 3
"""How high the line under words is that says that the keyboard is there."""
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_HEADING_ROLES = {1: TextRole.TITLE, 2: TextRole.HEADING, 3: TextRole.SUBHEADING}


class Text(QLabel):
    """Plain text that wraps. `tint` is a tone, `MUTED` or `ERROR`; empty text takes no room.

    It can be selected by mouse and keyboard once the mouse is over it. It takes its letters and
    colours from the theme under which it comes to stand.
    """

    def __init__(
        self,
        text: str,
        *,
        role: TextRole = TextRole.BODY,
        tint: Tone | str = "",
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._line_size: QSize | None = None
        self._role, self._tint, self._has_line = role, tint, False
        self._theme: Theme | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._is_selectable = selectable
        self.setText(text)
        self._seek_theme()

    @property
    def role(self) -> TextRole:
        """What the words are, which decides their size and weight."""
        return self._role

    @property
    def tint(self) -> Tone | str:
        """Which colour the words have; empty is that of all words."""
        return self._tint

    def setText(self, text: str) -> None:
        """Say something else; no mark in a name of it turns the words beside it round."""
        super().setText(in_plain_order(text))
        self._forget_sizes()

    def _forget_sizes(self) -> None:
        self._heights.clear()
        self._line_size = None

    @property
    def line_size(self) -> QSize:
        """How large the words are on one line."""
        if self._line_size is None:
            self.ensurePolished()
            width = self.fontMetrics().horizontalAdvance(self.text()) + 4
            self._line_size = QSize(width, self.heightForWidth(width))
        return self._line_size

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for few widths over and over, and Qt breaks the lines each time.
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._forget_sizes()
        # What comes under a theme hears first of the font that all in it have.
        if self._theme is None and event.type() is QEvent.Type.FontChange:
            self._seek_theme()

    def _seek_theme(self) -> None:
        theme = theme_over(self)
        if theme is not None:
            theme.gives_look(self)

    def take_look(self, theme: Theme) -> None:
        """Have the letters and colours of a theme."""
        self._theme = theme
        self.setFont(theme.font(self._role))
        self._take_ink(theme)

    def _take_ink(self, theme: Theme) -> None:
        ink = _ink(theme.colours, self._tint or self._role)
        own = QPalette()
        if ink:
            own.setColor(QPalette.ColorRole.WindowText, QColor(ink))
            disabled = QColor(theme.colours.ink_disabled)
            own.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, disabled)
        self.setPalette(own)

    def set_around(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep so much room around the words, in logical pixels."""
        self.setContentsMargins(left, top, right, bottom)
        self._forget_sizes()

    def enterEvent(self, event: QEnterEvent) -> None:
        # Only now: to be selectable makes a label take twice as long to make.
        if self._is_selectable:
            policy = self.focusPolicy()
            self.setTextInteractionFlags(SELECTABLE)
            self._forget_sizes()
            self.setFocusPolicy(Qt.FocusPolicy(policy | self.focusPolicy()))
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        super().contextMenuEvent(event)
        for menu in self.findChildren(QMenu):
            dress_menu(menu)

    def paintEvent(self, event: QPaintEvent) -> None:
        mark_label(self)
        super().paintEvent(event)
        if self._has_line and self._theme is not None:
            line = QRectF(0, self.height() - _LINE, self.width(), _LINE)
            cover(QPainter(self), line, self._theme.colours.focus)

    def read_here(self, words: str) -> None:
        """Let a screen reader read these words here, where Tab stops for them."""
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keep_room_for_line()

    def _keep_room_for_line(self) -> None:
        self.set_around(0, 0, 0, _LINE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The line is for those who use the keyboard; with a mouse it would only puzzle.
        self._show_line(shown=is_used_by_keys(self.window()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_line(shown=False)

    @property
    def has_focus_line(self) -> bool:
        """Whether a line under the words says that the keyboard is here."""
        return self._has_line

    def _show_line(self, *, shown: bool) -> None:
        if shown is not self._has_line:
            self._has_line = shown
            self.update()

    def set_tint(self, tint: Tone | str) -> None:
        """Change the colour of the words."""
        self._tint = tint
        if self._theme is not None:
            self._take_ink(self._theme)


def _ink(colours: Colours, tint: str) -> str:
    """Return the colour of words in a tint, or of a role that has its own; empty for all others."""
    if isinstance(tint, Tone):
        return colours.tones[tint].ink
    return str(getattr(colours, _INKS[tint])) if tint in _INKS else ""


class Heading(Text, Spoken):
    """A heading of level 1 (one to a page) to 4, which can take focus when a page changes.

    Its letters are those of its level unless ``role`` says otherwise.
    """

    spoken_role = QAccessible.Role.Heading

    def __init__(
        self,
        text: str,
        *,
        level: int,
        role: TextRole | None = None,
        parent: QWidget | None = None,
    ) -> None:
        look = role or _HEADING_ROLES.get(level, TextRole.STRONG)
        super().__init__(text, role=look, selectable=False, parent=parent)
        self.spoken_level = level
        # The program moves here when a page opens; the Tab key passes by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._keep_room_for_line()

    @property
    def level(self) -> int:
        """The heading's level, 1 for the page's own."""
        return self.spoken_level

    def take_focus(self) -> None:
        """Move the keyboard and the screen reader here, so that a new page is announced."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_here(self, words: str) -> None:
        """Let a screen reader read these words at the heading, where Tab stops for them."""
        self.describe(words)
        policy = Qt.FocusPolicy.StrongFocus if words else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def describe(self, words: str) -> None:
        """Let a screen reader say these words with the heading; Tab passes it by."""
        if words != self.accessibleDescription():
            # Said once more at each change, also at one to the same words. Whoever has not asked
            # since the keyboard came is about to, and hears these words then.
            with heard_if(heard=self.is_described or not self.hasFocus()):
                self.setAccessibleDescription(words)


class Summary(Text):
    """What a page comes to in a sentence, which a screen reader says with the heading over it."""

    def __init__(
        self,
        text: str,
        *,
        of: Heading,
        role: TextRole = TextRole.BODY,
        tint: Tone | str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", role=role, tint=tint, parent=parent)
        self._heading = of
        self.sum_up(text)

    def sum_up(self, text: str, *, spoken: str = "") -> None:
        """Say this now; ``spoken`` is what a screen reader says of it, where that is more."""
        self.setText(text)
        self._heading.describe(spoken or text)


class LineHeading(Heading):
    """A heading that others stand beside, in a row that wraps: it would rather keep one line."""

    def sizeHint(self) -> QSize:
        return self.line_size


class LineText(Text):
    """Words beside others, in a row that wraps: they would rather keep one line."""

    def sizeHint(self) -> QSize:
        return self.line_size
