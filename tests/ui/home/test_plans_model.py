import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from tests.storage import things
from ui.home.plans_model import SUMMARY_ROLE, PlansModel

MANY = 10_000


def summary(number: int) -> PlanSummary:
    return PlanSummary(
        id=PlanId(f"plan-{number}"),
        title=f"Plan {number}",
        changed=datetime.datetime(2026, 3, 1, 12, 5, tzinfo=datetime.UTC),
        answered=3,
        asked=50,
    )


@pytest.fixture
def model(qtbot: QtBot) -> PlansModel:
    model = PlansModel()
    model.show_plans([summary(number) for number in range(200)], MANY)
    return model


def test_the_model_keeps_qts_rules(model: PlansModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.append([summary(200)])

    assert tester.model() is model


def test_a_row_is_a_plan_by_its_title(model: PlansModel) -> None:
    index = model.index(1)

    assert index.data() == "Plan 1"
    assert index.data(SUMMARY_ROLE) == summary(1)


def test_a_row_is_spoken_with_everything_that_its_card_shows(model: PlansModel) -> None:
    said = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said.startswith("Plan 0. 3 of 50 answered. No advice yet. changed")


def test_a_row_says_what_newer_evidence_says_about_an_unchanged_plan(model: PlansModel) -> None:
    before = replace(summary(0), judged=things.judged(missing=1), is_judged_now=True)
    model.show_plans([before], 1)
    assert "Before you open: 1" in str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))

    model.replace([replace(before, judged=things.judged(missing=3))])

    assert "Before you open: 3" in str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def none_come(model: PlansModel) -> None:
    model.fetchMore(QModelIndex())
    model.append([])


@pytest.mark.parametrize(
    ("act", "rows", "total", "has_more"),
    [
        pytest.param(lambda _model: None, 200, MANY, True, id="the first of ten thousand"),
        pytest.param(none_come, 200, 200, False, id="none came"),
        pytest.param(
            lambda model: model.show_plans([summary(1)], 1), 1, 1, False, id="others instead"
        ),
    ],
)
def test_more_are_offered_while_there_are_more(
    model: PlansModel,
    act: Callable[[PlansModel], object],
    rows: int,
    total: int,
    has_more: bool,
) -> None:
    act(model)

    assert (model.rowCount(), model.total) == (rows, total)
    assert model.canFetchMore(QModelIndex()) is has_more


def test_more_rows_are_asked_for_once_until_they_come(model: PlansModel) -> None:
    wanted: list[int] = []
    model.more_wanted.connect(wanted.append)

    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert wanted == [200]

    model.append([summary(200)])
    model.fetchMore(QModelIndex())
    assert wanted == [200, 201]


def test_a_plan_is_found_by_its_id(model: PlansModel) -> None:
    assert model.index_of(PlanId("plan-7")).row() == 7
    assert not model.index_of(PlanId("elsewhere")).isValid()


def test_a_row_that_is_not_there_has_nothing(model: PlansModel) -> None:
    assert model.summary(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
