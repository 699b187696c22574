"""The guard that every test of the window runs under finds Qt wherever work may hide it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.plain_work import qt_held_by
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker

Work = Callable[[], object]


class Desk:
    def __init__(self, label: QLabel) -> None:
        self.label = label

    def read(self) -> str:
        return self.label.text()

    def reading(self) -> Work:
        return lambda: f"{self.label.text()}."


@dataclass(frozen=True)
class Wish:
    title: str
    about: object = field(hash=False)


class Slotted:
    __slots__ = ("kept",)

    def __init__(self, kept: object) -> None:
        self.kept = kept

    def __call__(self) -> object:
        return self.kept


def two_deep(label: QLabel) -> Work:
    def inner() -> Work:
        return lambda: f"{label.text()}."

    return lambda: (inner(),)


def by_default(label: QLabel) -> Work:
    def work(held: QLabel = label) -> str:
        return held.text()

    return work


def by_named_default(label: QLabel) -> Work:
    def work(*, held: QLabel = label) -> str:
        return held.text()

    return work


HIDING: dict[str, Callable[[QLabel], Work]] = {
    "a method of a widget": lambda label: label.text,
    "the end of a signal": lambda label: label.destroyed.emit,
    "an argument of a partial": lambda label: partial(print, label),
    "a named argument of a partial": lambda label: partial(print, end=label),
    "the function of a partial": lambda label: partial(partial(label.setText), "x"),
    "a method of what holds a widget": lambda label: Desk(label).read,
    "a closure over self": lambda label: Desk(label).reading(),
    "a closure in a closure": two_deep,
    "a default": by_default,
    "a named default": by_named_default,
    "a tuple": lambda label: partial(print, (1, (2, label))),
    "a mapping": lambda label: partial(print, {"label": [label]}),
    "a dataclass": lambda label: partial(print, Wish("x", about=label)),
    "an object with slots": lambda label: Slotted(SimpleNamespace(deep=label)),
    "a picture, which is no QObject": lambda _label: partial(print, QPixmap(1, 1)),
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_qt_is_found_wherever_work_hides_it(
    qtbot: QtBot, worker: Worker, hide: Callable[[QLabel], Work]
) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    work = hide(label)

    assert qt_held_by(work)
    with pytest.raises(AssertionError, match="a worker would hold something of Qt"):
        worker.run(work)


def test_the_way_to_it_is_named(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)

    assert qt_held_by(partial(print, Desk(label))) == "partial > tuple > Desk > QLabel"


def test_plain_work_is_given() -> None:
    number = 3

    assert qt_held_by(lambda: number) == ""
    assert qt_held_by(partial(print, Wish("x", about=(number, {"a": [number]})))) == ""


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker("test-worker")
    yield worker
    assert worker.close(PATIENCE_SECONDS)
