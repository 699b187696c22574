"""The house rules that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_MAIN = 60
# In brackets, so that these words stand nowhere in the project.
LEFT_FOR_LATER = re.compile(
    r"\bT[O]DO\b|\bFIX[M]E\b|\bX[X]X\b|(?i:coming[ ]soon)|NotImplemented[E]rror"
)
CHAIN = re.compile(r"\.(next|previous)InFocusChain\(")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> list[Path]:
    return sorted(path for room in ("advisor", "ui") for path in (ROOT / room).rglob("*.py"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_too_long_to_read() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert lengths
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{name(path)}:{function.lineno} {function.name}": length(function)
        for path in files()
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    }
    assert long == {}


def test_nothing_is_left_for_later() -> None:
    left = [
        f"{name(path)}:{number}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if LEFT_FOR_LATER.search(line)
    ]
    assert left == []


def test_a_package_file_holds_a_docstring_only() -> None:
    packages = [path for path in files() if path.name == "__init__.py"]
    assert packages
    for path in packages:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), f"{name(path)} has no docstring"
        assert len(tree.body) == 1, f"{name(path)} holds more than its docstring"


def test_the_way_in_stays_short() -> None:
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) < LONGEST_MAIN


def test_nobody_walks_qts_focus_chain() -> None:
    """Qt deletes what Python met on the way: ``tests.ui.test_traps`` shows it."""
    walking = [name(path) for path in files() if CHAIN.search(path.read_text(encoding="utf-8"))]

    assert walking == []
