"""The look in type that is read from across a room."""

from PySide6.QtCore import QObject

from ui.theme.colours import Colours
from ui.theme.metrics import Metrics
from ui.theme.theme import Theme

TIMES = 1.6
_MOST = 230
"""Larger type would leave no room for a question and its options on one screen."""


class LargerTheme(Theme):
    """The look of another theme, larger. It follows that one until ``parent`` goes."""

    def __init__(self, of: Theme, parent: QObject) -> None:
        self._of = of
        super().__init__(of.resources, parent, has_fonts=True)
        self.icons = of.icons
        self.follow()
        of.changed.connect(self.follow)

    def follow(self) -> None:
        """Be as the other theme is now."""
        of, before = self._of, (self.colours, self.metrics, self.has_letter_keys)
        self.is_motion_reduced, self.has_letter_keys = of.is_motion_reduced, of.has_letter_keys
        self.colours = of.colours
        self.metrics = Metrics(text_size=min(_MOST, round(of.metrics.text_size * TIMES)))
        if (self.colours, self.metrics, self.has_letter_keys) != before:
            keeps = self.metrics == before[1] and self._keep_sizes(before[0], self.colours)
            self._look_changed(has_same_sizes=keeps)

    def _wanted(self) -> Colours:
        return self._of.colours
