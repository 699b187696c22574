from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.interview.one_by_one import OneByOne
from advisor.models.ids import QuestionId
from advisor.models.plan import Comment, EntryKey, GivenAnswer, OpenAnswer
from advisor.telling.feeding import wizard_words
from tests.support.drafts import CHARITY, FORMATS, GROUP, SETTING, SIZE, a_draft, question
from tests.support.fake_advisor import shipped_pack
from tests.ui import spoken
from ui.theme.larger import LargerTheme
from ui.theme.theme import Theme
from ui.widgets.text import Heading, Text
from ui.wizard.inputs import ChoiceInput
from ui.wizard.reports import Reports
from ui.wizard.workshop_page import WorkshopPage

Show = Callable[[QWidget], None]
WORDS = wizard_words(shipped_pack())


class Meeting:
    """Workshop mode over a draft that takes what is said, as the window does."""

    def __init__(self, theme: Theme, show: Show) -> None:
        self.draft = a_draft()
        self.draft.select(FORMATS, {GROUP})
        self.going, self.did = OneByOne(self.draft), list[str]()
        reports = Reports(
            say=self._say,
            note=self.draft.note,
            differ=self._differ,
            try_out=list,
            undo=list,
            redo=list,
            leave=lambda: self.did.append("leave"),
            finish=lambda: self.did.append("finish"),
        )
        self.page = WorkshopPage(theme, WORDS, self.draft, self.going, reports)
        self.page.resize(1366, 700)
        show(self.page)

    def _say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> None:
        if isinstance(value, frozenset):
            self.draft.select(question, value)
        else:
            self.draft.say(question, value)
        self.page.show_change(EntryKey.of_answer(question))

    def _differ(self, key: EntryKey, comment: Comment | None) -> None:
        self.draft.change(key, comment)
        self.page.show_change(key)

    def open(self, question: QuestionId) -> None:
        self.going.open(question)
        self.page.open()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focus, key)

    @property
    def shown(self) -> list[str]:
        """The words that are shown of the question and around it."""
        QApplication.processEvents()  # a layout shows what is new in it a moment later
        return [text.text() for text in self.page.findChildren(Text) if text.isVisible()]

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    @property
    def focus(self) -> QWidget:
        here = QApplication.focusWidget()
        assert here is not None
        return here

    def answer(self, question: QuestionId) -> GivenAnswer | OpenAnswer:
        return self.draft.answer(question).value


@pytest.fixture
def meeting(theme: Theme, show: Show) -> Meeting:
    return Meeting(theme, show)


def test_the_question_stands_alone_in_large_type_with_the_keyboard_on_it(
    meeting: Meeting, theme: Theme
) -> None:
    meeting.open(SETTING)

    asked = meeting.page.asked
    shown = [each for each in meeting.page.findChildren(Heading) if each.isVisible()]
    assert [each.text() for each in shown] == [question(SETTING).text]
    assert shown[0].level == 1
    assert meeting.focus is asked.heading
    usual = Heading("", level=1)
    theme.style(usual)
    assert shown[0].fontInfo().pixelSize() >= 1.55 * usual.fontInfo().pixelSize()


def test_a_figure_chooses_its_option_and_nought_leaves_the_question_open(meeting: Meeting) -> None:
    meeting.open(SETTING)

    meeting.press(Qt.Key.Key_2)
    chosen = meeting.answer(SETTING)
    meeting.press(Qt.Key.Key_1)

    assert chosen == question(SETTING).options[1].id
    assert meeting.answer(SETTING) == question(SETTING).options[0].id
    for key in (Qt.Key.Key_0, Qt.Key.Key_N):
        meeting.press(Qt.Key.Key_1, key)
        assert meeting.answer(SETTING) is OpenAnswer.NOT_DECIDED
    assert meeting.focus is meeting.page.asked.heading


def test_figures_take_several_and_take_them_back(meeting: Meeting) -> None:
    meeting.open(FORMATS)
    first = question(FORMATS).options[0].id

    meeting.press(Qt.Key.Key_1)
    assert meeting.answer(FORMATS) == frozenset({first, GROUP})
    meeting.press(Qt.Key.Key_1)

    assert meeting.answer(FORMATS) == frozenset({GROUP})


def test_what_a_figure_chooses_is_said(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "ui.wizard.workshop_question.announce", lambda _widget, words: said.append(words)
    )
    meeting.open(FORMATS)
    first = question(FORMATS).options[0].label

    meeting.press(Qt.Key.Key_1, Qt.Key.Key_1)

    assert said == [f"Chosen: {first}", f"Not chosen: {first}"]


def test_what_a_key_does_below_the_screen_is_scrolled_to(meeting: Meeting, qtbot: QtBot) -> None:
    asked = [each for each in meeting.draft.questionnaire.questions if len(each.options) > 9]
    meeting.page.resize(900, 420)
    meeting.open(asked[0].id)
    cards = list(meeting.page.asked.input.group.cards.values())
    QApplication.processEvents()
    assert not cards[9].visibleRegion().boundingRect().height()

    meeting.press(Qt.Key.Key_A)

    qtbot.waitUntil(lambda: cards[9].visibleRegion().boundingRect().size() == cards[9].size())
    assert cards[9].isChecked()


