"""Looking for words that the disk has changed: ``integrity_check`` sees one in ten."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.models.stored import PlanTrouble
from advisor.storage import edits, packs, past, wording
from advisor.storage.engines import READING, file_engine
from advisor.storage.schema.tables import Edited

_AT_ONCE = 1000


def damage_in_file(path: Path) -> tuple[str, ...]:
    """Return the names of the rows in a file that are not as they were saved."""
    engine = file_engine(path)
    try:
        with Session(engine.execution_options(**{READING: True})) as session:
            return tuple(damage_in(session))
    finally:
        engine.dispose()


def troubles_in_file(path: Path) -> tuple[PlanTrouble, ...]:
    """Return what is not as it was saved in the histories of a file, and what is missing."""
    engine = file_engine(path)
    try:
        with Session(engine.execution_options(**{READING: True})) as session:
            return tuple(past.troubles(session))
    finally:
        engine.dispose()


def damage_in(session: Session) -> Iterator[str]:
    """Yield the names of rows of plans and evidence that are not as they were saved.

    A file of an earlier version has not all of the tables.
    """
    there = set(inspect(session.connection()).get_table_names())
    for table in wording.ROWS.values():
        if table.__tablename__ in there:
            yield from _damage_in(session, table)
    for version in packs.stored_packs(session):
        try:
            packs.pack_records(session, version)
        except StorageError as error:
            yield error.details["rows"] or f"evidence {version}"


def _damage_in(session: Session, table: type[Edited]) -> Iterator[str]:
    """Look through a table without the ORM, which would take several times as long."""
    keys, columns = wording.key_of(table), table.__table__.columns
    names = ("digest", *keys, *wording.columns_of(table))
    chosen = select(*(columns[name] for name in names)).execution_options(yield_per=_AT_ONCE)
    for digest, *values in session.execute(chosen):
        key, said = values[: len(keys)], wording.said_from(table, values[len(keys) :])
        if digest != wording.seal(table, key, said):
            yield f"{edits.name_of(table)} {key[-1]}"
