"""How many whole questions a page shows at 1366 by 740, the room that a screen of 768 leaves."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.support.screens import Guide, running_program, until
from ui.room import PageKey
from ui.shell.placing import OnScreen
from ui.wizard.question_page import QuestionPage
from ui.wizard.wizard_view import WizardView

MANY = 13
"""So many options, in two questions together or in one, need more room than the screen has."""


class Seen(NamedTuple):
    """A page of questions: the options of the first two, and how many of those stand whole."""

    page: str
    options: int
    whole: int
    wanted: int


@pytest.fixture(scope="module")
def pages(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """Every page of questions of an example that is answered."""
    home = tmp_path_factory.mktemp("in-sight")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(home))
        with running_program(qapp, home / "plans.db") as guide:
            guide.start_from_example()
            guide.program.window.showNormal()
            # The screen of the tests is smaller; a window that just woke is kept on it.
            (place,) = guide.program.window.findChildren(OnScreen)
            until(lambda: not place._waking.isActive(), "the window to be awake")
            guide.settle()
            guide.program.window.resize(1366, 740)
            draft = guide.session.open_plan.draft
            firsts = [
                draft.questions_on(page)[0].id
                for section in draft.questionnaire.sections
                for page in draft.open_pages(section.id)
            ]
            return [look(guide, first) for first in firsts]


def look(guide: Guide, first: str) -> Seen:
    """Show the page that begins with a question, from its top, and look at it."""
    guide.go(PageKey.PLAN)
    guide.program.window.show_page(PageKey.QUESTIONS, first)
    guide.settle()
    assert isinstance(guide.page, WizardView)
    assert guide.page.wizard is not None
    page = guide.page.wizard.shown
    assert isinstance(page, QuestionPage)
    assert page._area is not None
    page._area.verticalScrollBar().setValue(0)
    guide.settle()
    port, boxes = page._area.viewport(), [page.boxes[key] for key in page.asked[:2]]
    assert (guide.program.window.width(), page.asked[0]) == (1366, first)
    whole = sum(box.mapTo(port, QPoint(0, box.height())).y() <= port.height() for box in boxes)
    options = sum(len(box.question.options) for box in boxes)
    return Seen(f"{page.page.section} {page.page.number}", options, whole, len(boxes))


def test_two_questions_stand_whole_unless_they_have_many_options(pages: list[Seen]) -> None:
    cut = [seen for seen in pages if seen.whole < seen.wanted]

    assert [seen for seen in cut if seen.options < MANY] == []
    assert len(cut) <= 7, cut
