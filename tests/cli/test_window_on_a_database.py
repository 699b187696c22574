"""The window on a named database or with a plan file: only where one can open.

A password is never in sight.
"""

import sys
from pathlib import Path

import pytest

import main as program
from ui import run

SECRET = "pass-word"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | Path | None]:
    """The databases on which, and the files with which, a window was opened."""
    found: list[str | Path | None] = []

    def open_window(database: str | None = None, *, file: Path | None = None) -> int:
        found.append(file or database)
        return 0

    monkeypatch.setattr(run, "run_window", open_window)
    return found


def started(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["main.py", *words])
    return program.main()


@pytest.mark.parametrize("words", [("--database", "plans.db"), ("--database=plans.db",)])
def test_the_window_opens_on_the_database_that_is_named(
    monkeypatch: pytest.MonkeyPatch, opened: list[str | Path | None], words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")

    assert started(monkeypatch, *words) == 0
    assert opened == ["plans.db"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"postgresql://ruth:{SECRET}@db.example.org/team", "leave the password out"),
        (f"ruth:{SECRET}@db.example.org/team", "not the address of a database"),
    ],
)
def test_a_password_in_sight_is_refused_and_not_shown(
    monkeypatch: pytest.MonkeyPatch,
    opened: list[str | Path | None],
    capsys: pytest.CaptureFixture[str],
    address: str,
    says: str,
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")

    assert started(monkeypatch, "--database", address) == 2

    said = capsys.readouterr().err
    assert says in said
    assert SECRET not in said
    assert opened == []


def test_without_a_display_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
    opened: list[str | Path | None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert started(monkeypatch, "--database", "plans.db") == 2
    assert "no display" in capsys.readouterr().err
    assert opened == []


def test_the_window_opens_with_the_plan_file_that_was_clicked(
    monkeypatch: pytest.MonkeyPatch, opened: list[str | Path | None]
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")

    assert started(monkeypatch, "/somewhere/Our walk.plan.json") == 0
    assert opened == [Path("/somewhere/Our walk.plan.json")]
