"""The parts of the advice under one another; beside a statement some of them have no room."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.finding import Folds
from ui.widgets.pile import Pile


class AdvicePile(Pile, Folds):
    """What has no room beside a statement is found all the same, and is shown then."""

    def __init__(self, theme: Theme, *, gap: int, parent: QWidget) -> None:
        super().__init__(theme, gap=gap, parent=parent)
        self.asides: list[QWidget] = []

    def clear(self) -> None:
        self.asides.clear()
        super().clear()

    def remove(self, card: QWidget) -> None:
        self.asides = [each for each in self.asides if each is not card]
        super().remove(card)

    def folded(self) -> Sequence[QWidget]:
        return self.asides

    def open_part(self, part: QWidget) -> None:
        part.show()
        self.measure_all()
