"""At 1920 × 1080 every page uses the width that it has."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program
from ui.wizard.wizard_view import WizardView

WIDE = QSize(1920, 1080)
LEAST_SHARE = 0.8
# What stands beside each other is one thing, with its gap.
_GAP, _STEP = 40, 3
SCREENS = [screen for screen in (*BEFORE_A_PLAN, *WITH_A_PLAN) if not screen.is_dialog]


@pytest.fixture(scope="module")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program in a window as wide as most screens, before and then with plans."""
    folder = tmp_path_factory.mktemp("wide")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        with running_program(qapp, folder / "plans.db") as made:
            made.program.window.setMinimumSize(WIDE)
            yield made


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_page_uses_four_fifths_of_the_width(guide: Guide, screen: Screen) -> None:
    if screen in WITH_A_PLAN:
        if not guide.examples:
            guide.start_from_example()
        guide.close_plan_pages()
    screen.show(guide)
    guide.settle()
    assert guide.program.window.size() == WIDE

    share = share_of_width_used(what_is_read(guide.page), guide.program.room.theme.colours.page)
    guide.close_dialogs()
    assert share >= LEAST_SHARE


def what_is_read(page: QWidget) -> QWidget:
    """Return a page; of the questions not the buttons under them, which reach from end to end."""
    if isinstance(page, WizardView):
        assert page.wizard is not None
        return page.wizard.currentPage()
    return page


def share_of_width_used(page: QWidget, ground: str) -> float:
    """Return how much of a page's width has anything on it but the ground."""
    place = QRect(page.mapTo(page.window(), QPoint()), page.size())
    picture = page.window().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    red, green, blue = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    wide, line = picture.width(), picture.bytesPerLine()
    empty = bytes((blue, green, red)) * wide
    drawn = bytes(picture.bits())
    used = [False] * wide
    for y in range(0, picture.height(), _STEP):
        row = drawn[y * line : y * line + 4 * wide]
        if any(row[at::4] != empty[at::3] for at in range(3)):
            for x in range(wide):
                used[x] = used[x] or row[4 * x : 4 * x + 3] != empty[:3]
    places = [x for x, is_used in enumerate(used) if is_used]
    gaps = (after - before for before, after in pairwise(places))
    return sum(gap for gap in gaps if gap <= _GAP) / wide
