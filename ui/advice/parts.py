"""Small pieces of a card: an answer with its way back, a source, a titled line."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _
from advisor.telling.branches import SourceLine
from advisor.telling.why import Reason
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.buttons import IconButton
from ui.widgets.layouts import column_in, row_of
from ui.widgets.text import MUTED, Text


class ReasonLine(QWidget):
    """A question with the plan's answer and a button that leads back to it.

    ``about`` tells the button from others on one card that lead to the same question.
    """

    def __init__(
        self, theme: Theme, reason: Reason, asks: Asks, parent: QWidget, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        self._reason, self._asks = reason, asks
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.metrics.space(8), 0, 0, 0)
        row.setSpacing(theme.metrics.space(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(reason.asked, role=TextRole.SMALL, tint=MUTED, parent=self))
        role = TextRole.BODY if reason.is_hidden else TextRole.STRONG
        words.addWidget(Text(reason.answered, role=role, parent=self))
        for line in filter(None, (reason.needed, *reason.tips)):
            words.addWidget(Text(line, role=TextRole.SMALL, parent=self))
        row.addLayout(words, 1)
        if not reason.is_hidden:
            name = _("Change the answer: {question}").format(question=reason.asked)
            name = f"{name} ({about})" if about else name
            button = IconButton(theme, Glyph.PENCIL, name=name, parent=self)
            button.clicked.connect(self._want)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _want(self) -> None:
        self._asks.question(self._reason.question)


class SourceBlock(QWidget):
    """What a source says, where it is, and how much of it was read for this pack."""

    def __init__(self, theme: Theme, source: SourceLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.metrics.space(6), 0, theme.metrics.space(6))
        column.setSpacing(theme.metrics.space(4))
        column.addWidget(Text(source.says, selectable=True, parent=self))
        column.addWidget(
            Text(source.citation, role=TextRole.SMALL, tint=MUTED, selectable=True, parent=self)
        )
        tags = row_of(Tag(theme, source.read, glyph=Glyph.BOOK_OPEN, parent=self))
        if source.is_to_be_confirmed:
            words, glyph = _("To be confirmed"), Glyph.CIRCLE_QUESTION_MARK
            tags.addWidget(Tag(theme, words, glyph=glyph, tone=Tone.CAUTION, parent=self))
        column.addLayout(tags)


def titled(theme: Theme, title: str, line: str, *, parent: QWidget | None = None) -> QWidget:
    """Return words with a smaller line under them."""
    box = QWidget(parent)
    column = column_in(box, theme.metrics.space(2))
    column.addWidget(Text(title, role=TextRole.STRONG, parent=box))
    if line:
        column.addWidget(Text(line, role=TextRole.SMALL, tint=MUTED, parent=box))
    return box
