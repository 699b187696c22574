"""What the program says about its own pages."""

import re

import pytest

from advisor.models.marks import Mark
from advisor.telling.page_help import page_help, pages_with_help
from advisor.telling.words import MARK

PAGES = sorted(pages_with_help())


@pytest.mark.parametrize("page", PAGES)
def test_help_is_told_in_short_whole_sentences(page: str) -> None:
    told = page_help(page)
    texts = (told.purpose, told.to_do, *(word.meaning for word in told.words))

    assert all(re.fullmatch(r"[A-Z].*[.]", text) for text in texts)
    sentences = [each for text in texts for each in re.split(r"(?<=[.:;]) ", text)]
    assert max(len(each.split()) for each in sentences) <= 22


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_explained_twice_on_a_page(page: str) -> None:
    words = [word.word for word in page_help(page).words]

    assert len(words) == len(set(words))


def test_a_word_is_explained_alike_wherever_it_stands() -> None:
    told: dict[str, set[str]] = {}
    for page in PAGES:
        for word in page_help(page).words:
            told.setdefault(word.word, set()).add(word.meaning)

    assert {word for word, meanings in told.items() if len(meanings) > 1} == set()


def test_states_are_explained_by_the_words_that_stand_on_them() -> None:
    states = next(word for word in page_help("advice").words if MARK[Mark.OPEN] in word.word)

    for mark in (Mark.OPEN, Mark.PARTLY_ADDRESSED, Mark.ADDRESSED):
        assert MARK[mark] in states.word
        assert f"{MARK[mark]}:" in states.meaning


def test_nothing_that_is_in_hand_is_called_safe() -> None:
    meanings = [word.meaning for word in page_help("advice").words]

    assert any("The risk is still there." in meaning for meaning in meanings)
