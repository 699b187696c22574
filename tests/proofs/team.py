"""Proofs about several people: many writers at once, cut lines, a server that crashes."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from advisor.models.ids import QuestionId
from advisor.storage import plans
from advisor.storage.database import Database
from tests.proofs.proof import Found, Proof, Run, sizes, until_caught
from tests.storage import commits, things
from tests.storage.crashing import Writer, crash_under
from tests.storage.together import write_together
from tests.support.postgres import Server, find_programs, running_server

MOST_WRITERS = 50
SAVES_OF_ONE_WRITER = 15
COMMITS_OF_ONE_PLAN = 100
WRITERS_UNDER_CRASHES = 4


def lacks_server() -> str:
    """Say what a server of one's own needs."""
    return "" if find_programs() else "there are no PostgreSQL server programs on this computer"


@contextmanager
def own_server() -> Iterator[Server]:
    programs = find_programs()
    assert programs is not None
    with running_server(programs) as server:
        yield server


def _shares(count: int) -> tuple[int, int]:
    writers = max(2, min(MOST_WRITERS, count // SAVES_OF_ONE_WRITER))
    return writers, count // writers


def writers_in_a_file(run: Run) -> Found:
    return _all_at_once(run, _in_a_file(run.folder, *_shares(run.count)))


def _in_a_file(folder: Path, writers: int, saves: int, *control: str) -> Found:
    file = folder / "plans.db"
    with closing(Database.open(file, backups=folder)) as database:
        return write_together(database, str(file), writers, saves, *control)


def _all_at_once(run: Run, found: Found) -> Found:
    run.tell(run.count)
    return found


def writers_past_the_version(folder: Path) -> Found:
    return _in_a_file(folder, 2, SAVES_OF_ONE_WRITER, "control")


def writers_on_a_server(run: Run) -> Found:
    return _all_at_once(run, _on_a_server(*_shares(run.count)))


def _on_a_server(writers: int, saves: int, *control: str) -> Found:
    with own_server() as server, server.new_database() as name:
        url = server.url(name)
        with closing(Database.open(url)) as database:
            return write_together(database, url, writers, saves, *control)


def writers_on_a_server_past_the_version(_folder: Path) -> Found:
    return _on_a_server(2, SAVES_OF_ONE_WRITER, "control")


WRITERS = Proof(
    name="writers",
    what="saves of up to 50 programs into one plan of a file",
    short=2 * SAVES_OF_ONE_WRITER,
    long=10_000,
    work=writers_in_a_file,
    control=writers_past_the_version,
    held=frozenset({"saved", "met"}),
    wanted=frozenset({"saved", "met"}),
)
SERVER_WRITERS = Proof(
    name="server-writers",
    what="saves of up to 50 programs into one plan of a server",
    short=2 * SAVES_OF_ONE_WRITER,
    long=10_000,
    work=writers_on_a_server,
    control=writers_on_a_server_past_the_version,
    held=frozenset({"saved", "met"}),
    wanted=frozenset({"saved", "met"}),
    lacks=lacks_server,
)


def cut_commits(run: Run) -> Found:
    chance = random.Random(1)
    found: Found = Counter()
    with own_server() as server:
        for count in sizes(run.count, COMMITS_OF_ONE_PLAN):
            if run.until():
                break
            found.update(commits.cut(server, count, chance))
            run.tell(count)
    return found


def commits_of_work_that_does_not_look(_folder: Path) -> Found:
    with own_server() as server:
        return commits.cut_blindly(server)


COMMITS = Proof(
    name="commits",
    what="commits during which the line to the server was cut",
    short=20,
    long=1_000,
    work=cut_commits,
    control=commits_of_work_that_does_not_look,
    held=frozenset({"cut before", "cut after", "saved"}),
    wanted=frozenset({"cut before", "cut after", "saved"}),
    lacks=lacks_server,
)


def server_crashes(run: Run) -> Found:
    with own_server() as server:
        return _crash(server, run, control=False)


def crashes_of_a_server_that_does_not_wait(_folder: Path) -> Found:
    """Crash until a save is lost: which ones had reached the disk is chance."""
    with own_server() as server:
        run = Run(folder=server.folder, count=1)
        return until_caught(lambda _: _crash(server, run, control=True), CRASHES.held, 20)


def _crash(server: Server, run: Run, *, control: bool) -> Found:
    chance = random.Random(1)
    with server.new_database() as name:
        url = server.url(name)
        plan = things.plan()
        with closing(Database.open(url)) as database:
            database.write(lambda connection: plans.add_plan(connection, plan, asked=1))
        writers = [
            Writer(url, plan.id, QuestionId(f"w{number}"), control)
            for number in range(WRITERS_UNDER_CRASHES)
        ]

        def crash() -> None:
            time.sleep(chance.uniform(0, 0.5))
            server.crash()
            server.start()
            run.tell(1)

        return crash_under(writers, run.count, crash)


CRASHES = Proof(
    name="crashes",
    what="times that the server was killed while four people saved",
    short=2,
    long=25,
    work=server_crashes,
    control=crashes_of_a_server_that_does_not_wait,
    held=frozenset({"crashed", "acknowledged"}),
    wanted=frozenset({"crashed", "acknowledged"}),
    lacks=lacks_server,
)
