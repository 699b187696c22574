"""Whether a questionnaire makes sense: options fit the kind of question, and all can be asked."""

from collections.abc import Iterator

from advisor.checks.condition_checks import PlacedCondition, problems_in_condition
from advisor.checks.problems import NO_SECTION, Problem, dangling, too_long
from advisor.language import _
from advisor.models.conditions import questions_in
from advisor.models.ids import QuestionId
from advisor.models.questionnaire import Question, QuestionKind, Questionnaire

_FEWEST_OPTIONS = 2


LONGEST_SHORT = 40
"""The most characters of ``short``: it stands in tables and lines."""


def problems_in_questions(
    questionnaire: Questionnaire, *, first_shape: bool = False
) -> Iterator[Problem]:
    """Yield what makes no sense in the questions, in their order."""
    sections = [section.id for section in questionnaire.sections]
    for question in questionnaire.questions:
        if question.section not in sections:
            trail = (question.id, "section")
            yield dangling("questions", trail, NO_SECTION, question.section, sections)
        if not first_shape:
            yield from too_long("questions", (question.id, "short"), question.short, LONGEST_SHORT)
            yield from _in_quick_start(question, questionnaire)
        yield from _in_options(question)
        yield from _in_range(question)
        yield from _in_visibility(question, questionnaire)


def _in_quick_start(question: Question, questionnaire: Questionnaire) -> Iterator[Problem]:
    """The quick start is one section, so that its questions are asked one after the other."""
    first = questionnaire.core[0] if questionnaire.core else question
    if question.core and question.section != first.section:
        message = _('Core questions stand in one section. The first is in "{section}".').format(
            section=first.section
        )
        yield _problem(question, "section", message)


def _problem(question: Question, key: str, message: str) -> Problem:
    return Problem(file="questions", trail=(question.id, key), message=message)


def _in_options(question: Question) -> Iterator[Problem]:
    chosen = question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
    if chosen and len(question.options) < _FEWEST_OPTIONS:
        yield _problem(question, "options", _("A choice needs at least two options."))
    if not chosen and question.options:
        message = _('A question of the kind "{kind}" has no options. Remove them.').format(
            kind=question.kind
        )
        yield _problem(question, "options", message)
    for option in question.options:
        if option.exclusive and question.kind is not QuestionKind.MULTIPLE:
            yield Problem(
                file="questions",
                trail=(question.id, "options", option.id, "exclusive"),
                message=_("Only options of a multiple choice can exclude others. Remove this."),
            )


def _in_range(question: Question) -> Iterator[Problem]:
    if question.kind is QuestionKind.NUMBER:
        if question.minimum >= question.maximum:
            yield _problem(
                question, "max", _("A number needs min and max, and min must be smaller.")
            )
        if not question.unit:
            yield _problem(question, "unit", _("A number needs a unit, such as months."))
    elif question.minimum or question.maximum or question.unit:
        keys = {"min": question.minimum, "max": question.maximum, "unit": question.unit}
        written = next(key for key, value in keys.items() if value)
        yield _problem(question, written, _("Only numbers have min, max and unit. Remove this."))


def _in_visibility(question: Question, questionnaire: Questionnaire) -> Iterator[Problem]:
    if question.ask_when is None:
        return
    yield from problems_in_condition(
        PlacedCondition(
            file="questions", trail=(question.id, "ask_when"), condition=question.ask_when
        ),
        questionnaire,
    )
    place = {other.id: number for number, other in enumerate(questionnaire.questions)}
    wanted = questions_in(question.ask_when) & place.keys()
    if circle := _circle(question.id, questionnaire):
        message = _("This goes round in a circle: {circle}. None could ever be asked.").format(
            circle=" → ".join(circle)
        )
        yield _problem(question, "ask_when", message)
        return
    for other in sorted(wanted, key=place.__getitem__):
        if place[other] > place[question.id]:
            message = _('"{other}" is asked later than this question. Put it before.').format(
                other=other
            )
            yield _problem(question, "ask_when", message)


def _circle(start: QuestionId, questionnaire: Questionnaire) -> list[QuestionId]:
    """Return the shortest circle of questions, each asked only where the next was answered."""
    ways = [[start]]
    seen: set[QuestionId] = set()
    for way in ways:  # grows during the loop
        if way[-1] not in questionnaire:
            continue
        ask_when = questionnaire[way[-1]].ask_when
        for other in sorted(questions_in(ask_when)) if ask_when else ():
            if other == start:
                return [*way, start]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
