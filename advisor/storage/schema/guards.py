"""Rows that stay as they were stored: guarded in the program and in the database."""

from sqlalchemy import Connection, event
from sqlalchemy.orm import DeclarativeBase, Mapper

from advisor.errors import StorageError
from advisor.language import _
from advisor.storage.schema.columns import Base
from advisor.storage.schema.evidence_tables import EVIDENCE, PackRow
from advisor.storage.schema.tables import HistoryRow

_KEPT: tuple[type[Base], ...] = (PackRow, *EVIDENCE)

_POSTGRES_FUNCTION = """\
CREATE FUNCTION keep_as_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this row is never changed once it is stored'; END $$"""


def triggers(dialect_name: str) -> list[str]:
    """Return the triggers under which evidence and history stay as they were stored.

    History may be deleted, since erasing a plan must erase what it said before.
    """
    kept = [(row.__tablename__, "UPDATE") for row in _KEPT]
    kept.append((HistoryRow.__tablename__, "UPDATE"))
    kept += [(row.__tablename__, "DELETE") for row in _KEPT]
    if dialect_name == "postgresql":
        return [_POSTGRES_FUNCTION] + [
            f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION keep_as_stored()"
            for table, what in kept
        ]
    return [
        f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END"
        for table, what in kept
    ]


def _refuse(
    _mapper: Mapper[DeclarativeBase], _connection: Connection, row: DeclarativeBase
) -> None:
    raise StorageError(
        _("Stored evidence and history are never changed. Store a new edition instead."),
        code="never-changed",
        details={"table": row.__tablename__},
    )


for _row in _KEPT:
    event.listen(_row, "before_update", _refuse)
    event.listen(_row, "before_delete", _refuse)
event.listen(HistoryRow, "before_update", _refuse)
