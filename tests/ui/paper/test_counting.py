"""How many pages papers have: counted one after the other, and not while something is wanted."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.errors import ExportError
from advisor.models.advice import Advice
from advisor.models.papers import PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from tests.support.examples import DROP_IN, example, pack
from tests.support.fake_advisor import FakePapers
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.paper import counting
from ui.paper.counting import Counting

WISHES = tuple(PaperWish(kind=kind) for kind in list(PaperKind)[:4])


class Papers(FakePapers):
    """Has no second paper."""

    def page_count(self, wish: PaperWish, plan: Plan, advice: Advice) -> int:
        if wish == WISHES[1]:
            raise ExportError("There is no such paper.")
        return super().page_count(wish, plan, advice)


@pytest.fixture
def counted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    monkeypatch.setattr(counting, "_PAUSE_MS", 0)
    worker = Worker("test-counting")
    yield Counting(worker, Papers(), qapp)
    assert worker.close(PATIENCE_SECONDS)


def begin(counted: Counting) -> list[tuple[PaperKind, int]]:
    told = list[tuple[PaperKind, int]]()
    counted.counted.connect(lambda kind, number: told.append((kind, number)))
    plan = example(DROP_IN)
    counted.start(WISHES, plan, advise(pack(), plan))
    return told


def test_each_paper_is_told_and_one_that_there_is_none_of_is_left_out(
    counted: Counting, qtbot: QtBot
) -> None:
    told = begin(counted)

    qtbot.waitUntil(lambda: len(told) == 3)

    assert [kind for kind, _number in told] == [WISHES[0].kind, WISHES[2].kind, WISHES[3].kind]
    assert not counted.is_waiting


def test_what_waits_is_not_counted_after_all(counted: Counting, qtbot: QtBot) -> None:
    told = begin(counted)
    counted.counted.connect(lambda _kind, _number: counted.stop())

    qtbot.waitUntil(lambda: len(told) == 1)

    assert not counted.is_waiting
    assert [kind for kind, _number in told] == [WISHES[0].kind]
