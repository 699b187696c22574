"""Conditions written in the languages of other engines.

Every engine gets the same variables: ``v_<question>`` for the answer, ``s_<question>`` for
whether a question that can be hidden is shown. What is not known is left out (ZEN, CEL) or
NULL (SQL), where a multiple answer is one column for each option.
"""

from dataclasses import dataclass

from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Not,
    Test,
)
from advisor.models.explanation import Truth
from advisor.models.ids import OptionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import QuestionKind, Questionnaire
from advisor.rules.judging import relevance

Value = str | int | bool | list[str] | None


@dataclass(frozen=True, kw_only=True)
class Language:
    """How a language joins and writes things."""

    all: str
    any: str
    no: str
    true: str
    false: str
    equals: str
    one_of: str
    includes: str

    def literal(self, value: str | bool) -> str:
        if isinstance(value, bool):
            return self.true if value else self.false
        return f"'{value}'"


ZEN = Language(
    all=" and ",
    any=" or ",
    no="not ",
    true="true",
    false="false",
    equals="==",
    one_of="{0} in [{1}]",
    includes="'{1}' in v_{0}",
)
CEL = Language(
    all=" && ",
    any=" || ",
    no="!",
    true="true",
    false="false",
    equals="==",
    one_of="{0} in [{1}]",
    includes="'{1}' in v_{0}",
)
SQL = Language(
    all=" AND ",
    any=" OR ",
    no="NOT ",
    true="1",
    false="0",
    equals="=",
    one_of="{0} IN ({1})",
    includes="v_{0}__{1}",
)


def written(condition: Condition, language: Language, questionnaire: Questionnaire) -> str:
    """Return a condition as an expression that is true, false or unknown."""

    def part(one: Condition) -> str:
        return written(one, language, questionnaire)

    match condition:
        case AllOf(parts):
            return f"({language.all.join(map(part, parts))})"
        case AnyOf(parts):
            return f"({language.any.join(map(part, parts))})"
        case Not(inner):
            return f"({language.no}({part(inner)}))"
        case _:
            test = _test(condition, language)
            if questionnaire[condition.question].ask_when is None:
                return test
            return f"(s_{condition.question}{language.all}{test})"


def _test(test: Test, language: Language) -> str:
    name = f"v_{test.question}"

    def any_of(options: tuple[OptionId, ...]) -> str:
        each = (language.includes.format(test.question, option) for option in options)
        return f"({language.any.join(each)})"

    match test:
        case Is(_, value):
            return f"({name} {language.equals} {language.literal(value)})"
        case IsAnyOf(_, options):
            return f"({language.one_of.format(name, ', '.join(map(language.literal, options)))})"
        case Includes(_, option):
            return any_of((option,))
        case IncludesAnyOf(_, options):
            return any_of(options)
        case IncludesNoneOf(_, options):
            return f"({language.no}{any_of(options)})"
        case AtLeast(_, number):
            return f"({name} >= {number})"
        case AtMost(_, number):
            return f"({name} <= {number})"


def variables(plan: Plan, questionnaire: Questionnaire) -> dict[str, Value]:
    """Return what ZEN and CEL are told: nothing about what is not known."""
    told: dict[str, Value] = {}
    for question in questionnaire.questions:
        given = plan.answer(question.id).given
        if given is not None:
            told[f"v_{question.id}"] = sorted(given) if isinstance(given, frozenset) else given
        shown = relevance(question.id, plan.answer, questionnaire)
        if question.ask_when is not None and shown is not Truth.OPEN:
            told[f"s_{question.id}"] = shown is Truth.HOLDS
    return told


def row(plan: Plan, questionnaire: Questionnaire) -> dict[str, Value]:
    """Return what SQL is told: a value or NULL for every column."""
    told = variables(plan, questionnaire)
    columns: dict[str, Value] = {}
    for question in questionnaire.questions:
        name = f"v_{question.id}"
        if question.kind is QuestionKind.MULTIPLE:
            given = told.get(name)
            for option in question.options:
                chosen = option.id in given if isinstance(given, list) else None
                columns[f"{name}__{option.id}"] = chosen
        else:
            columns[name] = told.get(name)
        columns[f"s_{question.id}"] = told.get(f"s_{question.id}")
    return columns
