"""Lets each single call to the disk fail in turn, and looks at what is said and what is left.

Run under ``failing.c``: ``python -m tests.storage.failing FOLDER ERROR SIZE [control]``. Prints
one line of JSON: what came of each call while a file was opened and read, and while an answer of
so many thousand letters was saved to it. ``control`` says that all was saved whatever the save
itself says, and must be caught.
"""

import contextlib
import ctypes
import errno
import json
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from advisor.errors import StorageError
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.storage import edits, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.things import FORMATS
from tests.storage.warm import keep_engines

LIBRARY = ctypes.CDLL(None)
KEY = EntryKey.of_answer(FORMATS)
FAIR = {
    errno.EIO: ("disk-trouble",),
    errno.ENOSPC: ("disk-trouble", "disk-full", "cannot-open"),
    errno.EDQUOT: ("disk-trouble", "disk-full", "cannot-open"),
    errno.EROFS: ("disk-trouble", "read-only", "cannot-open"),
}
"""What may be said of each error when a file is read: never that it is damaged."""

Came = tuple[str, int]
"""What came of some work, and how many calls it made."""


def main() -> None:
    folder, code, size, *control = sys.argv[1:]
    keep_engines()
    error, file, plan = getattr(errno, code), Path(folder, "plans.db"), things.plan()
    database = Database.open(file, backups=file.parent)
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=1)
    database.close()
    found = after_each(partial(read, file, plan, error))
    saving = partial(save, file, plan, error, size=int(size), trusting=bool(control))
    found += after_each(saving)
    sys.stdout.write(json.dumps(found))


def after_each(work: Callable[[int], Came]) -> Counter[str]:
    """Count what comes of the work when its first call fails, its second, and so on."""
    _, calls = work(0)
    return Counter(work(call)[0] for call in range(1, calls + 1))


def read(file: Path, plan: Plan, error: int, call: int) -> Came:
    """Open a file and read from it while a call fails; return what is said."""
    LIBRARY.fail_at(call, error)
    try:
        answer(file, plan)
    except StorageError as refused:
        said = "read refused" if refused.code in FAIR[error] else refused.code
        return said, LIBRARY.calls()
    return "read", LIBRARY.calls()


def save(file: Path, plan: Plan, error: int, call: int, *, size: int, trusting: bool) -> Came:
    """Save an answer while a call fails; return what is left of it in the file."""
    before = answer(file, plan)
    note = f"{call} " * (size * 250)
    said = Answer(value=call, note=note, version=before.version)
    database = Database.open(file, backups=file.parent)
    LIBRARY.fail_at(call, error)
    acknowledged = trusting
    with contextlib.suppress(StorageError):
        database.write(lambda connection: edits.save(connection, plan.id, KEY, said))
        acknowledged = True
    calls = LIBRARY.calls()
    database.close()
    LIBRARY.fail_at(0, 0)
    left = answer(file, plan)
    if (left.value, left.note) == (said.value, said.note):
        return "saved" if acknowledged else "save refused", calls
    if left != before:
        return "half", calls
    return "lost" if acknowledged else "save refused", calls


def answer(file: Path, plan: Plan) -> Answer:
    database = Database.open(file, backups=file.parent)
    with contextlib.closing(database), database.reading() as connection:
        return plans.plan(connection, plan.id).answer(FORMATS)


if __name__ == "__main__":
    main()
