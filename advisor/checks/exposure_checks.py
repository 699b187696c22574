"""Whether risks rest on what a programme is, and never on what is done about it."""

from collections.abc import Iterator

from advisor.checks.condition_checks import PlacedCondition, key_of, tests_in_place
from advisor.checks.problems import Problem, Trail
from advisor.language import _
from advisor.models.conditions import Test, options_of, tests_in
from advisor.models.evidence import Configuration, Effect, Rule
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question, Questionnaire, Role


def problems_in_roles(pack: Pack) -> Iterator[Problem]:
    """Yield tests on answers that may not decide what they are asked to decide.

    The verdict of a risk may turn on exposure only, also by way of questions that are hidden;
    no rule and no gate may turn on an informational question.
    """
    for configuration in pack.configurations:
        for rule in configuration.rules:
            yield from _in_rule(configuration, rule, pack.questionnaire)
        for placed in _other_conditions(configuration):
            yield from _informational(placed, pack.questionnaire)
    for gate in pack.gates:
        placed = PlacedCondition(file="gates", trail=(gate.id, "when"), condition=gate.when)
        yield from _informational(placed, pack.questionnaire)


def _in_rule(
    configuration: Configuration, rule: Rule, questionnaire: Questionnaire
) -> Iterator[Problem]:
    for branch in rule.branches:
        trail: Trail = (configuration.id, "rules", rule.id, "branches", branch.id, "when")
        placed = PlacedCondition(file="configurations", trail=trail, condition=branch.when)
        if rule.effect is Effect.HARMS:
            yield from _not_exposure(placed, questionnaire)
        else:
            yield from _informational(placed, questionnaire)


def _other_conditions(configuration: Configuration) -> Iterator[PlacedCondition]:
    own = configuration.id
    for key, modifiers in (
        ("stronger_when", configuration.stronger_when),
        ("weaker_when", configuration.weaker_when),
    ):
        for number, modifier in enumerate(modifiers):
            yield PlacedCondition(
                file="configurations", trail=(own, key, number, "when"), condition=modifier.when
            )
    if configuration.covered_when is not None:
        yield PlacedCondition(
            file="configurations", trail=(own, "covered_when"), condition=configuration.covered_when
        )


def _known_tests(
    placed: PlacedCondition, questionnaire: Questionnaire
) -> Iterator[tuple[PlacedCondition, Test, Question]]:
    """Yield the tests on questions that exist; others are told where references are checked."""
    for inner in tests_in_place(placed):
        for test in tests_in(inner.condition):
            if test.question in questionnaire:
                yield inner.inside(key_of(test), condition=test), test, questionnaire[test.question]


def _informational(placed: PlacedCondition, questionnaire: Questionnaire) -> Iterator[Problem]:
    for inner, _test, question in _known_tests(placed, questionnaire):
        if question.role is Role.INFORMATIONAL:
            message = _('"{question}" is informational: it may feed no rule.').format(
                question=question.id
            )
            yield Problem(file=inner.file, trail=inner.trail, message=message)


def _not_exposure(placed: PlacedCondition, questionnaire: Questionnaire) -> Iterator[Problem]:
    for inner, test, question in _known_tests(placed, questionnaire):
        if told := _no_exposure(test, question):
            message = _(
                "{answer} does not say what the programme is, so it may not decide over a risk. "
                "Write it into in_place_when of an action, or into stronger_when or weaker_when."
            ).format(answer=told)
            yield Problem(file=inner.file, trail=inner.trail, message=message)
        elif told := _behind(question, questionnaire):
            message = _(
                '"{question}" is asked only after {answer}, which does not say what the programme '
                "is, so it may not decide over a risk."
            ).format(question=question.id, answer=told)
            yield Problem(file=inner.file, trail=inner.trail, message=message)


def _no_exposure(test: Test, question: Question) -> str | None:
    """Name the answer that a test asks for and that does not say what a programme is."""
    roles = {option.id: option.role or question.role for option in question.options}
    options = options_of(test)
    if not options and question.role is not Role.EXPOSURE:
        return f'"{question.id}"'
    for option in options:
        if roles.get(option, Role.EXPOSURE) is not Role.EXPOSURE:
            return f'"{question.id}: {option}"'
    return None


def _behind(question: Question, questionnaire: Questionnaire) -> str | None:
    """Name the answer that is no exposure and decides whether a question is asked at all."""
    seen: set[QuestionId] = set()
    waiting = [question]
    while waiting:
        ask_when = waiting.pop().ask_when
        for test in tests_in(ask_when) if ask_when is not None else ():
            if test.question not in questionnaire:
                continue
            before = questionnaire[test.question]
            if told := _no_exposure(test, before):
                return told
            if before.id not in seen:
                seen.add(before.id)
                waiting.append(before)
    return None
