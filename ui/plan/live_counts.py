"""What applies so far, in a few numbers with their words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor.models.advice import Advice
from advisor.models.marks import Mark
from advisor.telling.headline import counts
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Text


class CountList(QWidget):
    """The numbers one under the other; noughts are left out.

    That no risk is open is said only where nothing is missing and the plan can be judged.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Mark, tuple[Picture, Text, Text]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.metrics.space(8))
        grid.setVerticalSpacing(theme.metrics.space(4))
        grid.setColumnStretch(2, 1)
        for row, mark in enumerate(_MARKS):
            showing = SHOWINGS[mark]
            parts = (
                Picture(theme, showing.glyph, tone=showing.tone, size=18, parent=self),
                Text("", role=TextRole.STRONG, parent=self),
                Text("", role=TextRole.SMALL, tint=MUTED, parent=self),
            )
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows[mark] = parts

    def show_advice(self, advice: Advice) -> None:
        """Show the numbers of an advice."""
        for part in (part for row in self._rows.values() for part in row):
            part.hide()
        is_calm = not advice.summary.gates_missing
        for count in counts(advice):
            picture, number, words = self._rows[count.mark]
            number.setText(str(count.number))
            words.setText(count.words)
            is_shown = bool(count.number) or (count.mark is Mark.RISK and is_calm)
            for part in (picture, number, words):
                part.setVisible(is_shown)


_MARKS = (
    Mark.MISSING,
    Mark.NOT_SAID,
    Mark.RISK,
    Mark.PARTLY_ADDRESSED,
    Mark.ADDRESSED,
    Mark.BENEFIT,
    Mark.HELPS,
    Mark.HINDERS,
    Mark.MAY_APPLY,
)
