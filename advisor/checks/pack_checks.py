"""Whether a pack makes sense: every reference leads somewhere, every condition can be judged.

The shape of the files is checked where they are read. Nothing here needs a file, so that a
stored pack can be checked too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from advisor.checks.condition_checks import PlacedCondition, can_hold, problems_in_condition
from advisor.checks.problems import (
    NO_CONFIGURATION,
    NO_LADDER_STEP,
    NO_OWNER,
    NO_PRINCIPLE,
    NO_QUESTION,
    NO_SOURCE,
    NO_STAGE,
    Problem,
    Trail,
    alternatives,
    dangling,
    no_option,
)
from advisor.checks.question_checks import problems_in_questions
from advisor.language import _
from advisor.models.evidence import Action, Configuration, Domain, Effect, Tension
from advisor.models.pack import Pack, Term
from advisor.rules.completions import FORMATS

EFFECTS: Mapping[Domain, tuple[Effect, ...]] = MappingProxyType(
    {
        Domain.TAKE_UP: (Effect.ENCOURAGES, Effect.DISCOURAGES),
        Domain.BENEFIT: (Effect.BENEFITS,),
        Domain.RISK: (Effect.HARMS,),
    }
)
"""The ways in which the rules of a configuration may point."""

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
_MONTH_OR_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


def problems_in(pack: Pack) -> Iterator[Problem]:
    """Yield all that makes no sense in a pack, in the order of its files."""
    yield from _in_head(pack)
    questions = tuple(problems_in_questions(pack.questionnaire))
    yield from questions
    for configuration in pack.configurations:
        yield from _in_configuration(configuration, pack)
    for action in pack.actions:
        yield from _in_action(action, pack)
    for note in pack.scope_notes:
        yield from _missing_sources("scope_notes", note.id, note.sources, pack)
    for tension in pack.tensions:
        yield from _in_tension(tension, pack)
    yield from _in_conditions(pack, are_questions_sound=not questions)


def _in_head(pack: Pack) -> Iterator[Problem]:
    if not _VERSION.fullmatch(pack.version.version):
        message = _("A version is up to 32 digits, letters, full stops, + and -, like 2026.11.")
        yield Problem(file="pack", trail=("version",), message=message)
    if not _MONTH_OR_DAY.fullmatch(pack.review_due):
        message = _("Write the month or day of the next review like 2027-11 or 2027-11-30.")
        yield Problem(file="pack", trail=("review_due",), message=message)
    used = {question.section for question in pack.questionnaire.questions}
    for section in pack.questionnaire.sections:
        if section.id not in used:
            message = _("No question belongs to this section. Remove it, or give it questions.")
            yield Problem(file="pack", trail=("sections", section.id), message=message)


def _in_configuration(configuration: Configuration, pack: Pack) -> Iterator[Problem]:
    file, own = "configurations", configuration.id
    yield from _missing_terms(
        file, (own, "evidence"), NO_LADDER_STEP, (configuration.evidence,), pack.evidence_ladder
    )
    yield from _missing_terms(
        file, (own, "principles"), NO_PRINCIPLE, configuration.principles, pack.principles
    )
    yield from _missing_sources(file, own, (s.source for s in configuration.sources), pack)
    yield from _in_coverage(configuration, pack)
    allowed = EFFECTS[configuration.domain]
    if not configuration.rules:
        message = _("There is no rule, so it never becomes advice. Write one.")
        yield Problem(file=file, trail=(own, "rules"), message=message)
    for rule in configuration.rules:
        if rule.effect not in allowed:
            message = _(
                'A rule of the domain "{domain}" cannot say "{effect}". It can say {effects}.'
            ).format(domain=configuration.domain, effect=rule.effect, effects=alternatives(allowed))
            yield Problem(file=file, trail=(own, "rules", rule.id, "effect"), message=message)


def _in_coverage(configuration: Configuration, pack: Pack) -> Iterator[Problem]:
    """Coverage says something about each format; of nothing else, and of none in silence."""
    trail = (configuration.id, "coverage")
    if FORMATS not in pack.questionnaire:
        yield dangling("configurations", trail, NO_QUESTION, FORMATS, ())
        return
    formats = [option.id for option in pack.questionnaire[FORMATS].options]
    for option in configuration.coverage:
        if option not in formats:
            yield no_option("configurations", (*trail, option), FORMATS, option, formats)
    for option in formats:
        if option not in configuration.coverage:
            message = _('Nothing is said about the format "{option}". Add it.').format(
                option=option
            )
            yield Problem(file="configurations", trail=trail, message=message)


def _in_action(action: Action, pack: Pack) -> Iterator[Problem]:
    file, own = "actions", action.id
    yield from _missing_terms(file, (own, "stage"), NO_STAGE, (action.stage,), pack.stages)
    yield from _missing_terms(file, (own, "owner"), NO_OWNER, (action.owner,), pack.owners)
    if action.deputy:
        yield from _missing_terms(file, (own, "deputy"), NO_OWNER, (action.deputy,), pack.owners)
    yield from _missing_terms(
        file, (own, "evidence"), NO_LADDER_STEP, (action.evidence,), pack.evidence_ladder
    )
    yield from _missing_sources(file, own, action.sources, pack)
    for number, serving in enumerate(action.serves):
        if serving.configuration not in pack.configuration_by_id:
            yield dangling(
                file,
                (own, "serves", number, "configuration"),
                NO_CONFIGURATION,
                serving.configuration,
                pack.configuration_by_id,
            )
    if not action.serves and not action.safety:
        message = _("It serves no configuration, so no plan would ever show it. Name one.")
        yield Problem(file=file, trail=(own, "serves"), message=message)


def _in_tension(tension: Tension, pack: Pack) -> Iterator[Problem]:
    trail = (tension.id, "question")
    if tension.question not in pack.questionnaire:
        known = [question.id for question in pack.questionnaire.questions]
        yield dangling("tensions", trail, NO_QUESTION, tension.question, known)
    else:
        question = pack.questionnaire[tension.question]
        options = [option.id for option in question.options]
        if tension.option not in options:
            trail = (tension.id, "option")
            yield no_option("tensions", trail, question.id, tension.option, options)
    yield from _in_side(tension, "benefit_side", Domain.RISK, pack)
    yield from _in_side(tension, "risk_side", Domain.BENEFIT, pack)


def _in_side(tension: Tension, side: str, wrong: Domain, pack: Pack) -> Iterator[Problem]:
    members = tension.benefit_side if side == "benefit_side" else tension.risk_side
    if not members:
        message = _("A tension has two sides; this one is empty.")
        yield Problem(file="tensions", trail=(tension.id, side), message=message)
    for number, member in enumerate(members):
        trail = (tension.id, side, number)
        configuration = pack.configuration_by_id.get(member)
        if configuration is None:
            yield dangling("tensions", trail, NO_CONFIGURATION, member, pack.configuration_by_id)
        elif configuration.domain is wrong:
            message = _('"{member}" is a {domain} and belongs on the other side.').format(
                member=member, domain=wrong
            )
            yield Problem(file="tensions", trail=trail, message=message)


def _missing_terms(
    file: str, trail: Trail, sentence: str, wanted: Iterable[str], known: tuple[Term, ...]
) -> Iterator[Problem]:
    ids = [term.id for term in known]
    for term in wanted:
        if term not in ids:
            yield dangling(file, trail, sentence, term, ids)


def _missing_sources(file: str, own: str, wanted: Iterable[str], pack: Pack) -> Iterator[Problem]:
    for number, source in enumerate(wanted):
        if source not in pack.source_by_id:
            yield dangling(file, (own, "sources", number), NO_SOURCE, source, pack.source_by_id)


def _in_conditions(pack: Pack, *, are_questions_sound: bool) -> Iterator[Problem]:
    """Conditions of sound questions are also asked whether any answers make them hold."""
    for placed in _conditions(pack):
        problems = tuple(problems_in_condition(placed, pack.questionnaire))
        yield from problems
        if not problems and are_questions_sound:
            yield from _impossible(placed, pack)


def _impossible(placed: PlacedCondition, pack: Pack) -> Iterator[Problem]:
    if not can_hold(placed.condition, pack.questionnaire):
        message = _("No answers make this condition hold. Look for parts that exclude each other.")
        yield Problem(file=placed.file, trail=placed.trail, message=message)


def _conditions(pack: Pack) -> Iterator[PlacedCondition]:
    """Yield every condition outside the questionnaire."""
    for configuration in pack.configurations:
        yield from _conditions_of(configuration)
    for action in pack.actions:
        for key, condition in (
            ("applies_when", action.applies_when),
            ("in_place_when", action.in_place_when),
        ):
            if condition is not None:
                yield PlacedCondition(file="actions", trail=(action.id, key), condition=condition)
    for note in pack.scope_notes:
        yield PlacedCondition(file="scope_notes", trail=(note.id, "when"), condition=note.when)


def _conditions_of(configuration: Configuration) -> Iterator[PlacedCondition]:
    file, own = "configurations", configuration.id
    for rule in configuration.rules:
        trail: Trail = (own, "rules", rule.id, "when")
        yield PlacedCondition(file=file, trail=trail, condition=rule.when)
    for key, modifiers in (
        ("stronger_when", configuration.stronger_when),
        ("weaker_when", configuration.weaker_when),
    ):
        for number, modifier in enumerate(modifiers):
            trail = (own, key, number, "when")
            yield PlacedCondition(file=file, trail=trail, condition=modifier.when)
