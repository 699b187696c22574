from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.services.advisor import Advisor


@pytest.fixture
def advisor(tmp_path: Path) -> Iterator[Advisor]:
    """An advisor over a database of its own."""
    with Advisor.open(str(tmp_path / "plans.db")) as opened:
        yield opened
