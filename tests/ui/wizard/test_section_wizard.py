from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget, QWizard
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.plan import Comment, EntryKey, GivenAnswer, OpenAnswer
from advisor.telling.feeding import wizard_words
from tests.support.drafts import FORMATS, FUNDING, GROUP, GROUP_TYPE, PHONE, a_draft
from tests.support.fake_advisor import shipped_pack
from ui.awake.slices import Slices
from ui.theme.theme import Theme
from ui.widgets.text import Heading, Text
from ui.wizard.inputs import ChoiceInput
from ui.wizard.question_box import QuestionBox
from ui.wizard.reports import Reports
from ui.wizard.section_wizard import SectionWizard
from ui.wizard.why import Why
from ui.wizard.wizard_view import WizardView

Show = Callable[[QWidget], None]
START, CONTACT, SAFETY = SectionId("start"), SectionId("contact"), SectionId("safety")
WHO_FOR = QuestionId("who_for")
MEETING = OptionId("one_to_one")
WAY_OUT = "Go to the list of &questions", "&Questions"
WORDS = wizard_words(shipped_pack())
BACK, NEXT = QWizard.WizardButton.BackButton, QWizard.WizardButton.NextButton
FINISH, LEAVE = QWizard.WizardButton.FinishButton, QWizard.WizardButton.CustomButton1


class Interview:
    """A wizard over a draft that takes what is said, as the window does."""

    def __init__(self, theme: Theme, section: SectionId = START) -> None:
        self.draft = a_draft()
        self.did: list[str] = []
        reports = Reports(
            say=self._say,
            note=self.draft.note,
            differ=self._differ,
            try_out=list,
            undo=lambda: self.did.append("undo"),
            redo=lambda: self.did.append("redo"),
            leave=lambda: self.did.append("leave"),
            finish=lambda: self.did.append("leave"),
        )
        self.wizard = SectionWizard(theme, WORDS, self.draft, section, reports)
        self.wizard.resize(760, 700)
        theme.style(self.wizard)

    def _say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> None:
        if isinstance(value, frozenset):
            self.draft.select(question, value)
        else:
            self.draft.say(question, value)
        self.wizard.show_change(EntryKey.of_answer(question))

    def _differ(self, key: EntryKey, comment: Comment | None) -> None:
        self.draft.change(key, comment)
        self.wizard.show_change(key)

    def open(self, number: int = 0, question: QuestionId | None = None) -> None:
        self.wizard.open(self.draft.pages(self.wizard.section)[number], question)

    def input(self, question: QuestionId) -> ChoiceInput:
        shown = self.wizard.shown
        assert shown is not None
        chosen = shown.boxes[question].input
        assert isinstance(chosen, ChoiceInput)
        return chosen

    @property
    def asked(self) -> list[QuestionId]:
        shown = self.wizard.shown
        assert shown is not None
        boxes = shown.boxes
        QApplication.processEvents()  # a layout shows what is new in it a moment later
        return [question for question, box in boxes.items() if box.isVisible()]


@pytest.fixture
def interview(theme: Theme, show: Show) -> Interview:
    made = Interview(theme)
    show(made.wizard)
    made.open()
    return made


def focus_is_on(qtbot: QtBot, wanted: Callable[[], QWidget | None]) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is wanted())


def test_the_heading_takes_the_focus_when_a_page_opens(qtbot: QtBot, interview: Interview) -> None:
    assert interview.wizard.shown is not None
    focus_is_on(qtbot, lambda: interview.wizard.shown and interview.wizard.shown.heading)

    interview.wizard.next()

    focus_is_on(qtbot, lambda: interview.wizard.shown and interview.wizard.shown.heading)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Heading)
    pages = len(interview.wizard.pageIds())
    assert focused.accessibleName().endswith(f"Page 2 of {pages}.")


def built(interview: Interview) -> list[int]:
    pages = interview.wizard.pageIds()
    return [each for each in pages if interview.wizard.page(each).findChildren(ChoiceInput)]


def test_only_the_page_that_is_open_is_built_and_at_leisure_the_next_one(
    interview: Interview, qtbot: QtBot
) -> None:
    assert built(interview) == [0]

    qtbot.waitUntil(lambda: len(built(interview)) > 1)
    slices = interview.wizard.findChildren(Slices)
    qtbot.waitUntil(lambda: all(each.is_done for each in slices))
    assert built(interview) == [0, 1]


