"""What a person meets who may only read: for root, rights do not count, so not as root.

Run as a program: ``python -m tests.storage.reading_only``. Prints one line of JSON.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from advisor.errors import StorageError
from advisor.models.plan import Plan
from advisor.storage import plans
from advisor.storage.database import Database
from tests.storage import things


def become_plain() -> None:
    """Give up root's rights, where there are any."""
    if os.geteuid() == 0:
        import pwd  # noqa: PLC0415 - Windows has no such module

        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)


def attempt(work: Callable[[], object]) -> str:
    try:
        work()
    except StorageError as error:
        return error.code
    return "done"


def met(folder: Path, file_rights: int, folder_rights: int) -> dict[str, object]:
    """Open a file with these rights; return what happens to reading and saving."""
    file = folder / "plans.db"
    database = Database.open(file, backups=folder)
    plan = things.plan()
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=1)
    database.close()
    before = file.read_bytes()
    file.chmod(file_rights)
    folder.chmod(folder_rights)
    try:
        return {**opened(file, folder, plan), "untouched": unchanged(file, before)}
    finally:
        folder.chmod(0o700)
        file.chmod(0o600)


def unchanged(file: Path, before: bytes) -> bool:
    return not os.access(file, os.R_OK) or file.read_bytes() == before


def opened(file: Path, folder: Path, plan: Plan) -> dict[str, str]:
    try:
        database = Database.open(file, backups=folder)
    except StorageError as error:
        return {"open": error.code}

    def read() -> None:
        with database.reading() as connection:
            assert plans.plan(connection, plan.id) == plan

    def save() -> None:
        with database.writing() as connection:
            things.rename(connection, plan, "Changed")

    found = {
        "open": "view only" if database.is_view_only else "done",
        "read": attempt(read),
        "save": attempt(save),
    }
    database.close()
    return found


def main() -> None:
    become_plain()
    rights = {
        "file read-only": (0o400, 0o700),
        "folder read-only": (0o600, 0o500),
        "both read-only": (0o400, 0o500),
        "file locked away": (0o000, 0o700),
        "folder locked away": (0o600, 0o000),
        "all rights": (0o600, 0o700),
    }
    found: dict[str, dict[str, object]] = {}
    for name, (file_rights, folder_rights) in rights.items():
        folder = Path(tempfile.mkdtemp())
        found[name] = met(folder, file_rights, folder_rights)
        shutil.rmtree(folder)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
