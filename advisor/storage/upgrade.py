"""Bringing older tables to the newest version: all of it, or nothing.

A verified copy is put aside first. Then one transaction on one connection takes the steps, counts,
checks and commits; foreign keys are off meanwhile, since rebuilding a parent table with them on
deletes every child row without a word. There is no way back down: a copy is restored instead.
"""

import logging
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect
from sqlalchemy.pool import StaticPool

from advisor.errors import StorageError
from advisor.language import N_, _
from advisor.models.stored import Backup
from advisor.storage import faults, files
from advisor.storage.safety import copies
from advisor.storage.schema.steps import STEPS, Step
from advisor.storage.schema.tables import REVISION
from advisor.storage.schema.versions import revision

log = logging.getLogger(__name__)

WENT_WRONG = faults.Words(
    "upgrade-failed",
    N_("The file could not be brought to this version of the program; it is as it was."),
    N_("Use the older version of the program, and report this."),
)


def upgrade_file(
    path: Path, version: int, folder: Path, steps: Mapping[int, Step] = STEPS
) -> Backup:
    """Upgrade a closed file whose tables have this version; return the copy made before.

    The copy goes into ``folder``. Raises StorageError ``upgrade-failed``, or what kept the copy
    from being made; the file is then as it was.
    """
    newest = max(steps)
    copy = copies.copy_file(path, folder, f"before-version-{newest}")
    try:
        _upgrade_in_place(path, version, steps)
    except BaseException as error:
        _put_back_if_changed(path, version, copy)
        if isinstance(error, Exception):
            raise faults.refusal(WENT_WRONG, str(path), _kind(error)) from None
        raise
    log.info("upgraded the file's tables from version %d to %d", version, newest)
    return copy


def upgrade_connection(
    connection: Connection, version: int, steps: Mapping[int, Step] = STEPS
) -> None:
    """Upgrade a database of this version inside the transaction of this connection.

    Raises StorageError when rows went missing on the way; the caller rolls back.
    """
    before = _counts(connection)
    for number in sorted(steps):
        if number > version:
            steps[number](connection)
    connection.execute(REVISION.update().values(version_num=revision(max(steps))))
    _refuse_losses(before, _counts(connection))


def _upgrade_in_place(path: Path, version: int, steps: Mapping[int, Step]) -> None:
    raw = files.connect(path, keys=False)
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            upgrade_connection(connection, version, steps)
            _finish(raw, max(steps), str(path))
    finally:
        engine.dispose()


def _finish(raw: sqlite3.Connection, version: int, place: str) -> None:
    """Check what was upgraded, before it is committed."""
    raw.execute(f"PRAGMA user_version = {version:d}")
    broken = raw.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise faults.refusal(faults.DAMAGED, place, f"{len(broken)} broken references")
    files.check_schema(raw, version, place)
    files.check_pages(raw, "integrity_check", place)


def _counts(connection: Connection) -> dict[str, int]:
    tables = [name for name in inspect(connection).get_table_names() if name != REVISION.name]
    quote = connection.dialect.identifier_preparer.quote
    return {
        name: connection.exec_driver_sql(f"SELECT count(*) FROM {quote(name)}").scalar_one()  # noqa: S608 - quoted
        for name in tables
    }


def _refuse_losses(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Refuse when a table that is still there lost or gained rows."""
    changed = [name for name, rows in before.items() if after.get(name, rows) != rows]
    if changed:
        raise StorageError(
            _("Rows of {tables} went missing while tables were upgraded.").format(
                tables=", ".join(changed)
            ),
            code="upgrade-failed",
        )


def _put_back_if_changed(path: Path, version: int, copy: Backup) -> None:
    """Restore the copy unless the transaction left the file sound and of its old version."""
    try:
        if files.version_of(path) == version:
            files.look_over(path, version)
            return
    except (StorageError, sqlite3.Error) as error:
        log.warning("the file is not as it was before the upgrade: %s", type(error).__name__)
    copies.put_in_place(copy.path, path)


def _kind(error: Exception) -> str:
    found = faults.words_for(error)
    return found[1] if found else type(error).__name__
