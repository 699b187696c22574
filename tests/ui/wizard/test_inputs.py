from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, OpenAnswer
from tests.support.drafts import (
    CHARITY,
    EASY_CHANGE,
    FORMATS,
    FUNDING,
    GROUP,
    PHONE,
    SETTING,
    SIZE,
    question,
)
from tests.ui import spoken
from ui.theme.theme import Theme
from ui.wizard.inputs import ChoiceInput, NumberInput, input_for

Show = Callable[[QWidget], None]


def choice(theme: Theme, question_id: QuestionId) -> tuple[ChoiceInput, list[object]]:
    said: list[object] = []
    return ChoiceInput(theme, question(question_id), said.append), said


def number(theme: Theme, question_id: QuestionId) -> tuple[NumberInput, list[object]]:
    said: list[object] = []
    return NumberInput(theme, question(question_id), said.append), said


def test_a_single_choice_reports_the_option(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, SETTING)
    show(shown)

    shown.group.cards[CHARITY].click()

    assert said == [CHARITY]


def test_a_multiple_choice_reports_all_that_is_chosen(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, FORMATS)
    show(shown)

    shown.group.cards[GROUP].click()
    shown.group.cards[PHONE].click()

    assert said[-1] == frozenset({GROUP, PHONE})


def test_the_last_option_taken_back_reports_no_answer(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, FORMATS)
    show(shown)

    shown.group.cards[GROUP].click()
    shown.group.cards[GROUP].click()

    assert said[-1] is OpenAnswer.NOT_ANSWERED


def test_yes_and_no_report_truth_values(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, EASY_CHANGE)
    show(shown)

    shown.group.cards["yes"].click()
    shown.group.cards["no"].click()

    assert said == [True, False]


def test_not_decided_yet_stands_last_and_is_never_chosen_beforehand(theme: Theme) -> None:
    shown, _ = choice(theme, FORMATS)

    assert list(shown.group.cards)[-1] == "open:not_decided"
    assert shown.group.selection == ()


def test_not_decided_yet_rules_out_the_options(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, FORMATS)
    show(shown)

    shown.group.cards[GROUP].click()
    shown.group.cards["open:not_decided"].click()

    assert said[-1] is OpenAnswer.NOT_DECIDED
    assert shown.group.selection == ("open:not_decided",)


@pytest.mark.parametrize(
    ("question_id", "value", "keys"),
    [
        (SETTING, CHARITY, (CHARITY,)),
        (FORMATS, frozenset({PHONE, GROUP}), (GROUP, PHONE)),
        (FORMATS, OpenAnswer.NOT_DECIDED, ("open:not_decided",)),
        (FORMATS, OpenAnswer.NOT_ANSWERED, ()),
        (EASY_CHANGE, True, ("yes",)),
        (EASY_CHANGE, False, ("no",)),
    ],
)
def test_an_answer_is_shown_without_being_reported(
    theme: Theme,
    question_id: QuestionId,
    value: OptionId | frozenset[OptionId] | OpenAnswer | bool,
    keys: tuple[str, ...],
) -> None:
    shown, said = choice(theme, question_id)

    shown.show_answer(Answer(value=value))

    assert shown.group.selection == keys
    assert said == []


def test_a_group_of_options_is_named_by_its_question(theme: Theme) -> None:
    shown, _ = choice(theme, SETTING)

    assert spoken.name(shown.group) == question(SETTING).text


def test_options_are_chosen_by_key(theme: Theme, show: Show) -> None:
    shown, said = choice(theme, FORMATS)
    show(shown)

    shown.setFocus()
    QTest.keyClick(shown.group.cards["one_to_one"], Qt.Key.Key_Space)

    assert said == [frozenset({"one_to_one"})]


def test_a_number_is_reported_when_typing_pauses(qtbot: QtBot, theme: Theme, show: Show) -> None:
    shown, said = number(theme, SIZE)
    show(shown)
    shown.field.spin.setFocus()

    QTest.keyClicks(shown.field.spin, "12")
    assert said == []
    qtbot.waitUntil(lambda: bool(said))

    assert said == [12]


def test_a_number_is_reported_at_once_when_the_page_is_left(theme: Theme, show: Show) -> None:
    shown, said = number(theme, SIZE)
    show(shown)

    QTest.keyClicks(shown.field.spin, "12")
    shown.flush()

    assert said == [12]


def test_an_emptied_number_is_no_answer(theme: Theme, show: Show) -> None:
    shown, said = number(theme, SIZE)
    show(shown)
    shown.show_answer(Answer(value=12))

    shown.field.spin.selectAll()
    QTest.keyClick(shown.field.spin, Qt.Key.Key_Delete)
    shown.flush()

    assert said == [OpenAnswer.NOT_ANSWERED]


def test_not_sure_yet_empties_the_number(theme: Theme, show: Show) -> None:
    shown, said = number(theme, FUNDING)
    show(shown)
    shown.show_answer(Answer(value=6))

    shown.group.cards["open:not_sure"].click()

    assert said == [OpenAnswer.NOT_SURE]
    assert shown.field.number is None


def test_not_sure_yet_can_be_taken_back(theme: Theme, show: Show) -> None:
    shown, said = number(theme, FUNDING)
    show(shown)
    shown.show_answer(Answer(value=OpenAnswer.NOT_SURE))

    shown.group.cards["open:not_sure"].click()

    assert said == [OpenAnswer.NOT_ANSWERED]


def test_a_number_that_is_typed_takes_not_sure_yet_back(theme: Theme, show: Show) -> None:
    shown, said = number(theme, FUNDING)
    show(shown)
    shown.show_answer(Answer(value=OpenAnswer.NOT_SURE))

    QTest.keyClicks(shown.field.spin, "9")
    shown.flush()

    assert said == [9]
    assert shown.group.selection == ()


def test_a_number_says_what_it_counts_and_its_limits(theme: Theme) -> None:
    shown, _ = number(theme, SIZE)

    assert "mothers from 2 to 40" in spoken.description(shown.field.spin)


@pytest.mark.parametrize(
    ("question_id", "kind"),
    [(SIZE, NumberInput), (FORMATS, ChoiceInput), (EASY_CHANGE, ChoiceInput)],
)
def test_every_kind_of_question_has_its_input(
    qtbot: QtBot, theme: Theme, question_id: QuestionId, kind: type[QWidget]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    assert isinstance(input_for(theme, question(question_id), print, parent), kind)
