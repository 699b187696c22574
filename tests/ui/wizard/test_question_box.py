from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer
from advisor.models.texts import NOTE_LENGTH
from advisor.telling.feeding import wizard_words
from tests.support.drafts import CHARITY, SETTING, SIZE, question
from tests.support.fake_advisor import shipped_pack
from tests.ui import spoken
from ui.theme.theme import Theme
from ui.widgets.fields import NoteField
from ui.widgets.text import Heading, Text
from ui.wizard.inputs import ChoiceInput, NumberInput
from ui.wizard.question_box import QuestionBox
from ui.wizard.reports import Reports
from ui.wizard.why import Why

Show = Callable[[QWidget], None]
WORDS = wizard_words(shipped_pack())


class Heard:
    """A question box and what it reported."""

    def __init__(self, theme: Theme, question_id: QuestionId) -> None:
        self.said: list[tuple[str, object]] = []
        self.noted: list[tuple[str, str]] = []
        self.then: Callable[[], object] = list
        reports = Reports(
            say=self._say,
            note=self._note,
            try_out=list,
            undo=list,
            redo=list,
            leave=list,
            finish=list,
        )
        self.box = QuestionBox(theme, question(question_id), WORDS, reports)

    def _say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> None:
        self.said.append((question, value))
        self.then()

    def _note(self, question: QuestionId, text: str) -> None:
        self.noted.append((question, text))
        self.then()

    def note(self) -> NoteField:
        self.box.asides.set_open(1, is_open=True)
        return self.box.findChildren(NoteField)[0]


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text)]


def test_the_question_is_a_heading(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    (heading,) = heard.box.findChildren(Heading)
    assert heading.text() == question(SETTING).text
    assert heading.level == 2


def test_an_answer_is_reported_with_its_question(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    assert isinstance(heard.box.input, ChoiceInput)
    heard.box.input.group.cards[CHARITY].click()

    assert heard.said == [(SETTING, CHARITY)]


def test_an_answer_can_be_cleared_once_there_is_one(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    assert not heard.box.clear.isVisible()

    heard.box.show_answer(Answer(value=CHARITY))
    assert heard.box.clear.isVisible()
    heard.box.clear.click()

    assert heard.said == [(SETTING, OpenAnswer.NOT_ANSWERED)]


def test_the_focus_stays_in_the_question_when_its_answer_is_cleared(
    theme: Theme, show: Show
) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    heard.box.show_answer(Answer(value=CHARITY))
    heard.box.clear.setFocus()

    heard.box.clear.click()
    heard.box.show_answer(Answer())

    assert heard.box.isAncestorOf(heard.box.window().focusWidget())
    assert heard.box.window().focusWidget().isVisible()


def test_why_we_ask_names_the_reason_and_the_findings(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.box.why_button.click()

    (why,) = heard.box.findChildren(Why)
    assert question(SETTING).why in texts(why)
    assert "Your answer feeds:" in texts(why)


def test_why_we_ask_explains_the_words_that_the_question_uses(theme: Theme, show: Show) -> None:
    heard = Heard(theme, QuestionId("supervision"))
    show(heard.box)

    heard.box.why_button.click()

    (why,) = heard.box.findChildren(Why)
    assert any(text.startswith("Supervision: ") for text in texts(why))


def test_why_we_ask_can_be_closed_again(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.box.why_button.click()
    heard.box.why_button.click()
    (why,) = heard.box.findChildren(Why)
    assert not why.isVisible()

    heard.box.why_button.click()
    assert why.isVisible()


def test_a_disclosure_is_named_with_its_question(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    assert spoken.name(heard.box.why_button) == f"Why we ask: {question(SETTING).text}"


def test_who_opens_the_note_can_write_at_once(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.box.note_button.click()
    note = QApplication.focusWidget()
    assert note is heard.note().edit

    heard.box.note_button.click()
    assert not note.isVisible()


@pytest.mark.parametrize("is_left", [False, True])
def test_a_note_is_reported_when_typing_pauses_or_the_page_is_left(
    qtbot: QtBot, theme: Theme, show: Show, is_left: bool
) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    QTest.keyClicks(heard.note().edit, "Ask Jo")
    assert heard.noted == []
    if is_left:
        heard.box.flush()
        assert heard.noted
    qtbot.waitUntil(lambda: bool(heard.noted))

    assert heard.noted == [(SETTING, "Ask Jo")]


def test_a_note_that_is_being_typed_survives_a_choice(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    heard.then = lambda: heard.box.show_answer(Answer(note=heard.noted[-1][1]))
    QTest.keyClicks(heard.note().edit, "Ask Jo")
    assert isinstance(heard.box.input, ChoiceInput)
    heard.box.input.group.cards[CHARITY].click()

    assert heard.note().text == "Ask Jo"
    assert heard.noted == [(SETTING, "Ask Jo")]


def test_a_number_that_is_being_typed_survives_a_note(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SIZE)
    show(heard.box)
    assert isinstance(heard.box.input, NumberInput)
    heard.then = lambda: heard.box.show_answer(
        Answer(value=12, note=dict(heard.noted).get(SIZE, ""))
    )

    QTest.keyClicks(heard.box.input.field.spin, "12")
    QTest.keyClicks(heard.note().edit, "At most")
    heard.box.flush()

    assert heard.said == [(SIZE, 12)]


def test_a_note_that_is_there_is_open_from_the_start(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.box.show_answer(Answer(note="Ask Jo"))

    assert heard.note().text == "Ask Jo"
    assert heard.note().isVisible()
    assert heard.box.note_button.text() == "Your note"


def test_a_note_that_cannot_be_kept_says_why_and_stays_in_the_field(
    theme: Theme, show: Show
) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.note().edit.setPlainText("x" * (NOTE_LENGTH + 1))
    heard.box.flush()

    assert heard.noted == []
    assert "at most" in heard.note().fault
    assert len(heard.note().text) == NOTE_LENGTH + 1
