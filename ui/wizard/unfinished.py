"""What was begun on a page of questions and would not be there on the same page made anew."""

from PySide6.QtWidgets import QWidget

from ui.widgets.finding import Folds
from ui.wizard.differing import DifferingForm


def comes_back_the_same(page: QWidget) -> bool:
    """Whether nothing is unfolded on a page of questions, and nothing being written beside them."""
    for each in page.findChildren(QWidget):
        if isinstance(each, DifferingForm):
            return False
        if isinstance(each, Folds) and not all(part.isHidden() for part in each.folded()):
            return False
    return True
