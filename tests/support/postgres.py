"""A real PostgreSQL server of the tests' own: private folder, Unix socket, no network.

Tests ask for ``postgres_url``, the address of a new empty database. The server is started
when the first test asks and stopped at the end of the session.
"""

import contextlib
import itertools
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest
from psycopg import sql

from tests.support.waiting import wait_until

DEBIAN_PROGRAMS = Path("/usr/lib/postgresql")
OWNER = "advisor"
START_TIMEOUT_SECONDS = 60
# The data live as long as the tests: nothing has to survive a power cut.
QUICK = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "120",
    "shared_buffers": "16MB",
    "synchronous_commit": "off",
}


def find_programs(debian: Path = DEBIAN_PROGRAMS) -> Path | None:
    """The folder with the newest server programs, or None where there are none."""

    def version(folder: Path) -> list[int]:
        return [int(part) for part in re.findall(r"\d+", folder.parent.name)]

    found = [folder for folder in debian.glob("*/bin") if (folder / "initdb").exists()]
    if found:
        return max(found, key=version)
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def refuse(environment: Mapping[str, str]) -> NoReturn:
    """Skip for want of a server; in CI, where one is promised, fail."""
    reason = "no PostgreSQL server programs found: install the package 'postgresql'"
    if environment.get("CI"):
        pytest.fail(f"{reason} (CI must have them)")
    pytest.skip(reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A running server; ``folder`` holds its data, its socket and its log."""

    folder: Path
    start: Callable[[], None]
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, database: str) -> str:
        """The address of ``database`` as SQLAlchemy takes it."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    @contextmanager
    def new_database(self) -> Iterator[str]:
        """Give the name of an empty database that is dropped afterwards, sessions and all."""
        name = f"test_{next(self._numbers)}"
        self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield name
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def crash(self) -> None:
        """Kill every process of the server at once; ``start`` is left to the caller."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        every = [first, *_children(first)]
        for process in every:
            # A child may end by itself when its parent is gone.
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        wait_until(lambda: not any(map(_is_running, every)), "the server's processes to be gone")
        # Where nobody takes note of the end of orphans, their numbers look like a running server.
        (self.folder / "data" / "postmaster.pid").unlink()
        (self.folder / ".s.PGSQL.5432.lock").unlink()

    def _execute(self, statement: sql.Composed) -> None:
        where = f"host={self.folder} user={OWNER} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement)


def _children(process: int) -> list[int]:
    every = (Path("/proc") / str(process) / "task").glob("*/children")
    return [int(child) for task in every for child in task.read_text().split()]


def _is_running(process: int) -> bool:
    try:
        state = (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@contextmanager
def running_server(programs: Path, **more: str) -> Iterator[Server]:
    """Start a server in a new folder and give it; stop it and remove the folder at the end.

    ``more`` are settings of the server's.
    """
    # Not the test's own temporary folder: a socket's path may have about 100 characters only.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    run = _runner(folder)
    data, log = folder / "data", folder / "log"
    try:
        run(programs / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        options = " ".join(f"-c {name}='{value}'" for name, value in {**QUICK, **more}.items())

        def start() -> None:
            run(programs / "pg_ctl", "start", "-w", "-t", START_TIMEOUT_SECONDS, "-D", data,
                "-l", log, "-o", f"-k {folder} {options}")  # fmt: skip

        start()
        try:
            yield Server(folder=folder, start=start)
        finally:
            run(programs / "pg_ctl", "stop", "-D", data, "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _runner(folder: Path) -> Callable[..., None]:
    """A function that runs a program in ``folder``, as a plain user since root is refused."""
    user, group = _plain_account() if os.geteuid() == 0 else (None, None)
    if user is not None:
        shutil.chown(folder, user, group)

    def run(program: Path, *arguments: object) -> None:
        # No pipe: the server would inherit it and keep it open.
        with (folder / "output").open("w+b") as output:
            status = subprocess.run(
                [str(program), *map(str, arguments)],
                cwd=folder,
                stdout=output,
                stderr=output,
                check=False,
                user=user,
                group=group,
                extra_groups=None if user is None else [],
            ).returncode
        if status:
            texts = [folder / name for name in ("output", "log")]
            said = "\n".join(text.read_text() for text in texts if text.exists())
            raise RuntimeError(f"{program.name} ended with {status}:\n{said}")

    return run


def _plain_account() -> tuple[int, int]:
    """The user's and the group's number of 'postgres', else of 'nobody'."""
    # Windows has no such module, and no server is found there.
    import pwd  # noqa: PLC0415

    accounts = {entry.pw_name: (entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    return accounts.get("postgres", accounts["nobody"])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A private PostgreSQL server, one for each test process."""
    programs = find_programs()
    if programs is None:
        refuse(os.environ)
    with running_server(programs) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database of this test's own."""
    with postgres_server.new_database() as name:
        yield postgres_server.url(name)
