"""A safety check to tick if it is so; below it stands that it was, and when."""

from PySide6.QtWidgets import QWidget

from advisor.language import _
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.text import MUTED, Text
from ui.widgets.tick_line import SIDE, TickLine

_GAP = 14


def check_line(theme: Theme, words: str, parent: QWidget, *, role: TextRole) -> TickLine:
    """Return the box to tick, with what is so when it is ticked."""
    meaning = _("A tick means: this is so. The advice still goes by your answers.")
    return TickLine(theme, words, meaning=meaning, role=role, parent=parent)


def ticked_text(theme: Theme, parent: QWidget) -> Text:
    """Return the words below a box; they say nothing before it is ticked."""
    text = Text("", role=TextRole.SMALL, tint=MUTED, parent=parent)
    text.setContentsMargins(theme.metrics.px(SIDE) + theme.metrics.space(_GAP), 0, 0, 0)
    return text


def show_ticked(tick: TickLine, below: Text, ticked: str) -> None:
    """Show whether a check was ticked, and when."""
    tick.setChecked(bool(ticked))
    below.setText(ticked)
    below.setVisible(bool(ticked))
