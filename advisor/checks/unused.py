"""What an author should look at: things that are asked and that nothing uses."""

from collections.abc import Iterable, Iterator
from itertools import chain

from advisor.checks.exact_checks import unanswered_somewhere
from advisor.checks.placed_conditions import conditions_in
from advisor.checks.possibilities import Possibilities
from advisor.checks.problems import Problem
from advisor.language import _
from advisor.models.conditions import options_of, tests_in
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question, QuestionKind, Role
from advisor.rules.completions import FORMATS


def warnings_in(pack: Pack) -> Iterator[Problem]:
    """Yield what is no fault of a sound pack, but hardly meant, in the order of its files."""
    yield from _unused(pack)
    yield from unanswered_somewhere(pack, Possibilities(pack.questionnaire))


def _unused(pack: Pack) -> Iterator[Problem]:
    used = _used_options(pack)
    for question in pack.questionnaire.questions:
        if question.role is Role.INFORMATIONAL:
            continue
        if question.id not in used:
            message = _("Nothing uses the answer to this question. Use it, or do not ask.")
            yield Problem(file="questions", trail=(question.id,), message=message)
            continue
        for option in _unused_options(question, used[question.id]):
            message = _("Nothing uses this option. Use it, or mark it with informational: true.")
            yield Problem(file="questions", trail=(question.id, "options", option), message=message)


def _unused_options(question: Question, named: set[OptionId]) -> list[OptionId]:
    """Return the options that make no difference.

    One option of a single choice may be left over: all that ask for the others tell it apart.
    An exclusive one says that none of the others holds.
    """
    over = [
        option.id
        for option in question.options
        if option.id not in named and not option.informational and not option.exclusive
    ]
    is_the_rest = question.kind is QuestionKind.SINGLE and len(over) == 1
    return [] if is_the_rest else over


def _used_options(pack: Pack) -> dict[QuestionId, set[OptionId]]:
    """Return the questions that something asks for, with the options that it names."""
    used: dict[QuestionId, set[OptionId]] = {}
    for question, options in chain(_in_conditions(pack), _in_other_places(pack)):
        used.setdefault(question, set()).update(options)
    return used


def _in_conditions(pack: Pack) -> Iterator[tuple[QuestionId, Iterable[OptionId]]]:
    conditions = [placed.condition for placed in conditions_in(pack)]
    asked = [question.ask_when for question in pack.questionnaire.questions]
    for condition in (*conditions, *(each for each in asked if each is not None)):
        for test in tests_in(condition):
            yield test.question, options_of(test)


def _in_other_places(pack: Pack) -> Iterator[tuple[QuestionId, Iterable[OptionId]]]:
    """Coverage, tensions, and texts that are chosen by an answer."""
    for configuration in pack.configurations:
        yield FORMATS, configuration.coverage
    for tension in pack.tensions:
        yield tension.question, (tension.option,)
    for slot in pack.starters.slots:
        if slot.question is not None:
            yield slot.question, slot.texts
    for sentence in pack.paper_words.plan_in_a_line:
        for part in (*sentence.opening, *sentence.then):
            if part.question is not None:
                yield part.question, part.texts
