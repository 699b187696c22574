"""The line under the page: whether all is saved, and the way to a closed side panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from advisor.language import _
from ui.shell.saved_state import SavedState
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind


class StatusLine(QFrame):
    """`saved` says whether all is saved; `panel_asked` that the panel's button was pressed."""

    panel_asked = Signal()

    def __init__(self, theme: Theme, panel_title: str) -> None:
        super().__init__()
        self._theme, self._panel_title = theme, panel_title
        self.setProperty("look", "bar")
        self.setAccessibleName(_("Status"))
        self.panel_button = Button(
            theme, panel_title, kind=ButtonKind.QUIET, glyph=Glyph.PANEL_RIGHT_OPEN
        )
        self.panel_button.hide()
        self.saved = SavedState(theme, self._show_if_needed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.saved, 1)
        self._row.addWidget(self.panel_button)
        self.panel_button.clicked.connect(self.panel_asked)
        theme.changed.connect(self._fit)
        self._fit()

    def name_panel_button(self, summary: str) -> None:
        """Say in a few words what is in the panel."""
        words = f"{self._panel_title} ({summary})" if summary else self._panel_title
        self.panel_button.setText(words.replace("&", "&&"))

    def show_panel_button(self, *, shown: bool) -> None:
        """Offer the closed panel."""
        self.panel_button.setVisible(shown)
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        """Take no room while there is nothing to say and nothing to press."""
        self.setVisible(bool(self.saved.words) or not self.panel_button.isHidden())

    def _fit(self) -> None:
        metrics = self._theme.metrics
        self._row.setContentsMargins(metrics.space(32), 2, metrics.space(14), 2)
        self.setMinimumHeight(metrics.px(34))
