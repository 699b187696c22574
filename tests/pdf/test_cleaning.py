"""Any text becomes one that the shipped fonts can draw, and loses nothing unseen."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from advisor import locations
from advisor.pdf.cleaning import FAMILIES, RUN, clean_line, clean_link, cleaned, coverage
from tests.support import font_coverage

BREAK = "\u200b"


def test_what_is_written_down_about_the_shipped_fonts_is_so() -> None:
    folder = locations.fonts_folder()

    assert (folder / "coverage.json").read_text("utf-8") == font_coverage.computed()
    assert (folder / "form-font.json").read_text("utf-8") == font_coverage.form_font()


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, £5 – “quoted” …",
        "Ŵyl y plant yng Nghymru",
        "Zażółć gęślą jaźń",
        "تعاون ہر ماں کے ساتھ",
        "আমি ভালো আছি",
        "नमस्ते",
        "👩‍👧 🙂 ✓",
        "two\nlines",
    ],
)
def test_what_the_fonts_draw_stays_as_it_is(text: str) -> None:
    assert cleaned(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x07b", "a[U+0007]b"),
        ("漢", "[U+6F22]"),
        ("a\u202eb", "a[U+202E]b"),
        ("\ud800", "[U+D800]"),
        ("x\u20d6", "[U+0078 U+20D6]"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("so\u00adft\ufeff", "soft"),
        ("\ufe0f", ""),
    ],
)
def test_what_they_cannot_draw_is_written_out(text: str, shown: str) -> None:
    assert cleaned(text) == shown


def test_a_letter_and_its_marks_are_one_thing_for_one_font() -> None:
    # The first family has no combining accents, the second has; e with an accent is one letter.
    assert cleaned("e\u0301 w\u0323") == "é ẉ"


def test_a_long_run_gets_places_to_break_and_an_ordinary_word_does_not() -> None:
    word, run = "x" * RUN, "x" * (RUN + 1)

    assert cleaned(word) == word
    assert BREAK in cleaned(run)
    assert cleaned(run).replace(BREAK, "") == run


def test_a_line_is_one_line_without_spaces_at_its_ends() -> None:
    assert clean_line("  a\n b\u2028c  ") == "a b c"


@pytest.mark.parametrize("link", ["https://doi.org/10.1/x", "http://x.org/a?b=c", "mailto:a@b.org"])
def test_web_and_mail_addresses_can_be_followed(link: str) -> None:
    assert clean_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "field-00:done:plan-01",
        "https://x.org/a b",
        "https://x.org/\n",
        "http://[",
        "//x.org",
        "",
    ],
)
def test_no_other_address_can_be_followed(link: str) -> None:
    assert clean_link(link) == ""


@given(st.text())
def test_every_cluster_of_a_cleaned_text_is_drawn_by_one_family(text: str) -> None:
    selectors = {*"\u200b\u200c\u200d\u200e\u200f\u061c\n", *map(chr, range(0xFE00, 0xFE10))}
    points = [coverage()[family] for family in FAMILIES]

    for cluster in regex.findall(r"\X", cleaned(text)):
        needed = {ord(character) for character in cluster if character not in selectors}
        assert any(needed <= drawn for drawn in points)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)

    assert cleaned(once) == once
