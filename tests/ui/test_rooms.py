"""The rooms of the window: how many, who knows whom, and that nobody knows one above."""

import ast
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"
MOST_ROOMS = 21
MOST_ARROWS = 90
# From the top to the bottom: a room may know those that come after it.
ORDER = (
    "selftest",
    "run",
    "app",
    "pages",
    "actions",
    "advice",
    "compare",
    "paper",
    "plan",
    "home",
    "help",
    "library",
    "preferences",
    "rescue",
    "chain",
    "wizard",
    "room",
    "shell",
    "widgets",
    "awake",
    "theme",
)


def room_of(file: Path) -> str:
    return file.relative_to(UI).parts[0].removesuffix(".py")


def known_to(file: Path) -> set[str]:
    """Return the rooms that a file imports from, for types only or not."""
    modules: list[str] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "ui":
            modules += [f"ui.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.append(node.module)
        elif isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
    return {module.split(".")[1] for module in modules if module.startswith("ui.")}


def files() -> list[Path]:
    return [file for file in sorted(UI.rglob("*.py")) if file != UI / "__init__.py"]


def arrows() -> set[tuple[str, str]]:
    return {
        (room_of(file), known)
        for file in files()
        for known in known_to(file)
        if known != room_of(file)
    }


def test_there_are_few_rooms_and_each_has_its_place() -> None:
    rooms = {room_of(file) for file in files()}

    assert len(rooms) <= MOST_ROOMS
    assert rooms == set(ORDER)


def test_few_rooms_know_each_other() -> None:
    assert 0 < len(arrows()) <= MOST_ARROWS


def test_no_room_knows_one_above_it() -> None:
    up = {(knows, known) for knows, known in arrows() if ORDER.index(known) < ORDER.index(knows)}

    assert up == set()
