"""The tables as statements, and what keeps written-once rows from being changed.

New databases are made from here in one transaction, without Alembic, which costs a fifth of a
second to import. A test holds the migrations to the same result.
"""

from sqlalchemy import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from advisor.storage.columns import Base
from advisor.storage.evidence_tables import EVIDENCE, PackRow
from advisor.storage.tables import REVISION, HistoryRow
from advisor.storage.versions import SCHEMA_VERSION, revision

_POSTGRES_GUARD = """\
CREATE FUNCTION keep_as_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this row is never changed once it is stored'; END $$"""


def statements(dialect: Dialect) -> list[str]:
    """Return what makes all tables of the newest version in an empty database."""
    made: list[str] = []
    for table in Base.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    made.extend(guards(dialect.name))
    made.append(f"INSERT INTO {REVISION.name} VALUES ('{revision(SCHEMA_VERSION)}')")  # noqa: S608 - our own words
    return made


def guards(dialect_name: str) -> list[str]:
    """Return the triggers under which evidence and history stay as they were stored.

    History may be deleted, since erasing a plan must erase what it said before.
    """
    evidence = [PackRow.__tablename__, *(row.__tablename__ for row in EVIDENCE)]
    kept = [(table, "UPDATE") for table in [*evidence, HistoryRow.__tablename__]]
    kept += [(table, "DELETE") for table in evidence]
    if dialect_name == "postgresql":
        return [_POSTGRES_GUARD] + [
            f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION keep_as_stored()"
            for table, what in kept
        ]
    return [
        f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END"
        for table, what in kept
    ]
