"""What can never happen in a pack although it is written, tried over all possible answers."""

from collections.abc import Iterable, Iterator

from advisor.checks.placed_conditions import Wordings, conditions_in, wordings_in
from advisor.checks.possibilities import ALWAYS, Possibilities
from advisor.checks.problems import Problem, Trail
from advisor.language import _
from advisor.models.conditions import AllOf, Condition, IncludesAnyOf
from advisor.models.evidence import Configuration, Coverage, Domain
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.rules.completions import FORMATS


def impossible_conditions(pack: Pack, possibilities: Possibilities) -> Iterator[Problem]:
    """Yield conditions that no answers make hold.

    The questions of the pack must be sound. Conditions that are not are passed over.
    """
    for placed in conditions_in(pack):
        if not possibilities.can_hold(placed.condition):
            message = _(
                "No answers make this condition hold. Look for parts that exclude each other."
            )
            yield Problem(file=placed.file, trail=placed.trail, message=message)


def exact_problems(pack: Pack, possibilities: Possibilities) -> Iterator[Problem]:
    """Yield wordings and answers that no plan can use, and benefits that are lost.

    The questions of the pack must be sound. Conditions that are not are passed over.
    """
    for configuration in pack.configurations:
        yield from _hidden_answers(configuration, pack, possibilities)
        if configuration.domain is Domain.BENEFIT:
            yield from _lost_benefit(configuration, pack, possibilities)
    for gate in pack.gates:
        if _only_hidden(gate.when, gate.actions, pack, possibilities):
            message = _(
                "These are only actions that applies_when hides wherever the gate is not met. "
                "Name one that is shown there."
            )
            yield Problem(file="gates", trail=(gate.id, "actions"), message=message)
    for wordings in wordings_in(pack):
        yield from _unused_wordings(wordings, possibilities)


def unanswered_somewhere(pack: Pack, possibilities: Possibilities) -> Iterator[Problem]:
    """Yield branches of a sound pack whose answers are hidden from some plans, all of them."""
    for trail, when, answers in _answered(pack.configurations):
        shown = [pack.action_by_id[action].applies_when for action in answers]
        given = [condition for condition in shown if condition is not None]
        if len(given) == len(shown) and possibilities.can_hold_without(when, given):
            message = _("Where this holds, some plans are shown none of these actions.")
            yield Problem(file="configurations", trail=trail, message=message)


def _answered(
    configurations: Iterable[Configuration],
) -> Iterator[tuple[Trail, Condition, tuple[ActionId, ...]]]:
    for configuration in configurations:
        for rule in configuration.rules:
            for branch in rule.branches:
                if branch.answered_by:
                    trail: Trail = (configuration.id, "rules", rule.id, "branches", branch.id)
                    yield (*trail, "answered_by"), branch.when, branch.answered_by


def _hidden_answers(
    configuration: Configuration, pack: Pack, possibilities: Possibilities
) -> Iterator[Problem]:
    for trail, when, answers in _answered([configuration]):
        if _only_hidden(when, answers, pack, possibilities):
            message = _(
                "These are only actions that applies_when hides wherever the branch holds. "
                "Name one that is shown there."
            )
            yield Problem(file="configurations", trail=trail, message=message)


def _only_hidden(
    when: Condition, actions: Iterable[ActionId], pack: Pack, possibilities: Possibilities
) -> bool:
    """Whether there are actions, and none of them can be shown where a condition holds."""
    if not possibilities.can_hold(when):
        return False
    named = [pack.action_by_id.get(action) for action in actions]
    return bool(named) and not any(
        action is None
        or action.applies_when is None
        or possibilities.can_hold(when, action.applies_when)
        for action in named
    )


def _lost_benefit(
    benefit: Configuration, pack: Pack, possibilities: Possibilities
) -> Iterator[Problem]:
    """Yield a benefit that may fail to apply although all is there that it is said to need."""
    met = [need.met_when for need in benefit.needs if need.met_when is not None]
    if not met:
        return
    formats = tuple(
        option
        for option, rating in benefit.coverage.items()
        if rating in (Coverage.COVERED, Coverage.CONDITIONAL)
    )
    spoken_of = [benefit.covered_when, pack.scope.covered_when]
    there = AllOf(
        (
            *met,
            *([IncludesAnyOf(FORMATS, formats)] if formats else ()),
            *(condition for condition in spoken_of if condition is not None),
        )
    )
    branches = (branch.when for rule in benefit.rules for branch in rule.counting)
    if formats and possibilities.can_hold_without(there, branches):
        message = _(
            "Some plans have all that stands in met_when, and the benefit still does not apply. "
            "Say what else it needs, or widen its rule."
        )
        yield Problem(file="configurations", trail=(benefit.id, "needs"), message=message)


def _unused_wordings(wordings: Wordings, possibilities: Possibilities) -> Iterator[Problem]:
    for number, condition in enumerate(wordings.conditions):
        if possibilities.can_hold(condition):
            message = _why_unused(wordings, number, possibilities)
            if message:
                trail = (*wordings.trail, number)
                yield Problem(file=wordings.file, trail=trail, message=message)


def _why_unused(wordings: Wordings, number: int, possibilities: Possibilities) -> str | None:
    condition = wordings.conditions[number]
    if not possibilities.can_hold(wordings.shown_when):
        return None
    if not possibilities.can_hold(wordings.shown_when, condition):
        return _("This can never be used: it never holds where the text is shown.")
    for before in range(number):
        if possibilities.implies(condition, wordings.conditions[before]):
            return _(
                "This can never be used: wherever it holds, so does the wording with the number "
                "{number}, which comes before it."
            ).format(number=before + 1)
    if not wordings.is_all and possibilities.implies(ALWAYS, condition):
        return _("This holds for every plan, so that the text itself is never used.")
    return None
