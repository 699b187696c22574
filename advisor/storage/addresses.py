"""Where plans are kept, as a person writes it: the path of a file, or the address of a server.

What is refused here is never shown again: it may hold a password.
"""

import re
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote

from sqlalchemy import URL

from advisor.errors import StorageError
from advisor.language import N_, _
from advisor.storage import faults

Address: TypeAlias = URL
"""The address of a server; printing it hides the password."""

BAD_ADDRESS = faults.Words(
    "bad-address",
    N_("This is not the address of a database."),
    N_("Give the path of a file, or postgresql://name@server/database."),
)

_LAST_PORT = 65_535
_SERVER = frozenset({"postgresql", "postgres"})

# user:password@ is cut off at the last @, so that a password may hold @, : and /.
_PLACE = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]*)(?::(?P<port>\d{1,5}))?"
    r"(?:/(?P<database>[^/?#]*))?(?:\?(?P<query>[^#]*))?"
)
# name@server/…, name:password@…, server:5432/…; a letter with a colon is a disk of Windows.
_LIKE_A_SERVER = re.compile(r"[^/\\]*@[^/\\]*[:/\\]|[^/\\]*:[^/\\]*@|[^/\\:]{2,}:\d+([/\\]|$)")


def address_of(where: str | Path | URL) -> Path | URL:
    """Return what was named: the path of a file, or the address of a PostgreSQL server.

    Raises StorageError ``bad-address`` for what is neither, and for an address without
    ``postgresql://`` that would make a file named after a password.
    """
    if isinstance(where, URL):
        return where
    if isinstance(where, Path):
        return where.absolute()
    scheme, found, rest = where.partition("://")
    if not found:
        if _LIKE_A_SERVER.match(where) and not Path(where).parent.is_dir():
            raise refused()
        return Path(where).absolute()
    kind = scheme.partition("+")[0]
    if kind == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(rest.removeprefix("/")).absolute()
    if kind not in _SERVER:
        raise refused()
    return _server(rest)


def place_of(url: URL) -> str:
    """Return what a person calls a server's database, without name and password."""
    return _("{database} on {computer}").format(
        database=url.database or _("database"), computer=url.host or _("this computer")
    )


def refused(cause: str = "") -> StorageError:
    """Return the refusal of an address, which says nothing of what it held."""
    return faults.refusal(BAD_ADDRESS, _("the address given"), cause)


def _server(rest: str) -> URL:
    who, at, where = rest.rpartition("@")
    place = _PLACE.fullmatch(where)
    if place is None or int(place["port"] or 0) > _LAST_PORT:
        raise refused()
    name, _colon, password = who.partition(":")
    return URL.create(
        "postgresql+psycopg",
        username=unquote(name) or None,
        password=unquote(password) or None if at else None,
        host=place["host"].strip("[]") or None,
        port=int(place["port"]) if place["port"] else None,
        database=unquote(place["database"] or "") or None,
        query=dict(parse_qsl(place["query"] or "", keep_blank_values=True)),
    )
