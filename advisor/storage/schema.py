"""The tables as statements.

New databases are made from here in one transaction, without Alembic, which costs a fifth of a
second to import. A test holds the migrations to the same result.
"""

from sqlalchemy import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from advisor.storage.columns import Base
from advisor.storage.guards import triggers
from advisor.storage.tables import REVISION
from advisor.storage.versions import SCHEMA_VERSION, revision


def statements(dialect: Dialect) -> list[str]:
    """Return what makes all tables of the newest version in an empty database."""
    made: list[str] = []
    for table in Base.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    made.extend(triggers(dialect.name))
    made.append(f"INSERT INTO {REVISION.name} VALUES ('{revision(SCHEMA_VERSION)}')")  # noqa: S608 - our own words
    return made
