"""Tests wait in one way, with the patience of ``tests/support/waiting.py``."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import waiting
from tests.support.waiting import wait_until

TESTS = Path(__file__).parent
# Each with its reason.
CLOCKS = {
    "proofs/__main__.py": "says how long a proof took, and stops one in time",
    "support/listen.py": "waits until another program is silent",
    "support/metered.py": "measures how long the window was deaf",
    "support/presses.py": "waits until the program is at rest, as a person would",
    "support/soaking.py": "goes on for as long as is wanted",
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


def test_a_wait_without_qt_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.0)

    with pytest.raises(AssertionError, match="for a third turn; saw two turns"):
        wait_until(lambda: False, "a third turn", seen=lambda: "two turns")


def test_what_holds_is_waited_for_no_longer() -> None:
    turns: list[int] = []

    wait_until(lambda: len(turns) > 2, "a third turn", meanwhile=lambda: turns.append(1))

    assert turns == [1, 1, 1]
