"""Answers that put all open risks more in hand at once: the smallest sets of them.

Every cause that is open asks for one of the changed answers that put an action against it in
place. A set that has one for each of them is looked for cause by cause, and no set in which
one is needless is kept. What the rules say about a set is asked before it is offered.
"""

import itertools
from collections.abc import Iterable, Sequence

from advisor.models.changes import Aim, Changes, Together, Way
from advisor.models.findings import BranchFinding, Finding, RiskState
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.changing import MOST_SETS, changed
from advisor.rules.comparing import between
from advisor.rules.engine import advise
from advisor.rules.levers import Step, size_of, steps_of
from advisor.rules.ways import Search, in_place, joined, merged, unique

MOST_TOGETHER = 8
"""So many answers are changed at most: more is no trial but another plan."""

MOST_TRIED = 20_000
"""How many sets are begun before the search gives up."""

MOST_JUDGED = 30
"""About how many sets, the smallest ones, the rules are asked."""

Causes = Sequence[frozenset[int]]
"""Causes of risks, each as the places of the candidates that put it more in hand."""


def what_would_ease(pack: Pack, plan: Plan) -> Together:
    """Return the answers that put the open risks of a plan more in hand, all together.

    As many risks as can be are eased by every way, and by all the same ones.
    """
    advice = advise(pack, plan)
    search = Search(pack, plan, advice)
    risks = [finding for finding in advice.findings if finding.state is RiskState.OPEN]
    choosing = _Choosing(pack, search, risks, in_place(advice))
    sets = choosing.sets()
    judged = []
    for changes in sets[:MOST_JUDGED]:
        after = advise(pack, changed(plan, changes))
        way = Way(aim=Aim.EASE, changes=changes, moved=between(advice, after))
        open_now = {each.rule for each in after.findings if each.state is RiskState.OPEN}
        judged.append((tuple(risk.rule for risk in risks if risk.rule in open_now), way))
    judged.sort(key=lambda each: (len(each[0]), search.size_and_cost(each[1])))
    left = judged[0][0] if judged else tuple(risk.rule for risk in risks)
    ways = merged(way for open_still, way in judged if open_still == left)
    missing = (search.missing(risk) for risk in risks if risk.rule in left)
    return Together(
        ways=tuple(ways[:MOST_SETS]),
        complete=choosing.complete and max(len(sets) - MOST_JUDGED, len(ways) - MOST_SETS) <= 0,
        eased=tuple(risk.rule for risk in risks if risk.rule not in left),
        left=left,
        lessening=tuple(dict.fromkeys(each.id for each in itertools.chain(*missing))),
    )


class _Choosing:
    """Chooses changes for some open risks; ``there`` names the actions that are in place.

    ``complete`` is False where not every set could be tried.
    """

    def __init__(
        self, pack: Pack, search: Search, risks: Sequence[Finding], there: frozenset[ActionId]
    ) -> None:
        self._questionnaire = pack.questionnaire
        self._candidates = list(unique(one for each in risks for one in search.candidates(each)))
        self._steps = [steps_of(each.changes) for each in self._candidates]
        self.complete, self._tried, self._most = True, 0, MOST_TOGETHER
        self._found: dict[frozenset[Step], Changes] = {}
        eased = [[self._easing(search, cause, there) for cause in risk.at_work] for risk in risks]
        self._risks = [causes for causes in eased if all(causes)]

    def sets(self) -> list[Changes]:
        """Return sets of changes that ease as many risks as can be, the smallest first.

        None does more than it needs. Larger ones are left out where the rules will not be
        asked about them; the list is then longer than they will be.
        """
        for size in range(len(self._risks), 0, -1):
            for risks in itertools.combinations(self._risks, size):
                self._cover(_narrowest(itertools.chain(*risks)), ())
            if self._found:
                break
        return sorted(self._found.values(), key=size_of)

    def _easing(
        self, search: Search, cause: BranchFinding, there: frozenset[ActionId]
    ) -> frozenset[int]:
        """Return the places of the candidates that put a cause more in hand."""
        return frozenset(
            at
            for at, each in enumerate(self._candidates)
            if search.state_of(cause, each.in_place | there) is not RiskState.OPEN
        )

    def _cover(self, causes: Causes, picked: tuple[int, ...]) -> None:
        """Find the sets that hold these candidates and one for each of the causes."""
        self._tried += 1
        self.complete = self._tried <= MOST_TRIED
        both = joined(self._questionnaire, (self._candidates[at] for at in picked))
        if not self.complete or both is None or len(both.changes) > self._most:
            return
        left = [cause for cause in causes if cause.isdisjoint(picked)]
        if not left:
            if self._needs_all(causes, both.changes):
                self._keep(both.changes)
            return
        for at in sorted(left[0], key=lambda one: -sum(one in cause for cause in left)):
            self._cover(causes, (*picked, at))

    def _needs_all(self, causes: Causes, changes: Changes) -> bool:
        """Whether no single move could be left out."""
        steps = steps_of(changes)
        for step in steps:
            fewer = steps - {step}
            able = [at for at, moves in enumerate(self._steps) if moves <= fewer]
            if not any(cause.isdisjoint(able) for cause in causes):
                return False
        return True

    def _keep(self, changes: Changes) -> None:
        """Keep a set, and look for no larger ones once there are enough."""
        self._found[steps_of(changes)] = changes
        sizes = sorted(len(each) for each in self._found.values())
        if len(sizes) > MOST_JUDGED:
            self._most = min(self._most, sizes[MOST_JUDGED])


def _narrowest(causes: Iterable[frozenset[int]]) -> Causes:
    """Return the causes that the others do not see to, those with the fewest candidates first."""
    by_size = sorted(set(causes), key=lambda cause: (len(cause), sorted(cause)))
    kept: list[frozenset[int]] = []
    for cause in by_size:
        if not any(narrower <= cause for narrower in kept):
            kept.append(cause)
    return kept
