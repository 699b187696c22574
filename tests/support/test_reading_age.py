"""How hard the window is to read, and the measure itself."""

import pytest

from tests.support.reading_age import MOST_AGE, age_of, of_the_window, sentence, too_hard

HARD = "Organisational considerations necessitate continued collaboration between all providers."


def test_the_window_asks_for_no_older_reader_than_it_may() -> None:
    said = of_the_window()

    assert len(said) > 300
    assert age_of(said) <= MOST_AGE
    assert [each.text for each in too_hard(said)] == []


@pytest.mark.parametrize(
    ("text", "words", "syllables"),
    [
        ("The cat sat.", 3, 3),
        ("Mothers wanted a rescue.", 4, 7),
        ("It likes little changes.", 4, 6),
        ("{n} peers of a programme.", 5, 5),
    ],
)
def test_words_and_syllables_are_counted(text: str, words: int, syllables: int) -> None:
    measured = sentence(text)

    assert (measured.words, measured.syllables) == (words, syllables)


def test_a_sentence_that_asks_too_much_is_named_the_hardest_first() -> None:
    easy, hard = sentence("You can stop at any time and nothing is lost."), sentence(HARD)

    assert too_hard((easy, hard)) == [hard]
    assert age_of((hard,)) > 20
