"""Words on the screen: headings that a screen reader knows as such, and wrapping text.

Everything here is plain text: what came from a file or a person is never read as markup.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from advisor.models.texts import in_plain_order
from advisor.telling.spoken import in_one_run, in_runs
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.marking import mark_label
from ui.widgets.pointer import is_used_by_keys
from ui.widgets.roles import Spoken, heard_if

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
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("textRole", str(role))
        self.setProperty("tint", str(tint))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._is_selectable = selectable
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else; no mark in a name of it turns the words beside it round."""
        super().setText(in_plain_order(text))
        self._heights.clear()

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for few widths over and over, and Qt breaks the lines each time.
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._heights.clear()

    def setIndent(self, indent: int) -> None:
        super().setIndent(indent)
        self._heights.clear()

    def enterEvent(self, event: QEnterEvent) -> None:
        # Only now: to be selectable makes a label take twice as long to make.
        if self._is_selectable:
            policy = self.focusPolicy()
            self.setTextInteractionFlags(SELECTABLE)
            self._heights.clear()
            self.setFocusPolicy(Qt.FocusPolicy(policy | self.focusPolicy()))
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        mark_label(self)
        super().paintEvent(event)

    def read_here(self, words: str) -> None:
        """Let a screen reader read these words here, where Tab stops for them."""
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("stop", "true")
        self.setIndent(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The line is for those who use the keyboard; with a mouse it would only puzzle.
        self._show_ring(shown=is_used_by_keys(self.window()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(shown=False)

    def _show_ring(self, *, shown: bool) -> None:
        if shown is bool(self.property("ring")):
            return
        self._look("ring", "true" if shown else "")

    def set_tint(self, tint: Tone | str) -> None:
        """Change the colour of the words."""
        self._look("tint", str(tint))

    def _look(self, name: str, value: str) -> None:
        """Look as the style sheet says of what has this property."""
        self.setProperty(name, value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._heights.clear()


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
        return _on_one_line(self)


class LineText(Text):
    """Words beside others, in a row that wraps: they would rather keep one line."""

    def sizeHint(self) -> QSize:
        return _on_one_line(self)


def _on_one_line(label: QLabel) -> QSize:
    label.ensurePolished()
    width = label.fontMetrics().horizontalAdvance(label.text()) + 4
    return QSize(width, label.heightForWidth(width))


def read_in_runs(heading: Heading, lines: Sequence[tuple[Text, str]]) -> None:
    """Let what stands under a heading be read there; where it is long, further on too.

    Each line comes with what is said of it; Tab stops at the heading for the first ones, and at
    the first line of every run after them.
    """
    for stop, said in _runs(lines):
        (heading if stop is lines[0][0] else stop).read_here(said)


def _runs(lines: Sequence[tuple[Text, str]]) -> Iterator[tuple[Text, str]]:
    """Yield the first line of each run of them, with what is said there."""
    for run in in_runs([words for _line, words in lines]):
        yield lines[run.start][0], in_one_run(lines[place][1] for place in run)


def lines_under(
    theme: Theme,
    title: str,
    lines: Iterable[str],
    *,
    are_read: bool = False,
    parent: QWidget | None = None,
) -> QWidget:
    """Return lines under a small title, where Tab stops to read them if ``are_read``."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
    column.setSpacing(theme.metrics.space(2))
    texts = [Text(title, role=TextRole.SMALL_STRONG, tint=MUTED, parent=box)]
    texts += [Text(line, parent=box) for line in lines]
    for text in texts:
        column.addWidget(text)
    if are_read:
        for stop, said in _runs([(text, text.text()) for text in texts]):
            stop.read_here(said)
    return box
