"""A page that had little room for a while looks as before once it has room again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program

PAGES = tuple(screen for screen in (*BEFORE_A_PLAN, *WITH_A_PLAN) if not screen.is_dialog)
ROOMY, LITTLE = (1366, 740), ((1000, 560), (700, 560))


@pytest.fixture(scope="module")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program with all examples at Home and one of them open."""
    folder = tmp_path_factory.mktemp("again")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        with running_program(qapp, folder / "plans.db") as running:
            running.start_from_example()
            running.program.window.showNormal()
            running.settle()
            yield running


def placed(page: QWidget) -> dict[QWidget, QRect]:
    """Return what is seen on a page and where it is in what it stands on, scrolled or not."""
    found: dict[QWidget, QRect] = {}
    for each in page.findChildren(QWidget):
        if each.isVisibleTo(page):
            found[each] = QRect(each.pos(), each.size())
            outer = each.parentWidget()
            area = outer.parentWidget() if outer is not None else None
            if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
                found[each].moveTo(0, 0)
    return found


@pytest.mark.parametrize("screen", PAGES, ids=lambda screen: screen.name)
def test_a_page_is_as_before_once_it_has_room_again(guide: Guide, screen: Screen) -> None:
    window = guide.program.window
    guide.close_dialogs()
    guide.close_plan_pages()
    screen.show(guide)
    guide.settle()
    window.resize(*ROOMY)
    guide.settle()
    assert window.size().toTuple() == ROOMY
    before, moved = placed(guide.page), dict[str, tuple[QRect, QRect]]()

    for little in LITTLE:
        window.resize(*little)
        guide.settle()
        window.resize(*ROOMY)
        guide.settle()

        for each, place in before.items():
            if not Shiboken.isValid(each):
                continue
            now = placed(guide.page).get(each, QRect())
            if now != place:
                moved[f"{little} {type(each).__name__} {each.accessibleName()}"] = place, now
    assert moved == {}
