"""Words on the screen: headings that a screen reader knows as such, and wrapping text.

Everything here is plain text: what came from a file or a person is never read as markup.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.marking import mark_label
from ui.widgets.pointer import is_used_by_keys
from ui.widgets.roles import Spoken

MUTED = "muted"
ERROR = "error"
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_HEADING_ROLES = {1: TextRole.TITLE, 2: TextRole.HEADING, 3: TextRole.SUBHEADING}


class Text(QLabel):
    """Plain text that wraps. `tint` is a tone, `MUTED` or `ERROR`; empty text takes no room.

    It can be selected by mouse and keyboard once the mouse is over it.
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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("textRole", str(role))
        self.setProperty("tint", str(tint))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._is_selectable = selectable
        self.setText(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        # Only now: to be selectable makes a label take twice as long to make.
        if self._is_selectable:
            self.setTextInteractionFlags(SELECTABLE)
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        mark_label(self)
        super().paintEvent(event)

    def set_tint(self, tint: Tone | str) -> None:
        """Change the colour of the words."""
        self.setProperty("tint", str(tint))
        self.style().unpolish(self)
        self.style().polish(self)


class Heading(Text, Spoken):
    """A heading of level 1 (one to a page) to 4, which can take focus when a page changes."""

    spoken_role = QAccessible.Role.Heading

    def __init__(self, text: str, *, level: int, parent: QWidget | None = None) -> None:
        role = _HEADING_ROLES.get(level, TextRole.STRONG)
        super().__init__(text, role=role, selectable=False, parent=parent)
        self.spoken_level = level
        # The program moves here when a page opens; the Tab key passes by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("heading", "true")
        # Qt indents the text of a label that has a frame, here the line that shows the focus.
        self.setIndent(0)

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
            # Said once more at each change, also at one to the same words.
            self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The line is for those who use the keyboard; with a mouse it would only puzzle.
        self._show_ring(shown=is_used_by_keys(self.window()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(shown=False)

    def _show_ring(self, *, shown: bool) -> None:
        self.setProperty("ring", "true" if shown else "")
        self.style().unpolish(self)
        self.style().polish(self)


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


class OnOneLine(QLabel):
    """Mixed into words that would rather stand on one line, beside others in a row that wraps."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(width, self.heightForWidth(width))


class LineHeading(OnOneLine, Heading):
    """A heading that others stand beside."""


class LineText(OnOneLine, Text):
    """Words beside others."""


def lines_under(
    theme: Theme, title: str, lines: Iterable[str], *, parent: QWidget | None = None
) -> QWidget:
    """Return lines under a small title."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
    column.setSpacing(theme.metrics.space(2))
    column.addWidget(Text(title, role=TextRole.SMALL_STRONG, tint=MUTED, parent=box))
    for line in lines:
        column.addWidget(Text(line, parent=box))
    return box
