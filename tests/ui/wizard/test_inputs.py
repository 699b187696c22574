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


DECIDE_LATER = "open:not_decided"


@pytest.mark.parametrize(
    ("question_id", "pressed", "reported", "chosen"),
    [
        pytest.param(SETTING, [CHARITY], [CHARITY], (CHARITY,), id="a single choice"),
        pytest.param(
            FORMATS, [GROUP, PHONE], [frozenset({GROUP}), frozenset({GROUP, PHONE})],
            (GROUP, PHONE), id="all that is chosen of several",
        ),
        pytest.param(
            FORMATS, [GROUP, GROUP], [frozenset({GROUP}), OpenAnswer.NOT_ANSWERED],
            (), id="no answer when the last option is taken back",
        ),
        pytest.param(
            FORMATS, [GROUP, DECIDE_LATER], [frozenset({GROUP}), OpenAnswer.NOT_DECIDED],
            (DECIDE_LATER,), id="not decided yet, which rules out the options",
        ),
        pytest.param(EASY_CHANGE, ["yes", "no"], [True, False], ("no",), id="yes and no"),
    ],
)  # fmt: skip
def test_what_is_chosen_is_reported(
    theme: Theme,
    show: Show,
    question_id: QuestionId,
    pressed: list[str],
    reported: list[object],
    chosen: tuple[str, ...],
) -> None:
    shown, said = choice(theme, question_id)
    show(shown)

    for key in pressed:
        shown.group.cards[key].click()

    assert said == reported
    assert shown.group.selection == chosen


def test_not_decided_yet_stands_last_and_is_never_chosen_beforehand(theme: Theme) -> None:
    shown, _ = choice(theme, FORMATS)

    assert list(shown.group.cards)[-1] == "open:not_decided"
    assert shown.group.selection == ()


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


def type_nine(shown: NumberInput) -> None:
    QTest.keyClicks(shown.field.spin, "9")
    shown.flush()


def empty(shown: NumberInput) -> None:
    shown.field.spin.selectAll()
    QTest.keyClick(shown.field.spin, Qt.Key.Key_Delete)
    shown.flush()


def press_not_sure(shown: NumberInput) -> None:
    shown.group.cards["open:not_sure"].click()


@pytest.mark.parametrize(
    ("before", "do", "reported", "number_shown", "chosen"),
    [
        pytest.param(
            OpenAnswer.NOT_ANSWERED, type_nine, 9, 9, (), id="a number when the page is left"
        ),
        pytest.param(
            6, empty, OpenAnswer.NOT_ANSWERED, None, (), id="no answer when it is emptied"
        ),
        pytest.param(
            6, press_not_sure, OpenAnswer.NOT_SURE, None, ("open:not_sure",),
            id="not sure yet, which empties the number",
        ),
        pytest.param(
            OpenAnswer.NOT_SURE, press_not_sure, OpenAnswer.NOT_ANSWERED, None, (),
            id="no answer when not sure yet is taken back",
        ),
        pytest.param(
            OpenAnswer.NOT_SURE, type_nine, 9, 9, (), id="a number, which takes not sure yet back"
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_number_is_reported(
    theme: Theme,
    show: Show,
    before: int | OpenAnswer,
    do: Callable[[NumberInput], None],
    reported: int | OpenAnswer,
    number_shown: int | None,
    chosen: tuple[str, ...],
) -> None:
    shown, said = number(theme, FUNDING)
    show(shown)
    shown.show_answer(Answer(value=before))

    do(shown)

    assert said == [reported]
    assert shown.field.number == number_shown
    assert shown.group.selection == chosen


def test_a_number_says_what_it_counts_and_its_limits(theme: Theme) -> None:
    shown, _ = number(theme, SIZE)

    assert "mothers from 2 to 500" in spoken.description(shown.field.spin)


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
