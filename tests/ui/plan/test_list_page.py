from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from advisor.interview.draft import InterviewDraft
from advisor.models.advice import Advice
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Comment
from advisor.telling.questions_list import Those, told_questions
from tests.support.drafts import CHARITY, FORMATS, GROUP_TYPE, PHONE, SETTING, a_draft
from tests.support.examples import DROP_IN, MIGRANTS, advice_on_example, example
from tests.support.fake_advisor import shipped_pack
from tests.ui import spoken
from ui.plan.answer_row import AnswerRow
from ui.plan.list_page import QuestionsListPage
from ui.theme.theme import Theme
from ui.widgets.text import Heading
from ui.widgets.two_line_button import TwoLineButton

Show = Callable[[QWidget], None]


def tell(page: QuestionsListPage, draft: InterviewDraft, advice: Advice | None = None) -> None:
    page.show_plan(told_questions(shipped_pack(), draft, advice))
    page.finish_now()


def page_over(
    theme: Theme, show: Show, draft: InterviewDraft, advice: Advice | None = None
) -> QuestionsListPage:
    page = QuestionsListPage(theme)
    theme.style(page)
    page.resize(1000, 700)
    show(page)
    tell(page, draft, advice)
    return page


def on_example(theme: Theme, show: Show, place: int) -> QuestionsListPage:
    draft = InterviewDraft(shipped_pack().questionnaire, example(place))
    return page_over(theme, show, draft, advice_on_example(place))


def row(page: QuestionsListPage, question: QuestionId) -> AnswerRow:
    found = page.row(question)
    assert found is not None
    return found


def shown(page: QuestionsListPage) -> list[AnswerRow]:
    return [each for section in page.sections for each in section.shown_rows]


def press_chip(page: QuestionsListPage, those: Those) -> None:
    page.those.chips[those.value].click()


def test_every_question_is_a_row_with_its_answer_and_what_was_said_about_it(
    theme: Theme, show: Show
) -> None:
    draft = a_draft()
    draft.say(SETTING, CHARITY)
    draft.note(SETTING, "Registered in May")
    said = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    draft.change(said.key, said)
    page = page_over(theme, show, draft)

    assert len(shown(page)) == len(draft.questionnaire.questions)
    assert row(page, SETTING).shown_words() == (
        "Kind of organisation",
        "A charity or community group",
        "Note: Registered in May",
        "Seen differently by a peer: Not here.",
    )
    assert "Not answered" in row(page, FORMATS).shown_words()


def test_rows_are_made_as_they_come_into_sight(qtbot: QtBot, theme: Theme, show: Show) -> None:
    draft = InterviewDraft(shipped_pack().questionnaire, example(DROP_IN))
    told = told_questions(shipped_pack(), draft, None)
    page = QuestionsListPage(theme)
    page.resize(1000, 700)
    show(page)
    page.show_plan(told)

    area = page.area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 and page.slices.is_done)
    before = len(page.sections)
    assert 0 < before < len(told.sections)

    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(page.sections) > before)
    assert len(page.sections) < len(told.sections)

    press_chip(page, Those.NOT_ASKED)
    qtbot.waitUntil(lambda: len(page.sections) == len(told.sections))
    assert len(shown(page)) == len(told.sections[-1].questions)


def test_a_row_leads_to_its_question_and_one_not_asked_to_what_decides_that(
    theme: Theme, show: Show
) -> None:
    draft = a_draft()
    draft.say(GROUP_TYPE, OptionId("closed"))
    draft.select(FORMATS, [PHONE])
    page = page_over(theme, show, draft)
    wanted: list[str] = []
    page.question_wanted.connect(wanted.append)

    row(page, SETTING).click()
    row(page, GROUP_TYPE).click()

    assert wanted == [SETTING, FORMATS]


def test_an_answer_is_shown_in_its_row_and_the_keyboard_stays(theme: Theme, show: Show) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)
    before = row(page, SETTING)
    before.setFocus()

    draft.say(SETTING, CHARITY)
    tell(page, draft)

    assert row(page, SETTING) is before
    assert spoken.name(before) == "Change: Kind of organisation. Now: A charity or community group"
    # Another kind of support takes questions away: all rows are made again.
    draft.select(FORMATS, [PHONE])
    tell(page, draft)
    assert row(page, SETTING).hasFocus()


def test_the_keyboard_is_led_to_an_answer_that_was_changed_also_where_it_is_folded_away(
    theme: Theme, show: Show
) -> None:
    draft = a_draft()
    page = page_over(theme, show, draft)
    for section in page.sections:
        section.fold.click()
    assert shown(page) == []

    page.show_plan(told_questions(shipped_pack(), draft, None), focus_on=SETTING)

    assert row(page, SETTING).hasFocus()


def test_a_section_folds_and_says_so(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)
    first = page.sections[0]

    first.fold.click()
    assert first.shown_rows == []
    assert first.fold.spoken_open is False
    first.fold.click()
    assert len(first.shown_rows) == len(first.rows)


@pytest.mark.parametrize(
    ("those", "word"), [(Those.NOT_ANSWERED, "Not answered"), (Those.NOT_ASKED, "Not asked")]
)
def test_only_those_are_shown_that_are_looked_for(
    theme: Theme, show: Show, those: Those, word: str
) -> None:
    page = on_example(theme, show, DROP_IN)
    every = len(shown(page))

    press_chip(page, those)

    rows = shown(page)
    assert 0 < len(rows) < every
    assert all(each.line.answered.startswith(word) for each in rows)
    assert page.those.chips[those.value].words.endswith(f" {len(rows)}")
    press_chip(page, Those.ALL)
    assert len(shown(page)) == every


