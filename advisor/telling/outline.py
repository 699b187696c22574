"""Lines under headings, and a condition told as such: a line for each group and each test."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import _
from advisor.models.conditions import AllOf, AnyOf, Condition, Not
from advisor.models.questionnaire import Questionnaire
from advisor.telling.words import requirement_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text that belongs under others by its ``depth``.

    ``about`` is the id of what it speaks of, for a reader who looks things up by their ids.
    """

    text: str
    depth: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with its lines."""

    heading: str
    lines: tuple[Line, ...]


def told_part(heading: str, *texts: str) -> Part:
    """Put the texts that say something under a heading, a line each."""
    return Part(heading=heading, lines=tuple(Line(text=text) for text in texts if text))


def filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts that have a line."""
    return tuple(part for part in parts if part.lines)


def outline(condition: Condition, questionnaire: Questionnaire, depth: int = 0) -> tuple[Line, ...]:
    """Tell a condition line by line, the parts of a group one step deeper than the group."""
    match condition:
        case AllOf(parts):
            return _group(_("All of these:"), parts, questionnaire, depth)
        case AnyOf(parts):
            return _group(_("At least one of these:"), parts, questionnaire, depth)
        case Not(part):
            return _group(_("Not this:"), (part,), questionnaire, depth)
        case _:
            question = questionnaire[condition.question]
            words = _("{question} The answer {requirement}.").format(
                question=question.text,
                requirement=requirement_words(question, condition),
            )
            return (Line(text=words, depth=depth),)


def _group(
    words: str, parts: Iterable[Condition], questionnaire: Questionnaire, depth: int
) -> tuple[Line, ...]:
    below = (line for part in parts for line in outline(part, questionnaire, depth + 1))
    return (Line(text=words, depth=depth), *below)
