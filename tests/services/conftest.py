import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.services.advisor import Advisor


@pytest.fixture(scope="session")
def with_evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nothing in it but the shipped evidence."""
    path = tmp_path_factory.mktemp("services") / "plans.db"
    with Advisor.open(path) as opened:
        assert opened.evidence.pack.configurations
    return path


@pytest.fixture
def advisor(tmp_path: Path, with_evidence: Path) -> Iterator[Advisor]:
    """An advisor over a database of its own."""
    with Advisor.open(shutil.copyfile(with_evidence, tmp_path / "plans.db")) as opened:
        yield opened
