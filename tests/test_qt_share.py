"""Most of what the program promises is proved without a window: python -m tests.test_qt_share.

A test function needs Qt where its module, through all that it imports, reaches Qt, and where it
drives the window from outside. Functions are counted, not their cases.
"""

import ast
from pathlib import Path

import grimp

TESTS = Path(__file__).parent
QT = ("PySide6", "pytestqt", "shiboken6")
# These start the window in a process of its own.
STARTING = ("tests.journeys", "tests.ui.test_start_up")
# What a person meets in the window has grown more than what can be proved without one.
HIGHEST_SHARE = 0.41


def functions_of(path: Path) -> int:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return sum(
        isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        for node in ast.walk(tree)
    )


def reaching_qt() -> set[str]:
    """Return the modules that import Qt, themselves or through others."""
    graph = grimp.build_graph(
        "advisor",
        "ui",
        "tests",
        include_external_packages=True,
        exclude_type_checking_imports=True,
        cache_dir=None,
    )
    return {module for name in QT for module in graph.find_downstream_modules(name)}


def counted() -> tuple[dict[str, int], dict[str, int]]:
    """Return the test functions of each module: of all, and of those that need Qt."""
    files = sorted(TESTS.rglob("test_*.py"))
    every = {
        ".".join(("tests", *file.relative_to(TESTS).with_suffix("").parts)): functions_of(file)
        for file in files
    }
    qt = reaching_qt()
    needing = {
        module: number
        for module, number in every.items()
        if module in qt or module.startswith(STARTING)
    }
    return every, needing


def test_most_promises_are_proved_without_a_window() -> None:
    every, needing = counted()
    share = sum(needing.values()) / sum(every.values())

    assert "tests.ui.widgets.test_fields" in needing
    assert "tests.rules.test_engine" in every.keys() - needing.keys()
    assert share <= HIGHEST_SHARE, f"{share:.1%} of the test functions need Qt: {needing}"


if __name__ == "__main__":
    every, needing = counted()
    for module, number in sorted(needing.items(), key=lambda pair: -pair[1]):
        print(f"{number:4} {module}")  # noqa: T201
    print(f"{sum(needing.values())} of {sum(every.values())} need Qt")  # noqa: T201
