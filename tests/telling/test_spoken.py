"""What is said in one run for who listens."""

import pytest

from advisor.telling.spoken import in_one_run


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["Strain on peers", "Risk"], "Strain on peers. Risk"),
        (["Does the offer fit?", "Helps", ""], "Does the offer fit? Helps"),
        (["Rest first. ", "Then go on!"], "Rest first. Then go on!"),
        ([], ""),
    ],
)
def test_one_mark_stands_between_two_parts(parts: list[str], said: str) -> None:
    assert in_one_run(parts) == said
