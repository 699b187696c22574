"""Two programs write into one answer at once; both keep what the other wrote.

Run as a program: ``python -m tests.storage.writing URL PLAN COUNT NAME [control]``. Adds COUNT
words to the note of one answer, each after reading what is there, and prints how often someone
else had been first. ``control`` saves past the version, as a bulk update does.
"""

import sys
import time
from dataclasses import replace

from sqlalchemy import update
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.models.ids import PlanId
from advisor.models.plan import Answer, EntryKey
from advisor.storage import edits, plans
from advisor.storage.database import Database
from advisor.storage.schema.tables import AnswerRow
from tests.storage.things import FORMATS


def read(database: Database, plan_id: PlanId) -> Answer:
    with database.reading() as session:
        return plans.plan(session, plan_id, damaged_too=True).answer(FORMATS)


def save(session: Session, plan_id: PlanId, said: Answer) -> None:
    edits.save(session, plan_id, EntryKey.of_answer(FORMATS), said)


def save_past_the_version(session: Session, plan_id: PlanId, said: Answer) -> None:
    session.execute(
        update(AnswerRow)
        .where(AnswerRow.plan == plan_id, AnswerRow.question == FORMATS)
        .values(note=said.note)
    )


def add_word(database: Database, plan_id: PlanId, word: str, *, control: bool) -> int:
    """Add a word; return how often it had to be tried again."""
    conflicts = 0
    how = save_past_the_version if control else save
    while True:
        there = read(database, plan_id)
        time.sleep(0.002)
        said = replace(there, note=f"{there.note} {word}".strip())
        try:
            with database.session() as session:
                how(session, plan_id, said)
        except StorageError as error:
            if error.code != "changed-elsewhere":
                raise
            conflicts += 1
        else:
            return conflicts


def main() -> None:
    url, plan_id, count, name, *control = sys.argv[1:]
    database = Database.open(url)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    conflicts = sum(
        add_word(database, PlanId(plan_id), f"{name}{number}", control=bool(control))
        for number in range(int(count))
    )
    database.close()
    sys.stdout.write(f"{conflicts}\n")


if __name__ == "__main__":
    main()
