"""Which versions of the tables there are, and how a file of each is recognised."""

import hashlib
import re
import sqlite3
from collections.abc import Iterable

APPLICATION_ID = 0x50505341
"""SQLite's application_id of our files: PPSA, for perinatal peer support advisor."""

SCHEMA_VERSION = 6
"""The version of the tables that this program reads and writes; also SQLite's user_version."""

SCHEMA_DIGESTS: dict[int, frozenset[str]] = {
    1: frozenset({"94c03a8cf20c52d0ec16ad279ed4badef08b1912da090100fd3992fea87dc786"}),
    2: frozenset({"0f6fa6c412dbb14a241d6d018604c6ae45dd438fff1693fd456664d1fb0f9ffb"}),
    3: frozenset({"c51bbc2377ad75529ca33c6c12972006295330f9e9c08fb877b5c7e7967c6e27"}),
    4: frozenset({"a924e25a220215b888749bfe1d8af1679dabffc3bf33a85594e85472264a9d46"}),
    5: frozenset({"5928d12d61bde4cd2d7ddb379464407706e536d3f2c63f08e7ada5344d603b05"}),
    6: frozenset({"c686e785bb3ce0cd85775c1e36dd95efaa3c92d89aa3ab1a444f512f06a0cdf8"}),
}
"""For each version, the digests of every schema that counts as it, made new or migrated."""


def revision(version: int) -> str:
    """Return a version as a server's database says it."""
    return f"{version:04}"


def marks_in(header: bytes) -> tuple[int, int]:
    """Return application_id and user_version of the file of SQLite that begins with these bytes."""
    # https://www.sqlite.org/fileformat.html#the_database_header
    return int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")


def is_of_version(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the tables and triggers of a file are exactly those of a version."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master "
        "WHERE substr(name, 1, 7) <> 'sqlite_'"
    ).fetchall()
    return schema_digest(rows) in SCHEMA_DIGESTS.get(version, frozenset())


def schema_digest(objects: Iterable[tuple[str, str, str]]) -> str:
    """Return a digest of (type, name, SQL) of everything in a SQLite schema.

    Spaces, quotes and case do not count: they vary with the tool that wrote the schema.
    """
    lines = sorted(f"{kind} {name} {_bare(sql)}" for kind, name, sql in objects)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _bare(sql: str) -> str:
    return re.sub(r'[\s"`]+', "", sql).lower()
