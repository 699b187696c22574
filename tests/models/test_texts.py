"""What a text may hold, whoever wrote it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.models.texts import (
    fault_in_text,
    harmless,
    in_plain_order,
    pasted,
    shown,
    tidied,
    without_accents,
)

NOTE = 10_000


def fault(text: str, *, lines: bool = False) -> str:
    return fault_in_text(text, longest=NOTE, lines=lines) or ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Amberfield",
        "if a<b then c>d",
        "Caf\u00e9",
        "\u0645\u0631\u062d\u0628\u0627 \u200f(1)\u200e",
        "\u2067\u05d0\u05de\u05d0\u2069",
        "\u202bone \u202atwo\u202c\u202c",
        "\u0bb5\u0ba3\u0b95\u0bcd\u0b95\u0bae\u0bcd",
        "\U0001f469\u200d\U0001f467",
        "zero\u200bwidth",
        "soft\u00adhyphen",
        "no\u00a0break",
        "\ue000",
    ],
)
def test_any_script_is_welcome(text: str) -> None:
    assert fault(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\0", "the control character U+0000"),
        ("a\x1b[2J", "the control character U+001B"),
        ("a\tb", "the control character U+0009"),
        ("a\rb", "the control character U+000D"),
        ("a\x85b", "the control character U+0085"),
        ("a\ufffe", "the control character U+FFFE"),
        ("a\ud800", "half a character (U+D800)"),
        ("a\udfff", "half a character (U+DFFF)"),
        ("a\u202db", "turns its reading order round (U+202D)"),
        ("a\u202eb", "turns its reading order round (U+202E)"),
        ("\u2066a", "opens a change of reading direction"),
        ("\u2067a", "opens a change of reading direction"),
        ("\u2068a", "opens a change of reading direction"),
        ("\u202aa", "opens a change of reading direction"),
        ("a\u202c", "closes a change of reading direction"),
        ("a\u2069", "closes a change of reading direction"),
        ("\u2067a\u202c", "closes a change of reading direction"),
        ("a\nb", "must be on one line"),
        ("a\u2028b", "must be on one line"),
        ("a\u2029b", "must be on one line"),
        ("x" * 10_001, "has 10,001 characters; at most 10,000 fit"),
    ],
)
def test_what_nobody_can_see_is_refused(text: str, said: str) -> None:
    assert said in fault(text)


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\u2028b", "\n"])
def test_longer_texts_have_lines_and_tabs(text: str) -> None:
    assert fault(text, lines=True) == ""


def test_a_direction_ends_with_its_paragraph() -> None:
    assert "never closes" in fault("\u2067a\n\u2069b", lines=True)


def test_a_text_of_the_longest_length_fits() -> None:
    assert fault("x" * NOTE) == ""


def test_tidying_brings_texts_into_one_form() -> None:
    assert tidied("Cafe\u0301\r\n\ra\nb") == "Caf\u00e9\n\na\nb"


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


@given(st.text(alphabet=st.characters(codec=None, max_codepoint=sys.maxunicode)))
def test_a_sound_text_can_be_stored_and_shown(text: str) -> None:
    if fault(text, lines=True) == "":
        assert text.encode().decode() == text
        assert "\0" not in text


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_a_foreign_text_is_named_harmlessly(text: str) -> None:
    name = harmless(text)

    assert name.isprintable()
    assert len(name) <= 61
    assert shown(text) == f'"{name}"'


@pytest.mark.parametrize("text", ["Saved: plan.pdf", "Taith gerdded Siân", "\u2068שלום\u2069 (3)"])
def test_a_text_that_is_read_as_it_stands_stays_as_it_is(text: str) -> None:
    assert in_plain_order(text) == text


@given(st.text(alphabet="ab\n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069ש"))
def test_no_mark_in_a_name_turns_the_words_beside_it_round(name: str) -> None:
    found = in_plain_order(f"Saved: {name} (3 pages)")

    assert fault_in_text(found, longest=len(found), lines=True) is None
    assert len(found) == len(f"Saved: {name} (3 pages)")


def test_a_long_name_is_cut_visibly() -> None:
    assert shown("x" * 100, 10) == '"xxxxxxxxxx…"'


@given(text=st.text(), lines=st.booleans())
def test_what_is_pasted_can_be_stored_and_pasting_twice_is_pasting_once(
    text: str, lines: bool
) -> None:
    found = pasted(text, lines=lines)

    assert fault_in_text(found, longest=len(found), lines=lines) is None
    assert pasted(found, lines=lines) == found


@pytest.mark.parametrize(
    "text",
    ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f469\u200d\U0001f37c", "a\u00a0b"],
)
def test_what_joins_letters_stays_in_what_is_pasted(text: str) -> None:
    assert pasted(text) == text


@pytest.mark.parametrize(
    ("text", "plain"), [("crèche", "creche"), ("cre\u0300che", "creche"), ("ﬁlm", "film"), ("", "")]
)
def test_a_text_is_searched_without_accents(text: str, plain: str) -> None:
    assert without_accents(text) == plain
