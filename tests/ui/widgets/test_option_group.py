from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import OPTIONS
from tests.ui.spoken import spoken
from ui.theme.theme import Theme
from ui.widgets.option_card import RadioCard, TickCard
from ui.widgets.option_group import CardOption, OptionGroup

QUESTION = "How will mothers meet their supporter?"


@pytest.fixture
def single(theme: Theme, show: Callable[[QWidget], None]) -> OptionGroup:
    return shown(OptionGroup(theme, OPTIONS, name=QUESTION), show)


@pytest.fixture
def several(theme: Theme, show: Callable[[QWidget], None]) -> OptionGroup:
    return shown(OptionGroup(theme, OPTIONS, name=QUESTION, multiple=True), show)


def shown(group: OptionGroup, show: Callable[[QWidget], None]) -> OptionGroup:
    group.resize(680, group.heightForWidth(680))
    show(group)
    return group


def lay_out(group: OptionGroup) -> None:
    layout = group.layout()
    assert layout is not None
    layout.activate()


def test_space_chooses_and_arrows_move(single: OptionGroup) -> None:
    single.take_focus()
    QTest.keyClick(single.cards["one"], Qt.Key.Key_Space)
    assert single.selection == ("one",)

    QTest.keyClick(single.cards["one"], Qt.Key.Key_Down)

    assert single.selection != ("one",)
    assert single.cards[single.selection[0]].hasFocus()


@pytest.mark.parametrize(
    ("fixture", "before", "pressed", "after"),
    [
        pytest.param("single", [], [], (), id="nothing is chosen before a person chooses"),
        pytest.param("single", [], ["group", "one"], ("one",), id="one choice replaces another"),
        pytest.param("several", [], ["phone", "one"], ("one", "phone"), id="in their own order"),
        pytest.param("several", ["one", "phone"], ["none"], ("none",), id="none rules out all"),
        pytest.param("several", ["none"], ["one"], ("one",), id="an option rules out none"),
        pytest.param("several", ["none"], ["open"], ("open",), id="one exclusive for another"),
        pytest.param("several", ["none"], ["none"], (), id="the exclusive one taken away"),
    ],
)
def test_options_rule_each_other_out(
    request: pytest.FixtureRequest,
    fixture: str,
    before: list[str],
    pressed: list[str],
    after: tuple[str, ...],
) -> None:
    group: OptionGroup = request.getfixturevalue(fixture)
    group.select(before)

    for key in pressed:
        group.cards[key].click()

    assert group.selection == after


def test_a_choice_can_be_taken_back(single: OptionGroup) -> None:
    single.select(["phone"])

    single.select([])

    assert single.selection == ()


@pytest.mark.parametrize("width", [400, 900])
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_the_arrows_go_in_reading_order_in_one_column_and_in_two(
    single: OptionGroup, width: int, key: Qt.Key
) -> None:
    single.resize(width, 500)
    single.take_focus()

    reached = []
    for _ in single.cards:
        (here,) = (name for name, card in single.cards.items() if card.hasFocus())
        reached.append(here)
        QTest.keyClick(single.cards[here], key)

    assert reached == list(single.cards)
    assert single.cards[reached[0]].hasFocus()
    assert single.selection == ()


def test_sideways_arrows_follow_the_direction_of_the_text(single: OptionGroup) -> None:
    single.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    single.take_focus()
    first, second, *_ = single.cards.values()

    QTest.keyClick(first, Qt.Key.Key_Left)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert first.hasFocus()


def test_focus_returns_to_the_chosen_option(single: OptionGroup) -> None:
    single.select(["phone"])

    single.take_focus()

    assert single.cards["phone"].hasFocus()


def test_arrows_move_between_ticks_without_ticking(several: OptionGroup) -> None:
    several.take_focus()

    QTest.keyClick(several.cards["one"], Qt.Key.Key_Down)

    assert several.selection == ()
    assert not several.cards["one"].hasFocus()


