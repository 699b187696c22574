"""Pages that are built in slices, cards that are measured once, columns that turn to rows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from ui.awake.slices import Slices
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.pile import Pile
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
LONG = "Many words that have to be broken into several lines where there is little room. " * 3


class Counted(Text):
    """Counts how often it is measured."""

    measured = 0

    def heightForWidth(self, width: int) -> int:
        self.measured += 1
        return super().heightForWidth(width)


def test_pieces_are_done_in_their_order_between_events(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    slices = Slices(owner)

    with qtbot.waitSignal(slices.finished):
        for number in range(5):
            slices.add(lambda number=number: done.append(number))  # type: ignore[misc]
        assert done == []

    assert done == [0, 1, 2, 3, 4]
    assert slices.is_done


def test_a_piece_may_add_another(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    slices = Slices(owner)
    slices.add(lambda: slices.add(lambda: done.append("second")))

    slices.finish_now()

    assert done == ["second"]


def test_what_is_forgotten_is_not_done(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    slices = Slices(owner)
    slices.add(lambda: done.append(1))

    slices.clear()
    slices.finish_now()

    assert done == []


def test_each_step_of_a_work_is_a_piece_and_all_come_before_what_is_added_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.awake.slices.SLICE_SECONDS", 0)
    owner, done = QObject(), list[str]()

    def work() -> Iterator[None]:
        done.append("first")
        yield
        done.append("second")

    slices = Slices(owner)
    slices.add_steps(work())
    slices.add(lambda: done.append("later"))

    slices.do_some()
    assert done == ["first"]
    slices.do_some()
    assert done == ["first", "second"]
    slices.finish_now()
    assert done == ["first", "second", "later"]


def test_one_alone_has_each_turn_of_the_window_and_leisure_comes_last(qtbot: QtBot) -> None:
    owner, done, turns = QObject(), dict[str, int](), list[int]()
    counting = QTimer(owner, interval=0)
    counting.timeout.connect(lambda: turns.append(1))
    counting.start()
    at_leisure = Slices(owner, at_leisure=True)
    at_leisure.add(lambda: done.update(at_leisure=len(turns)))
    for name in ("first", "second"):
        Slices(owner).add(lambda name=name: done.update({name: len(turns)}))  # type: ignore[misc]

    with qtbot.waitSignal(at_leisure.finished):
        pass

    assert list(done) == ["first", "second", "at_leisure"]
    assert len(set(done.values())) == 3


def test_finishing_at_once_is_reported_once(qtbot: QtBot) -> None:
    owner, told = QObject(), list[int]()
    slices = Slices(owner)
    slices.finished.connect(lambda: told.append(1))
    slices.add(lambda: None)

    slices.finish_now()
    slices.finish_now()

    assert told == [1]


@pytest.fixture
def pile(theme: Theme, show: Show) -> Pile:
    made = Pile(theme)
    made.resize(300, 600)
    show(made)
    return made


def test_cards_lie_under_each_other_without_overlap(pile: Pile) -> None:
    for text in ("short", LONG, "short"):
        pile.add(Text(text))

    tops = [card.y() for card in pile.cards]
    ends = [card.y() + card.height() for card in pile.cards]

    assert tops[0] == 0
    assert all(top > end for top, end in zip(tops[1:], ends, strict=False))
    assert pile.heightForWidth(300) == ends[-1]
    assert {card.width() for card in pile.cards} == {300}


def test_a_card_that_grows_pushes_the_others_down(pile: Pile, qtbot: QtBot) -> None:
    first, second = Text("short"), Text("short")
    pile.add(first)
    pile.add(second)
    before = second.y()

    first.setText(LONG)

    qtbot.waitUntil(lambda: second.y() > before)


def test_a_card_is_not_measured_again_when_another_is_added(pile: Pile) -> None:
    first = Counted(LONG)
    pile.add(first)
    measured = first.measured

    for _ in range(5):
        pile.add(Text("short"))

    assert first.measured == measured


@pytest.mark.parametrize("when", ["before it is seen", "later"])
def test_a_hidden_card_takes_no_room(pile: Pile, qtbot: QtBot, when: str) -> None:
    pile.add(Text(LONG), shown=when == "later")
    pile.add(Text("short"))

    pile.cards[0].hide()

    qtbot.waitUntil(lambda: pile.cards[1].y() == 0)
    assert not pile.cards[0].isVisible()


def test_a_card_never_stands_alone_as_a_window(pile: Pile) -> None:
    card = Text("short")
    pile.add(card)

    assert card.parentWidget() is pile
    assert not card.isWindow()


def test_the_focus_moves_to_the_neighbour_of_a_card_that_goes(pile: Pile) -> None:
    for words in ("one", "two"):
        pile.add(QPushButton(words))
    first, second = pile.cards
    second.setFocus()

    pile.remove(second)

    assert pile.cards == (first,)
    assert first.hasFocus()


def test_an_empty_pile_needs_no_room(pile: Pile) -> None:
    pile.add(Text("short"))
    pile.clear()

    assert pile.heightForWidth(300) == 0
    assert pile.cards == ()


def test_larger_text_is_measured_again(theme: Theme, pile: Pile) -> None:
    theme.style(pile)
    pile.add(Text(LONG))
    before = pile.heightForWidth(300)

    theme.set_text_size(200)

    assert pile.heightForWidth(300) > before


def column() -> Text:
    text = Text(LONG)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    text.setSizePolicy(policy)
    return text


def beside(theme: Theme, show: Show, width: int) -> Beside:
    made = Beside(theme)
    made.add(column())
    made.add(column())
    made.resize(width, made.heightForWidth(width))
    show(made)
    return made


@pytest.mark.parametrize(
    ("width", "size", "is_stacked"),
    [
        pytest.param(700, 100, False, id="where they fit"),
        pytest.param(400, 100, True, id="rows where there is little room"),
        pytest.param(700, 200, True, id="rows where the text is larger"),
    ],
)
def test_columns_stand_beside_each_other_or_become_rows(
    theme: Theme, show: Show, qtbot: QtBot, width: int, size: int, is_stacked: bool
) -> None:
    made = beside(theme, show, width)
    theme.set_text_size(size)
    first, second = made.findChildren(Text, options=Qt.FindChildOption.FindDirectChildrenOnly)
    made.resize(width, made.heightForWidth(width))

    assert made.is_stacked is is_stacked
    # A new text size is laid out in a turn of its own.
    qtbot.waitUntil(lambda: (second.y() >= first.y() + first.height()) is is_stacked)


def test_columns_begin_where_reading_begins(
    theme: Theme, show: Show, from_right: None, qapp: object
) -> None:
    made = beside(theme, show, 700)
    first, second = made.findChildren(Text, options=Qt.FindChildOption.FindDirectChildrenOnly)

    assert first.x() > second.x()