def test_what_nobody_did_is_no_choice(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, MIGRANTS)

    chips = {those for those in Those if page.those.chips[those.value].isVisible()}

    assert chips == {Those.ALL, Those.NOT_ASKED}


def test_a_search_shows_the_rows_that_say_the_words(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)

    page.search.searched.emit("")
    page.search.line.setText("drop-in")
    page.search.searched.emit("drop-in")
    assert [each.line.answered for each in shown(page)] == ["Open drop-in"]

    page.search.line.setText("lighthouse")
    page.search.searched.emit("lighthouse")
    assert shown(page) == []
    assert page.nothing_shown.isVisible()


def test_the_open_questions_that_matter_most_are_pressed_to_answer_them(
    theme: Theme, show: Show
) -> None:
    page = on_example(theme, show, DROP_IN)
    wanted: list[str] = []
    page.question_wanted.connect(wanted.append)
    cards = [card for card in page.first_cards.cards if isinstance(card, TwoLineButton)]

    for card in cards:
        card.click()

    assert wanted == [each.question for each in advice_on_example(DROP_IN).open_questions[:3]]
    assert spoken.name(cards[0]).startswith("Answer: Which of these safety basics are in place?")
    assert len({card.height() for card in cards}) == 1


def test_the_one_way_on_leads_to_what_waits_or_to_the_advice(theme: Theme, show: Show) -> None:
    asked: list[str] = []
    for place in (DROP_IN, MIGRANTS):
        page = on_example(theme, show, place)
        page.section_opened.connect(asked.append)
        page.advice_asked.connect(lambda: asked.append("advice"))
        page.head.go_on.click()

    assert asked == ["start", "advice"]


def test_a_section_is_begun_where_something_is_left(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)
    opened: list[str] = []
    page.section_opened.connect(opened.append)

    page.sections[1].begin.click()

    assert opened == ["mothers"]
    assert spoken.name(page.sections[1].begin).startswith("Start at the first open one: ")
    assert [part.section for part in page.sections if part.begin.isHidden()] == ["contact", ""]


@pytest.mark.parametrize("way", ["rename", "history", "workshop"])
def test_what_else_there_is_to_do_stands_in_the_menu(theme: Theme, show: Show, way: str) -> None:
    page = page_over(theme, show, a_draft())
    asked: list[str] = []
    for each in ("rename", "history", "workshop"):
        getattr(page, f"{each}_asked").connect(lambda each=each: asked.append(each))
    words = {"rename": "&Rename the plan…", "history": "What c&hanged"}.get(way, "&Workshop")

    menu = page.head.make_menu()
    next(entry for entry in menu.actions() if entry.text().startswith(words)).trigger()

    assert asked == [way]


def test_arrow_keys_go_from_row_to_row_over_the_ends_of_sections(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)
    rows = shown(page)
    rows[0].setFocus()

    reached = []
    for _press in rows:
        here = QApplication.focusWidget()
        assert isinstance(here, AnswerRow)
        reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Down)

    assert reached == rows
    QTest.keyClick(rows[-1], Qt.Key.Key_Up)
    assert rows[-2].hasFocus()


def test_tab_reads_the_page_from_its_head_to_its_last_row(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)
    QApplication.processEvents()  # a layout shows what is new in it a moment later
    page.tab_order.settle()
    page.head.heading.take_focus()
    reached = []
    for _press in range(len(shown(page)) + 40):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    rows = [each for each in reached if isinstance(each, AnswerRow)]
    assert rows[: len(shown(page))] == shown(page)
    before = reached[: reached.index(rows[0])]
    assert page.head.go_on in before
    assert [card for card in before if card in page.first_cards.cards] == list(
        page.first_cards.cards
    )


def test_an_answer_is_copied_with_its_question(theme: Theme, show: Show) -> None:
    draft = a_draft()
    draft.say(SETTING, CHARITY)
    draft.note(SETTING, "Registered in May")
    page = page_over(theme, show, draft)
    here = row(page, SETTING)

    at = here.rect().center()
    here.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, here.mapToGlobal(at))
    )
    (menu,) = here.findChildren(QMenu)
    next(entry for entry in menu.actions() if entry.text() == "Copy").trigger()
    menu.close()

    assert QGuiApplication.clipboard().text().splitlines() == [
        "What kind of organisation runs the programme?",
        "A charity or community group",
        "Note: Registered in May",
    ]


def test_headings_come_in_order_and_say_how_far_each_section_is(theme: Theme, show: Show) -> None:
    page = on_example(theme, show, DROP_IN)

    headings = page.findChildren(Heading)
    assert [heading.level for heading in headings] == [1, *[2] * len(page.sections)]
    assert spoken.description(headings[0]).startswith("41 of 56 answered. 15 questions are not")
    assert spoken.description(headings[1]) == "17 of 19 answered"


@pytest.mark.usefixtures("from_right")
def test_a_row_is_painted_from_right_to_left_and_grows_with_its_words(
    theme: Theme, large: Theme, show: Show
) -> None:
    page = on_example(theme, show, DROP_IN)
    rows = shown(page)
    assert rows[0].x() > rows[-1].x() or page.width() < theme.metrics.px(860)

    image = rows[0].grab().toImage()
    rows[0].setFocus()
    assert rows[0].grab().toImage() != image
    wide = AnswerRow(large, rows[-1].line, lambda _row, _step: None)
    assert wide.heightForWidth(300) > wide.heightForWidth(1200)


def test_how_many_questions_are_found_is_said(theme: Theme, show: Show) -> None:
    page = page_over(theme, show, a_draft())

    for words, said in (("endings", "1 question found."), ("qqq", page.nothing_shown.text())):
        page.search.line.setText(words)
        QTest.keyClick(page.search.line, Qt.Key.Key_Return)
        page._announcer.say_now()
        assert page._announcer.last_said == said
