"""Saves answers and says so after each. Run as ``python -m tests.storage.saving FILE PLAN COUNT``.

With a fourth word, that journal mode is used instead of ours, and is known to lose saves.
"""

import os
import sys
from pathlib import Path

from advisor.models.ids import PlanId
from advisor.models.plan import Answer, EntryKey
from advisor.storage import edits, files
from advisor.storage.database import Database
from tests.storage.things import FORMATS

ACKNOWLEDGED = "acknowledged"


def main() -> None:
    file, plan_id, count, *mode = sys.argv[1:]
    if mode:
        kept = [each for each in files.SETTINGS if each[0] != "journal_mode"]
        files.SETTINGS = (("journal_mode", mode[0], mode[0].lower()), *kept)
    database = Database.open(file, backups=Path(file).parent)
    acknowledged = os.open(Path(file).with_name(ACKNOWLEDGED), os.O_CREAT | os.O_WRONLY, 0o600)
    for number in range(1, int(count) + 1):
        said = Answer(value=number, note=f"{number} " * 400, version=number)
        with database.writing() as connection:
            edits.save(connection, PlanId(plan_id), EntryKey.of_answer(FORMATS), said)
        os.write(acknowledged, f"{number}\n".encode())
    database.close()


if __name__ == "__main__":
    main()
