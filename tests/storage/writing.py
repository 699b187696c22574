"""Programs write into one plan at once; each keeps what the others wrote.

Run as a program: ``python -m tests.storage.writing URL PLAN SAVES WRITERS ANSWERS [control]``.
Starts that many programs, each with a connection of its own; each adds SAVES words to notes of
that many answers, after reading what is there. Prints how often someone else had been first.
``control`` saves past the version, as a bulk update does.
"""

import logging
import multiprocessing
import random
import sys
import time
from contextlib import closing
from dataclasses import dataclass, replace
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier

from sqlalchemy import Connection, update

from advisor.errors import StorageError
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.storage import edits, plans
from advisor.storage.database import Database
from advisor.storage.schema.tables import ANSWER
from tests.storage.warm import keep_engines

NOT_SAVED_YET = ("changed-elsewhere", "changed-together", "busy", "timeout")


def questions(count: int) -> list[QuestionId]:
    return [QuestionId(f"q{number}") for number in range(count)]


def empty(plan: Plan, answers: int) -> Plan:
    """Return a plan with so many answers to write into."""
    said = Answer(value=OptionId("group"))
    return replace(plan, answers=dict.fromkeys(questions(answers), said))


def read(database: Database, plan_id: PlanId, question: QuestionId) -> Answer:
    with database.reading() as connection:
        return plans.plan(connection, plan_id, damaged_too=True).answer(question)


def save(connection: Connection, plan_id: PlanId, question: QuestionId, said: Answer) -> None:
    edits.save(connection, plan_id, EntryKey.of_answer(question), said)


def save_past_the_version(
    connection: Connection, plan_id: PlanId, question: QuestionId, said: Answer
) -> None:
    connection.execute(
        update(ANSWER)
        .where(ANSWER.c.plan == plan_id, ANSWER.c.question == question)
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
            with database.writing() as connection:
                how(connection, plan_id, question, said)
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


def name_of(writer: int) -> str:
    return f"w{writer}"


@dataclass(frozen=True)
class Work:
    """What every writer does."""

    url: str
    plan: PlanId
    saves: int
    answers: int
    control: bool


def write(work: Work, writer: int, ready: Barrier, met: "Synchronized[int]") -> None:
    """Add words as soon as all writers have opened; count how often someone else was first."""
    try:
        database = opened(work.url)
    except BaseException:
        ready.abort()
        raise
    name, asked = name_of(writer), questions(work.answers)
    chance = random.Random(name)
    with closing(database):
        ready.wait()
        for number in range(work.saves):
            question, word = chance.choice(asked), f"{name}.{number}"
            conflicts = add_word(database, work.plan, question, word, control=work.control)
            with met.get_lock():
                met.value += conflicts


def main() -> None:
    url, plan_id, saves, writers, answers, *control = sys.argv[1:]
    # What it logs is no news here: a computer without a keyring is no fault.
    logging.getLogger().addHandler(logging.NullHandler())
    keep_engines()
    work = Work(url, PlanId(plan_id), int(saves), int(answers), bool(control))
    with closing(opened(url)) as database:
        # What this one has compiled, the others need not where they are forked.
        add_word(database, work.plan, questions(1)[0], "first", control=work.control)
    ready, met = multiprocessing.Barrier(int(writers)), multiprocessing.Value("i", 0)
    programs = [
        multiprocessing.Process(target=write, args=(work, writer, ready, met))
        for writer in range(int(writers))
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    sys.stdout.write(f"{met.value}\n")
    sys.exit(any(program.exitcode for program in programs))


if __name__ == "__main__":
    main()