def test_wide_groups_stand_in_two_columns_and_narrow_ones_in_one(single: OptionGroup) -> None:
    single.resize(680, 600)
    assert single.cards["one"].y() == single.cards["group"].y()

    single.resize(400, 600)
    lay_out(single)

    assert single.cards["one"].y() < single.cards["group"].y()


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        # One long title among short ones makes a row no higher than it saves.
        (("Ask for help with the baby, and say what would help most", *"abcdefgh"), 3),
        # Nothing is saved: long lines are read more easily than short ones.
        (tuple("abcd"), 2),
    ],
)
def test_options_stand_in_as_many_columns_as_save_a_line(
    theme: Theme, show: Callable[[QWidget], None], titles: tuple[str, ...], columns: int
) -> None:
    options = [CardOption(key=str(at), title=title) for at, title in enumerate(titles)]
    group = shown(OptionGroup(theme, options, name=QUESTION), show)
    group.resize(720, 600)
    lay_out(group)

    assert len({card.x() for card in group.cards.values()}) == columns


def test_options_in_three_columns_need_no_more_width_than_in_one(
    single: OptionGroup, several: OptionGroup
) -> None:
    single.resize(760, 600)
    several.resize(300, 600)
    lay_out(single)
    lay_out(several)

    assert len({card.x() for card in single.cards.values()}) > 1
    assert single.minimumSizeHint() == several.minimumSizeHint()


def test_large_text_needs_more_width_for_two_columns(
    large: Theme, show: Callable[[QWidget], None]
) -> None:
    group = shown(OptionGroup(large, OPTIONS, name=QUESTION), show)
    lay_out(group)

    assert group.cards["one"].y() < group.cards["group"].y()


def test_not_decided_yet_stands_below_the_rest(single: OptionGroup) -> None:
    lay_out(single)
    lowest = max(card.y() for key, card in single.cards.items() if key != "open")

    assert single.cards["open"].y() > lowest


@pytest.mark.parametrize("kind", [RadioCard, TickCard])
def test_a_card_grows_until_its_words_fit(
    large: Theme, qtbot: QtBot, kind: type[RadioCard | TickCard]
) -> None:
    card = kind(large, "A long title that has to wrap " * 3, hint="and a hint too " * 4)
    qtbot.addWidget(card)

    assert card.hasHeightForWidth()
    assert card.heightForWidth(320) > 1.8 * card.heightForWidth(900)


@pytest.mark.parametrize("kind", [RadioCard, TickCard])
def test_the_focus_on_a_card_can_be_seen(
    theme: Theme, show: Callable[[QWidget], None], kind: type[RadioCard | TickCard]
) -> None:
    card = kind(theme, "In a group")
    card.resize(300, card.heightForWidth(300))
    show(card)
    card.setFocus()

    assert card.grab().toImage().pixelColor(150, 1).name() == theme.colours.focus


def test_the_mark_stands_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    card = TickCard(theme, "Travel")
    qtbot.addWidget(card)
    card.setChecked(True)
    card.resize(300, 60)
    assert card.grab().toImage().pixelColor(17, 30).name() == theme.colours.accent

    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert card.grab().toImage().pixelColor(282, 30).name() == theme.colours.accent


@pytest.mark.parametrize("group", ["single", "several"])
def test_a_screen_readers_choice_counts_like_a_click(
    group: str, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    options: OptionGroup = request.getfixturevalue(group)
    key, card = next(iter(options.cards.items()))
    actions = spoken(card).actionInterface()
    assert "Toggle" in actions.actionNames()
    with qtbot.waitSignal(options.selected) as told:
        actions.doAction("Toggle")
    assert told.args == [(key,)]
    assert spoken(card).state().checked


def test_tab_comes_to_the_chosen_one_of_several(single: OptionGroup) -> None:
    first, *_, last = single.cards.values()

    def stops() -> list[object]:
        tab = Qt.FocusPolicy.TabFocus
        return [card for card in single.cards.values() if card.focusPolicy() & tab]

    assert stops() == [first]
    single.select(tuple(single.cards)[-1:])
    assert stops() == [last]
    single.select(())
    assert stops() == [first]


def test_tab_comes_to_every_tick_box(several: OptionGroup) -> None:
    several.select(tuple(several.cards)[:1])
    several.take_focus()
    reached = []
    for card in several.cards.values():
        reached.append(card.hasFocus())
        QTest.keyClick(card, Qt.Key.Key_Tab)

    assert reached == [True] * len(several.cards)
