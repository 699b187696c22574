"""Whether a pack makes sense: every reference leads somewhere, every condition can be judged.

The shape of the files is checked where they are read. Nothing here needs a file, so that a
stored pack can be checked too.
"""

import re
from collections.abc import Iterator

from advisor.checks.condition_checks import problems_in_condition
from advisor.checks.configuration_checks import problems_in_configuration
from advisor.checks.exact_checks import exact_problems, impossible_conditions
from advisor.checks.exposure_checks import problems_in_roles
from advisor.checks.material_checks import problems_in_materials
from advisor.checks.placed_conditions import conditions_in
from advisor.checks.possibilities import Possibilities
from advisor.checks.problems import (
    NO_CONFIGURATION,
    NO_LADDER_STEP,
    NO_OWNER,
    NO_STAGE,
    Problem,
    dangling,
)
from advisor.checks.question_checks import problems_in_questions
from advisor.checks.references import (
    missing_actions,
    missing_options,
    missing_question,
    missing_sources,
    missing_terms,
)
from advisor.language import _
from advisor.models.evidence import Action, Domain, Tension
from advisor.models.gates import Gate
from advisor.models.pack import Pack

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
_MONTH_OR_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


def problems_in(pack: Pack, *, first_shape: bool = False) -> Iterator[Problem]:
    """Yield all that makes no sense in a pack, in the order of its files.

    A pack whose files have the first shape is not asked for what only the present one has.
    """
    yield from _in_head(pack)
    questions = tuple(problems_in_questions(pack.questionnaire, first_shape=first_shape))
    yield from questions
    for configuration in pack.configurations:
        yield from problems_in_configuration(configuration, pack, first_shape=first_shape)
    for gate in pack.gates:
        yield from _in_gate(gate, pack)
    yield from _in_what_is_known(pack)
    yield from problems_in_materials(pack)
    for placed in conditions_in(pack):
        yield from problems_in_condition(placed, pack.questionnaire)
    possibilities = Possibilities(pack.questionnaire)
    if not questions:
        yield from impossible_conditions(pack, possibilities)
    if not first_shape:
        yield from problems_in_roles(pack)
        if not questions:
            yield from exact_problems(pack, possibilities)


def _in_what_is_known(pack: Pack) -> Iterator[Problem]:
    for action in pack.actions:
        yield from _in_action(action, pack)
    for source in pack.sources:
        steps = (source.step,) if source.step else ()
        yield from missing_terms(
            "sources", (source.id, "step"), NO_LADDER_STEP, steps, pack.evidence_ladder
        )
    for note in pack.scope_notes:
        yield from missing_sources("scope_notes", (note.id, "sources"), note.sources, pack)
        yield from missing_actions("scope_notes", (note.id, "actions"), note.actions, pack)
    for tension in pack.tensions:
        yield from _in_tension(tension, pack)


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
            trail = ("sections", section.id)
            yield Problem(file="pack", trail=trail, message=message, whole=("questions",))


def _in_gate(gate: Gate, pack: Pack) -> Iterator[Problem]:
    trail = (gate.id, "actions")
    if not gate.actions:
        message = _("No action mends this. Name a safety action.")
        yield Problem(file="gates", trail=trail, message=message)
    yield from missing_actions("gates", trail, gate.actions, pack)
    for number, action in enumerate(gate.actions):
        if action in pack.action_by_id and not pack.action_by_id[action].safety:
            message = _(
                '"{action}" is no safety action. Mark it with safety: true, or name another.'
            ).format(action=action)
            yield Problem(file="gates", trail=(*trail, number), message=message)


def _in_action(action: Action, pack: Pack) -> Iterator[Problem]:
    file, own = "actions", action.id
    yield from missing_terms(file, (own, "stage"), NO_STAGE, (action.stage,), pack.stages)
    yield from missing_terms(file, (own, "owner"), NO_OWNER, (action.owner,), pack.owners)
    if action.deputy:
        yield from missing_terms(file, (own, "deputy"), NO_OWNER, (action.deputy,), pack.owners)
    yield from missing_terms(
        file, (own, "evidence"), NO_LADDER_STEP, (action.evidence,), pack.evidence_ladder
    )
    yield from missing_sources(file, (own, "sources"), action.sources, pack)
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
    if tension.question in pack.questionnaire:
        wanted = (("option", tension.option),)
        yield from missing_options("tensions", (tension.id,), tension.question, wanted, pack)
    else:
        yield from missing_question("tensions", (tension.id, "question"), tension.question, pack)
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
