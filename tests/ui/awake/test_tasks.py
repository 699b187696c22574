import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import AdvisorError, StorageError
from tests.support.waiting import LULL_SECONDS, PATIENCE_SECONDS
from ui.awake.tasks import Pace, Stopped, Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker("test-worker")
    yield worker
    assert worker.close(PATIENCE_SECONDS)


def test_work_is_done_elsewhere_and_reported_in_the_windows_thread(
    qtbot: QtBot, worker: Worker
) -> None:
    heard: list[tuple[int, int]] = []

    worker.run(threading.get_ident, lambda done: heard.append((done, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))

    assert heard[0][0] != threading.get_ident()
    assert heard[0][1] == threading.get_ident()


def test_work_is_done_in_the_order_in_which_it_was_given(qtbot: QtBot, worker: Worker) -> None:
    done: list[int] = []
    for number in range(20):
        worker.run(partial(int, number), done.append)

    qtbot.waitUntil(lambda: len(done) == 20)

    assert done == list(range(20))


def never(result: object) -> None:
    pytest.fail(f"nothing should have come back, but {result} did")


def _refuse() -> None:
    raise StorageError("The disk is full.")


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, worker: Worker) -> None:
    refused: list[AdvisorError] = []
    worker.run(_refuse, never, refused.append)

    qtbot.waitUntil(lambda: bool(refused))

    assert str(refused[0]) == "The disk is full."


def test_a_refusal_that_nobody_asked_for_is_still_heard(qtbot: QtBot, worker: Worker) -> None:
    heard: list[object] = []
    worker.refused.connect(heard.append)
    worker.run(_refuse, never)

    qtbot.waitUntil(lambda: bool(heard))

    assert isinstance(heard[0], AdvisorError)


def test_a_bug_is_raised_again_in_the_windows_thread(qtbot: QtBot, worker: Worker) -> None:
    with qtbot.captureExceptions() as raised:
        worker.run(lambda: 1 // 0, never)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError
    assert not worker.is_busy


def test_a_cancelled_task_reports_nothing_and_does_not_begin(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    begun: list[str] = []
    done: list[None] = []
    worker.run(gate.wait, lambda _: None)
    task = worker.run(lambda: begun.append("yes"), done.append)

    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not worker.is_busy)

    assert begun == []
    assert done == []


def test_a_worker_finishes_what_it_was_given_before_it_closes(qtbot: QtBot) -> None:
    worker = Worker("test-worker")
    saved: list[int] = []
    for number in range(5):
        worker.run(partial(saved.append, number), lambda _: None)

    assert worker.close(PATIENCE_SECONDS)
    assert saved == [0, 1, 2, 3, 4]


def test_closing_does_not_wait_for_ever(qtbot: QtBot) -> None:
    gate = threading.Event()
    worker = Worker("test-worker")
    worker.run(gate.wait, lambda _: None)

    assert not worker.close(patience=LULL_SECONDS)
    gate.set()
    assert worker.close(PATIENCE_SECONDS)


def test_work_that_is_told_how_far_it_is_ends_where_it_is_not_wanted() -> None:
    pace = Pace()
    pace.tell(3, 10)
    assert (pace.done, pace.total) == (3, 10)

    assert pace.stop()
    with pytest.raises(Stopped):
        pace.tell(4, 10)
    assert pace.done == 3


def test_what_is_done_cannot_be_stopped() -> None:
    pace = Pace()
    pace.tell(10, 10)

    assert not pace.stop()
    pace.tell(10, 10)
