"""Tests wait in one way, with the patience of ``tests/support/waiting.py``."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support import waiting
from tests.support.waiting import PATIENCE_MS, PatientBot, values, wait_until, words

TESTS = Path(__file__).parent
# Each with its reason: it measures, is no test, or is what waits.
CLOCKS = {
    "support/metered.py": "measures how long the window was deaf",
    "support/waiting.py": "waits",
    "storage/upgrading.py": "measures how long an upgrade takes",
}
ROUND_ABOUT = {
    "QDeadlineTimer",
    "QEventLoop",
    "QSignalSpy",
    "qWait",
    "qWaitFor",
    "qWaitForWindowActive",
    "qWaitForWindowExposed",
    "waitForDone",
}
LIMITS = {"timeout", "patience"}


def named(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def own_waits(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Return where a test waits with a limit, a clock or a loop of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and named(node) in ROUND_ABOUT:
            yield node.lineno, named(node)
        if not isinstance(node, ast.Call):
            continue
        called = named(node.func)
        limits = [word.value for word in node.keywords if word.arg in LIMITS]
        if any(map(is_number, limits)):
            yield node.lineno, f"{called} with a limit of its own"
        if called in {"wait", "join"} and any(map(is_number, node.args)):
            yield node.lineno, f"{called} with a limit of its own"
        if called in {"monotonic", "perf_counter", "QtBot"}:
            yield node.lineno, called


def found_in(source: str) -> list[str]:
    return [what for _, what in own_waits(ast.parse(source))]


def test_no_test_waits_in_a_way_of_its_own() -> None:
    files = {path.relative_to(TESTS).as_posix(): path for path in TESTS.rglob("*.py")}
    assert set(CLOCKS) <= set(files)
    assert [
        f"{name}:{line} {what}"
        for name, path in sorted(files.items())
        if name not in CLOCKS
        for line, what in own_waits(ast.parse(path.read_text(encoding="utf-8")))
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        "qtbot.waitUntil(lambda: bool(heard), timeout=20_000)",
        "qtbot.waitSignal(page.saved, timeout=500)",
        "qtbot.wait(200)",
        "gate.wait(5)",
        "thread.join(10)",
        "program.communicate(timeout=20)",
        "worker.close(patience=0.5)",
        "QTest.qWait(100)",
        "loop = QEventLoop()",
        "deadline = time.monotonic() + 5",
        "bot = QtBot(request)",
    ],
)
def test_a_wait_of_its_own_is_found(source: str) -> None:
    assert found_in(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "qtbot.waitUntil(lambda: bool(heard))",
        "program.communicate(timeout=PATIENCE_SECONDS)",
        "thread.join(LULL_SECONDS)",
        "', '.join(names)",
    ],
)
def test_what_is_no_wait_of_its_own_is_left_alone(source: str) -> None:
    assert found_in(source) == []


def test_every_wait_of_a_qtbot_has_a_minute(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)
    defaults = {
        name: inspect.signature(method).parameters["timeout"].default
        for name, method in inspect.getmembers(PatientBot, inspect.isfunction)
        if "timeout" in inspect.signature(method).parameters
    }
    assert len(defaults) >= 6
    assert set(defaults.values()) == {PATIENCE_MS}


def test_a_wait_that_fails_says_what_it_waited_for_and_what_it_saw(qtbot: QtBot) -> None:
    heard = ["Saving"]

    with pytest.raises(qtbot.TimeoutError) as gave_up:
        qtbot.waitUntil(lambda: heard == ["Saved"], timeout=waiting.TURN_MS)

    assert "until heard == ['Saved']" in str(gave_up.value)
    assert "heard = ['Saving']" in str(gave_up.value)


def test_a_wait_without_qt_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.0)

    with pytest.raises(AssertionError, match="for a third turn; saw two turns"):
        wait_until(lambda: False, "a third turn", seen=lambda: "two turns")


def test_what_holds_is_waited_for_no_longer() -> None:
    turns: list[int] = []

    wait_until(lambda: len(turns) > 2, "a third turn", meanwhile=lambda: turns.append(1))

    assert turns == [1, 1, 1]


def test_each_side_of_a_condition_is_told() -> None:
    line, most = [3], 2
    both = lambda: not line and most > 4  # noqa: E731
    assert words(both) == "not line and most > 4"
    assert list(values(both)) == ["line = [3]", "most = 2"]

    broken = lambda: bool(line[7])  # noqa: E731
    assert list(values(broken)) == ["line[7] = a fault: IndexError('list index out of range')"]


def test_a_condition_that_is_a_method_is_told_by_its_name() -> None:
    assert words("left".isupper) == "str.isupper"
    assert list(values("left".isupper)) == ["'left'"]
