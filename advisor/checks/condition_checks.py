"""Whether one condition makes sense for a questionnaire."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from advisor.checks.problems import NO_QUESTION, Problem, Trail, alternatives, dangling, no_option
from advisor.language import N_, _
from advisor.models import conditions
from advisor.models.ids import OptionId, QuestionId
from advisor.models.questionnaire import Question, QuestionKind, Questionnaire

_KEYS = MappingProxyType(
    {
        conditions.Is: "is",
        conditions.IsAnyOf: "is_any_of",
        conditions.Includes: "includes",
        conditions.IncludesAnyOf: "includes_any_of",
        conditions.IncludesNoneOf: "includes_none_of",
        conditions.AtLeast: "at_least",
        conditions.AtMost: "at_most",
    }
)
_TESTS_OF_KIND = MappingProxyType(
    {
        QuestionKind.SINGLE: (conditions.Is, conditions.IsAnyOf),
        QuestionKind.YES_NO: (conditions.Is,),
        QuestionKind.MULTIPLE: (
            conditions.Includes,
            conditions.IncludesAnyOf,
            conditions.IncludesNoneOf,
        ),
        QuestionKind.NUMBER: (conditions.AtLeast, conditions.AtMost),
    }
)
_MISFITS = MappingProxyType(
    {
        QuestionKind.SINGLE: N_(
            '"{test}" does not fit the question "{question}", which takes one option. Use {tests}.'
        ),
        QuestionKind.YES_NO: N_(
            '"{test}" does not fit the question "{question}", which takes true or false. '
            "Use {tests}."
        ),
        QuestionKind.MULTIPLE: N_(
            '"{test}" does not fit the question "{question}", which takes several options. '
            "Use {tests}."
        ),
        QuestionKind.NUMBER: N_(
            '"{test}" does not fit the question "{question}", which takes a number. Use {tests}.'
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCondition:
    """A condition, and where it is: ``trail`` ends in ``when`` or a key like it."""

    file: str
    trail: Trail
    condition: conditions.Condition

    def inside(self, *steps: str | int, condition: conditions.Condition) -> "PlacedCondition":
        """Return a part of this condition in its place."""
        return PlacedCondition(file=self.file, trail=(*self.trail, *steps), condition=condition)


def problems_in_condition(
    placed: PlacedCondition, questionnaire: Questionnaire
) -> Iterator[Problem]:
    """Yield what keeps a condition from making sense, test by test."""
    match placed.condition:
        case conditions.AllOf(parts):
            yield from _in_parts(placed, "all", parts, questionnaire)
            yield from _excluded(placed, parts, questionnaire)
        case conditions.AnyOf(parts):
            yield from _in_parts(placed, "any", parts, questionnaire)
        case conditions.Not(part):
            inner = placed.inside("not", condition=part)
            yield from problems_in_condition(inner, questionnaire)
        case test:
            yield from _in_test(placed, test, questionnaire)


def tests_in_place(placed: PlacedCondition) -> Iterator[PlacedCondition]:
    """Yield every test of a condition in its place."""
    match placed.condition:
        case conditions.AllOf(parts) | conditions.AnyOf(parts):
            key = "all" if isinstance(placed.condition, conditions.AllOf) else "any"
            for number, part in enumerate(parts):
                yield from tests_in_place(placed.inside(key, number, condition=part))
        case conditions.Not(part):
            yield from tests_in_place(placed.inside("not", condition=part))
        case _:
            yield placed


def key_of(test: conditions.Test) -> str:
    """Return the key that a test is written with."""
    return _KEYS[type(test)]


def _in_parts(
    placed: PlacedCondition,
    key: str,
    parts: tuple[conditions.Condition, ...],
    questionnaire: Questionnaire,
) -> Iterator[Problem]:
    if not parts:
        message = _("This list is empty, so the condition says nothing. Write a condition in it.")
        yield Problem(file=placed.file, trail=(*placed.trail, key), message=message)
    for number, part in enumerate(parts):
        inner = placed.inside(key, number, condition=part)
        yield from problems_in_condition(inner, questionnaire)


def _in_test(
    placed: PlacedCondition, test: conditions.Test, questionnaire: Questionnaire
) -> Iterator[Problem]:
    if test.question not in questionnaire:
        known = (question.id for question in questionnaire.questions)
        trail = (*placed.trail, "question")
        yield dangling(placed.file, trail, NO_QUESTION, test.question, known)
        return
    question = questionnaire[test.question]
    trail = (*placed.trail, _KEYS[type(test)])
    if message := _misfit(test, question):
        yield Problem(file=placed.file, trail=trail, message=message)
        return
    match test:
        case conditions.AtLeast() | conditions.AtMost():
            yield from _in_number(placed.file, trail, test, question)
        case conditions.Is(value=bool()):
            pass
        case _:
            yield from _in_options(placed.file, trail, conditions.options_of(test), question)


def _misfit(test: conditions.Test, question: Question) -> str | None:
    """Say that the test is not one for this kind of question."""
    fitting = _TESTS_OF_KIND[question.kind]
    if type(test) in fitting:
        is_bool = isinstance(test, conditions.Is) and isinstance(test.value, bool)
        if is_bool == (question.kind is QuestionKind.YES_NO) or not isinstance(test, conditions.Is):
            return None
        sentence = (
            _('The question "{question}" takes one option: write an option without quotes.')
            if is_bool
            else _(
                'The question "{question}" takes true or false: write true or false without quotes.'
            )
        )
        return sentence.format(question=question.id)
    return _(_MISFITS[question.kind]).format(
        test=_KEYS[type(test)],
        question=question.id,
        tests=alternatives(_KEYS[kind] for kind in fitting),
    )


def _in_number(
    file: str, trail: Trail, test: conditions.AtLeast | conditions.AtMost, question: Question
) -> Iterator[Problem]:
    if not question.minimum <= test.number <= question.maximum:
        yield Problem(
            file=file,
            trail=trail,
            message=_('{number} is outside what "{question}" can be ({least} to {most}).').format(
                number=test.number,
                question=question.id,
                least=question.minimum,
                most=question.maximum,
            ),
        )


def _in_options(
    file: str, trail: Trail, options: tuple[OptionId, ...], question: Question
) -> Iterator[Problem]:
    known = {option.id: option for option in question.options}
    if not options:
        message = _("This list is empty, so the test says nothing. Name an option.")
        yield Problem(file=file, trail=trail, message=message)
    for option in options:
        if option not in known:
            yield no_option(file, trail, question.id, option, known)
        elif known[option].informational:
            message = _('"{option}" is informational: it may feed no condition.').format(
                option=option
            )
            yield Problem(file=file, trail=trail, message=message)


def _excluded(
    placed: PlacedCondition, parts: tuple[conditions.Condition, ...], questionnaire: Questionnaire
) -> Iterator[Problem]:
    """Yield pairs that can never be chosen together because one excludes all others."""
    wanted: dict[QuestionId, set[OptionId]] = {}
    for part in parts:
        if isinstance(part, conditions.Includes) and part.question in questionnaire:
            wanted.setdefault(part.question, set()).add(part.option)
    for question_id, options in wanted.items():
        exclusive = {o.id for o in questionnaire[question_id].options if o.exclusive}
        if len(options) > 1 and (alone := sorted(exclusive & options)):
            yield Problem(
                file=placed.file,
                trail=(*placed.trail, "all"),
                message=_(
                    '"{option}" excludes the other options of "{question}", '
                    "so these can never hold together."
                ).format(option=alone[0], question=question_id),
            )
