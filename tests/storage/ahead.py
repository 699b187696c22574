"""Steps that do not exist yet, to try out today how they will be taken."""

from sqlalchemy import Connection

from advisor.storage.schema.steps import STEPS, Step
from advisor.storage.schema.versions import SCHEMA_VERSION

NEXT = SCHEMA_VERSION + 1


def rebuild(connection: Connection) -> None:
    """Give plans a colour and make another table; a file's table of plans is made afresh."""
    colour = "colour TEXT NOT NULL DEFAULT 'green'"
    if connection.dialect.name == "sqlite":
        asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'plan'"
        made = str(connection.exec_driver_sql(asked).scalar_one())
        made = made.replace('"plan"', "fresh", 1).replace(
            "version INTEGER", f"{colour}, version INTEGER"
        )
        columns = "id, title, description, created, deleted, changed, digest, version"
        for statement in (
            made,
            f"INSERT INTO fresh ({columns}) SELECT {columns} FROM plan",
            "DROP TABLE plan",
            "ALTER TABLE fresh RENAME TO plan",
        ):
            connection.exec_driver_sql(statement)
    else:
        connection.exec_driver_sql(f"ALTER TABLE plan ADD COLUMN {colour}")
    connection.exec_driver_sql("CREATE TABLE note (id TEXT PRIMARY KEY)")


def fail_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE note (id TEXT PRIMARY KEY)")
    connection.exec_driver_sql("UPDATE answer SET version = version + 1")
    raise RuntimeError("private words")


def lose_rows(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM answer WHERE question = 'formats'")


def break_references(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE answer SET plan = 'nobody'")


def speak_nonsense(connection: Connection) -> None:
    connection.exec_driver_sql("nonsense")


def be_broken_off(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE history")
    raise KeyboardInterrupt


def nothing_at_all(_: Connection) -> None:
    """Change nothing."""


def steps(*more: Step) -> dict[int, Step]:
    """Return the steps of this program and more that follow them."""
    return {**STEPS, **dict(enumerate(more, start=NEXT))}
