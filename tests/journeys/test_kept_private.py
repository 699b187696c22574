"""What a person writes stays where their work lies, also while the window is used."""

from pathlib import Path

import pytest

from tests.journeys.conftest import Reported, Start
from tests.journeys.test_by_keys import save_the_checklist
from tests.journeys.test_recovery import open_questions, write_a_note
from tests.privacy.test_kept_private import KEEPS_WORK
from tests.support.real_program import DOCUMENTS, RealProgram

pytestmark = pytest.mark.journey

MARKED = "Quillfeatherby"
PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def test_a_marked_word_is_nowhere_but_where_a_persons_work_lies(
    start: Start, reported: Reported, tmp_path: Path
) -> None:
    own = tmp_path / "program"
    passing = own / "tmp"
    passing.mkdir(parents=True)
    program = start(HOME=str(own), TMPDIR=str(passing), **dict.fromkeys(PLACES, ""))
    program.reader.find_focus("push button", "Start a plan")
    open_questions(program)
    program.reader.forget()
    write_a_note(program, MARKED)
    program.reader.hear("Saved")
    assert MARKED not in f"{program.screen.title()} {program.screen.clipboard()}"
    copy_the_note(program)
    assert MARKED in program.screen.clipboard()
    save_the_checklist(program)

    assert MARKED not in program.screen.title()
    assert MARKED not in "".join(command_lines(program.process.pid))
    assert MARKED.encode() in (program.home / "plans.db").read_bytes()
    assert places_of_the_word(own) == []
    reported(program)
    assert places_of_the_word(own) == []


def copy_the_note(program: RealProgram) -> None:
    program.screen.keys("ctrl+a", "ctrl+c")


def command_lines(process: int) -> list[str]:
    """Return how a process and those that it started were called."""
    folder = Path("/proc") / str(process)
    begun = [
        int(each) for task in folder.glob("task/*/children") for each in task.read_text().split()
    ]
    return [
        (folder / "cmdline").read_text(),
        *(line for each in begun for line in command_lines(each)),
    ]


def places_of_the_word(folder: Path) -> list[str]:
    """Return the files below a folder that hold the word and are not the person's work."""
    work = (DOCUMENTS, *(f"home/{each}" for each in KEEPS_WORK))
    found = {path: path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    return [
        name
        for path, name in found.items()
        if path.is_file() and not name.startswith(work) and MARKED.encode() in path.read_bytes()
    ]
