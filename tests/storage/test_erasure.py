"""What is erased is gone from the bytes of the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisor.models.plan import Answer, EntryKey, OwnRisk
from advisor.storage import edits, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.things import FORMATS


def found_in(folder: Path, words: list[str]) -> set[str]:
    every = b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    return {each for each in words if each.encode() in every}


@pytest.mark.parametrize("secure", [True, False])
def test_an_erased_plan_is_gone_from_the_bytes_of_the_file(
    database: Database, file: Path, secure: bool
) -> None:
    codes = things.codes()
    words = [next(codes) for _ in range(20)]
    title, description, *notes = words
    plan = replace(
        things.plan(title),
        description=description,
        own_risks=(OwnRisk(id=things.uid(), text=words[2], mitigation=words[3]),),
    )
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=9)
    for number, note in enumerate(notes, start=1):
        with database.writing() as connection:
            said = Answer(value=number, note=note, version=number)
            edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), said)
    assert found_in(file.parent, words) == set(words)
    if not secure:
        with database.raw() as raw:
            raw.execute("PRAGMA secure_delete = OFF")

    with database.writing() as connection:
        plans.purge_plan(connection, plan.id)
    database.close()

    # Without the setting most stay: the control.
    assert bool(found_in(file.parent, words)) is not secure
