"""Whether ids lead somewhere."""

from collections.abc import Iterable, Iterator

from advisor.checks.problems import (
    NO_ACTION,
    NO_CONFIGURATION,
    NO_QUESTION,
    NO_SOURCE,
    Problem,
    Trail,
    dangling,
    no_option,
)
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack, Term


def missing_terms(
    file: str, trail: Trail, sentence: str, wanted: Iterable[str], known: tuple[Term, ...]
) -> Iterator[Problem]:
    """Yield the terms that a vocabulary of pack.yaml does not have."""
    ids = [term.id for term in known]
    for term in wanted:
        if term not in ids:
            yield dangling(file, trail, sentence, term, ids)


def missing_sources(
    file: str, trail: Trail, wanted: Iterable[str], pack: Pack
) -> Iterator[Problem]:
    """Yield the sources of a list that do not exist."""
    for number, source in enumerate(wanted):
        if source not in pack.source_by_id:
            yield dangling(file, (*trail, number), NO_SOURCE, source, pack.source_by_id)


def missing_actions(
    file: str, trail: Trail, wanted: Iterable[str], pack: Pack
) -> Iterator[Problem]:
    """Yield the actions of a list that do not exist."""
    for number, action in enumerate(wanted):
        if action not in pack.action_by_id:
            yield dangling(file, (*trail, number), NO_ACTION, action, pack.action_by_id)


def missing_configurations(
    file: str, trail: Trail, wanted: Iterable[str], pack: Pack
) -> Iterator[Problem]:
    """Yield the configurations of a list that do not exist."""
    for number, own in enumerate(wanted):
        if own not in pack.configuration_by_id:
            yield dangling(file, (*trail, number), NO_CONFIGURATION, own, pack.configuration_by_id)


def missing_question(file: str, trail: Trail, wanted: QuestionId, pack: Pack) -> Iterator[Problem]:
    """Yield a question that does not exist."""
    if wanted not in pack.questionnaire:
        known = [question.id for question in pack.questionnaire.questions]
        yield dangling(file, trail, NO_QUESTION, wanted, known)


def missing_options(
    file: str,
    trail: Trail,
    question: QuestionId,
    wanted: Iterable[tuple[str | int, OptionId]],
    pack: Pack,
) -> Iterator[Problem]:
    """Yield the options that a question of the pack does not have, each with its last step."""
    known = [option.id for option in pack.questionnaire[question].options]
    for step, option in wanted:
        if option not in known:
            yield no_option(file, (*trail, step), question, option, known)