def test_a_page_that_was_made_ahead_shows_what_was_answered_since(interview: Interview) -> None:
    pages = interview.draft.pages(START)
    for _step in interview.wizard.make_ahead(pages[1]):
        pass
    made = interview.wizard.page(1).findChildren(ChoiceInput)
    interview.draft.select(FORMATS, [GROUP])

    interview.open(1)

    assert interview.input(FORMATS).group.selection == (GROUP,)
    assert interview.wizard.page(1).findChildren(ChoiceInput) == made


def test_continue_and_back_have_no_arrows_in_their_names(interview: Interview) -> None:
    names = {interview.wizard.button(which).text() for which in (BACK, NEXT, FINISH)}

    assert names == {"&Back", "&Continue", "&Finish section"}


def test_back_loses_nothing(interview: Interview) -> None:
    interview.open(1)
    interview.input(FORMATS).group.cards[GROUP].click()
    interview.wizard.next()
    interview.wizard.back()

    assert interview.draft.answer(FORMATS).value == frozenset({GROUP})
    assert interview.input(FORMATS).group.selection == (GROUP,)


def test_a_question_that_does_not_arise_is_not_asked(interview: Interview) -> None:
    interview.open(1)
    interview.input(FORMATS).group.cards[PHONE].click()
    interview.wizard.next()

    assert GROUP_TYPE not in interview.asked
    assert WHO_FOR in interview.asked


def test_a_question_comes_back_in_its_place_with_its_answer(interview: Interview) -> None:
    interview.open(1)
    interview.input(FORMATS).group.cards[PHONE].click()
    interview.wizard.next()
    interview.wizard.back()
    interview.input(FORMATS).group.cards[GROUP].click()
    interview.wizard.next()

    assert interview.asked[0] == GROUP_TYPE


def test_a_page_that_asks_nothing_is_passed_over(theme: Theme, show: Show) -> None:
    interview = Interview(theme, CONTACT)
    interview.draft.select(FORMATS, [MEETING])
    show(interview.wizard)

    interview.open()

    assert interview.wizard.button(FINISH).isVisible()
    assert not interview.wizard.button(NEXT).isVisible()


def test_a_section_opens_in_its_middle_and_back_still_works(interview: Interview) -> None:
    interview.open(5)
    assert interview.wizard.currentId() == 5

    interview.wizard.back()
    interview.wizard.back()
    interview.wizard.next()
    assert interview.wizard.currentId() == 4

    interview.open(2)
    assert interview.wizard.currentId() == 2


def test_a_step_opens_the_page_in_the_draft_too(interview: Interview) -> None:
    interview.draft.go_to(interview.draft.pages(START)[3])
    interview.open(3)
    assert interview.draft.page.number == 3

    interview.wizard.next()
    assert interview.draft.page.number == 4

    interview.wizard.button(BACK).click()
    assert interview.draft.page.number == 3


def test_a_page_opens_at_one_of_its_questions(qtbot: QtBot, interview: Interview) -> None:
    interview.open(3, WHO_FOR)

    qtbot.waitUntil(
        lambda: interview.input(WHO_FOR).isAncestorOf(QApplication.focusWidget() or QWidget())
    )


def test_a_page_that_opens_at_a_question_shows_all_of_it(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    interview = Interview(theme, SAFETY)
    interview.wizard.resize(1000, 700)
    show(interview.wizard)
    draft = interview.draft
    interview.wizard.open(draft.page_of(FUNDING), FUNDING)
    shown = interview.wizard.shown
    assert shown is not None
    box = shown.boxes[FUNDING]

    qtbot.waitUntil(lambda: box.isAncestorOf(QApplication.focusWidget() or QWidget()))
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect() == box.rect())


def test_why_is_shown_where_it_opens_below_what_is_seen(qtbot: QtBot, interview: Interview) -> None:
    interview.wizard.resize(760, 420)
    interview.open()
    shown = interview.wizard.shown
    assert shown is not None
    box = next(iter(shown.boxes.values()))
    box.why_button.click()

    (why,) = box.findChildren(Why)
    qtbot.waitUntil(lambda: why.visibleRegion().boundingRect().bottom() >= why.height() - 1)


def test_a_question_that_is_answered_opens_at_its_answer(
    qtbot: QtBot, interview: Interview
) -> None:
    options = list(shipped_pack().questionnaire[WHO_FOR].options)
    interview.draft.say(WHO_FOR, options[2].id)

    interview.open(3, WHO_FOR)

    chosen = interview.input(WHO_FOR).group.cards[options[2].id]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is chosen)


