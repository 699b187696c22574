"""Saves on a team's server that is killed again and again, and looks at what is left.

Each writer sends a save again until the server says that it is kept, as the window does. The
control does not wait for the server's disk, as a server may be set up to do.
"""

import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection, text

from advisor.errors import StorageError
from advisor.models.ids import PlanId, QuestionId
from advisor.models.plan import Answer, EntryKey
from advisor.storage import edits, past, plan_lists, plans
from advisor.storage.database import Database
from tests.support.waiting import wait_until

NOTE = re.compile(r"note (\d+)")
SAVES_BETWEEN = 5
SERVER_IS_AWAY = ("connection-lost", "timeout")


@dataclass
class Writer:
    """One person who saves all the time; ``acknowledged`` is the last number that was kept."""

    url: str
    plan: PlanId
    question: QuestionId
    control: bool
    acknowledged: int = 0
    refused: str = ""
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._write, args=[Database.open(self.url)])
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def _write(self, database: Database) -> None:
        try:
            while not self._over.is_set() and not self.refused:
                self._save(database, self.acknowledged + 1)
        finally:
            database.close()

    def _save(self, database: Database, number: int) -> None:
        said = Answer(value=number, note=f"note {number}", version=number - 1)
        try:
            database.write(lambda connection: self._work(connection, said))
        except StorageError as error:
            if error.code in SERVER_IS_AWAY:
                time.sleep(0.02)
            else:
                self.refused = error.code
        else:
            self.acknowledged = number

    def _work(self, connection: Connection, said: Answer) -> None:
        if self.control:
            connection.execute(text("SET LOCAL synchronous_commit TO off"))
        edits.save(connection, self.plan, EntryKey.of_answer(self.question), said)


def crash_under(writers: list[Writer], crashes: int, crash: Callable[[], None]) -> Counter[str]:
    """Let writers save through so many crashes; count what is there when all have ended."""
    found: Counter[str] = Counter()
    for writer in writers:
        writer.start()
    try:
        for _ in range(crashes):
            goals = [writer.acknowledged + SAVES_BETWEEN for writer in writers]
            wait_until(partial(_have_saved, writers, goals), "every writer to save again")
            crash()
            found["crashed"] += 1
    finally:
        for writer in writers:
            writer.stop()
    for writer in writers:
        found.update(_look(writer))
    return +found


def _have_saved(writers: list[Writer], goals: list[int]) -> bool:
    return all(
        writer.acknowledged >= goal or bool(writer.refused)
        for writer, goal in zip(writers, goals, strict=True)
    )


def _look(writer: Writer) -> Counter[str]:
    database = Database.open(writer.url)
    with database.reading() as connection:
        kept = plans.plan(connection, writer.plan).answer(writer.question)
        history = plan_lists.history(connection, writer.plan)
        troubles = list(past.troubles(connection, writer.plan))
    database.close()
    found = Counter({"acknowledged": writer.acknowledged})
    found["history that does not add up"] += len(troubles)
    if writer.refused:
        found[writer.refused] += 1
    if kept.value != kept.version or kept.version < writer.acknowledged:
        found["lost"] += 1
    steps = [NOTE.findall(each.new or "") for each in history if each.which == writer.question]
    if sorted(int(number) for each in steps for number in each) != list(range(1, kept.version + 1)):
        found["missing or doubled in the history"] += 1
    return +found
