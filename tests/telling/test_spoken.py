"""What is said in one run for who listens."""

import pytest

from advisor.telling.spoken import MOST_SAID, in_one_run, in_runs, said_at


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


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("first", "This comes first."),
        ("risks", "Which risks are there?"),
        ("there? And", "Which risks are there? And then"),
        ("end", f"{'word ' * 40}to the end"),
    ],
)
def test_of_a_long_text_the_sentence_is_said_in_which_words_stand(wanted: str, said: str) -> None:
    text = f"This comes first. Which risks are there? And then: “why”.\n{'word ' * 40}to the end"
    found = said_at(text, text.index(wanted), len(wanted))

    assert found == said if wanted != "there? And" else found.startswith(said)


def test_a_short_text_is_said_whole() -> None:
    assert said_at("One. Two.", 5, 3) == "One. Two."
