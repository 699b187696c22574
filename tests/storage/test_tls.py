"""A server elsewhere must prove who it is: tried with a real server and a real certificate."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from advisor.errors import StorageError
from advisor.storage.database import Database
from tests.support.postgres import OWNER, Server, find_programs, refuse, running_server
from tests.support.waiting import wait_until

pytestmark = pytest.mark.postgres

NAME, OTHER = "db.example.org", "other.example.org"
CERTIFICATE = (
    *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    *("-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
    *("-keyout", "server.key", "-out", "server.crt"),
)


def test_a_server_elsewhere_is_used_only_once_it_has_proved_who_it_is(tmp_path: Path) -> None:
    programs, known = find_programs(), tmp_path / "server.crt"
    if programs is None or not shutil.which(CERTIFICATE[0]):
        refuse(os.environ)
    subprocess.run(CERTIFICATE, cwd=tmp_path, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with running_server(programs, listen_addresses="127.0.0.1", port=port) as server:
        with pytest.raises(StorageError, match=f"postgres on {NAME}.* no password was sent") as it:
            Database.open(address(port, NAME, known))
        assert "SECRET" not in f"{it.value} {it.value.details}"
        give_certificate(server, port, tmp_path)
        wait_until(lambda: came_of(port, NAME, known) == "opened", "the server to prove itself")
        assert came_of(port, OTHER, known) == "server-unproven", "the certificate of another"
        nothing = tmp_path / "missing.crt"
        assert came_of(port, NAME, nothing) == "server-unproven", "a certificate nobody knows"
        assert came_of("1", NAME, known) == "connection-lost", "nobody there"


def came_of(port: str, name: str, known: Path) -> str:
    """Open a server by this name, trusting a certificate; return the code of the refusal."""
    try:
        Database.open(address(port, name, known)).close()
    except StorageError as error:
        return error.code
    return "opened"


def address(port: str, name: str, known: Path) -> str:
    # Not the name but this address is asked: no network is needed.
    where = f"{name}:{port}/postgres?hostaddr=127.0.0.1&sslrootcert={known}"
    return f"postgresql://{OWNER}:SECRET@{where}"


def give_certificate(server: Server, port: str, folder: Path) -> None:
    data = server.folder / "data"
    for name in ("server.key", "server.crt"):
        shutil.copy(folder / name, data)
        (data / name).chmod(0o600)
        os.chown(data / name, data.stat().st_uid, data.stat().st_gid)
    where = f"host={server.folder} port={port} user={OWNER} dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET ssl = on")
        connection.execute("SELECT pg_reload_conf()")
