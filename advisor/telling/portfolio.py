"""Many plans beside each other, each risk and gate in every one; only plans are counted."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from advisor.language import N_, _, ngettext
from advisor.models.evidence import Effect
from advisor.models.findings import GateState, RiskState
from advisor.models.ids import GateId, PlanId, RuleId
from advisor.models.judged import Judged, PlanSummary
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.telling.counts import state_counts
from advisor.telling.gates import in_place_words
from advisor.telling.grammar import joined, named
from advisor.telling.headline import CANNOT_JUDGE
from advisor.telling.order import DOMAINS
from advisor.telling.plan_lists import ToldPlan, told_plan
from advisor.telling.words import EFFECT, WordTable

TITLE = N_("All plans in one table")
ON_PAPER = N_("Plans in one table")
"""What stands over the table on paper and in a file: it may have some of the plans only."""

LEAD = N_("Nothing is added up: the evidence gives no scores.")
MOST_SHARED = 5
"""How many risks are named that plans share."""

CELL = WordTable(
    {
        Mark.OPEN: N_("Open"),
        Mark.PARTLY_ADDRESSED: N_("Partly"),
        Mark.ADDRESSED: N_("In hand"),
        Mark.MAY_APPLY: N_("Depends"),
        Mark.DOES_NOT_APPLY: N_("not here"),
        Mark.NOT_COVERED: N_("not covered"),
        Mark.APPLIES: N_("Applies"),
        Mark.NOT_STARTED: N_("not known"),
    }
)
"""What a cell says: as short as a cell is narrow."""

MEANING = WordTable(
    {
        Mark.OPEN: N_("Nothing is planned or in place against one of the ways to it"),
        Mark.PARTLY_ADDRESSED: N_("A key action against each way to it is planned or in place"),
        Mark.ADDRESSED: N_("All key actions are in place. The risk is still there"),
        Mark.MAY_APPLY: N_("It depends on answers that are not given"),
        Mark.DOES_NOT_APPLY: N_("Nothing that we know of leads to it in this plan"),
        Mark.NOT_COVERED: N_("Our evidence does not speak about it here"),
    }
)
"""What the words of the cells about risks mean."""

_RANK = {mark: number for number, mark in enumerate(CELL)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioColumn:
    """One rule of the evidence. ``kind`` says which way it points."""

    rule: RuleId
    title: str
    kind: str
    effect: Effect

    @property
    def head(self) -> str:
        """The title with what kind of thing it is, which no other column has."""
        return _("{kind}: {title}").format(kind=self.kind, title=self.title)


@dataclass(frozen=True, kw_only=True)
class PortfolioRow:
    """One plan, told when it is looked at: of ten thousand few are seen."""

    summary: PlanSummary
    now: datetime.datetime

    @property
    def plan(self) -> PlanId:
        """Which plan it is."""
        return self.summary.id

    @cached_property
    def told(self) -> ToldPlan:
        """The plan as a list tells it."""
        return told_plan(self.summary, self.now, with_place=True)

    @property
    def not_judged(self) -> str:
        """What stands in place of all marks where the evidence does not speak about the plan."""
        return _not_judged(self.summary.judged)

    @property
    def missing(self) -> tuple[GateId, ...]:
        """The gates that are missing."""
        return self._gates(GateState.MISSING)

    @property
    def not_said(self) -> tuple[GateId, ...]:
        """The gates that are not said yet."""
        return self._gates(GateState.NOT_SAID)

    def mark(self, rule: RuleId) -> Mark:
        """Return how a rule stands to this plan; not known where it is not judged."""
        judged = self.summary.judged
        if judged is None or not judged.is_about_this:
            return Mark.NOT_STARTED
        standing = judged.standings.get(rule)
        return Mark.NOT_STARTED if standing is None else _MARK[standing.value]

    def rank(self, rule: RuleId) -> int:
        """Return where a plan stands when plans go by a rule, what is open first."""
        return _RANK[self.mark(rule)]

    def _gates(self, state: GateState) -> tuple[GateId, ...]:
        judged = self.summary.judged
        gates = judged.gates.items() if judged is not None else ()
        return tuple(gate for gate, its_state in gates if its_state is state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Something that plans share, with in how many: a risk, or a gate that is missing.

    ``open_in`` says in how many of them a risk is open.
    """

    title: str
    words: str
    open_in: int = 0

    @property
    def sentence(self) -> str:
        """Both in one line."""
        return _("{title}: {words}").format(title=self.title.rstrip("."), words=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioStory:
    """The whole table. ``first`` says what comes before everything else; it may be empty."""

    first: str
    sentence: str
    columns: tuple[PortfolioColumn, ...]
    rows: tuple[PortfolioRow, ...]
    shared_risks: tuple[Shared, ...]
    shared_gates: tuple[Shared, ...]

    @property
    def opening(self) -> str:
        """What comes before everything else, and what is open in most plans."""
        return " ".join(filter(None, (self.first, self.sentence)))

    @property
    def risks(self) -> tuple[PortfolioColumn, ...]:
        """The columns that are risks."""
        return _risks(self.columns)

    @property
    def shared(self) -> tuple[tuple[str, tuple[Shared, ...]], ...]:
        """What plans share, under its titles; a title under which nothing stands is left out."""
        groups = (
            (_("Risks that plans share"), self.shared_risks),
            (_("What must be there first, in these plans"), self.shared_gates),
        )
        return tuple((title, shared) for title, shared in groups if shared)


def told_portfolio(
    pack: Pack, plans: Sequence[PlanSummary], now: datetime.datetime
) -> PortfolioStory:
    """Tell plans beside each other, in the order in which they come."""
    rows = tuple(PortfolioRow(summary=plan, now=now) for plan in plans)
    columns = tuple(_columns(pack))
    shared = tuple(_shared_risks(_risks(columns), rows))
    return PortfolioStory(
        first=_first(plans),
        sentence=_sentence(shared, rows),
        columns=columns,
        rows=rows,
        shared_risks=shared[:MOST_SHARED],
        shared_gates=tuple(_shared_gates(pack, rows)),
    )


def _columns(pack: Pack) -> Iterator[PortfolioColumn]:
    for each in sorted(pack.configurations, key=lambda each: DOMAINS.index(each.domain)):
        for rule in each.rules:
            yield PortfolioColumn(
                rule=rule.id, title=each.title, kind=EFFECT[rule.effect], effect=rule.effect
            )


def _risks(columns: Sequence[PortfolioColumn]) -> tuple[PortfolioColumn, ...]:
    return tuple(column for column in columns if column.effect is Effect.HARMS)


_MARK = {mark.value: mark for mark in CELL}


def _not_judged(judged: Judged | None) -> str:
    if judged is None:
        return _("This plan could not be read. Open it to see why.")
    if not judged.covered:
        return _("The evidence does not speak about the people whom this is for.")
    if not judged.can_judge:
        return _("{nothing}: the evidence does not cover it.").format(nothing=_(CANNOT_JUDGE))
    return ""


def _first(plans: Sequence[PlanSummary]) -> str:
    missing = sum(
        plan.judged is not None and plan.judged.summary.gates_missing > 0 for plan in plans
    )
    if not missing:
        return ""
    return ngettext(
        "In {n} of {all} plans something is missing that safety needs.",
        "In {n} of {all} plans something is missing that safety needs.",
        missing,
    ).format(n=missing, all=len(plans))


def _sentence(shared: Sequence[Shared], rows: Sequence[PortfolioRow]) -> str:
    if shared:
        return _most_shared(shared)
    if any(not row.not_judged for row in rows):
        return _("No risk that we know of applies in these plans so far.")
    return _("There is no plan here that we can judge.")


def _most_shared(shared: Sequence[Shared]) -> str:
    """Name the risk that is open in the most plans, or all of which that is so."""
    if shared[0].open_in == 1:
        return _("No risk is open in more than one plan.")
    tied = [each.title for each in shared if each.words == shared[0].words]
    words = (
        ngettext(
            "Open in the most plans: {risks} ({counts}).",
            "Open in the most plans: {risks} ({counts} each).",
            len(tied),
        )
        if shared[0].open_in
        else ngettext(
            "No risk is open. In the most plans: {risks} ({counts}).",
            "No risk is open. In the most plans: {risks} ({counts} each).",
            len(tied),
        )
    )
    return words.format(risks=tied[0] if len(tied) == 1 else named(tied), counts=shared[0].words)


def _shared_risks(
    risks: Sequence[PortfolioColumn], rows: Sequence[PortfolioRow]
) -> Iterator[Shared]:
    """Yield the risks that apply, those open in most plans first."""
    counted = [(risk, Counter(row.mark(risk.rule) for row in rows)) for risk in risks]
    counted.sort(key=lambda each: [-each[1][Mark(state.value)] for state in RiskState])
    for risk, count in counted:
        words = state_counts({state: count[Mark(state.value)] for state in RiskState})
        if words:
            yield Shared(title=risk.title, words=words, open_in=count[Mark.OPEN])


def _shared_gates(pack: Pack, rows: Sequence[PortfolioRow]) -> Iterator[Shared]:
    """Yield the gates that are missing or not said, those missing in most plans first."""
    missing = Counter(gate for row in rows for gate in row.missing)
    not_said = Counter(gate for row in rows for gate in row.not_said)
    named = [gate.id for gate in pack.gates if missing[gate.id] or not_said[gate.id]]
    for gate in sorted(named, key=lambda each: (-missing[each], -not_said[each])):
        counts = []
        if n := missing[gate]:
            words = ngettext("missing in {n} plan", "missing in {n} plans", n)
            counts.append(words.format(n=n))
        if n := not_said[gate]:
            words = ngettext("not said yet in {n} plan", "not said yet in {n} plans", n)
            counts.append(words.format(n=n))
        [title] = in_place_words(pack, (gate,))
        yield Shared(title=title, words=joined(counts))
