"""A screen for the session, a fresh program for each journey, a picture of what went wrong."""

import os
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.support.atspi import screen_reader
from tests.support.real_program import RealProgram, real_program
from tests.support.x11 import Screen, missing_programs, refuse, screen

RUNNING = pytest.StashKey[RealProgram]()


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen of 1280 x 800 with a window manager and a session bus."""
    missing = missing_programs()
    if missing:
        refuse(missing, os.environ)
    with screen(tmp_path_factory.mktemp("screen")) as made:
        yield made


@pytest.fixture(scope="session")
def reading(desktop: Screen) -> Iterator[subprocess.Popen[str]]:
    """What a screen reader is built on, running before any program it reads."""
    with screen_reader(desktop.environment) as started:
        yield started


@pytest.fixture
def program(
    desktop: Screen,
    reading: subprocess.Popen[str],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[RealProgram]:
    """The program on an empty home, its window on the screen."""
    with real_program(desktop, reading, tmp_path / "program") as started:
        request.node.stash[RUNNING] = started
        yield started


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what the screen showed and what the program said when a journey failed."""
    report = yield
    program = item.stash.get(RUNNING, None)
    if report.when == "call" and report.failed and program is not None:
        picture = program.home.parent / f"{item.name}.png"
        program.screen.photograph().save(picture)
        report.sections.append(("screen", str(picture)))
        report.sections.append(("program", program.errors.read_text(encoding="utf-8")))
    return report
