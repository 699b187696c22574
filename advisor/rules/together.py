"""Answers that put all open risks more in hand at once.

The actions that answer a risk are looked for one after the other: always the changed answer
that eases most of what is still open, and at the end none that is not needed. What is found
is small, and need not be the smallest.
"""

from collections.abc import Iterable, Sequence

from advisor.models.changes import Aim, Changes, Together, Way
from advisor.models.findings import Finding, RiskState
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.changing import changed
from advisor.rules.comparing import between
from advisor.rules.engine import advise
from advisor.rules.ways import Candidate, Search, in_place, joined, unique

MOST_TOGETHER = 8
"""So many answers are changed at most: more is no trial but another plan."""


def what_would_ease(pack: Pack, plan: Plan) -> Together:
    """Return the answers that put the open risks of a plan more in hand, all together."""
    advice = advise(pack, plan)
    search = Search(pack, plan, advice)
    risks = [finding for finding in advice.findings if finding.state is RiskState.OPEN]
    changes = _Choosing(pack, search, risks, in_place(advice)).changes()
    way, after = None, advice
    if changes:
        after = advise(pack, changed(plan, changes))
        way = Way(aim=Aim.EASE, changes=changes, moved=between(advice, after))
    left = [risk for risk in risks if after.finding_by_rule[risk.rule].state is RiskState.OPEN]
    missing = dict.fromkeys(action.id for risk in left for action in search.missing(risk))
    return Together(
        way=way,
        eased=tuple(risk.rule for risk in risks if risk not in left),
        left=tuple(risk.rule for risk in left),
        lessening=tuple(missing),
    )


class _Choosing:
    """Chooses changes for some open risks; ``there`` names the actions that are in place."""

    def __init__(
        self, pack: Pack, search: Search, risks: Sequence[Finding], there: frozenset[ActionId]
    ) -> None:
        self._questionnaire, self._search, self._risks = pack.questionnaire, search, risks
        self._start = Candidate(changes=(), in_place=there)

    def changes(self) -> Changes:
        """Return the changes that were chosen, none where none helps."""
        waiting = list(unique(one for risk in self._risks for one in self._search.candidates(risk)))
        picked: list[Candidate] = []
        while (best := self._best(picked, waiting)) is not None:
            picked.append(best)
        for each in tuple(picked):
            fewer = [one for one in picked if one is not each]
            if self._open_ones(fewer) <= self._open_ones(picked):
                picked = fewer
        return self._joined(picked).changes

    def _best(self, picked: Sequence[Candidate], waiting: Iterable[Candidate]) -> Candidate | None:
        """Return what eases most beside those picked; None where nothing more can be done."""
        now, best = self._open_ones(picked), None
        for each in waiting:
            both = joined(self._questionnaire, (self._start, *picked, each))
            if both is not None and len(both.changes) <= MOST_TOGETHER:
                then = self._open_ones((*picked, each))
                if then < now:
                    now, best = then, each
        return best

    def _joined(self, picked: Iterable[Candidate]) -> Candidate:
        return joined(self._questionnaire, (self._start, *picked)) or self._start

    def _open_ones(self, picked: Iterable[Candidate]) -> tuple[int, int]:
        """Return how many risks are open with these, and how many of their causes."""
        there = self._joined(picked).in_place
        causes = [
            sum(self._search.state_of(each, there) is RiskState.OPEN for each in risk.at_work)
            for risk in self._risks
        ]
        return sum(count > 0 for count in causes), sum(causes)
