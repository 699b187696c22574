"""Whether a configuration makes sense: its references, its rules and their branches."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from advisor.checks.problems import (
    NO_LADDER_STEP,
    NO_PRINCIPLE,
    NO_QUESTION,
    Problem,
    Trail,
    alternatives,
    dangling,
    no_option,
    too_long,
)
from advisor.checks.references import missing_actions, missing_sources, missing_terms
from advisor.language import _
from advisor.models.evidence import Branch, Configuration, Coverage, Domain, Effect, Rule
from advisor.models.pack import Pack
from advisor.rules.completions import FORMATS

EFFECTS: Mapping[Domain, tuple[Effect, ...]] = MappingProxyType(
    {
        Domain.TAKE_UP: (Effect.ENCOURAGES, Effect.DISCOURAGES),
        Domain.BENEFIT: (Effect.BENEFITS,),
        Domain.RISK: (Effect.HARMS,),
    }
)
"""The ways in which the rules of a configuration may point."""

LONGEST_LINE = 60
"""The most characters of ``short`` in a branch and of ``voice``: they stand on one line."""

MOST_ANSWERS = 4
"""The most actions that answer one branch."""

_FILE = "configurations"


def problems_in_configuration(
    configuration: Configuration, pack: Pack, *, first_shape: bool
) -> Iterator[Problem]:
    """Yield what makes no sense in a configuration, without its conditions.

    Packs of the first shape are not asked for what only the present one has.
    """
    own = configuration.id
    steps = pack.evidence_ladder
    yield from missing_terms(
        _FILE, (own, "evidence"), NO_LADDER_STEP, (configuration.evidence,), steps
    )
    if step := configuration.elsewhere_evidence:
        yield from missing_terms(_FILE, (own, "elsewhere_evidence"), NO_LADDER_STEP, (step,), steps)
    yield from missing_terms(
        _FILE, (own, "principles"), NO_PRINCIPLE, configuration.principles, pack.principles
    )
    for key, sayings in (
        ("sources", configuration.sources),
        ("elsewhere_sources", configuration.elsewhere_sources),
    ):
        yield from missing_sources(_FILE, (own, key), (each.source for each in sayings), pack)
    yield from _in_coverage(configuration, pack)
    if not first_shape:
        yield from _unsaid(configuration)
    if not configuration.rules:
        message = _("There is no rule, so it never becomes advice. Write one.")
        yield Problem(file=_FILE, trail=(own, "rules"), message=message)
    for rule in configuration.rules:
        yield from _in_rule(configuration, rule, pack, first_shape=first_shape)


def _in_coverage(configuration: Configuration, pack: Pack) -> Iterator[Problem]:
    """Coverage says something about each format; of nothing else, and of none in silence."""
    trail: Trail = (configuration.id, "coverage")
    if FORMATS not in pack.questionnaire:
        yield dangling(_FILE, trail, NO_QUESTION, FORMATS, ())
        return
    formats = [option.id for option in pack.questionnaire[FORMATS].options]
    for option, rating in configuration.coverage.items():
        if option not in formats:
            yield no_option(_FILE, (*trail, option), FORMATS, option, formats)
        elif rating is Coverage.ELSEWHERE and not configuration.elsewhere_sources:
            message = _(
                "Which other sources speak about this format? Name them in elsewhere_sources."
            )
            yield Problem(file=_FILE, trail=(*trail, option), message=message)
    for option in formats:
        if option not in configuration.coverage:
            message = _('Nothing is said about the format "{option}". Add it.').format(
                option=option
            )
            yield Problem(file=_FILE, trail=trail, message=message)


def _unsaid(configuration: Configuration) -> Iterator[Problem]:
    """Yield what a risk or a benefit must say about itself."""
    own = configuration.id
    if configuration.domain is Domain.RISK and not configuration.voice:
        message = _('A risk needs the key "voice": what a mother might say afterwards.')
        yield Problem(file=_FILE, trail=(own, "voice"), message=message)
    yield from too_long(_FILE, (own, "voice"), configuration.voice, LONGEST_LINE)
    if configuration.domain is Domain.BENEFIT and not configuration.needs:
        message = _('A benefit needs the key "needs": what it depends on.')
        yield Problem(file=_FILE, trail=(own, "needs"), message=message)


def _in_rule(
    configuration: Configuration, rule: Rule, pack: Pack, *, first_shape: bool
) -> Iterator[Problem]:
    trail: Trail = (configuration.id, "rules", rule.id)
    allowed = EFFECTS[configuration.domain]
    if rule.effect not in allowed:
        message = _(
            'A rule of the domain "{domain}" cannot say "{effect}". It can say {effects}.'
        ).format(domain=configuration.domain, effect=rule.effect, effects=alternatives(allowed))
        yield Problem(file=_FILE, trail=(*trail, "effect"), message=message)
    if not rule.branches:
        message = _("There is no branch, so this rule never applies. Write one.")
        yield Problem(file=_FILE, trail=(*trail, "branches"), message=message)
    for branch in rule.branches:
        inner = (*trail, "branches", branch.id)
        yield from _in_branch(configuration, branch, inner, pack)
        if not first_shape:
            yield from _unsaid_in_branch(rule.effect, branch, inner)


def _in_branch(
    configuration: Configuration, branch: Branch, trail: Trail, pack: Pack
) -> Iterator[Problem]:
    if branch.evidence:
        yield from missing_terms(
            _FILE, (*trail, "evidence"), NO_LADDER_STEP, (branch.evidence,), pack.evidence_ladder
        )
    yield from missing_actions(_FILE, (*trail, "answered_by"), branch.answered_by, pack)
    if branch.elsewhere and not configuration.elsewhere_sources:
        message = _("On which other sources does this rest? Name them in elsewhere_sources.")
        yield Problem(file=_FILE, trail=(*trail, "elsewhere"), message=message)


def _unsaid_in_branch(effect: Effect, branch: Branch, trail: Trail) -> Iterator[Problem]:
    """Yield what a branch must say, by the way in which its rule points."""
    if effect is Effect.HARMS:
        if not branch.sign:
            message = _('A branch of a risk needs the key "sign": how one would notice it.')
            yield Problem(file=_FILE, trail=(*trail, "sign"), message=message)
        if not branch.answered_by:
            message = _(
                "No action answers this branch of a risk. Name one to {most} in answered_by."
            ).format(most=MOST_ANSWERS)
            yield Problem(file=_FILE, trail=(*trail, "answered_by"), message=message)
    if effect in {Effect.ENCOURAGES, Effect.DISCOURAGES} and not branch.short:
        message = _('A branch of take-up needs the key "short": what helps or keeps away here.')
        yield Problem(file=_FILE, trail=(*trail, "short"), message=message)
    yield from too_long(_FILE, (*trail, "short"), branch.short, LONGEST_LINE)
    if len(branch.answered_by) > MOST_ANSWERS:
        message = _("{n} actions answer this; at most {most} may.").format(
            n=len(branch.answered_by), most=MOST_ANSWERS
        )
        yield Problem(file=_FILE, trail=(*trail, "answered_by"), message=message)
