"""How old a reader must be for what the window says.

    python -m tests.support.reading_age

says how hard the sentences of the window are, all together and the hardest ones. The measure is
the grade of Flesch and Kincaid (1975), 0.39 words a sentence and 11.8 syllables a word less 15.59;
an English child is five years older than the grade. The texts of the evidence are not the window's.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.messages import messages

MOST_AGE = 13
FEWEST_WORDS = 8
"""A shorter sentence is judged with the others only: one long word would decide."""

EXCEPTED = frozenset({"benefit", "checklist", "perinatal", "programme", "register", "statement"})
"""Words of the field and names of things in the program: nothing plainer says the same."""

_PLACEHOLDER = re.compile(r"\{\w*\}")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_END = re.compile(r"(?<=[.?!])\s+")
_WINDOW = ("ui/", "advisor/telling/")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the window, and the words and syllables in it."""

    text: str
    words: int
    syllables: int

    @property
    def age(self) -> float:
        """How old its reader must be, were all sentences like it."""
        return reading_age(1, self.words, self.syllables)


def reading_age(sentences: int, words: int, syllables: int) -> float:
    """Return the age that so many sentences, words and syllables ask for."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5


def syllables_in(word: str) -> int:
    """Count the syllables of a word by its vowels, as they are written."""
    plain = word.lower()
    if _stem(plain) in EXCEPTED:
        return 1
    plain = re.sub(r"(?:(?<![aeiouylcgsxzh])es|(?<![aeiouydt])ed|(?<![aeiouyl])e)$", "", plain)
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def _stem(word: str) -> str:
    return word if word in EXCEPTED else word.removesuffix("s")


def sentence(text: str) -> Sentence:
    """Measure a sentence; what is put into it counts as one short word."""
    words = _WORD.findall(_PLACEHOLDER.sub("one", text))
    return Sentence(text, len(words), sum(map(syllables_in, words)))


def sentences_in(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that have words in them."""
    for part in _END.split(text.replace("&", "")):
        measured = sentence(part)
        if measured.words:
            yield measured


def of_the_window() -> tuple[Sentence, ...]:
    """Return every sentence of the window: what reads as one, not names of buttons."""
    found: list[Sentence] = []
    for message in messages():
        if not any(place.startswith(_WINDOW) for place, _line in message.locations):
            continue
        forms = [message.id] if isinstance(message.id, str) else message.id
        for form in forms:
            if form.rstrip().endswith((".", "?", "!", ":")):
                found += sentences_in(form)
    return tuple(found)


def too_hard(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """Return the sentences that ask for an older reader, the hardest first."""
    long = (each for each in sentences if each.words >= FEWEST_WORDS and each.age > MOST_AGE)
    return sorted(long, key=lambda each: -each.age)


def age_of(sentences: tuple[Sentence, ...]) -> float:
    """Return the age that all these sentences together ask for."""
    words = sum(each.words for each in sentences)
    return reading_age(len(sentences), words, sum(each.syllables for each in sentences))


def main() -> None:
    """Tell how hard the window is to read; fail where it is too hard."""
    sentences = of_the_window()
    age, hard = age_of(sentences), too_hard(sentences)
    sys.stdout.write(f"{len(sentences)} sentences, reading age {age:.1f}, at most {MOST_AGE}\n")
    for each in hard:
        sys.stdout.write(f"{each.age:5.1f}  {each.text}\n")
    sys.exit(age > MOST_AGE or bool(hard))


if __name__ == "__main__":
    main()