def test_arrows_and_enter_lead_on_and_back_wherever_the_keyboard_is(meeting: Meeting) -> None:
    meeting.open(SETTING)
    place = meeting.going.number

    meeting.press(Qt.Key.Key_Right)
    assert meeting.going.number == place + 1
    meeting.press(Qt.Key.Key_Return)
    assert meeting.going.number == place + 2
    assert meeting.page.progress.words == f"Question {place + 2} of {len(meeting.going.asked)}"
    meeting.page.asked.input.take_focus()
    meeting.press(Qt.Key.Key_Left)

    assert meeting.going.number == place + 1
    assert meeting.focus is meeting.page.asked.heading


def test_the_last_question_leads_out_and_the_first_nowhere(meeting: Meeting) -> None:
    meeting.open(meeting.going.asked[-1])
    assert meeting.page.next.text() == "&Finish"
    meeting.press(Qt.Key.Key_Right)
    assert meeting.did == ["finish"]

    meeting.open(meeting.going.asked[0])
    meeting.press(Qt.Key.Key_Left)

    assert meeting.going.number == 1
    assert not meeting.page.back.isEnabled()


def test_a_number_is_written_from_its_first_figure_on(meeting: Meeting) -> None:
    meeting.open(SIZE)

    meeting.press(Qt.Key.Key_1)
    meeting.type("2")
    meeting.press(Qt.Key.Key_Return)

    assert meeting.answer(SIZE) == 12
    assert meeting.page.asked.question.id != SIZE


def test_a_number_that_is_written_takes_the_place_of_the_one_before(meeting: Meeting) -> None:
    meeting.draft.say(SIZE, 24)
    meeting.open(SIZE)

    meeting.press(Qt.Key.Key_8)
    meeting.press(Qt.Key.Key_Return)

    assert meeting.answer(SIZE) == 8


def test_what_is_no_number_keeps_the_question_open(meeting: Meeting) -> None:
    meeting.open(SIZE)

    meeting.press(Qt.Key.Key_1)
    meeting.type("-3")
    meeting.press(Qt.Key.Key_Return)
    assert meeting.page.asked.question.id == SIZE
    meeting.press(Qt.Key.Key_Escape, Qt.Key.Key_N)

    assert meeting.answer(SIZE) is OpenAnswer.NOT_DECIDED
    assert meeting.did == []


def test_w_opens_and_closes_why_we_ask(meeting: Meeting) -> None:
    meeting.open(SETTING)

    meeting.press(Qt.Key.Key_W)
    assert question(SETTING).why in meeting.shown
    meeting.press(Qt.Key.Key_W)

    assert not meeting.page.asked.why.spoken_open


