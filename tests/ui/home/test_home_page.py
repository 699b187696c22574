import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QMargins, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.models.judged import Judged, PlanOrder, PlanSummary
from advisor.models.marks import Mark
from advisor.telling.going_on import GoOn
from advisor.telling.plan_lists import ORDER, Sign, told_plan
from tests.storage import things
from tests.ui.home.test_plans_model import summary
from tests.ui.spoken import name, role
from ui.home.example_row import ExampleRow
from ui.home.home_page import HomePage
from ui.home.plan_list import PlanList
from ui.home.plan_row import MEASURED, PlanRows, columns
from ui.home.plans_model import TOLD_ROLE, PlansModel
from ui.theme.colours import Contrast, Scheme
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


@pytest.fixture
def home(theme: Theme, show: Show) -> HomePage:
    page = HomePage(theme, PlansModel())
    theme.style(page)
    page.resize(900, 700)
    show(page)
    return page


def margins_of_cards(page: QWidget) -> list[tuple[QMargins, int]]:
    cards = page.findChildren(Card)
    return [(card.column.contentsMargins(), card.column.spacing()) for card in cards]


def test_cards_stay_as_they_are_when_the_colours_change(home: HomePage, theme: Theme) -> None:
    home.show_plans([], 0)
    before = margins_of_cards(home)

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    assert len(before) > 2
    assert margins_of_cards(home) == before


def test_the_first_sentence_has_more_room_when_the_text_is_larger(
    home: HomePage, theme: Theme
) -> None:
    before = home.empty._lead.maximumWidth()

    theme.set_text_size(200)

    assert home.empty._lead.maximumWidth() == 2 * before


def heard(plans: PlanList) -> list[tuple[str, PlanSummary]]:
    told: list[tuple[str, PlanSummary]] = []
    plans.opened.connect(lambda plan: told.append(("open", plan)))
    plans.rename_asked.connect(lambda plan: told.append(("rename", plan)))
    plans.duplicate_asked.connect(lambda plan: told.append(("duplicate", plan)))
    plans.export_asked.connect(lambda plan: told.append(("export", plan)))
    plans.delete_asked.connect(lambda plan: told.append(("delete", plan)))
    return told


def some(number: int) -> list[PlanSummary]:
    return [summary(at) for at in range(number)]


def test_home_is_drawn_before_anything_is_loaded(home: HomePage) -> None:
    assert home.opening.isVisible()
    assert not home.ways.isEnabled()


def test_an_empty_home_explains_itself(home: HomePage) -> None:
    home.empty.show_quick_start("Quick start: 3 questions, about 1 minute")
    home.show_plans([], 0)

    assert home.empty.isVisible()
    heading, words, *_steps = home.empty.findChildren(Text)
    assert (role(heading), name(heading)) == (QAccessible.Role.Heading, heading.text())
    assert heading.text() == "See what your peer support may do for mothers"
    assert "Your plans stay on this computer" in words.text()
    assert "Quick start: 3 questions, about 1 minute" in [
        text.text() for text in home.empty.findChildren(Text)
    ]
    assert not home.list.isVisible()
    assert not home.heading.isVisible()


