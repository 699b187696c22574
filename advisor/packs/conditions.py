"""From the record of a condition to the condition."""

from collections.abc import Iterable

from advisor.models import conditions
from advisor.models.ids import OptionId, QuestionId
from advisor.packs.condition_records import ConditionRecord


def build_condition(record: ConditionRecord) -> conditions.Condition:
    """Return the condition that a record writes down; raise ValueError when it has no form."""
    match record:
        case {"all": parts}:
            return conditions.AllOf(tuple(map(build_condition, parts)))
        case {"any": parts}:
            return conditions.AnyOf(tuple(map(build_condition, parts)))
        case {"not": part}:
            return conditions.Not(build_condition(part))
        case {"question": question}:
            return _test(QuestionId(question), record)
        case _:
            raise ValueError(record)


def _test(question: QuestionId, record: ConditionRecord) -> conditions.Test:
    match record:
        case {"is": bool(value)}:
            return conditions.Is(question, value)
        case {"is": str(option)}:
            return conditions.Is(question, OptionId(option))
        case {"is_any_of": options}:
            return conditions.IsAnyOf(question, _options(options))
        case {"includes": option}:
            return conditions.Includes(question, OptionId(option))
        case _:
            return _further_test(question, record)


def _further_test(question: QuestionId, record: ConditionRecord) -> conditions.Test:
    match record:
        case {"includes_any_of": options}:
            return conditions.IncludesAnyOf(question, _options(options))
        case {"includes_none_of": options}:
            return conditions.IncludesNoneOf(question, _options(options))
        case {"at_least": number}:
            return conditions.AtLeast(question, number)
        case {"at_most": number}:
            return conditions.AtMost(question, number)
        case _:
            raise ValueError(record)


def _options(options: Iterable[str]) -> tuple[OptionId, ...]:
    return tuple(map(OptionId, options))
