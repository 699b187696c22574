"""Databases for the tests of storage."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from advisor.storage.database import Database
from advisor.storage.schema.columns import METADATA
from advisor.storage.schema.tables import REVISION
from tests.support.postgres import Server

Opening = Callable[[str | Path], Database]


@pytest.fixture
def open_database(tmp_path: Path) -> Iterator[Opening]:
    """Open databases that are closed at the end."""
    opened: list[Database] = []

    def opening(where: str | Path) -> Database:
        opened.append(Database.open(where, backups=tmp_path / "backups"))
        return opened[-1]

    yield opening
    for database in opened:
        database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database file may be made."""
    return tmp_path / "data" / "plans.db"


@pytest.fixture
def database(open_database: Opening, file: Path) -> Database:
    """A new database in a file."""
    return open_database(file)


@pytest.fixture(scope="session")
def server_url(postgres_server: Server) -> Iterator[str]:
    """The address of the database that the tests share: making one takes half a second."""
    with postgres_server.new_database() as name:
        yield postgres_server.url(name)


@pytest.fixture(scope="session")
def shared_server(server_url: str) -> Iterator[Database]:
    """A database on a real PostgreSQL server."""
    database = Database.open(server_url)
    yield database
    database.close()


@pytest.fixture
def server(shared_server: Database) -> Database:
    """A database on a real PostgreSQL server, emptied."""
    tables = ", ".join(table.name for table in METADATA.sorted_tables if table is not REVISION)
    with shared_server.writing() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY")
    return shared_server


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.postgres)])
def either(request: pytest.FixtureRequest) -> Database:
    """A new database of each kind: what holds on one must hold on the other."""
    found = request.getfixturevalue({"file": "database", "server": "server"}[request.param])
    assert isinstance(found, Database)
    return found
