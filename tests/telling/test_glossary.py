import pytest

from advisor.telling.glossary import terms_in

GLOSSARY = {
    "peer": "Someone like her.",
    "peer support": "Help from a peer.",
    "drop-in group": "Open.",
}


def test_terms_are_found_as_whole_words_in_any_case() -> None:
    assert [found.term for found in terms_in("A Peer, and a sleeper.", GLOSSARY)] == ["peer"]


def test_the_longest_term_wins() -> None:
    assert [found.term for found in terms_in("Peer support helps.", GLOSSARY)] == ["peer support"]


def test_a_plural_counts_and_a_term_is_explained_once() -> None:
    assert [found.term for found in terms_in("Peers meet peers.", GLOSSARY)] == ["peer"]


def test_a_term_with_a_hyphen_is_found() -> None:
    found = terms_in("Run a drop-in group.", GLOSSARY)

    assert [(each.term, each.meaning) for each in found] == [("drop-in group", "Open.")]


@pytest.mark.parametrize(("text", "glossary"), [("Nothing here.", GLOSSARY), ("A peer.", {})])
def test_without_a_term_nothing_is_explained(text: str, glossary: dict[str, str]) -> None:
    assert terms_in(text, glossary) == ()
