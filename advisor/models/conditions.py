"""Conditions on a plan: tests on one answer, joined by all, any and not.

What a condition *is* lives here; how it is judged lives in ``advisor.rules``. An open
answer makes a test unknown, never false: advice that left a risk out because nobody had
asked about it would be worse than none. A question that is hidden makes every test on it
false, ``IncludesNoneOf`` too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.models.ids import OptionId, QuestionId


@dataclass(frozen=True, slots=True)
class Is:
    """The single answer is this option; for a yes/no question the value is a bool."""

    question: QuestionId
    value: OptionId | bool


@dataclass(frozen=True, slots=True)
class IsAnyOf:
    """The single answer is one of these options."""

    question: QuestionId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class Includes:
    """The chosen options include this one."""

    question: QuestionId
    option: OptionId


@dataclass(frozen=True, slots=True)
class IncludesAnyOf:
    """The chosen options include at least one of these."""

    question: QuestionId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class IncludesNoneOf:
    """The chosen options include none of these."""

    question: QuestionId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number is this or more."""

    question: QuestionId
    number: int


@dataclass(frozen=True, slots=True)
class AtMost:
    """The number is this or less."""

    question: QuestionId
    number: int


Test = Is | IsAnyOf | Includes | IncludesAnyOf | IncludesNoneOf | AtLeast | AtMost


def options_of(test: Test) -> tuple[OptionId, ...]:
    """Return the options that a test names."""
    match test:
        case AtLeast() | AtMost():
            return ()
        case Is(value=value):
            return () if isinstance(value, bool) else (value,)
        case Includes(option=option):
            return (option,)
        case _:
            return test.options


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Test | AllOf | AnyOf | Not

GROUPS = (AllOf, AnyOf, Not)
"""Conditions that are made of others; to ask a tuple is quicker than to ask a union of types."""


def tests_in(condition: Condition) -> Iterator[Test]:
    """Yield every test of a condition, in reading order, repeats included."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from tests_in(part)
        case Not(part):
            yield from tests_in(part)
        case _:
            yield condition


def questions_in(condition: Condition) -> frozenset[QuestionId]:
    """Return the questions that a condition mentions."""
    return frozenset(test.question for test in tests_in(condition))
