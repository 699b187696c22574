"""A screen for the session, a fresh program for each journey, a picture of what went wrong."""

import os
import subprocess
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.atspi import screen_reader
from tests.support.many_plans import store_many
from tests.support.real_program import RealProgram, real_program
from tests.support.stalls import keep
from tests.support.x11 import Screen, missing_programs, refuse, screen

RUNNING = pytest.StashKey[RealProgram]()
Start = Callable[..., RealProgram]
Reported = Callable[..., None]
WithPlans = Callable[[int], RealProgram]


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
def start(
    desktop: Screen,
    reading: subprocess.Popen[str],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Start]:
    """Start the program, as often as one likes, each person on their own home, empty at first."""
    with ExitStack() as running:

        def starting(*flags: str, person: str = "program", **environment: str) -> RealProgram:
            program = running.enter_context(
                real_program(desktop, reading, tmp_path / person, *flags, **environment)
            )
            request.node.stash[RUNNING] = program
            return program

        yield starting


@pytest.fixture
def program(start: Start) -> RealProgram:
    """The program on an empty home."""
    started = start()
    started.reader.find_focus("push button", "Start a plan")
    return started


@pytest.fixture
def with_plans(start: Start, tmp_path: Path) -> WithPlans:
    """Start the program on a home with so many plans; the keyboard is where it goes on with one."""

    def starting(number: int) -> RealProgram:
        store_many(tmp_path / "program" / "home", number)
        started = start()
        started.reader.find_focus("push button", has="Go on")
        return started

    return starting


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


@pytest.fixture
def reported(request: pytest.FixtureRequest) -> Reported:
    """Close the program in order, and keep how quickly its window answered on the way.

    The time is the window's own: what other programs take from the machine is not counted.
    """

    def close(program: RealProgram, *expected: str) -> None:
        report = program.close(*expected)
        keep(request.node, report)
        assert report.statements_of_the_window == ()
        assert not [stall for stall in report.stalls if _waits_for_others(stall)]

    return close


def _waits_for_others(stall: dict[str, object]) -> bool:
    """Whether the window stood still for the database or for paper, and not to load a module."""
    doing = str([place for place in _places(stall) if not place.endswith(" <module>")])
    return any(part in doing for part in ("advisor/storage", "advisor/export", "advisor/packs"))


def _places(stall: dict[str, object]) -> list[str]:
    doing = stall["doing"]
    return [str(place) for place in doing] if isinstance(doing, list) else []
