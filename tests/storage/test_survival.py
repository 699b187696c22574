"""Work survives a kill at any moment and another program at the same time.

Each test has a control: the same harness against what is known to lose work must catch it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from advisor.models.ids import OptionId
from advisor.models.plan import Answer, EntryKey
from advisor.storage import edits, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.things import FORMATS
from tests.storage.writing import read

ROOT = Path(__file__).parents[2]
FORKS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no SIGKILL")
COUNT = 15


def python(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def killed(folder: Path, rounds: int, *control: str) -> dict[str, int]:
    with python("tests.storage.killing", folder, rounds, 1, *control) as program:
        said, _ = program.communicate()
    found: dict[str, int] = json.loads(said)
    return found


@FORKS
def test_a_kill_while_saving_loses_no_acknowledged_save_and_leaves_no_half(tmp_path: Path) -> None:
    found = killed(tmp_path, 12)

    assert found.keys() <= {"acknowledged", "whole", "rolled back"}
    assert found["acknowledged"] >= 12
    assert found["rolled back"] > 0


@FORKS
def test_the_killer_catches_a_journal_that_loses_work(tmp_path: Path) -> None:
    found = killed(tmp_path, 100, "control")

    assert found.keys() & {"corrupt", "half", "lost"}


def write_together(database: Database, url: str, *control: str) -> tuple[set[str], int]:
    """Return the words that two programs added and are gone, and how often they met."""
    plan = things.plan()
    database.write(lambda session: plans.add_plan(session, plan, asked=1))
    empty = Answer(value=OptionId("group"), version=1)
    database.write(lambda session: edits.save(session, plan.id, EntryKey.of_answer(FORMATS), empty))
    names = ("first", "second")
    with ExitStack() as running:
        programs = [
            running.enter_context(
                python("tests.storage.writing", url, plan.id, COUNT, name, *control)
            )
            for name in names
        ]
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        said = list(answers(programs))
    added = {f"{name}{number}" for name in names for number in range(COUNT)}
    return added - set(read(database, plan.id).note.split()), sum(map(int, said))


def answers(programs: list["subprocess.Popen[str]"]) -> Iterator[str]:
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        said, _ = program.communicate()
        assert program.returncode == 0
        yield said


def test_two_programs_at_one_answer_keep_every_word(database: Database, file: Path) -> None:
    lost, met = write_together(database, str(file))

    assert lost == set()
    assert met > 0


def test_saving_past_the_version_loses_words(database: Database, file: Path) -> None:
    lost, _ = write_together(database, str(file), "control")

    assert lost


@pytest.mark.postgres
def test_two_computers_at_one_answer_on_a_server_keep_every_word(
    server: Database, server_url: str
) -> None:
    lost, met = write_together(server, server_url)

    assert lost == set()
    assert met > 0
