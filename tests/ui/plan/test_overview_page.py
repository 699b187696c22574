from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.marks import Mark
from advisor.models.plan import Comment, EntryKey, OpenAnswer, PlanName
from tests.support.drafts import CHARITY, SETTING, a_draft, a_plan
from tests.ui import spoken
from ui.plan.overview_page import OverviewPage
from ui.plan.task_row import TaskRow
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind

Show = Callable[[QWidget], None]
START, MOTHERS = SectionId("start"), SectionId("mothers")


def page_over(theme: Theme, show: Show, draft: InterviewDraft) -> OverviewPage:
    page = OverviewPage(theme, draft)
    theme.style(page)
    page.resize(900, 700)
    show(page)
    return page


def complete(draft: InterviewDraft, section: SectionId) -> None:
    for question in draft.questionnaire.in_section(section):
        draft.say(question.id, OpenAnswer.NOT_SURE)


def test_sections_are_a_task_list_with_the_quick_start_first(theme: Theme, show: Show) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)

    first = next(iter(page.rows.values()))
    asked = draft.progress(START).asked
    assert spoken.name(first).startswith("Quick start")
    assert spoken.name(first).endswith(f"Not started, 0 of {asked} answered")


def test_a_row_opens_its_section(theme: Theme, show: Show) -> None:
    page = page_over(theme, show, a_draft())
    opened: list[str] = []
    page.section_opened.connect(opened.append)

    QTest.keyClick(page.rows[MOTHERS], Qt.Key.Key_Space)

    assert opened == [MOTHERS]


@pytest.mark.parametrize(
    ("done", "words", "section"),
    [
        pytest.param([], "&Start answering", START, id="a blank plan is started"),
        pytest.param([START], "C&ontinue answering", MOTHERS, id="one that was begun goes on"),
    ],
)
def test_the_way_on_opens_the_first_section_that_waits(
    theme: Theme, show: Show, done: list[SectionId], words: str, section: SectionId
) -> None:
    draft = a_draft()
    for each in done:
        complete(draft, each)
    page = page_over(theme, show, draft)
    opened: list[str] = []
    page.section_opened.connect(opened.append)

    page.go_on.click()

    assert opened == [section]
    assert page.go_on.text() == words
    assert not page.advice.isEnabled()
    assert page.check.isEnabled() is bool(done)


def test_nothing_waits_when_every_section_is_completed(theme: Theme, show: Show) -> None:
    draft = a_draft()
    for section in draft.questionnaire.sections:
        complete(draft, section.id)
    page = page_over(theme, show, draft)

    assert not page.go_on.isVisible()
    assert page.advice.kind is ButtonKind.PRIMARY


@pytest.mark.parametrize("way", ["check", "advice", "rename"])
def test_each_way_from_here_is_reported(theme: Theme, show: Show, way: str) -> None:
    draft = a_draft()
    draft.say(SETTING, CHARITY)
    page = page_over(theme, show, draft)
    asked: list[str] = []
    page.check_asked.connect(lambda: asked.append("check"))
    page.advice_asked.connect(lambda: asked.append("advice"))
    page.rename_asked.connect(lambda: asked.append("rename"))

    getattr(page, way).click()

    assert asked == [way]


def test_the_page_follows_the_draft(theme: Theme, show: Show) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)

    draft.say(QuestionId("who_for"), OptionId("all_parents"))
    name = PlanName(title="Highmere", description="In two towns.")
    draft.change(EntryKey.of_plan(a_plan().id), name)
    page.refresh()

    assert page.heading.text() == "Highmere"
    assert page.rows[START].mark is Mark.IN_PROGRESS


def test_a_row_grows_with_its_words(large: Theme, show: Show) -> None:
    row = TaskRow(large, "Peers: choosing, training and looking after them")
    show(row)

    assert row.heightForWidth(340) > row.heightForWidth(900)


@pytest.mark.usefixtures("from_right")
def test_a_row_can_be_painted_from_right_to_left(theme: Theme, show: Show) -> None:
    row = TaskRow(theme, "Peers")
    show(row)
    row.setFocus()

    image = row.grab().toImage()
    row.show_state(Mark.COMPLETED, "7 of 7 answered")
    assert row.grab().toImage() != image


def test_a_question_that_somebody_sees_differently_is_marked_and_led_to(
    theme: Theme, show: Show
) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)
    assert not page.differing.isVisible()
    led_to: list[str] = []
    page.differing_asked.connect(led_to.append)

    said = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    draft.change(said.key, said)
    page.refresh()
    page.differing.click()

    assert page.differing.text() == "1 question seen differently"
    assert led_to == [SETTING]
    section = draft.questionnaire[SETTING].section
    assert spoken.name(page.rows[section]).endswith("1 question seen differently")
    draft.change(said.key, None)
    page.refresh()
    assert not page.differing.isVisible()
