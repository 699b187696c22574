import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey, EntryKind, OwnAction, OwnRisk, Plan
from advisor.rules.engine import advise
from advisor.telling.action_list import GroupKind, ListedAction, told_list
from advisor.telling.action_list import Show as Showing
from tests.support.examples import DROP_IN, example, small_pack, with_staff
from ui.actions import list_model
from ui.actions.list_model import Column, GroupHead
from ui.actions.own_view import OwnActionCard, OwnActionForm, OwnRiskCard, OwnRiskForm
from ui.actions.page import ActionsPage
from ui.actions.row_card import ActionCard
from ui.actions.writing import Writing
from ui.theme.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
STAGES = tuple((stage.id, stage.label) for stage in small_pack().stages)
PLAN_01 = EntryKey.of_decision(ActionId("plan-01"))


def tell(page: ActionsPage, plan: Plan) -> None:
    page.show_list(told_list(small_pack(), plan, advise(small_pack(), plan)))


@pytest.fixture
def page(theme: Theme, show: Show) -> ActionsPage:
    made = ActionsPage(theme, STAGES)
    made.resize(1100, 800)
    show(made)
    tell(made, with_staff(example(DROP_IN)))
    return made


def decided(choice: Choice, owner: str = "") -> Plan:
    return with_staff(example(DROP_IN)).with_entry(PLAN_01, Decision(choice=choice, owner=owner))


def shown(page: ActionsPage) -> list[ListedAction]:
    return [row for row in page.model.rows if isinstance(row, ListedAction)]


def card(page: ActionsPage, key: EntryKey) -> ActionCard | OwnActionCard | OwnRiskCard:
    page.open_action(key)
    assert page.pane.card is not None
    return page.pane.card


def action_card(page: ActionsPage) -> ActionCard:
    made = card(page, PLAN_01)
    assert isinstance(made, ActionCard)
    return made


def at_cell(page: ActionsPage, key: EntryKey, column: Column) -> QPoint:
    page.table.go_to(key)
    index = page.model.index(page.model.place_of(key), column)
    page.table.scrollTo(index)
    return page.table.visualRect(index).center()


def press(page: ActionsPage, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.table, key, held or Qt.KeyboardModifier.NoModifier)


def test_the_list_begins_with_what_comes_first_and_folds_what_can_wait(page: ActionsPage) -> None:
    page.show_chips.chips[Showing.ALL.value].click()
    heads = [row for row in page.model.rows if isinstance(row, GroupHead)]

    assert heads[0].group.kind is GroupKind.FIRST
    assert [head.folded for head in heads] == [head.group.kind is GroupKind.STAGE for head in heads]


def test_where_nobody_is_paid_all_but_the_first_things_is_folded(page: ActionsPage) -> None:
    tell(page, example(DROP_IN))

    heads = [row for row in page.model.rows if isinstance(row, GroupHead)]
    lines = [row for row in page.model.rows if isinstance(row, ListedAction)]
    assert [head.folded for head in heads] == [False] + [True] * (len(heads) - 1)
    assert lines == list(page.model.rows[1 : len(lines) + 1])
    assert all(line.first for line in lines)


