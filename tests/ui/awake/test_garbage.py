import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.waiting import PATIENCE_SECONDS
from ui.awake import garbage
from ui.awake.garbage import GIVE_BACK_EVERY, GarbageSearch
from ui.awake.tasks import Worker


class Cycle:
    """Something that only a search for garbage finds; it tells where it was found."""

    def __init__(self, found_in: Callable[[int], object]) -> None:
        self._itself, self._found_in = self, found_in

    def __del__(self) -> None:
        self._found_in(threading.get_ident())


def many() -> list[set[int]]:
    """Make more objects than Python lets pass without a search."""
    return [{number} for number in range(20 * gc.get_threshold()[0])]


def test_what_a_worker_makes_lets_it_destroy_nothing(qtbot: QtBot) -> None:
    gc.enable()
    parent, worker, found_in = QObject(), Worker("test-worker"), list[int]()
    search, made = GarbageSearch(parent), list[object]()
    search.leave_what_is_there()
    Cycle(found_in.append)

    worker.run(many, made.append)
    qtbot.waitUntil(lambda: bool(made) and bool(found_in))

    assert found_in == [threading.get_ident()]
    assert worker.close(PATIENCE_SECONDS)


def test_nothing_is_searched_while_little_was_made(qtbot: QtBot) -> None:
    parent, found_in = QObject(), list[int]()
    search = GarbageSearch(parent)
    gc.collect()
    Cycle(found_in.append)

    search.search()
    assert found_in == []

    kept = many()
    search.search()
    assert found_in == [threading.get_ident()]
    assert kept


def test_what_was_thrown_away_is_searched_for_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given, found_in = list[int](), list[int]()
    monkeypatch.setattr(garbage, "give_back", lambda: given.append(1))
    parent = QObject()
    search = GarbageSearch(parent)
    kept = Cycle(found_in.append)
    # Whatever was there for long is searched through last by Python's counts.
    gc.collect()
    del kept

    search.search()
    assert (found_in, given) == ([], [])

    search.search_all_soon()
    search.search()
    assert (found_in, given) == ([threading.get_ident()], [1])
    search.search()
    assert given == [1]


def test_what_was_let_go_is_given_back_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[int]()
    monkeypatch.setattr(garbage, "give_back", lambda: given.append(1))
    parent = QObject()
    search = GarbageSearch(parent)

    search.give_back_soon()
    search.search()
    assert given == [1]
    search.search()
    assert given == [1]


def test_what_is_free_is_given_back_from_time_to_time(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[int]()
    monkeypatch.setattr(garbage, "give_back", lambda: given.append(1))
    parent = QObject()
    search = GarbageSearch(parent)

    for _time in range(2 * GIVE_BACK_EVERY):
        search.search()

    assert len(given) == 2
