import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor import locations
from advisor.cli.run import run
from advisor.services.advisor import Advisor

SMALLEST = {"plan_version": 1, "title": "A walk and talk group", "answers": {"formats": ["group"]}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Standard output without its line breaks."""
        return " ".join(self.out.split())


Cli = Callable[..., Ran]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the evidence in it, which all read-only commands share."""
    path = tmp_path_factory.mktemp("cli") / "plans.db"
    with Advisor.open(path) as advisor:
        assert advisor.evidence.pack.configurations
    return path


@pytest.fixture
def own(tmp_path: Path, database: Path) -> Path:
    """A database of its own, for commands that change something."""
    return shutil.copyfile(database, tmp_path / "own.db")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], database: Path) -> Cli:
    """Run a command in this process; ``database=`` names another database."""

    def call(*arguments: str | Path, database: Path | None = database) -> Ran:
        words = [str(argument) for argument in arguments]
        with_database = [*words, "--database", str(database)] if database else words
        code = run(with_database)
        captured = capsys.readouterr()
        return Ran(code=code, out=captured.out, err=captured.err)

    return call


@pytest.fixture
def example() -> Path:
    """A complete fictional plan."""
    return locations.examples_folder() / "03-closed-eight-week-group.json"


@pytest.fixture
def plan_file(tmp_path: Path) -> Callable[[object], Path]:
    """Write a plan file with the given content and return its path."""

    def write(content: object) -> Path:
        path = tmp_path / "plan.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(json.dumps(content), "utf-8")
        return path

    return write
