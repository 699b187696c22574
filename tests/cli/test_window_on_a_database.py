"""The window on a named database: only where one can open, and never with a password in sight."""

import sys

import pytest

import main as program
from ui import run

SECRET = "pass-word"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The databases on which a window was opened."""
    found: list[str | None] = []

    def open_window(database: str | None = None) -> int:
        found.append(database)
        return 0

    monkeypatch.setattr(run, "run_window", open_window)
    return found


def started(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["main.py", *words])
    return program.main()


@pytest.mark.parametrize("words", [("--database", "plans.db"), ("--database=plans.db",)])
def test_the_window_opens_on_the_database_that_is_named(
    monkeypatch: pytest.MonkeyPatch, opened: list[str | None], words: tuple[str, ...]
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
    opened: list[str | None],
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
    opened: list[str | None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert started(monkeypatch, "--database", "plans.db") == 2
    assert "no display" in capsys.readouterr().err
    assert opened == []
