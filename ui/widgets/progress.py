"""How far along something is: words first, with a thin bar under them."""

from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme.metrics import TextRole
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in, fill
from ui.widgets.text import MUTED, Text


class ProgressLine(QWidget):
    """Words such as "3 of 17 answered" and a thin bar; `name` says what is counted."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        theme.draws(self.bar, Sheet.PROGRESS)
        self.bar.setAccessibleName(name)
        fill(column_in(self, 6), self._text, self.bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def words(self) -> str:
        """What is written above the bar."""
        return self._text.text()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show `done` of `total`, in these words."""
        self._text.setText(words)
        self.bar.show()
        # A new value would paint the window at once, in the middle of other work.
        self.bar.setUpdatesEnabled(False)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(min(done, max(1, total)))
        self.bar.setUpdatesEnabled(True)
        self.bar.setAccessibleDescription(words)

    def show_busy(self, words: str) -> None:
        """Say that something is under way whose end is not known: there is nothing to measure."""
        self._text.setText(words)
        self.bar.hide()