def test_a_group_folds_and_unfolds_by_mouse_and_by_keys(page: ActionsPage) -> None:
    before = page.model.rowCount()
    head = page.table.visualRect(page.model.index(0, 0)).center()

    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=head)
    folded = page.model.rowCount()
    press(page, Qt.Key.Key_Right)
    unfolded = page.model.rowCount()
    press(page, Qt.Key.Key_Return)

    assert folded < before
    assert unfolded == before
    assert page.model.rowCount() == folded
    spoken = [
        page.model.data(page.model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in Column
    ]
    assert str(spoken.pop(Column.ACTION)).endswith("folded")
    assert not any(spoken)
    assert page.model.data(page.model.index(0, 0)) is None


def test_up_from_any_column_comes_to_the_head_as_it_is_heard(page: ActionsPage) -> None:
    page.table.setCurrentIndex(page.model.index(1, Column.DECISION))

    press(page, Qt.Key.Key_Up)

    here = page.table.currentIndex()
    assert (here.row(), here.column()) == (0, Column.ACTION)


def test_the_head_that_has_the_keyboard_is_seen_to_have_it(page: ActionsPage, theme: Theme) -> None:
    table = page.table
    table.setFocus()
    table.setCurrentIndex(page.model.index(0, Column.ACTION))
    ring = table.visualRect(page.model.index(0, 0)).adjusted(0, 0, 0, -1)

    def is_ringed() -> bool:
        image = table.viewport().grab(ring).toImage()
        down = [image.pixelColor(ring.width() // 2, y).name() for y in range(image.height())]
        return theme.colours.focus.lower() in down

    assert is_ringed()
    press(page, Qt.Key.Key_Down)
    assert not is_ringed()


def test_down_from_a_head_leads_to_the_text_of_its_first_action(page: ActionsPage) -> None:
    page.table.setCurrentIndex(page.model.index(0, Column.ACTION))

    press(page, Qt.Key.Key_Down)

    assert page.table.current == page.model.group_of(0)[0]
    assert page.table.currentIndex().column() == Column.ACTION


@pytest.mark.parametrize(
    ("key", "choice"),
    [(Qt.Key.Key_1, Choice.WE_WILL), (Qt.Key.Key_2, Choice.IN_PLACE)],
)
def test_a_figure_decides_about_the_action_under_the_keyboard(
    page: ActionsPage, qtbot: QtBot, key: Qt.Key, choice: Choice
) -> None:
    page.table.go_to(PLAN_01)
    page.table.setFocus()

    with qtbot.waitSignal(page.changed) as made:
        press(page, key)

    assert made.args == [PLAN_01, Decision(choice=choice)]


def test_letters_and_figures_do_nothing_once_they_are_turned_off(
    page: ActionsPage, theme: Theme
) -> None:
    assert "1 will do" in page.table.accessibleDescription()
    page.table.go_to(PLAN_01)
    made: list[object] = []
    page.changed.connect(lambda _key, entry: made.append(entry))

    theme.set_letter_keys(has_them=False)
    for key in (Qt.Key.Key_1, Qt.Key.Key_W, Qt.Key.Key_D):
        press(page, key)

    assert page.table.writing is None
    assert made == []
    assert page.table.accessibleDescription() == "Space chooses, Enter opens."


def test_nought_takes_a_decision_back(page: ActionsPage, qtbot: QtBot) -> None:
    tell(page, decided(Choice.WE_WILL))
    page.table.go_to(PLAN_01)

    with qtbot.waitSignal(page.changed) as made:
        press(page, Qt.Key.Key_0)

    assert made.args == [PLAN_01, Decision()]


def test_not_for_us_asks_why_and_keeps_the_reason(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_3)
    assert page.table.writing is not None
    QTest.keyClicks(page.table.writing.field.line, "No room for it")

    with qtbot.waitSignal(page.changed) as made:
        QTest.keyClick(page.table.writing, Qt.Key.Key_Return)

    reason = "No room for it"
    assert made.args == [PLAN_01, Decision(choice=Choice.NOT_FOR_US, reason=reason)]


def test_a_name_is_written_or_taken_from_what_is_suggested(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_W)
    asked = page.table.writing
    assert asked is not None
    line = page.model.line_of(PLAN_01)
    assert line is not None
    assert asked.suggestions[0].text() == line.role

    with qtbot.waitSignal(page.changed) as made:
        asked.suggestions[0].click()

    assert made.args == [PLAN_01, Decision(owner=line.role)]


def test_names_used_in_the_plan_are_suggested(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina Khan"))
    other = next(line for line in shown(page) if line.key != PLAN_01)
    page.table.go_to(other.key)
    press(page, Qt.Key.Key_W)

    assert page.table.writing is not None
    assert "Amina Khan" in [button.text() for button in page.table.writing.suggestions]


def names_offered(asked: Writing) -> list[str]:
    return [button.text() for button in asked.suggestions if button.isVisible()]


def test_the_names_suggested_follow_what_is_written(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina Öztürk"))
    page.table.go_to(next(line for line in shown(page) if line.key != PLAN_01).key)
    press(page, Qt.Key.Key_W)
    asked = page.table.writing
    assert asked is not None
    whole = names_offered(asked)

    QTest.keyClicks(asked.field.line, "ozt")
    assert names_offered(asked) == ["Amina Öztürk"]
    asked.announcer.say_now()
    assert asked.announcer.last_said == "1 suggestion."

    QTest.keyClicks(asked.field.line, "x")
    assert names_offered(asked) == []
    QTest.keyClick(asked, Qt.Key.Key_Down)
    assert asked.field.line.hasFocus()

    asked.field.line.selectAll()
    QTest.keyClick(asked.field.line, Qt.Key.Key_Delete)
    assert names_offered(asked) == whole


def test_a_name_suggested_is_taken_by_the_arrow_keys(page: ActionsPage, qtbot: QtBot) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina Öztürk"))
    other = next(line for line in shown(page) if line.key != PLAN_01)
    page.table.go_to(other.key)
    press(page, Qt.Key.Key_W)
    asked = page.table.writing
    assert asked is not None
    for typed in ("oz", "t"):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, typed)
        assert asked.field.line.hasFocus()
        QTest.keyClick(asked.field.line, Qt.Key.Key_Down)
        assert asked.suggestions[0].hasFocus()
    assert asked.field.line.text() == "ozt"
    QTest.keyClick(asked.suggestions[0], Qt.Key.Key_Up)
    assert asked.field.line.hasFocus()
    QTest.keyClick(asked.field.line, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.changed) as made:
        QTest.keyClick(asked.suggestions[0], Qt.Key.Key_Return)

    assert made.args is not None
    assert made.args[1].owner == "Amina Öztürk"


def test_a_day_is_taken_as_people_write_it(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_D)
    assert page.table.writing is not None
    QTest.keyClicks(page.table.writing.field.line, "31/1/2027")

    with qtbot.waitSignal(page.changed) as made:
        QTest.keyClick(page.table.writing, Qt.Key.Key_Return)

    assert made.args is not None
    assert str(made.args[1].due) == "2027-01-31"


def test_what_is_no_day_is_not_lost_and_not_taken(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_D)
    asked = page.table.writing
    assert asked is not None
    assert isinstance(asked.field, DateField)
    asked.field.line.setText("soon")

    with qtbot.assertNotEmitted(page.changed):
        asked.close()

    assert asked.isVisible()
    assert asked.field.line.text() == "soon"
    assert asked.field.fault

    # Who was told and presses beside it once more goes on with something else.
    asked.close()
    assert not asked.isVisible()


def test_yes_to_a_day_is_all_that_is_asked_for(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_D)
    asked = page.table.writing
    assert asked is not None
    assert isinstance(asked.field, DateField)
    asked.field.line.setText("end of March 2027")
    asked.close()
    assert asked.field.take_button is not None

    with qtbot.waitSignal(page.changed) as made:
        asked.field.take_button.click()

    assert made.args is not None
    assert str(made.args[1].due) == "2027-03-31"
    assert not asked.isVisible()


def test_a_day_that_is_only_meant_is_asked_about_before_it_is_taken(
    page: ActionsPage, qtbot: QtBot
) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_D)
    asked = page.table.writing
    assert asked is not None
    assert isinstance(asked.field, DateField)
    QTest.keyClicks(asked.field.line, "end of March 2027")

    with qtbot.assertNotEmitted(page.changed):
        QTest.keyClick(asked.field.line, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert "31 Mar 2027" in asked.field.fault

    with qtbot.waitSignal(page.changed) as made:
        QTest.keyClick(asked.field.line, Qt.Key.Key_Return)
    assert made.args is not None
    assert str(made.args[1].due) == "2027-03-31"
    assert not asked.isVisible()


def test_of_a_name_that_is_too_long_it_is_not_said_that_it_is_taken(page: ActionsPage) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_W)
    asked = page.table.writing
    assert asked is not None
    QTest.keyClicks(asked.field.line, "zz")
    assert asked._none.isVisible()

    asked.field.line.clear()
    QTest.keyClicks(asked.field.line, "z" * 301)

    assert "at most 300 fit" in asked.field.fault
    assert not asked._none.isVisible()


def test_escape_leaves_a_name_as_it_was(page: ActionsPage, qtbot: QtBot) -> None:
    page.table.go_to(PLAN_01)
    press(page, Qt.Key.Key_W)
    assert page.table.writing is not None
    QTest.keyClicks(page.table.writing.field.line, "Jo")

    with qtbot.assertNotEmitted(page.changed):
        QTest.keyClick(page.table.writing, Qt.Key.Key_Escape)


def test_a_press_on_a_cell_opens_what_it_is_about(page: ActionsPage) -> None:
    viewport, left = page.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=at_cell(page, PLAN_01, Column.CHOSEN))
    assert [line.key for line in page.model.chosen] == [PLAN_01]

    QTest.mouseClick(viewport, left, pos=at_cell(page, PLAN_01, Column.ACTION))
    assert page.pane.isVisible()
    assert page.pane.key == PLAN_01


def test_several_are_chosen_and_decided_together(page: ActionsPage, qtbot: QtBot) -> None:
    keys = [line.key for line in shown(page)[:2]]
    page.table.go_to(keys[0])
    assert page.bulk.isHidden()
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bulk.count.text() == "2 actions chosen"

    with qtbot.waitSignal(page.marked) as made:
        page.bulk.buttons[Choice.IN_PLACE].click()

    assert made.args == [dict.fromkeys(keys, Decision(choice=Choice.IN_PLACE))]


@pytest.mark.parametrize("ask", [Qt.Key.Key_W, Qt.Key.Key_D], ids=["who", "by when"])
def test_a_field_for_several_that_is_left_empty_takes_nothing_away(
    page: ActionsPage, qtbot: QtBot, ask: Qt.Key
) -> None:
    said = Decision(choice=Choice.WE_WILL, owner="Amina", due=datetime.date(2027, 1, 31))
    tell(page, example(DROP_IN).with_entry(PLAN_01, said))
    other = next(line for line in shown(page) if line.key != PLAN_01 and line.row is not None)
    named = page.model.line_of(PLAN_01)
    assert named is not None
    page.model.choose([named, other], chosen=True)
    page.show_chips.chips[Showing.OURS.value].click()
    page.table.go_to(PLAN_01)
    press(page, ask)
    assert page.table.writing is not None

    with qtbot.assertNotEmitted(page.marked), qtbot.assertNotEmitted(page.changed):
        QTest.keyClick(page.table.writing, Qt.Key.Key_Return)


def test_a_name_for_several_is_given_to_each(page: ActionsPage, qtbot: QtBot) -> None:
    lines = [line for line in shown(page) if line.row is not None][:2]
    page.model.choose(lines, chosen=True)
    page.table.go_to(lines[0].key)
    press(page, Qt.Key.Key_W)
    assert page.table.writing is not None
    QTest.keyClicks(page.table.writing.field.line, "Amina")

    with qtbot.waitSignal(page.marked) as made:
        QTest.keyClick(page.table.writing, Qt.Key.Key_Return)

    assert made.args == [{line.key: Decision(owner="Amina") for line in lines}]


def test_what_is_asked_about_several_stands_at_the_button_that_asks(page: ActionsPage) -> None:
    page.model.choose([line for line in shown(page) if line.row is not None][:2], chosen=True)
    button = page.bulk.who_button
    assert button.isVisible()

    button.click()

    asked = page.table.writing
    assert asked is not None
    at = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
    assert asked.geometry().adjusted(-1, -1, 1, 1).intersects(at)
    assert not asked.geometry().contains(at)


def test_ctrl_a_chooses_the_group_and_the_bar_lets_it_go(page: ActionsPage) -> None:
    group = page.model.group_of(1)
    page.table.go_to(group[0].key)
    press(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.model.chosen == group

    page.bulk.clear_button.click()

    assert page.model.chosen == ()
    assert page.bulk.isHidden()
    assert page.table.hasFocus()


def test_what_goes_out_of_sight_is_chosen_no_more(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL))
    group = page.model.group_of(1)
    page.model.choose(group, chosen=True)

    page.show_chips.chips[Showing.OURS.value].click()
    assert set(page.model.chosen) == set(group) & set(shown(page))
    assert len(page.model.chosen) < len(group)

    page.show_chips.chips[Showing.KEY.value].click()
    page.model.choose(page.model.group_of(1), chosen=True)
    head = page.model.rows[0]
    assert isinstance(head, GroupHead)
    page.model.fold(head.group.id, folded=True)
    assert page.model.chosen == ()


def test_a_list_shown_anew_keeps_the_keyboard_and_what_is_chosen(page: ActionsPage) -> None:
    key = shown(page)[1].key
    page.table.go_to(key)
    page.model.choose([shown(page)[0]], chosen=True)
    chosen = [line.key for line in page.model.chosen]

    tell(page, decided(Choice.IN_PLACE))

    assert page.table.current is not None
    assert page.table.current.key == key
    assert [line.key for line in page.model.chosen] == chosen


def test_only_what_was_asked_for_is_listed(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL))
    page.show_chips.chips[Showing.OURS.value].click()
    assert [line.key for line in shown(page)] == [PLAN_01]

    page.show_chips.chips[Showing.IN_PLACE.value].click()
    in_place = shown(page)
    assert all(line.row is not None and line.row.in_place for line in in_place)
    assert page.nothing_shown.isVisibleTo(page) is not bool(in_place)


def test_how_many_actions_were_found_is_said(
    page: ActionsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.announcer.announce", lambda _widget, words: said.append(words))
    page.search.line.setText(shown(page)[0].text)
    qtbot.waitUntil(lambda: len(said) == 1)
    page.search.line.setText("no such words")
    qtbot.waitUntil(lambda: len(said) == 2)

    assert said == ["1 action found.", "No action is shown with this choice."]


def test_what_is_found_in_all_actions_too_is_said_and_led_to(
    page: ActionsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.announcer.announce", lambda _widget, words: said.append(words))
    assert not page.more.isVisible()
    page.search.line.setFocus()
    QTest.keyClicks(page.search.line, "a")
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    found = page.model.count
    page.show_chips.chips[Showing.ALL.value].click()
    everywhere = page.model.count
    assert everywhere > found
    assert not page.more.isVisible()
    page.show_chips.chips[Showing.KEY.value].click()
    words = f"{everywhere - found} more in all actions"
    assert page.more.text() == words
    qtbot.waitUntil(lambda: any(each.endswith(words) for each in said))

    page.show_chips.chips[Showing.OURS.value].click()
    assert not page.model.count
    assert page.more.text() == f"{everywhere} in all actions"

    page.more.setFocus()
    page.more.click()

    assert page.show_chips.selection == (Showing.ALL.value,)
    assert page.model.count == everywhere
    assert not page.more.isVisible()
    assert page.table.hasFocus()


def test_an_action_is_found_by_its_words(page: ActionsPage) -> None:
    line = page.model.line_of(PLAN_01)
    assert line is not None
    page.show_chips.chips[Showing.ALL.value].click()
    page.search.line.setText(line.text[:20].upper())
    page.search.line.returnPressed.emit()

    assert PLAN_01 in [line.key for line in shown(page)]
    page.search.line.setText("no such words anywhere")
    page.search.line.returnPressed.emit()
    assert page.nothing_shown.isVisibleTo(page)


def test_where_there_is_no_room_names_stand_under_the_action(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina"))
    assert not page.table.isColumnHidden(Column.WHO)
    row = page.model.place_of(PLAN_01)
    high = page.table.rowHeight(row)

    page.resize(600, 800)

    assert page.table.isColumnHidden(Column.WHO)
    assert page.table.rowHeight(row) > high
    assert page.show_choice.isVisible()
    assert not page.show_chips.isVisible()


@pytest.mark.parametrize("text_size", range(100, 201, 10))
def test_the_list_stands_beside_the_pane_only_where_it_cuts_nothing(
    page: ActionsPage, theme: Theme, text_size: int
) -> None:
    page.resize(1220, 700)
    page.open_action(PLAN_01)
    theme.set_text_size(text_size)

    table = page.table
    if table.isVisible():
        shown = [each for each in Column if not table.isColumnHidden(each)]
        assert sum(map(table.columnWidth, shown)) <= table.viewport().width()
        assert table.columnWidth(Column.ACTION) >= theme.metrics.px(200)
    assert table.isVisible() is (text_size <= 130)
    assert page.pane.isVisible()


def test_the_keyboard_goes_to_the_pane_where_the_list_makes_room_for_it(
    page: ActionsPage, theme: Theme
) -> None:
    page.open_action(PLAN_01)
    page.table.setFocus()

    theme.set_text_size(200)

    assert page.pane.card is not None
    assert QApplication.focusWidget() is page.pane.card.heading


def heard(page: ActionsPage, column: Column) -> str:
    index = page.model.index(page.model.place_of(PLAN_01), column)
    return str(page.model.data(index, Qt.ItemDataRole.AccessibleTextRole))


def test_orca_reads_a_row_without_saying_anything_of_it_twice(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina"))
    page.table.go_to(PLAN_01)

    line = page.model.line_of(PLAN_01)
    assert line is not None
    said = [heard(page, column) for column in Column]

    assert said == ["", "We will do this", line.text.rstrip("."), "Amina", "", line.purpose]


def test_in_the_column_of_the_keyboard_it_is_told_that_nothing_is_said_yet(
    page: ActionsPage,
) -> None:
    page.table.setCurrentIndex(page.model.index(page.model.place_of(PLAN_01), Column.WHEN))

    assert heard(page, Column.WHEN) == "No day yet"
    assert heard(page, Column.WHO) == ""


def test_what_has_no_room_for_a_column_is_told_with_the_action(page: ActionsPage) -> None:
    tell(page, decided(Choice.WE_WILL, owner="Amina"))
    page.resize(700, 800)

    assert ", Amina, " in heard(page, Column.ACTION)
    assert "We will do this" not in heard(page, Column.ACTION)


def test_a_reader_of_single_cells_hears_what_was_decided_with_the_action(
    page: ActionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_model, "READ_BY_ORCA", False)
    tell(page, decided(Choice.WE_WILL, owner="Amina"))

    assert ", We will do this, Amina, " in heard(page, Column.ACTION)


def test_what_a_key_decides_is_said(page: ActionsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.actions.page.announce", lambda _widget, words: said.append(words))
    page.table.go_to(PLAN_01)

    press(page, Qt.Key.Key_1)

    assert said == ["We will do this"]


def test_the_keyboard_goes_on_to_the_next_action_when_its_own_is_shown_no_longer(
    page: ActionsPage,
) -> None:
    page.show_chips.chips[Showing.UNDECIDED.value].click()
    page.table.go_to(PLAN_01)
    lines = shown(page)
    after = lines[[line.key for line in lines].index(PLAN_01) + 1]

    tell(page, decided(Choice.IN_PLACE))

    assert page.model.place_of(PLAN_01) < 0
    assert page.table.current is not None
    assert page.table.current.key == after.key


def test_a_decision_in_the_pane_is_told_with_its_action(page: ActionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.changed) as made:
        action_card(page).form.choice.chips[Choice.IN_PLACE.value].click()

    assert made.args == [PLAN_01, Decision(choice=Choice.IN_PLACE)]


def test_the_pane_changes_in_place_and_escape_closes_it(page: ActionsPage) -> None:
    before = action_card(page)
    tell(page, decided(Choice.IN_PLACE))
    assert page.pane.card is before
    assert before.form.decision.choice is Choice.IN_PLACE

    press(page, Qt.Key.Key_Escape)

    assert page.pane.isHidden()
    assert page.table.hasFocus()


def own_plan(own: tuple[OwnAction, ...] = (), risks: tuple[OwnRisk, ...] = ()) -> Plan:
    return replace(with_staff(example(DROP_IN)), own_actions=own, own_risks=risks)


OWN_TEA = OwnAction(id="1", text="Ask the library", stage="plan")
FLOOD = OwnRisk(id="2", text="Flood", mitigation="Pump")


def own_card(page: ActionsPage, own: OwnAction | OwnRisk) -> OwnActionCard | OwnRiskCard:
    made = card(page, own.key)
    assert not isinstance(made, ActionCard)
    return made


@pytest.mark.parametrize("own", [OWN_TEA, FLOOD], ids=["an action", "a risk"])
def test_an_own_entry_is_listed_opened_and_removed(
    page: ActionsPage, qtbot: QtBot, own: OwnAction | OwnRisk
) -> None:
    tell(page, own_plan((OWN_TEA,), (FLOOD,)))
    page.table.go_to(own.key)
    press(page, Qt.Key.Key_Return)
    assert page.pane.key == own.key

    with qtbot.waitSignal(page.removed) as removed:
        own_card(page, own).remove_button.click()
    tell(page, with_staff(example(DROP_IN)))

    assert removed.args == [own.key]
    assert page.model.place_of(own.key) == -1
    assert page.pane.isHidden()


def test_an_own_action_is_decided_like_the_others(page: ActionsPage, qtbot: QtBot) -> None:
    tell(page, own_plan((OWN_TEA,)))
    page.table.go_to(OWN_TEA.key)

    with qtbot.waitSignal(page.changed) as changed:
        press(page, Qt.Key.Key_2)

    in_place = Decision(choice=Choice.IN_PLACE)
    assert changed.args == [OWN_TEA.key, replace(OWN_TEA, decision=in_place)]


def test_nothing_can_be_added_before_the_plan_is_there(theme: Theme, show: Show) -> None:
    empty = ActionsPage(theme, STAGES)
    show(empty)
    assert not empty.own_button.isEnabled()

    tell(empty, with_staff(example(DROP_IN)))
    assert empty.own_button.isEnabled()


def test_the_words_of_an_own_risk_are_changed_in_place(page: ActionsPage, qtbot: QtBot) -> None:
    flood = OwnRisk(id="2", text="Flood", mitigation="Pump")
    tell(page, own_plan(risks=(flood,)))
    shown = own_card(page, OwnRisk(id="2", text=""))
    shown.change_button.click()
    form = shown.editor
    assert isinstance(form, OwnRiskForm)
    qtbot.waitUntil(form.text.line.hasFocus)
    assert (form.text.text, form.mitigation.text) == ("Flood", "Pump")

    form.text.set_text("The river floods the hall")
    form.mitigation.set_text("Move upstairs")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    changed = replace(flood, text="The river floods the hall", mitigation="Move upstairs")
    assert made.args == [flood.key, changed]
    assert shown.editor is None
    assert shown.change_button.hasFocus()
    tell(page, own_plan(risks=(changed,)))
    assert page.pane.card is shown
    assert shown.heading.text() == "The river floods the hall"
    assert isinstance(shown, OwnRiskCard)
    assert shown.mitigation.text() == "Move upstairs"
    assert shown.change_button.accessibleName() == "Change: The river floods the hall"


def test_an_own_action_keeps_what_was_decided_while_its_words_were_changed(
    page: ActionsPage, qtbot: QtBot
) -> None:
    own = OwnAction(id="1", text="Ask the library", stage="plan")
    tell(page, own_plan((own,)))
    shown = own_card(page, own)
    shown.change_button.click()
    form = shown.editor
    assert isinstance(form, OwnActionForm)
    assert isinstance(shown, OwnActionCard)
    shown.form.choice.chips[Choice.IN_PLACE.value].click()

    form.text.set_text("Ask the school")
    form.stage.set_choice("run")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    decided = Decision(choice=Choice.IN_PLACE)
    assert made.args == [
        own.key,
        replace(own, text="Ask the school", stage="run", decision=decided),
    ]


def test_a_change_of_words_can_be_left_and_needs_words(page: ActionsPage) -> None:
    tell(page, own_plan(risks=(OwnRisk(id="2", text="Flood"),)))
    shown = own_card(page, OwnRisk(id="2", text=""))
    made: list[object] = []
    page.changed.connect(lambda *of: made.append(of))
    shown.change_button.click()
    assert shown.editor is not None
    shown.editor.text.set_text(" ")
    shown.editor.make_button.click()
    assert shown.editor.text.fault == "Write what could go wrong."

    shown.editor.leave_button.click()

    assert made == []
    assert shown.editor is None


def test_a_decision_that_was_taken_back_is_shown_where_the_keyboard_is(
    page: ActionsPage, qtbot: QtBot
) -> None:
    form = action_card(page).form
    form.choice.chips[Choice.WE_WILL.value].click()
    assert form.owner is not None
    form.owner.take_focus()
    qtbot.waitUntil(form.owner.line.hasFocus)
    key = EntryKey.of_decision(ActionId("plan-01"))
    for owner in ("Jo", ""):
        decision = Decision(choice=Choice.WE_WILL, owner=owner)
        tell(page, with_staff(example(DROP_IN)).with_entry(key, decision))
        assert form.owner.text == owner

    form.owner.line.insert("An")
    noted = Decision(choice=Choice.WE_WILL, note="n")
    tell(page, with_staff(example(DROP_IN)).with_entry(key, noted))
    assert form.owner.text == "An"


def test_what_was_said_of_a_new_entry_goes_with_it(page: ActionsPage, qtbot: QtBot) -> None:
    page.own_button.click()
    form = page.pane.new_action
    assert form is not None
    form.text.set_text("Tea")
    form.make_button.click()
    qtbot.waitUntil(form.said.isVisible)
    page.removed.emit(EntryKey(EntryKind.OWN_ACTION, "1"))
    assert not form.said.isVisible()

    form.text.set_text("Tea")
    form.make_button.click()
    form.make_button.click()
    assert form.text.fault
    assert not form.said.isVisible()


def test_an_own_risk_can_be_added_with_what_will_be_done(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    form = OwnRiskForm(theme)
    show(form)
    form.make_button.click()
    assert form.text.fault == "Write what could go wrong."
    form.text.set_text("Flood")
    form.mitigation.set_text("Pump")

    with qtbot.waitSignal(form.made) as made:
        form.make_button.click()

    assert made.args is not None
    assert (made.args[0].text, made.args[0].mitigation) == ("Flood", "Pump")
    assert form.said.text() == "Added to the list: Flood"
    qtbot.waitUntil(form.said.isVisible)


def test_an_own_action_is_a_button_away_and_says_where_it_went(
    page: ActionsPage, qtbot: QtBot
) -> None:
    page.own_button.click()
    form = page.pane.new_action
    assert form is not None
    qtbot.waitUntil(form.text.line.hasFocus)
    form.make_button.click()
    assert form.text.fault == "Write what you will do."

    form.text.set_text("  Ask for a room ")
    form.stage.set_choice("train")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    assert made.args is not None
    key, own = made.args
    assert key == own.key
    assert (own.text, own.stage) == ("Ask for a room", "train")
    assert form.said.text() == "Added to the list: Ask for a room"
    assert (form.text.text, form.text.fault) == ("", "")


def test_a_note_counts_before_the_page_is_left(page: ActionsPage) -> None:
    form = action_card(page).form
    form.choice.chips[Choice.IN_PLACE.value].click()
    assert form.note is not None
    form.note.edit.setPlainText("Since spring")
    made: list[dict[str, Decision]] = []
    page.changed.connect(lambda key, decision: made.append({key.id: decision}))

    page.finish_writing()

    assert made == [{"plan-01": Decision(choice=Choice.IN_PLACE, note="Since spring")}]


def test_more_about_an_action_is_told_on_demand(page: ActionsPage) -> None:
    shown = action_card(page)
    shown.more.button.click()

    words = " ".join(text.text() for text in shown.more.findChildren(Text))
    assert "The leaflet and referral form carry the sentence and a date." in words
    assert "No source tested any single action." in words
