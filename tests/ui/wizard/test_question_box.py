from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, Comment, EntryKey, GivenAnswer, OpenAnswer
from advisor.models.texts import NOTE_LENGTH
from advisor.telling.feeding import wizard_words
from tests.support.drafts import CHARITY, SETTING, SIZE, a_plan, question
from tests.support.fake_advisor import shipped_pack
from tests.ui import spoken
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import NoteField
from ui.widgets.radio_group import ChoiceButton
from ui.widgets.text import Heading, Text
from ui.wizard.differing import Differing, DifferingForm
from ui.wizard.inputs import ChoiceInput, NumberInput
from ui.wizard.question_box import QuestionBox
from ui.wizard.reports import Reports
from ui.wizard.why import Why

Show = Callable[[QWidget], None]
LEAST_TARGET = 24
WORDS = wizard_words(shipped_pack())


class Heard:
    """A question box and what it reported."""

    def __init__(self, theme: Theme, question_id: QuestionId) -> None:
        self.said: list[tuple[str, object]] = []
        self.noted: list[tuple[str, str]] = []
        self.then: Callable[[], object] = list
        self.plan = a_plan()
        reports = Reports(
            say=self._say,
            note=self._note,
            differ=self._differ,
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

    def _differ(self, key: EntryKey, comment: Comment | None) -> None:
        plan = self.plan.without(key) if comment is None else self.plan.with_entry(key, comment)
        self.plan = plan
        self.box.show_comments(plan.comments)

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


def test_what_belongs_to_an_answer_makes_the_title_row_no_higher(theme: Theme, show: Show) -> None:
    box = Heard(theme, SETTING).box
    box.resize(900, 500)
    show(box)

    assert box.asides.bar.height() == box.why_button.height()
    assert box.clear.height() >= LEAST_TARGET
    assert box.clear.width() >= LEAST_TARGET


@pytest.mark.parametrize("width", [420, 690, 738, 900, 1100])
def test_an_answer_moves_nothing_that_may_be_pressed_next(
    theme: Theme, show: Show, width: int
) -> None:
    box = Heard(theme, SETTING).box
    box.resize(width, 500)
    show(box)
    QApplication.processEvents()
    options = box.input.findChildren(ChoiceButton)
    before = [each.mapTo(box, QPoint()) for each in options]
    height = box.heightForWidth(width)

    box.show_answer(Answer(value=OpenAnswer.NOT_DECIDED))
    QApplication.processEvents()

    assert box.clear.isVisible()
    assert [each.mapTo(box, QPoint()) for each in options] == before
    assert box.heightForWidth(width) == height


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

    assert spoken.name(heard.box.why_button) == f"Why? {question(SETTING).text}"


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


def differing(heard: Heard) -> Differing:
    (found,) = heard.box.findChildren(Differing)
    return found


def written(heard: Heard) -> DifferingForm:
    form = differing(heard).form
    assert form is not None
    return form


def test_who_sees_it_differently_is_written_down_by_keys_alone(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)

    heard.box.differing_button.setFocus()
    QTest.keyClick(heard.box.differing_button, Qt.Key.Key_Space)
    for words in ("the mothers", "Eight is enough."):
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    (said,) = heard.plan.comments
    assert (said.question, said.who, said.text) == (SETTING, "the mothers", "Eight is enough.")
    assert differing(heard).form is None
    assert "Seen differently by the mothers: Eight is enough." in texts(heard.box)
    assert heard.box.differing_button.text() == "Seen differently: 1"
    assert QApplication.focusWidget() is heard.box.differing_button


def test_what_was_folded_stays_folded_when_an_answer_is_given(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    said = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    noted = Answer(value=OpenAnswer.NOT_ANSWERED, note="Ask the church.")
    show(heard.box)
    heard.box.show_answer(noted)
    heard.box.show_comments((said,))
    buttons = heard.box.note_button, heard.box.differing_button
    assert [button.spoken_open for button in buttons] == [True, True]
    for button in buttons:
        button.click()

    heard.box.show_answer(replace(noted, value=OpenAnswer.NOT_DECIDED))
    heard.box.show_comments((said,))

    assert [button.spoken_open for button in buttons] == [False, False]


def test_several_may_see_it_differently_and_each_can_be_changed_and_removed(
    theme: Theme, show: Show
) -> None:
    heard = Heard(theme, SETTING)
    first = Comment(id="1", question=SETTING, who="a peer", text="Not here.")
    second = Comment(id="2", question=SETTING, text="Not yet.")
    for said in (first, second):
        heard.plan = heard.plan.with_entry(said.key, said)
    show(heard.box)
    heard.box.show_comments(heard.plan.comments)
    buttons = {each.accessibleName(): each for each in heard.box.findChildren(Button)}

    buttons["Change: Seen differently by a peer: Not here."].click()
    written(heard).text.set_text("Not in June.")
    written(heard).keep.click()
    buttons["Remove: Seen differently: Not yet."].click()

    assert heard.plan.comments == (replace(first, text="Not in June."),)
    assert heard.box.asides.isVisible()


def test_a_note_of_who_differs_needs_what_they_say_and_loses_nothing_that_is_written(
    theme: Theme, show: Show
) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    heard.box.differing_button.click()
    written(heard).who.set_text("the mothers")

    written(heard).keep.click()

    assert heard.plan.comments == ()
    assert written(heard).text.fault == "Write how they see it."
    assert written(heard).who.text == "the mothers"
    assert QApplication.focusWidget() is written(heard).text.line


def test_nothing_is_kept_of_a_form_that_is_left(theme: Theme, show: Show) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    heard.box.differing_button.click()
    written(heard).text.set_text("No.")

    written(heard).cancel.click()

    assert heard.plan.comments == ()
    assert not heard.box.differing_button.spoken_open
    assert QApplication.focusWidget() is heard.box.differing_button


def test_one_more_may_see_it_differently_and_what_is_written_has_a_name_to_be_kept_under(
    theme: Theme, show: Show
) -> None:
    heard = Heard(theme, SETTING)
    show(heard.box)
    said = Comment(id="1", question=SETTING, text="Not yet.")
    heard.plan = heard.plan.with_entry(said.key, said)
    heard.box.show_comments(heard.plan.comments)

    assert differing(heard).more.isVisible()
    differing(heard).more.click()

    assert not differing(heard).more.isVisible()
    assert QApplication.focusWidget() is written(heard).who.line
    names = {written(heard).who.kept_as, written(heard).text.kept_as}
    assert names == {f"comment/new/{SETTING}/who", f"comment/new/{SETTING}/text"}
