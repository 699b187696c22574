"""What is said in one run for who listens."""

import pytest

from advisor.telling.spoken import MOST_SAID, in_one_run, in_runs


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


@pytest.mark.parametrize(
    ("lengths", "together"),
    [
        ([], []),
        ([10, 20], [[0, 1]]),
        ([400, 200, 1], [[0, 1], [2]]),
        ([MOST_SAID + 1, 5, MOST_SAID], [[0], [1], [2]]),
    ],
)
def test_no_run_is_long_and_no_part_is_left_out(
    lengths: list[int], together: list[list[int]]
) -> None:
    runs = in_runs(["a" * length for length in lengths])

    assert [list(run) for run in runs] == together
