"""Looking for words that the disk has changed: ``integrity_check`` sees one in ten."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, inspect, select

from advisor.errors import StorageError
from advisor.models.stored import PlanTrouble
from advisor.storage import packs, past, rows, wording
from advisor.storage.engines import READING, file_engine

_AT_ONCE = 1000


def damage_in_file(path: Path) -> tuple[str, ...]:
    """Return the names of the rows in a file that are not as they were saved."""
    engine = file_engine(path)
    try:
        with engine.execution_options(**{READING: True}).connect() as connection:
            return tuple(damage_in(connection))
    finally:
        engine.dispose()


def troubles_in_file(path: Path) -> tuple[PlanTrouble, ...]:
    """Return what is not as it was saved in the histories of a file, and what is missing."""
    engine = file_engine(path)
    try:
        with engine.execution_options(**{READING: True}).connect() as connection:
            return tuple(past.troubles(connection))
    finally:
        engine.dispose()


def damage_in(connection: Connection) -> Iterator[str]:
    """Yield the names of rows of plans and evidence that are not as they were saved.

    A file of an earlier version has not all of the tables.
    """
    there = set(inspect(connection).get_table_names())
    for table in wording.TABLES.values():
        if table.name in there:
            yield from _damage_in(connection, table)
    for version in packs.stored_packs(connection):
        try:
            packs.pack_records(connection, version)
        except StorageError as error:
            yield error.details["rows"] or f"evidence {version}"


def _damage_in(connection: Connection, table: Table) -> Iterator[str]:
    keys, columns = rows.key_of(table), table.columns
    names = ("digest", *keys, *wording.columns_of(table))
    chosen = select(*(columns[name] for name in names)).execution_options(yield_per=_AT_ONCE)
    for digest, *values in connection.execute(chosen):
        key, said = values[: len(keys)], wording.said_from(table, values[len(keys) :])
        if digest != wording.seal(table, key, said):
            yield rows.name_of(table, key)
