"""From a click on an option to the saved answer and the painted advice: how many take part.

What counts as a class: one of ours outside the pieces of every screen (``ui.widgets``) and the
look (``ui.theme``) that runs a method of its own in the window's thread. What does not: values
and tables, which only hold what is passed on; what Qt calls of itself (painting, sizes, filters,
the clocks of the first paint, of the search for garbage and of what is made ahead); and what
stands behind the two calls to the services, saving and advising. What counts as an emission:
every ``emit`` of a signal of ours, in the window's thread and in the workers', the widgets' own
included.
"""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from types import BuiltinFunctionType, FrameType

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.values import Value
from tests.support.drafts import a_plan
from tests.support.program import Driven, driven_on
from ui.awake.first_paint import FirstPaint
from ui.awake.garbage import GarbageSearch
from ui.awake.slices import Slices, Turns
from ui.plan.list_page import QuestionsListPage
from ui.wizard.inputs import ChoiceInput

MOST_CLASSES = 25
MOST_EMISSIONS = 10
OURS = ("ui.", "advisor.")
EVERYWHERE = ("ui.widgets.", "ui.theme.")


class Count:
    """The classes that ran and the signals that were emitted while it counts."""

    def __init__(self) -> None:
        self.classes: set[str] = set()
        self.emissions: list[str] = []
        self._counts = False
        self._window = threading.get_ident()

    def look(self, frame: FrameType, event: str, what: object) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        if not self._counts or not module.startswith(OURS):
            return
        if event == "c_call" and isinstance(what, BuiltinFunctionType) and what.__name__ == "emit":
            self.emissions.append(f"{module}.{frame.f_code.co_qualname}")
        if event == "call" and threading.get_ident() == self._window:
            cls = _class_of(frame, module)
            if cls is not None and not _is_left_out(cls, frame.f_code.co_name):
                self.classes.add(f"{cls.__module__}.{cls.__name__}")

    @contextmanager
    def counting(self) -> Iterator[None]:
        self._counts = True
        sys.setprofile(self.look)
        yield
        sys.setprofile(None)
        self._counts = False


def _class_of(frame: FrameType, module: str) -> type | None:
    """Return the class in whose body the running method was written."""
    name, dot, _method = frame.f_code.co_qualname.partition(".")
    found = getattr(sys.modules.get(module), name, None) if dot else None
    return found if isinstance(found, type) else None


def _is_left_out(cls: type, method: str) -> bool:
    return (
        cls.__module__.startswith(EVERYWHERE)
        or is_dataclass(cls)
        or issubclass(cls, Value)
        or issubclass(cls, Enum | Mapping | FirstPaint | GarbageSearch | Slices | Turns)
        or (hasattr(QWidget, method) and not method.startswith("__"))
    )


@pytest.fixture
def count() -> Iterator[Count]:
    made = Count()
    # The workers begin after this and look as well.
    threading.setprofile(made.look)
    yield made
    threading.setprofile(None)


@pytest.fixture
def driven(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, count: Count
) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, a_plan()) as made:
        yield made


def test_few_take_part_between_a_click_and_the_painted_advice(
    driven: Driven, qtbot: QtBot, count: Count
) -> None:
    assert isinstance(driven.shown, QuestionsListPage)
    driven.shown.head.go_on.click()
    driven.wizard.next()
    driven.choose("formats", "group")
    driven.wizard.next()
    driven.choose("group_type", "open_drop_in")
    driven.wizard.next()
    driven.rest()
    assert driven.wizard.shown is not None
    (box,) = (box for key, box in driven.wizard.shown.boxes.items() if key == "who_for")
    assert isinstance(box.input, ChoiceInput)
    panel, before = driven.session.panel, driven.plan.advice

    with count.counting():
        box.input.group.cards["all_parents"].click()
        qtbot.waitUntil(
            lambda: not (driven.program.room.storage.is_busy or driven.program.room.thinker.is_busy)
        )
        QApplication.processEvents()

    assert driven.plan.advice is not before
    assert panel.summary == "Check first: 17 · 5 open risks"
    assert driven.window.status_line.words.startswith("Saved")
    assert 10 < len(count.classes) <= MOST_CLASSES, "\n".join(sorted(count.classes))
    assert 5 < len(count.emissions) <= MOST_EMISSIONS, "\n".join(count.emissions)
