"""A team's PostgreSQL database: made, recognised, upgraded."""

from sqlalchemy import Connection, Engine, inspect, text

from advisor.language import N_
from advisor.storage import faults
from advisor.storage.schema.statements import statements
from advisor.storage.schema.tables import REVISION
from advisor.storage.schema.versions import SCHEMA_VERSION, revision
from advisor.storage.upgrade import upgrade_connection

# Any number that other programs are unlikely to lock.
_PREPARING = 5_050_534_101

NEWER_SERVER = faults.Words(
    "newer-file",
    N_("This database was made by a newer version of the program; it was not touched."),
    N_("Update the program."),
)
FOREIGN_SERVER = faults.Words(
    "not-our-file",
    N_("This database holds tables of another program."),
    N_("Use an empty database."),
)


def prepare(engine: Engine, place: str) -> None:
    """Make or upgrade the tables in one transaction; refuse what is not ours or newer."""
    with engine.begin() as connection:
        # Two computers may start together.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PREPARING})
        tables = set(inspect(connection).get_table_names())
        if not tables:
            for statement in statements(connection.dialect.name):
                connection.exec_driver_sql(statement)
        elif REVISION.name not in tables:
            raise faults.refusal(FOREIGN_SERVER, place)
        else:
            _upgrade(connection, place)


def _upgrade(connection: Connection, place: str) -> None:
    found = connection.execute(REVISION.select()).scalar_one()
    known = [revision(version) for version in range(1, SCHEMA_VERSION + 1)]
    if found not in known:
        raise faults.refusal(NEWER_SERVER, place, details={"version": found, "known": known[-1]})
    if found != known[-1]:
        upgrade_connection(connection, int(found))