def test_what_w_opens_under_a_long_question_is_in_sight_and_the_keyboard_stays(
    meeting: Meeting, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_motion_reduced(False)
    meeting.page.resize(1366, 560)
    meeting.open(max(meeting.going.asked, key=lambda each: len(question(each).options)))
    view, asked = meeting.page.area.viewport(), meeting.page.asked
    qtbot.waitUntil(lambda: asked.why.mapTo(view, asked.why.rect().topLeft()).y() > view.height())

    meeting.press(Qt.Key.Key_W)

    def is_read() -> bool:
        (why,) = asked.asides.folded()
        top = why.mapTo(view, why.rect().topLeft()).y()
        return why.height() >= why.sizeHint().height() and 0 <= top < view.height() / 4

    qtbot.waitUntil(is_read)
    # Enter still goes on from here.
    assert asked.heading.hasFocus()
    meeting.press(Qt.Key.Key_W)
    qtbot.waitUntil(lambda: asked.heading.mapTo(view, asked.heading.rect().topLeft()).y() >= 0)


def test_d_writes_down_who_sees_it_differently_and_no_letter_of_it_does_anything_else(
    meeting: Meeting,
) -> None:
    meeting.open(SETTING)
    meeting.press(Qt.Key.Key_1)
    before = meeting.answer(SETTING)

    meeting.press(Qt.Key.Key_D)
    meeting.type("Two women, 0 to 9")
    meeting.press(Qt.Key.Key_Return)
    meeting.type("No. 2 would do")
    meeting.press(Qt.Key.Key_Return)

    (said,) = meeting.draft.plan.comments
    assert (said.question, said.who, said.text) == (SETTING, "Two women, 0 to 9", "No. 2 would do")
    assert meeting.answer(SETTING) == before
    assert meeting.page.asked.question.id == SETTING
    assert meeting.focus is meeting.page.asked.heading
    assert "Seen differently by Two women, 0 to 9: No. 2 would do" in meeting.shown


def test_escape_leaves_the_form_first_and_then_the_mode(meeting: Meeting) -> None:
    meeting.open(SETTING)
    meeting.press(Qt.Key.Key_D)

    meeting.press(Qt.Key.Key_Escape)
    assert (meeting.did, meeting.page.asked.differing.form) == ([], None)
    meeting.press(Qt.Key.Key_Escape)

    assert meeting.did == ["leave"]


def test_letters_and_figures_do_nothing_once_they_are_turned_off(
    meeting: Meeting, theme: Theme
) -> None:
    meeting.open(SETTING)
    cards = meeting.page.asked.input.group.cards
    assert spoken.name(cards[CHARITY]).startswith("1: ")

    theme.set_letter_keys(has_them=False)
    meeting.press(Qt.Key.Key_1, Qt.Key.Key_W, Qt.Key.Key_D)

    assert meeting.answer(SETTING) is OpenAnswer.NOT_ANSWERED
    assert not meeting.page.asked.why.spoken_open
    assert meeting.page.asked.differing.form is None
    assert spoken.name(cards[CHARITY]) == question(SETTING).option(CHARITY).label
    assert meeting.page.keys.text().startswith("Tab and Space choose.")
    meeting.press(Qt.Key.Key_Right)
    assert meeting.page.asked.question.id != SETTING


def test_everything_can_be_reached_by_tab_as_well(meeting: Meeting) -> None:
    meeting.open(SETTING)
    reached: list[QWidget] = []
    for _stop in range(12):
        meeting.press(Qt.Key.Key_Tab)
        reached.append(meeting.focus)

    page, asked = meeting.page, meeting.page.asked
    first = asked.input.group.cards[CHARITY]
    stops = [first, asked.why, asked.differs, page.back, page.next, page.leave]
    assert [each for each in reached if each in stops][: len(stops)] == stops


def test_what_was_said_is_shown_when_a_question_is_opened_again(meeting: Meeting) -> None:
    meeting.draft.say(SETTING, CHARITY)

    meeting.open(SETTING)

    assert isinstance(meeting.page.asked.input, ChoiceInput)
    assert meeting.page.asked.input.group.selection == (CHARITY,)


def test_an_answer_that_is_undone_elsewhere_is_led_to(meeting: Meeting) -> None:
    meeting.draft.say(SETTING, CHARITY)
    meeting.open(FORMATS)

    meeting.draft.undo()
    meeting.page.show_change(EntryKey.of_answer(SETTING))

    assert meeting.page.asked.question.id == SETTING


def test_the_keys_are_told_with_the_question(meeting: Meeting) -> None:
    meeting.open(SETTING)

    told = spoken.description(meeting.page.asked.heading)
    assert told.startswith(f"Question {meeting.going.number} of ")
    assert meeting.page.keys.text() in told


def test_the_keys_that_are_shown_are_those_of_where_one_writes(
    meeting: Meeting, qtbot: QtBot
) -> None:
    meeting.open(SETTING)
    at_the_question = meeting.page.keys.text()

    meeting.press(Qt.Key.Key_D)
    qtbot.waitUntil(lambda: meeting.page.asked.is_in_words)
    in_words = meeting.page.keys.text()
    meeting.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not meeting.page.asked.is_in_words)
    after = meeting.page.keys.text()

    assert in_words == "Enter: next field, then write it down. Esc: leave it for later."
    assert at_the_question == after
    assert "Enter: next." in after


def test_the_keys_are_heard_with_the_first_question_and_not_with_each(
    theme: Theme, show: Show
) -> None:
    meeting = Meeting(theme, show)
    meeting.open(SETTING)
    first = spoken.description(meeting.page.asked.heading)
    meeting.page.go_on()
    then = spoken.description(meeting.page.asked.heading)

    assert meeting.page.keys.text()
    assert first.endswith("Esc: leave.")
    assert then.startswith("Question ")
    assert "Esc" not in then


def test_who_comes_back_to_a_question_hears_its_answer(theme: Theme, show: Show) -> None:
    meeting = Meeting(theme, show)
    meeting.open(SETTING)
    meeting.press(Qt.Key.Key_1)
    meeting.page.go_on()
    meeting.page.go_back()

    assert ". Now: " in spoken.description(meeting.page.asked.heading)


def test_a_question_is_not_preceded_by_a_share_of_a_hundred(theme: Theme, show: Show) -> None:
    """Orca says the new value of every bar that grows, and the heading says more."""
    meeting = Meeting(theme, show)
    meeting.open(SETTING)
    heard = list[bool]()
    meeting.page.progress.bar.valueChanged.connect(lambda: heard.append(QAccessible.isActive()))
    QAccessible.setActive(True)
    try:
        meeting.page.go_on()
    finally:
        QAccessible.setActive(False)

    assert heard == [False]


def test_the_large_type_goes_with_the_page(meeting: Meeting, theme: Theme) -> None:
    assert len(meeting.page.findChildren(LargerTheme)) == 1
    assert not theme.findChildren(LargerTheme)
