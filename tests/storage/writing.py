"""Programs write into one plan at once; each keeps what the others wrote.

Run as a program: ``python -m tests.storage.writing URL PLAN COUNT NAME ANSWERS [control]``. Adds
COUNT words to notes of that many answers, each after reading what is there, and prints how often
someone else had been first. ``control`` saves past the version, as a bulk update does.
"""

import logging
import random
import sys
import time
from dataclasses import replace

from sqlalchemy import update
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.storage import edits, plans
from advisor.storage.database import Database
from advisor.storage.schema.tables import AnswerRow

NOT_SAVED_YET = ("changed-elsewhere", "changed-together", "busy", "timeout")


def questions(count: int) -> list[QuestionId]:
    return [QuestionId(f"q{number}") for number in range(count)]


def empty(plan: Plan, answers: int) -> Plan:
    """Return a plan with so many answers to write into."""
    said = Answer(value=OptionId("group"))
    return replace(plan, answers=dict.fromkeys(questions(answers), said))


def read(database: Database, plan_id: PlanId, question: QuestionId) -> Answer:
    with database.reading() as session:
        return plans.plan(session, plan_id, damaged_too=True).answer(question)


def save(session: Session, plan_id: PlanId, question: QuestionId, said: Answer) -> None:
    edits.save(session, plan_id, EntryKey.of_answer(question), said)


def save_past_the_version(
    session: Session, plan_id: PlanId, question: QuestionId, said: Answer
) -> None:
    session.execute(
        update(AnswerRow)
        .where(AnswerRow.plan == plan_id, AnswerRow.question == question)
        .values(note=said.note)
    )


def add_word(
    database: Database, plan_id: PlanId, question: QuestionId, word: str, *, control: bool
) -> int:
    """Add a word; return how often it had to be tried again."""
    conflicts = 0
    how = save_past_the_version if control else save
    while True:
        try:
            there = read(database, plan_id, question)
            time.sleep(0.002)
            said = replace(there, note=f"{there.note} {word}".strip())
            with database.session() as session:
                how(session, plan_id, question, said)
        except StorageError as error:
            if error.code not in NOT_SAVED_YET:
                raise
            conflicts += 1
        else:
            return conflicts


def opened(url: str) -> Database:
    """Open when it is this program's turn: many that start at once wait for each other."""
    while True:
        try:
            return Database.open(url)
        except StorageError as error:
            if error.code not in NOT_SAVED_YET:
                raise


def main() -> None:
    url, plan_id, count, name, answers, *control = sys.argv[1:]
    # What it logs is no news here: a computer without a keyring is no fault.
    logging.getLogger().addHandler(logging.NullHandler())
    database = opened(url)
    chance = random.Random(name)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    conflicts = sum(
        add_word(
            database,
            PlanId(plan_id),
            chance.choice(questions(int(answers))),
            f"{name}.{number}",
            control=bool(control),
        )
        for number in range(int(count))
    )
    database.close()
    sys.stdout.write(f"{conflicts}\n")


if __name__ == "__main__":
    main()
