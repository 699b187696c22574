"""A team's PostgreSQL database: made, recognised, upgraded."""

from collections.abc import Container

from sqlalchemy import Connection, Engine, inspect, text

from advisor.language import N_
from advisor.storage import faults
from advisor.storage.schema.statements import statements
from advisor.storage.schema.tables import REVISION
from advisor.storage.schema.versions import SCHEMA_VERSION, revision
from advisor.storage.upgrade import upgrade_connection

# Any number that other programs are unlikely to lock.
_PREPARING = 5_050_534_101

NO_DRIVER = faults.Words(
    "no-driver",
    N_("The part of the program that speaks to a team's database is not installed."),
    N_("Run `make team`, or `pip install` with `requirements/team.txt`, and start again."),
)
NEWER_SERVER = faults.Words(
    "newer-file",
    N_("This database was made by a newer version of the program; it was not touched."),
    N_(
        "Update the program to go on with it. This version cannot export its plans either: it does"
        " not know all that they say."
    ),
)
FOREIGN_SERVER = faults.Words(
    "not-our-file",
    N_("This database holds tables of another program."),
    N_("Use an empty database."),
)


def plans_in(engine: Engine, place: str) -> int | None:
    """Return how many plans a team's database has; None when it is empty. Changes nothing.

    Refuses what is not ours, or newer.
    """
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if not tables:
            return None
        _known_version(connection, tables, place)
        counting = text("SELECT count(*) FROM plan WHERE deleted IS NULL")
        return int(connection.execute(counting).scalar_one())


def prepare(engine: Engine, place: str) -> None:
    """Make or upgrade the tables in one transaction; refuse what is not ours or newer."""
    with engine.begin() as connection:
        # Two computers may start together.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PREPARING})
        tables = set(inspect(connection).get_table_names())
        if not tables:
            for statement in statements(connection.dialect.name):
                connection.exec_driver_sql(statement)
        else:
            found = _known_version(connection, tables, place)
            if found != SCHEMA_VERSION:
                upgrade_connection(connection, found)


def _known_version(connection: Connection, tables: Container[str], place: str) -> int:
    """Return the version of the tables; refuse those that are not ours, or newer."""
    if REVISION.name not in tables:
        raise faults.refusal(FOREIGN_SERVER, place)
    found = connection.execute(REVISION.select()).scalar_one()
    known = [revision(version) for version in range(1, SCHEMA_VERSION + 1)]
    if found not in known:
        raise faults.refusal(NEWER_SERVER, place, details={"version": found, "known": known[-1]})
    return int(found)