def test_one_key_leads_from_an_empty_home_to_the_examples(home: HomePage) -> None:
    opened: list[int] = []
    now = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
    home.show_plans([], 0)
    home.empty.show_examples([told_plan(summary(n), now) for n in range(2)], opened.append)
    home.take_focus()

    QTest.keyClick(home.empty.start, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    row = QApplication.focusWidget()
    assert isinstance(row, ExampleRow)
    row.click()

    assert opened == [0]


@pytest.mark.parametrize(("left", "row"), [(None, 0), (summary(2).id, 2)])
def test_plans_are_shown_with_the_keyboard_on_the_one_that_was_left_or_the_first(
    home: HomePage, left: PlanId | None, row: int
) -> None:
    home.show_plans(some(3), 3, current=left)

    assert home.list.isVisible()
    assert home.list.currentIndex().row() == row


def test_a_search_reports_what_is_looked_for(qtbot: QtBot, home: HomePage) -> None:
    home.show_plans(some(3), 3)
    searched: list[str] = []
    home.search.searched.connect(searched.append)

    QTest.keyClicks(home.search.line, "river")
    qtbot.waitUntil(lambda: bool(searched))

    assert searched == ["river"]


def test_a_search_that_finds_nothing_says_so_and_stays_open(home: HomePage) -> None:
    home.show_plans(some(3), 3)
    home.search.line.setText("river")
    home.show_plans([], 0)

    assert home.none_found.isVisible()
    assert "river" in home.none_found.text()
    assert home.search.isVisible()
    assert not home.empty.isVisible()


@pytest.mark.parametrize("way", ["new", "example", "bring"])
def test_each_way_to_a_plan_is_reported(home: HomePage, way: str) -> None:
    home.show_plans(some(1), 1)
    asked: list[str] = []
    home.new_asked.connect(lambda: asked.append("new"))
    home.example_asked.connect(lambda: asked.append("example"))
    home.import_asked.connect(lambda: asked.append("bring"))

    button = getattr(home.ways, way)
    assert isinstance(button, QPushButton)
    button.click()

    assert asked == [way]


@pytest.mark.parametrize(
    ("plans", "key", "wishes"),
    [
        (3, Qt.Key.Key_Return, ["open"]),
        (3, Qt.Key.Key_Enter, ["open"]),
        (3, Qt.Key.Key_F2, ["rename"]),
        (3, Qt.Key.Key_Delete, ["delete"]),
        pytest.param(0, Qt.Key.Key_Delete, [], id="nothing without a plan"),
    ],
)
def test_a_key_does_what_it_says_with_the_current_plan(
    home: HomePage, plans: int, key: Qt.Key, wishes: list[str]
) -> None:
    home.show_plans(some(plans), plans)
    told = heard(home.list)
    home.list.setFocus()
    QTest.keyClick(home.list, Qt.Key.Key_Down)

    QTest.keyClick(home.list, key)

    assert told == [(wish, summary(1)) for wish in wishes]


def test_a_click_opens_a_plan(home: HomePage) -> None:
    home.show_plans(some(2), 2)
    told = heard(home.list)
    card = home.list.visualRect(home.model.index(1))

    QTest.mouseClick(
        home.list.viewport(), Qt.MouseButton.LeftButton, pos=card.center() + QPoint(-60, 0)
    )

    assert told == [("open", summary(1))]


def test_the_menu_offers_all_that_can_be_done(home: HomePage) -> None:
    home.show_plans(some(2), 2)
    told = heard(home.list)

    for action in home.list.menu_for(home.model.index(1)).actions():
        action.trigger()

    assert [wish for wish, _ in told] == ["open", "rename", "duplicate", "export", "delete"]
    assert {plan for _, plan in told} == {summary(1)}


def test_more_on_a_card_opens_its_menu(qtbot: QtBot, home: HomePage) -> None:
    home.show_plans(some(2), 2)
    told = heard(home.list)
    place = home.list._more_area(home.model.index(0)).center()

    QTest.mouseClick(home.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()

    assert told == []


def test_a_card_is_as_high_as_its_words_need(home: HomePage, theme: Theme) -> None:
    home.show_plans(some(1), 1)
    before = home.list.sizeHintForIndex(home.model.index(0)).height()

    theme.set_text_size(200)

    assert home.list.sizeHintForIndex(home.model.index(0)).height() > before * 1.5


@pytest.mark.parametrize("contrast", list(Contrast))
@pytest.mark.parametrize("judged", [None, things.judged(0, missing=0), things.judged(3)])
def test_a_card_can_be_painted_in_every_state(
    home: HomePage, theme: Theme, contrast: Contrast, judged: Judged | None
) -> None:
    theme.choose(scheme=Scheme.LIGHT, contrast=contrast)
    plain = home.grab().toImage()
    home.show_plans([replace(summary(1), judged=judged)], 1)
    home.take_focus()

    assert home.grab().toImage() != plain


@pytest.mark.usefixtures("from_right")
def test_more_stands_at_the_other_end_from_right_to_left(home: HomePage) -> None:
    home.show_plans(some(1), 1)
    card = home.list.visualRect(home.model.index(0))

    assert home.list._more_area(home.model.index(0)).center().x() < card.center().x()


GOING_ON = GoOn(
    plan=summary(0).id,
    title="Go on with Lowmere",
    line="Contact, page 2 of 3",
    safety=Sign(mark=Mark.MISSING, words="Put right first: 1"),
    question=None,
)


def test_the_focus_goes_to_going_on_to_the_plans_or_to_the_way_to_the_first(
    home: HomePage,
) -> None:
    home.show_plans([], 0)
    home.take_focus()
    assert QApplication.focusWidget() is home.empty.start

    home.show_plans(some(1), 1)
    home.take_focus()
    assert QApplication.focusWidget() is home.list

    home.show_going_on(GOING_ON)
    home.take_focus()
    assert QApplication.focusWidget() is home.go_on.go_on
    assert (
        home.go_on.go_on.accessibleName()
        == "Go on with Lowmere. Contact, page 2 of 3. Put right first: 1"
    )
    tints = {text.text(): text.tint for text in home.go_on.findChildren(Text)}
    assert tints["Put right first: 1"] == "danger"
    assert tints["Contact, page 2 of 3"] == "muted"


def test_seven_plans_are_seen_at_once_on_a_small_screen(home: HomePage) -> None:
    home.resize(1118, 730)
    home.show_plans(some(9), 9)
    home.show_going_on(GOING_ON)
    QApplication.processEvents()

    seen = home.list.viewport().height() // home.list.sizeHintForIndex(home.model.index(0)).height()

    assert seen >= 7
    assert home.head.isVisible()
    assert home.head.height() > 0


def test_the_head_is_there_with_the_first_plan_after_none(home: HomePage) -> None:
    home.resize(1118, 730)
    home.show_plans((), 0)
    QApplication.processEvents()

    home.show_plans(some(1), 1)
    QApplication.processEvents()

    assert home.head.isVisible()
    assert home.head.height() > 0


def test_the_head_goes_where_the_columns_do_not_stand_beside_each_other(
    home: HomePage, theme: Theme
) -> None:
    home.show_plans(some(2), 2)
    home.resize(700, 700)
    QApplication.processEvents()

    assert columns(theme, home.list.width()) is None
    assert home.head.height() == 0


@pytest.mark.parametrize("order", list(PlanOrder))
def test_an_order_is_chosen_from_the_menu(home: HomePage, order: PlanOrder) -> None:
    home.show_plans(some(2), 2)
    asked: list[PlanOrder] = []
    home.order_asked.connect(asked.append)
    home.order.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None

    next(each for each in popup.actions() if each.text() == ORDER[order]).trigger()
    popup.close()
    home.show_order(order)

    assert asked == [order]
    assert home.order.accessibleName() == f"Sorted by: {ORDER[order]}"


def test_what_was_deleted_lately_is_folded_and_can_be_brought_back(home: HomePage) -> None:
    gone = [replace(summary(at), deleted=summary(at).changed) for at in range(6)]
    asked: list[PlanSummary] = []
    home.deleted.restore_asked.connect(asked.append)
    home.deleted.show_plans(gone)
    assert home.deleted.fold.button.text() == "Recently deleted: 6 plans, kept for 30 days"

    home.deleted.fold.set_open(True)
    home.deleted.findChildren(Button)[0].click()

    assert asked == [gone[0]]
    home.deleted.show_plans([])
    assert not home.deleted.isVisible()


def test_when_the_last_plan_goes_the_focus_stays_on_the_page(theme: Theme, show: Show) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    home = HomePage(theme, PlansModel())
    row.addWidget(home)
    row.addWidget(QPushButton("Elsewhere"))
    show(window)
    home.show_plans(some(1), 1)
    home.take_focus()

    home.show_plans([], 0)

    assert QApplication.focusWidget() is home.empty.start


def test_ten_thousand_plans_are_no_more_work_than_the_first(
    home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.show_plans(some(200), 10_000)
    home.list.scrollToTop()
    QApplication.processEvents()
    measured: list[int] = []

    def size(_cards: PlanRows, index: QModelIndex, width: int) -> QSize:
        measured.append(index.row())
        return QSize(width, 120)

    monkeypatch.setattr(PlanRows, "_size", size)
    for start in range(200, 2000, 200):
        home.model.append([summary(at) for at in range(start, start + 200)])
        QApplication.processEvents()

    assert home.model.rowCount() == 2000
    assert set(measured) <= set(range(MEASURED))


def test_cards_of_one_size_are_as_high_as_the_highest(home: HomePage) -> None:
    home.resize(420, 700)
    long = replace(summary(7), title="A programme with a name that takes several lines " * 3)
    home.show_plans([summary(1), long], 2)
    apart = [home.list.sizeHintForIndex(home.model.index(row)).height() for row in (0, 1)]

    home.show_plans([summary(1), long], 10_000)

    assert apart[0] < apart[1]
    assert home.list.sizeHintForIndex(home.model.index(0)).height() == apart[1]


def test_a_name_is_never_read_as_markup(home: HomePage) -> None:
    home.show_plans([replace(summary(1), title="<img src='file:///etc/hosts'>")], 1)

    tip = str(home.model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip


def test_a_long_name_stands_whole_in_its_row(home: HomePage) -> None:
    home.resize(1138, 740)
    long = "A peer support programme for mothers of premature babies in the north of the county"
    home.show_plans([replace(summary(0), title=long), summary(1)], 2)
    QApplication.processEvents()

    rows, places = home.list._cards, columns(home._theme, home.list.viewport().width())
    assert places is not None
    start, end = places.name
    told = [home.model.index(row).data(TOLD_ROLE) for row in range(2)]
    named, short = (rows._named(each, end - start) for each in told)
    high, low = (home.list.visualRect(home.model.index(row)).height() for row in range(2))

    assert (named[0][0].layout.lineCount(), short[0][0].layout.lineCount()) == (2, 1)
    assert high > low
    assert high >= sum(words.height for words, _ink in named)


def test_in_large_text_plans_begin_on_the_first_screen(home: HomePage, theme: Theme) -> None:
    theme.set_text_size(200)
    home.resize(1186, 740)
    home.show_plans(some(9), 9)
    home.show_going_on(GOING_ON)
    QApplication.processEvents()

    first = home.list.visualRect(home.model.index(0))
    end = home.list.viewport().mapTo(home, first.bottomLeft()).y()
    assert end <= home.height()
    assert home.go_on.go_on.isVisible()
    menu = home.ways.make_menu()
    assert [each.text() for each in menu.actions()] == [
        "Start from an &example",
        "&Import…",
        "&All plans in one table",
    ]
    asked: list[str] = []
    home.import_asked.connect(lambda: asked.append("import"))
    menu.actions()[1].trigger()
    assert asked == ["import"]


def test_where_there_is_room_no_way_hides_in_a_menu(home: HomePage) -> None:
    home.show_plans(some(2), 2)

    # As a window of 1024 by 700 has it beside the rail.
    home.resize(776, 640)
    QApplication.processEvents()

    ways = home.ways
    assert ways.example.isVisible()
    assert not ways.more.isVisible()
    in_a_row = (home.heading, ways, home.search, home.order, home.portfolio)
    heading, ways_there, search, order, portfolio = (
        each.mapTo(home, each.rect().center()).y() for each in in_a_row
    )
    assert abs(heading - ways_there) < ways.height() / 2
    assert abs(search - order) < home.order.height() / 2
    assert abs(order - portfolio) < home.order.height() / 2


def test_rows_lie_below_one_another_where_another_look_came_unseen(
    home: HomePage, theme: Theme
) -> None:
    """A name that has room on one line where there is no scroll bar, and two beside it."""
    home.resize(1118, 730)
    home.show_plans(some(19), 19)
    QApplication.processEvents()
    rows = home.list
    wide, narrow = (columns(theme, width) for width in (rows.width(), rows.viewport().width()))
    assert wide is not None
    assert narrow is not None
    strong = QFontMetricsF(theme.font(TextRole.STRONG))
    least, most = (at.name[1] - at.name[0] for at in (narrow, wide))
    names = (f"{'i' * thin}{'m' * thick}" for thin in range(40) for thick in range(40))
    title = next(each for each in names if least < strong.horizontalAdvance(each) <= most)
    home.show_plans([replace(each, title=title) for each in some(19)], 19)
    QApplication.processEvents()

    home.hide()
    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    theme.renew(home)
    home.show()
    QApplication.processEvents()

    places = [rows.visualRect(rows.model().index(row, 0)) for row in range(19)]
    assert [each.top() - before.top() for before, each in pairwise(places)] == [
        each.height() for each in places[:-1]
    ]
