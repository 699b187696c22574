"""A safety check to tick if it is so; beside it stands when it was ticked."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.grammar import short_day
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height, row_in
from ui.widgets.text import MUTED, LineText
from ui.widgets.tick_line import TickLine

_A_DAY = datetime.date(2028, 12, 28)


class CheckLine(QWidget):
    """The box to tick with what is so when it is ticked, and room for the day on which it was.

    Nothing moves when it is ticked.
    """

    def __init__(self, theme: Theme, words: str, *, role: TextRole, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        meaning = _("A tick means: this is so. The advice still goes by your answers.")
        self.tick = TickLine(theme, words, meaning=meaning, role=role, parent=self)
        self._day = LineText("", role=TextRole.SMALL, tint=MUTED, parent=self)
        row = row_in(self, theme.metrics.space(8))
        row.addWidget(self.tick, 1)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        fit_height(self)
        theme.resized.connect(self._fit)
        self._fit()

    def show_ticked(self, ticked: str, day: datetime.date | None) -> None:
        """Show whether it was ticked, and when; ``ticked`` says so in a sentence."""
        self.tick.setChecked(bool(ticked))
        self._day.setText("" if day is None else short_day(day))
        self._day.setAccessibleName(ticked)
        self._day.setToolTip(ticked)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        width = self._theme.size_of(short_day(_A_DAY), TextRole.SMALL).width()
        self._day.setMinimumWidth(round(width) + metrics.space(4))
        # Its line is as high as the first one of the words beside it.
        self._day.setContentsMargins(0, metrics.space(4), 0, 0)
