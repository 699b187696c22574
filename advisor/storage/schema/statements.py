"""The tables as statements: new databases are made from here in one transaction.

A test holds the steps that upgrade older ones to the same result.
"""

from functools import cache

from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable

from advisor.storage.schema.columns import METADATA
from advisor.storage.schema.guards import triggers
from advisor.storage.schema.tables import REVISION
from advisor.storage.schema.versions import SCHEMA_VERSION, revision


@cache
def statements(dialect_name: str) -> tuple[str, ...]:
    """Return what makes all tables of the newest version in an empty database."""
    # By its name: only who keeps plans on a server waits for the language of servers to load.
    dialect = registry.load(dialect_name)()
    made: list[str] = []
    for table in METADATA.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    made.extend(triggers(dialect_name))
    # Both are our own words.
    made.append(f"INSERT INTO {REVISION.name} VALUES ('{revision(SCHEMA_VERSION)}')")  # noqa: S608
    return tuple(made)
