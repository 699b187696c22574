"""The shipped pack, and a small one that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from advisor.models.pack import Pack
from advisor.packs.reading import PackSource, read_pack
from tests.packs.authoring import Author

EVIDENCE = Path(__file__).parents[2] / "resources" / "evidence"
SMALL = Path(__file__).parent / "small"


@pytest.fixture(scope="session")
def shipped() -> PackSource:
    return read_pack(EVIDENCE)


@pytest.fixture(scope="session")
def pack(shipped: PackSource) -> Pack:
    return shipped.pack


@pytest.fixture(scope="session")
def small_pack() -> Pack:
    return read_pack(SMALL).pack


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(Path(shutil.copytree(SMALL, tmp_path / "small")))
