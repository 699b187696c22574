from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId
from advisor.models.plan import Comment, OpenAnswer
from tests.support.drafts import CHARITY, FORMATS, GROUP_TYPE, PHONE, SETTING, a_draft
from tests.ui import spoken
from ui.plan.check_page import CheckPage
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.pictures import Picture
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]


def page_over(theme: Theme, show: Show, draft: InterviewDraft) -> CheckPage:
    page = CheckPage(theme, draft)
    page.resize(900, 700)
    show(page)
    page.refresh()
    page.slices.finish_now()
    return page


def words(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text)]


def test_every_relevant_question_has_its_line(theme: Theme, show: Show) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)

    assert len(page.rows) == draft.progress().asked


def test_a_line_shows_the_answer_in_words_and_its_note(theme: Theme, show: Show) -> None:
    draft = a_draft()
    draft.say(SETTING, CHARITY)
    draft.note(SETTING, "Registered in May")
    page = page_over(theme, show, draft)

    assert "A charity or community group" in words(page.rows[SETTING])
    assert "Note: Registered in May" in words(page.rows[SETTING])


def test_change_is_named_with_its_question(theme: Theme, show: Show) -> None:
    draft = a_draft()
    draft.say(SETTING, OpenAnswer.NOT_DECIDED)
    page = page_over(theme, show, draft)

    assert spoken.name(page.rows[SETTING].change).startswith("Change: What kind")
    assert spoken.name(page.rows[FORMATS].change).startswith("Answer: How will")


def test_change_asks_for_the_question(theme: Theme, show: Show) -> None:
    page = page_over(theme, show, a_draft())
    asked: list[str] = []
    page.change_asked.connect(asked.append)

    page.rows[SETTING].change.click()

    assert asked == [SETTING]


def test_the_keyboard_returns_to_the_answer_that_was_changed(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    page = page_over(theme, show, a_draft())

    page.refresh(focus_on=SETTING)
    page.slices.finish_now()

    assert QApplication.focusWidget() is page.rows[SETTING].change


def test_tab_goes_from_the_first_answer_to_the_last_and_then_on(theme: Theme, show: Show) -> None:
    page = page_over(theme, show, a_draft())
    QApplication.processEvents()  # a layout shows what is new in it a moment later
    page.heading.take_focus()
    reached = []
    for _press in range(len(page.rows) + 1):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached[:-1] == [row.change for row in page.rows.values()]
    assert isinstance(reached[-1], Button)
    assert reached[-1].text() == "See your &advice"


def test_answers_that_are_not_used_stand_apart(theme: Theme, show: Show) -> None:
    draft = a_draft()
    draft.say(GROUP_TYPE, OptionId("closed"))
    draft.select(FORMATS, [PHONE])
    page = page_over(theme, show, draft)

    headings = [heading.text() for heading in page.findChildren(Heading)]
    assert headings[-1] == "Kept, but not used at the moment"
    assert "Closed group" in words(page.rows[GROUP_TYPE])


def test_the_list_is_generated_anew(theme: Theme, show: Show) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)

    draft.say(SETTING, CHARITY)
    page.refresh()
    page.slices.finish_now()

    assert "A charity or community group" in words(page.rows[SETTING])
    assert len(page.rows) == draft.progress().asked


@pytest.mark.parametrize("level", [1, 2])
def test_headings_come_in_order(theme: Theme, show: Show, level: int) -> None:
    page = page_over(theme, show, a_draft())

    levels = [heading.level for heading in page.findChildren(Heading)]
    assert levels.count(1) == 1
    assert level in levels


def test_who_sees_an_answer_differently_stands_beside_it_with_a_sign(
    theme: Theme, show: Show
) -> None:
    draft = a_draft()
    said = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    draft.change(said.key, said)
    page = page_over(theme, show, draft)

    signs = {question for question, row in page.rows.items() if row.findChildren(Picture)}
    assert signs == {SETTING}
    assert "Seen differently by a peer: Not here." in words(page.rows[SETTING])
