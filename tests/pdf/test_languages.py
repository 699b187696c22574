"""Runs in other scripts are tagged with a language, and nothing of the text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.pdf.languages import Run, reads_right_to_left, runs_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("سلام", "ar"),
        ("ٹیم ہے", "ur"),
        ("پدر", "fa"),
        ("שלום", "he"),
        ("আমি", "bn"),
        ("नमस्ते", "hi"),
        ("ਸਤ ਸ੍ਰੀ", "pa"),
        ("γεια", "el"),
    ],
)
def test_a_script_gets_its_language(text: str, language: str) -> None:
    assert runs_of(text) == (Run(text, language),)


def test_spaces_and_marks_inside_a_run_belong_to_it_and_those_around_do_not() -> None:
    assert runs_of("Say سلام، دوست 3 times") == (
        Run("Say ", ""),
        Run("سلام، دوست", "ar"),
        Run(" 3 times", ""),
    )


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("سلام x", True), ("3 שלום", True), ("x سلام", False), ("", False), ("12", False)],
)
def test_the_first_letter_decides_where_a_line_starts(text: str, is_so: bool) -> None:
    assert reads_right_to_left(text) is is_so


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x1800)))
def test_the_runs_joined_are_the_text(text: str) -> None:
    assert "".join(run.text for run in runs_of(text)) == text
