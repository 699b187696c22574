"""Connections as SQLAlchemy uses them, to a file or to a server."""

import ipaddress
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from advisor.language import N_
from advisor.storage import faults, files
from advisor.storage.addresses import place_of

READING = "advisor_reading"
"""Execution option of a transaction that only reads."""

STATEMENT_SECONDS = 8
LOCK_SECONDS = 5
CONNECT_SECONDS = 5
IDLE_SECONDS = 60

INSIST = "SET synchronous_commit TO on"

LAX_SERVER = faults.Words(
    "server-too-lax",
    N_("The server does not promise to keep what it has confirmed."),
    N_("Ask the person who looks after it to allow synchronous_commit = on."),
)
UNPROVEN_SERVER = faults.Words(
    "server-unproven",
    N_("The server did not prove that it is the right one, so no password was sent to it."),
    N_("Ask the person who looks after it to set up its certificate here."),
)


def file_engine(path: Path) -> Engine:
    """Return an engine with the one connection to a file.

    A transaction takes the right to write when it begins: one that reads first and asks later
    is refused at once when two programs do so together.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: _reading_all(files.connect(path)),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get(READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _reading_all(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Read what the disk has made unreadable, too: its digest tells of it, and names the row."""
    connection.text_factory = lambda raw: raw.decode(errors="replace")
    return connection


def server_engine(url: URL) -> Engine:
    """Return an engine for a PostgreSQL server; nothing is sent before the first use."""
    engine = create_engine(
        guarded(url),
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=1,
        max_overflow=1,
        pool_timeout=CONNECT_SECONDS,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "application_name": "peer support advisor",
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "options": (
                f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout={LOCK_SECONDS}s "
                f"-c idle_in_transaction_session_timeout={IDLE_SECONDS}s"
            ),
        },
    )
    event.listen(engine, "do_connect", _reach(place_of(url)))
    event.listen(engine, "connect", _insist_on_keeping(place_of(url)))
    return engine


def guarded(url: URL) -> URL:
    """Return the URL with the strictest check of the server's identity off this machine.

    An ``sslmode`` in the URL is the person's own choice and stays.
    """
    if "sslmode" in url.query or _is_here(url):
        return url
    return url.update_query_dict({"sslmode": "verify-full"})


def _is_here(url: URL) -> bool:
    named = url.query.get("host", url.host or "")
    hosts = [named] if isinstance(named, str) else list(named)
    return all(_is_loopback(host) for each in hosts for host in each.split(","))


def _is_loopback(host: str) -> bool:
    # No host and a folder both mean a socket of this machine.
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reach(place: str) -> Callable[..., DBAPIConnection]:
    """Connect, and tell a server that does not prove who it is from one that is not there."""

    def reach(
        dialect: Dialect, _entry: ConnectionPoolEntry, words: list[Any], more: dict[str, Any]
    ) -> DBAPIConnection:
        try:
            return dialect.connect(*words, **more)
        except dialect.loaded_dbapi.OperationalError as error:
            if _is_unproven(str(error)):
                raise faults.refusal(UNPROVEN_SERVER, place, "certificate") from None
            raise

    return reach


def _is_unproven(said: str) -> bool:
    # The driver has no code for it. Names stand in quotes; a server that speaks has been believed.
    unquoted = re.sub('"[^"]*"', "", said)
    return "FATAL" not in said and re.search(r"\bSSL\b|certificate", unquoted) is not None


def _insist_on_keeping(place: str) -> Callable[[DBAPIConnection, ConnectionPoolEntry], None]:
    """Have every commit wait until it is on disk: 330 of 13,815 were lost without."""

    def insist(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        try:
            cursor.execute(INSIST)
            cursor.execute("SHOW synchronous_commit")
            found = cursor.fetchone()
            connection.commit()
        finally:
            cursor.close()
        if found is None or found[0] != "on":
            raise faults.refusal(LAX_SERVER, place, "synchronous_commit")

    return insist
