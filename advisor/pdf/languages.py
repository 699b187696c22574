"""Which parts of a text are in another script, so that a reader's voice and fonts change with it.

A script does not name a language. The choice is the one most spoken among the mothers that
UK programmes reach; Urdu and Persian are told from Arabic by letters that only they use.
"""

from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one language; ``language`` is empty for the document's own."""

    text: str
    language: str


_LANGUAGES = {
    "Arabic": "ar",
    "Hebrew": "he",
    "Bengali": "bn",
    "Devanagari": "hi",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Tamil": "ta",
    "Thai": "th",
    "Armenian": "hy",
    "Georgian": "ka",
    "Ethiopic": "am",
    "Greek": "el",
}
_RIGHT_TO_LEFT = frozenset({"ar", "he", "ur", "fa"})
_URDU = regex.compile("[ٹڈڑںےھہ]")
_PERSIAN = regex.compile("[پچژگ]")
# From the first to the last letter of a script, with marks, spaces and signs between them.
_RUNS = regex.compile(
    "|".join(
        rf"(?P<{script}>\p{{{script}}}(?:[\p{{{script}}}\p{{M}}\p{{Common}}]*[\p{{{script}}}\p{{M}}])?)"
        for script in _LANGUAGES
    )
)
_LETTER = regex.compile(r"\p{L}")


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the text in pieces by language; joined, they are the text."""
    if text.isascii():
        return (Run(text, ""),)
    runs: list[Run] = []
    end = 0
    for match in _RUNS.finditer(text):
        if match.start() > end:
            runs.append(Run(text[end : match.start()], ""))
        runs.append(Run(match[0], _language(match[0], str(match.lastgroup))))
        end = match.end()
    if end < len(text) or not runs:
        runs.append(Run(text[end:], ""))
    return tuple(runs)


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is read from the right."""
    for run in runs_of(text):
        if run.language:
            return run.language in _RIGHT_TO_LEFT
        if _LETTER.search(run.text):
            return False
    return False


def _language(text: str, script: str) -> str:
    if script == "Arabic":
        if _URDU.search(text):
            return "ur"
        if _PERSIAN.search(text):
            return "fa"
    return _LANGUAGES[script]
