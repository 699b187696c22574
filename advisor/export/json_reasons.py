"""The tree of reasons as data: each test with the answer that was used."""

from advisor.models.conditions import (
    AtLeast,
    AtMost,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Test,
)
from advisor.models.explanation import Explanation, GroupExplained, TestExplained
from advisor.models.json_values import Json, JsonObject
from advisor.models.plan import Answer, OpenAnswer


def because_data(explanation: Explanation) -> JsonObject:
    """Return an explanation in plain values, group by group and test by test."""
    match explanation:
        case GroupExplained():
            return {
                "operator": explanation.operator.value,
                "truth": explanation.truth.value,
                "parts": [because_data(part) for part in explanation.parts],
            }
        case TestExplained():
            return {
                "question": explanation.test.question,
                **_test(explanation.test),
                "answer": answer_data(explanation.answer),
                "truth": explanation.truth.value,
                "hidden": explanation.hidden,
            }


def _test(test: Test) -> JsonObject:
    match test:
        case Is():
            return {"test": "is", "wanted": test.value}
        case IsAnyOf():
            return {"test": "is_any_of", "wanted": list(test.options)}
        case Includes():
            return {"test": "includes", "wanted": test.option}
        case IncludesAnyOf():
            return {"test": "includes_any_of", "wanted": list(test.options)}
        case IncludesNoneOf():
            return {"test": "includes_none_of", "wanted": list(test.options)}
        case AtLeast():
            return {"test": "at_least", "wanted": test.number}
        case AtMost():
            return {"test": "at_most", "wanted": test.number}


def answer_data(answer: Answer) -> Json:
    """Return an answer in plain values; options of a multiple choice in one order."""
    match answer.value:
        case OpenAnswer():
            return {"open": answer.value.value}
        case frozenset():
            return list[Json](sorted(answer.value))
        case _:
            return answer.value
