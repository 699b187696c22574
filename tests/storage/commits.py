"""Saves through a door that shuts at every commit, before or after the server heard of it."""

import random
import shutil
import tempfile
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, Entry, EntryKey, Plan
from advisor.storage import edits, past, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.schema.tables import HISTORY
from tests.storage import things
from tests.storage.cutting import Door
from tests.support.postgres import Server

QUESTION = QuestionId("new")


@contextmanager
def door_before(server: Server) -> Iterator[tuple[Door, Path]]:
    """Give a door before a server, and the folder in which it stands."""
    # Not the test's own temporary folder: a socket's path may have about 100 characters only.
    folder = Path(tempfile.mkdtemp(prefix="door-", dir="/tmp"))
    with Door(folder, server.folder / ".s.PGSQL.5432") as door:
        yield door, folder
    shutil.rmtree(folder)


def cut(server: Server, count: int, chance: random.Random) -> Counter[str]:
    """Save until the line was cut so often; count the saves that are kept, missing and double."""
    plan = things.plan()
    found: Counter[str] = Counter()
    with server.new_database() as name, door_before(server) as (door, folder):
        direct = server.url(name)
        with closing(Database.open(_through(direct, server, folder))) as database:
            database.write(lambda connection: plans.add_plan(connection, plan, asked=1))
            for number in range(1, count + 1):
                door.cut = chance.choice(["before", "after"])
                found[f"cut {door.cut}"] += 1
                said = Answer(value=number, note=f"note {number};", version=number - 1)
                database.write(partial(_save, plan, said))
                found["not cut"] += door.cuts < number
        with closing(Database.open(direct)) as database, database.reading() as connection:
            kept = plans.plan(connection, plan.id).answer(QUESTION)
            history = plan_lists.history(connection, plan.id)
            troubles = list(past.troubles(connection, plan.id))
    told = [each.new or "" for each in history if each.which == QUESTION]
    found["saved"] = sum(any(f"note {n};" in each for each in told) for n in range(1, count + 1))
    found["history that does not add up"] = len(troubles)
    found["missing"] = count - min(found["saved"], kept.version)
    found["doubled"] = len(told) - found["saved"]
    return +found


def cut_blindly(server: Server) -> Counter[str]:
    """Cut the line after a commit of work that does not look whether it is done already."""
    plan = things.plan()

    def blindly(connection: Connection) -> None:
        row = {"id": str(uuid.uuid4()), "plan": plan.id, "made": past.now()}
        connection.execute(insert(HISTORY).values(**row, what="answer", which="blind"))

    with (
        server.new_database() as name,
        door_before(server) as (door, folder),
        closing(Database.open(_through(server.url(name), server, folder))) as database,
    ):
        database.write(lambda connection: plans.add_plan(connection, plan, asked=1))
        door.cut = "after"
        database.write(blindly)
        with database.reading() as connection:
            history = plan_lists.history(connection, plan.id)
    done = sum(each.which == "blind" for each in history)
    return +Counter({"saved": min(done, 1), "doubled": done - 1})


def _through(url: str, server: Server, folder: Path) -> str:
    return url.replace(str(server.folder), str(folder))


def _save(plan: Plan, said: Answer, connection: Connection) -> Entry:
    return edits.save(connection, plan.id, EntryKey.of_answer(QUESTION), said)
