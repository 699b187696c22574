from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.judged import PlanSummary
from advisor.storage.first_look import FirstLook as Seen
from tests.support.fake_advisor import FakePlans
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.home import listing
from ui.home.first_look import FirstLook
from ui.home.home_page import HomePage
from ui.home.plans_model import PlansModel
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]


class Early:
    """Home of which nothing is open yet."""

    def __init__(self, theme: Theme, worker: Worker) -> None:
        self.page, self.worker = HomePage(theme, PlansModel()), worker
        self.look = FirstLook(worker, self.page, self.opens)
        plans = FakePlans()
        for number in range(3):
            plans.create(f"Plan {number}")
        self.plans = plans.judge(plans.summaries())
        self.seen: Seen | None = Seen(newest=self.plans, total=3, deleted=())
        self.ready: list[int] = []
        self.opened: list[PlanSummary] = []

    def begin(self, qtbot: QtBot, where: object = None) -> None:
        self.look.begin(where)
        qtbot.waitUntil(lambda: bool(self.ready))

    def opens(self) -> None:
        self.ready.append(self.page.model.rowCount())

    def open_row(self, row: int) -> None:
        self.page.list.setCurrentIndex(self.page.model.index(row))
        QTest.keyClick(self.page.list, Qt.Key.Key_Return)


@pytest.fixture
def early(theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch) -> Iterator[Early]:
    worker = Worker("test-first-look")
    made = Early(theme, worker)
    monkeypatch.setattr(listing, "look_first", lambda _limit: made.seen)
    show(made.page)
    yield made
    assert worker.close(PATIENCE_SECONDS)


def test_the_plans_are_listed_before_they_are_opened(qtbot: QtBot, early: Early) -> None:
    early.begin(qtbot)

    assert early.ready == [3]
    assert early.page.count.text() == "3 plans"
    assert early.page.order.text() == "Last changed"
    assert early.page.go_on.isVisible()
    assert early.page.go_on.go_on.hasFocus()
    assert not early.page.opening.isVisible()


def test_enter_goes_on_as_soon_as_there_is_something_to_go_on_with(
    qtbot: QtBot, early: Early
) -> None:
    asked: list[str] = []
    early.page.go_on.go_on_asked.connect(lambda: asked.append("go on"))
    early.page.new_asked.connect(lambda: asked.append("new"))
    early.page.heading.take_focus()

    QTest.keyClick(early.page.heading, Qt.Key.Key_Return)
    assert asked == []
    early.begin(qtbot)
    assert asked == ["go on"]

    # Once, and not where the plans turn out to be closed.
    early.page.show_opening()
    QTest.keyClick(early.page, Qt.Key.Key_Return)
    early.page.show_closed()
    early.begin(qtbot)
    assert asked == ["go on"]


def test_enter_begins_a_plan_where_there_is_none(qtbot: QtBot, early: Early) -> None:
    asked: list[str] = []
    early.page.new_asked.connect(lambda: asked.append("new"))
    early.page.heading.take_focus()

    QTest.keyClick(early.page.heading, Qt.Key.Key_Return)
    early.page.show_plans([], 0)
    early.page.show_going_on(None)

    assert asked == ["new"]


def test_what_is_asked_before_they_are_open_is_done_then_and_once(
    qtbot: QtBot, early: Early
) -> None:
    early.begin(qtbot)
    wished: list[str] = []
    early.open_row(1)
    early.page.go_on.go_on.click()
    early.open_row(2)
    early.look.keep(lambda: wished.append("a key"))
    early.page.list.opened.connect(early.opened.append)
    early.page.go_on.go_on_asked.connect(lambda: wished.append("go on"))

    early.look.ask_again()
    assert wished == []
    qtbot.waitUntil(lambda: wished == ["go on", "a key"])
    assert early.opened == [early.plans[2]]

    early.open_row(0)
    early.look.ask_again()
    qtbot.waitUntil(lambda: early.opened == [early.plans[2], early.plans[0]])


def test_plans_that_are_not_opened_leave_nothing_to_do(qtbot: QtBot, early: Early) -> None:
    early.seen = Seen(newest=early.plans, total=3, deleted=early.plans[:1])
    early.begin(qtbot)
    early.open_row(1)
    early.page.list.opened.connect(early.opened.append)
    assert early.page.deleted.isVisible()

    early.look.forget()
    early.page.show_closed()
    early.look.ask_again()
    assert early.opened == []
    for part in (early.page.list, early.page.go_on, early.page.deleted, early.page.search):
        assert not part.isVisible()
    assert not early.page.ways.new.isEnabled()


def test_plans_that_cannot_be_seen_are_opened_first(qtbot: QtBot, early: Early) -> None:
    [first, *others] = early.plans
    stale = Seen(newest=(replace(first, is_judged_now=False), *others), total=3, deleted=())
    for seen in (None, Seen(newest=(), total=0, deleted=()), stale):
        early.seen = seen
        early.ready.clear()
        early.begin(qtbot)
        assert early.ready == [0]
        assert early.page.opening.isVisible()


def test_plans_elsewhere_are_opened_first(qtbot: QtBot, early: Early) -> None:
    early.begin(qtbot, "postgresql://example.org/plans")

    assert early.ready == [0]


def test_the_same_list_once_more_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, early: Early
) -> None:
    early.begin(qtbot)
    early.page.list.setCurrentIndex(early.page.model.index(2))
    early.page.show_plans(early.plans, 3)
    assert early.page.list.currentIndex().row() == 2

    early.page.show_plans(early.plans[:2], 2)
    assert early.page.list.currentIndex().row() == 0