def test_the_focus_stays_on_the_option_that_was_chosen(qtbot: QtBot, interview: Interview) -> None:
    interview.open(3, WHO_FOR)
    first, card = next(iter(interview.input(WHO_FOR).group.cards.items()))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card)

    QTest.keyClick(card, Qt.Key.Key_Space)

    assert interview.draft.answer(WHO_FOR).value == first
    assert QApplication.focusWidget() is card


def test_the_focus_stays_when_a_page_stops_being_the_last(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    interview = Interview(theme, CONTACT)
    interview.draft.select(FORMATS, [MEETING])
    show(interview.wizard)
    interview.open(0, QuestionId("contact_promise"))
    card = interview.input(QuestionId("contact_promise")).group.cards["weekly"]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card)
    assert interview.wizard.button(FINISH).isVisible()

    interview.draft.select(FORMATS, [GROUP])
    interview.wizard.show_change(EntryKey.of_answer(FORMATS))

    assert interview.wizard.button(NEXT).isVisible()
    assert QApplication.focusWidget() is card


def test_finish_says_what_is_not_answered_and_where(theme: Theme, show: Show) -> None:
    interview = Interview(theme, CONTACT)
    interview.draft.select(FORMATS, [MEETING])
    show(interview.wizard)
    interview.open(0)
    finish, page = interview.wizard.button(FINISH), interview.wizard.shown
    assert page is not None
    said = "3 questions of this section are not answered, on page 1."

    assert finish.accessibleDescription() == said
    assert finish.toolTip() == said
    assert said in [text.text() for text in page.findChildren(Text) if not text.isHidden()]

    promise = QuestionId("contact_promise")
    first = next(iter(interview.input(promise).group.cards.values()))
    first.click()
    assert finish.accessibleDescription() == page.left == said.replace("3", "2", 1)


@pytest.mark.parametrize(
    ("section", "page", "go"),
    [
        pytest.param(
            START, 0, lambda wizard: QTest.keyClick(wizard, Qt.Key.Key_Escape), id="Escape"
        ),
        pytest.param(START, 0, lambda wizard: wizard.button(LEAVE).click(), id="the way out"),
        pytest.param(SAFETY, -1, lambda wizard: wizard.button(FINISH).click(), id="the last page"),
    ],
)
def test_every_way_out_leads_to_the_list_and_never_hides_the_wizard(
    theme: Theme, show: Show, section: SectionId, page: int, go: Callable[[SectionWizard], object]
) -> None:
    interview = Interview(theme, section)
    show(interview.wizard)
    interview.open(page)

    go(interview.wizard)

    assert interview.did == ["leave"]
    assert interview.wizard.isVisible()


