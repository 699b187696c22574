from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room import Desk
from ui.shell.pages import Pages, PageSlot
from ui.theme.theme import Theme


class Measured(QWidget):
    """A page that counts how often it is asked how large it must be."""

    def __init__(self, least: QSize) -> None:
        super().__init__()
        self._least, self.times = least, 0

    def minimumSizeHint(self) -> QSize:
        self.times += 1
        return self._least

    def sizeHint(self) -> QSize:
        self.times += 1
        return self._least


def test_the_window_has_room_for_the_page_that_is_shown_and_asks_no_other(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    pages, small, large = Pages(theme), Measured(QSize(100, 20)), Measured(QSize(900, 700))
    for key, page in (("small", small), ("large", large)):
        pages.add(key, PageSlot(lambda page=page: Desk(page), title=key, entry=key))  # type: ignore[misc]
    window = QWidget()
    QVBoxLayout(window).addWidget(pages)
    show(window)
    pages.show_page("large")
    assert (pages.sizeHint(), pages.minimumSizeHint()) == (QSize(900, 700), QSize(900, 700))

    pages.show_page("small")
    large.times = 0

    assert (pages.sizeHint(), pages.minimumSizeHint()) == (QSize(100, 20), QSize(100, 20))
    assert not pages.hasHeightForWidth()
    assert large.times == 0
