"""The five things to do first: an order without a score.

First what mends a missing gate, then what answers branches of risks for which nothing is in
place, then what answers those for which something is. Each gate or branch gets one action before
any gets a second. Whether an action is planned changes nothing here: what someone has said that
they will do is still to be done first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.models.advice import AdvisedAction, Cause, Priority
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, Finding, GateFinding, GateState
from advisor.models.gates import Level
from advisor.models.ids import ActionId

MOST = 5

_LEVELS = tuple(Level)

_AtWork = tuple[Finding, BranchFinding]
"""A branch by which a risk applies, with what was found of its rule."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An action that would answer some causes."""

    action: ActionId
    causes: tuple[Cause, ...]


def priorities(
    gates: Iterable[GateFinding],
    findings: Sequence[Finding],
    actions: Mapping[ActionId, AdvisedAction],
) -> tuple[Priority, ...]:
    """Return at most five actions to do first, each with why it is among them.

    ``actions`` are in the order in which a programme is built.
    """
    begun: dict[bool, list[_AtWork]] = {False: [], True: []}
    for finding, branch in _branches(findings):
        begun[_is_begun(branch, actions)].append((finding, branch))
    candidates = (
        *_for_gates(gates, actions),
        *_for_branches(begun[False], actions),
        *_for_branches(begun[True], actions),
    )
    return tuple(_chosen(candidates))[:MOST]


def _is_to_do(action: AdvisedAction | None) -> bool:
    return action is not None and action.in_place is not True and not action.is_declined


def _for_gates(
    gates: Iterable[GateFinding], actions: Mapping[ActionId, AdvisedAction]
) -> Iterator[_Candidate]:
    missing = [gate for gate in gates if gate.state is GateState.MISSING]
    missing.sort(key=lambda gate: _LEVELS.index(gate.level))
    in_order = dict.fromkeys(each for gate in missing for each in gate.actions)
    for action in filter(lambda each: _is_to_do(actions.get(each)), in_order):
        causes = (Cause(gate=gate.id) for gate in missing if action in gate.actions)
        yield _Candidate(action, tuple(causes))


def _for_branches(
    branches: Iterable[_AtWork], actions: Mapping[ActionId, AdvisedAction]
) -> Iterator[_Candidate]:
    causes: dict[ActionId, list[Cause]] = {}
    weight: dict[ActionId, int] = {}
    for finding, branch in branches:
        for action in branch.answered_by:
            if _is_to_do(actions.get(action)):
                causes.setdefault(action, []).append(Cause(rule=finding.rule, branch=branch.id))
                weight[action] = max(weight.get(action, 0), len(finding.stronger))
    places = dict(zip(actions, range(len(actions)), strict=True))

    def rank(action: ActionId) -> tuple[int, int, int]:
        return (-weight[action], -len(causes[action]), places[action])

    for action in sorted(causes, key=rank):
        yield _Candidate(action, tuple(causes[action]))


def _branches(findings: Iterable[Finding]) -> Iterator[_AtWork]:
    for finding in findings:
        if finding.effect is Effect.HARMS:
            for branch in finding.at_work:
                yield finding, branch


def _is_begun(branch: BranchFinding, actions: Mapping[ActionId, AdvisedAction]) -> bool:
    """Whether something that answers a branch is in place; a plan to do it is not enough."""
    return any(actions[action].in_place is True for action in branch.answered_by)


def _chosen(candidates: Sequence[_Candidate]) -> Iterator[Priority]:
    """Yield each action once: first those that answer a cause which has none yet."""
    causes = _causes(candidates)
    answered: set[Cause] = set()
    later: list[ActionId] = []
    for action in causes:
        if not answered.issuperset(causes[action]):
            answered.update(causes[action])
            yield Priority(action=action, because=causes[action])
        else:
            later.append(action)
    for action in later:
        yield Priority(action=action, because=causes[action])


def _causes(candidates: Iterable[_Candidate]) -> dict[ActionId, tuple[Cause, ...]]:
    causes: dict[ActionId, tuple[Cause, ...]] = {}
    for candidate in candidates:
        causes[candidate.action] = (*causes.get(candidate.action, ()), *candidate.causes)
    return causes