def test_tab_goes_from_the_last_question_to_the_buttons(interview: Interview) -> None:
    shown = interview.wizard.shown
    assert shown is not None
    *_, box = shown.boxes.values()
    box.differing_button.setFocus()

    QTest.keyClick(box.differing_button, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is interview.wizard.button(LEAVE)


def test_tab_goes_from_a_note_that_was_opened_just_now_to_the_buttons(
    interview: Interview, qtbot: QtBot
) -> None:
    shown = interview.wizard.shown
    assert shown is not None
    *_, box = shown.boxes.values()
    box.note_button.click()
    note = QApplication.focusWidget()
    assert note is not None
    assert note.accessibleName().startswith("Your note")

    def leads_on() -> bool:
        note.setFocus()
        QTest.keyClick(note, Qt.Key.Key_Tab)
        return QApplication.focusWidget() is interview.wizard.button(LEAVE)

    qtbot.waitUntil(leads_on)


def test_the_way_out_is_short_where_there_is_little_room(theme: Theme, show: Show) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    interview.open()

    interview.wizard.resize(520, 600)
    assert interview.wizard.button(LEAVE).text() == "&Questions"
    interview.wizard.resize(900, 600)

    assert interview.wizard.button(LEAVE).text() == "Go to the list of &questions"
    assert interview.wizard.button(LEAVE).accessibleName() == "Go to the list of questions"


def test_undo_and_redo_are_offered_once_there_is_something_to_undo_or_redo(
    interview: Interview,
) -> None:
    undo, redo = interview.wizard.undo, interview.wizard.redo
    assert not undo.isEnabled()

    interview.open(1)
    interview.input(FORMATS).group.cards[GROUP].click()
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.click()
    interview.draft.undo()
    interview.wizard.show_change(EntryKey.of_answer(FORMATS))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    redo.click()

    assert interview.did == ["undo", "redo"]


def view_over(theme: Theme, draft: InterviewDraft) -> WizardView:
    reports = Reports(
        say=draft.say,
        note=draft.note,
        differ=draft.change,
        try_out=list,
        undo=list,
        redo=list,
        leave=list,
        finish=list,
    )
    view = WizardView(theme, shipped_pack(), draft, reports)
    view.resize(760, 700)
    return view


def test_a_section_that_gives_way_to_another_is_made_no_further(theme: Theme, show: Show) -> None:
    draft = a_draft()
    view = view_over(theme, draft)
    steps = view.make_ahead(draft.pages(START)[0])
    next(steps)
    first = view.wizard
    assert first is not None

    view.open(draft.pages(CONTACT)[0], way_out=WAY_OUT)
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    assert not Shiboken.isValid(first)

    assert list(steps) == []


def test_a_question_that_was_made_ahead_is_not_made_twice(theme: Theme, show: Show) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    interview.open()
    shown = interview.wizard.shown
    assert shown is not None

    for _step in interview.wizard.make_ahead(shown.page):
        pass
    made = len(shown.findChildren(QuestionBox))

    assert len(shown.boxes) == made
    assert len(shown.findChildren(QuestionBox)) == made


@pytest.mark.parametrize(("section", "is_kept"), [(START, True), (CONTACT, False)])
def test_the_view_has_one_wizard_for_each_section(
    theme: Theme, show: Show, section: SectionId, is_kept: bool
) -> None:
    draft = a_draft()
    view = view_over(theme, draft)
    show(view)

    view.open(draft.pages(START)[0], way_out=WAY_OUT)
    first = view.wizard
    view.open(draft.pages(section)[-1], way_out=WAY_OUT)

    assert view.wizard is not None
    assert view.wizard.section == section
    assert (view.wizard is first) is is_kept


@pytest.mark.usefixtures("from_right")
def test_a_page_can_be_laid_out_from_right_to_left(theme: Theme, show: Show) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    interview.open()

    back, onward = interview.wizard.button(BACK), interview.wizard.button(NEXT)
    assert back.x() > onward.x()


def test_nothing_is_clipped_at_200_per_cent(large: Theme, show: Show) -> None:
    interview = Interview(large)
    interview.wizard.resize(824, 560)
    show(interview.wizard)
    interview.open()

    for which in (BACK, LEAVE, NEXT):
        button = interview.wizard.button(which)
        assert interview.wizard.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_inside_the_wizard_as_space_does(
    theme: Theme, show: Show, key: Qt.Key
) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    interview.open()
    QApplication.processEvents()
    shown = interview.wizard.shown
    assert shown is not None
    why = next(iter(shown.boxes.values())).why_button
    why.setFocus()
    pressed: list[str] = []
    why.clicked.connect(lambda: pressed.append("Why"))

    QTest.keyClick(why, key)

    assert (pressed, interview.did) == (["Why"], [])


def focused() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def step(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)


def test_one_key_leads_from_question_to_question_and_on_to_the_next_page(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    open_page = interview.draft.pages(START)[0]
    interview.wizard.open(open_page)
    shown = interview.wizard.shown
    assert shown is not None
    qtbot.waitUntil(shown.heading.hasFocus)
    asked = [shown.boxes[key] for key in shown.asked]

    assert len(asked) > 1
    for box in asked:
        step(Qt.Key.Key_Down)
        assert box.isAncestorOf(focused())
    step(Qt.Key.Key_Up)
    assert asked[-2].isAncestorOf(focused())
    step(Qt.Key.Key_Down)
    step(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: interview.wizard.shown is not shown)


def test_the_key_back_leads_from_a_heading_to_the_last_question_of_the_page_before(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    interview = Interview(theme)
    show(interview.wizard)
    interview.wizard.open(interview.draft.pages(START)[1])
    second = interview.wizard.shown
    assert second is not None
    qtbot.waitUntil(second.heading.hasFocus)

    step(Qt.Key.Key_Up)

    first = interview.wizard.shown
    assert first is not None
    assert first is not second
    qtbot.waitUntil(lambda: first.boxes[first.asked[-1]].isAncestorOf(focused()))
    for _question in first.asked:
        step(Qt.Key.Key_Up)
    assert first.heading.hasFocus()
    step(Qt.Key.Key_Up)
    assert interview.wizard.shown is first
    assert first.heading.hasFocus()
