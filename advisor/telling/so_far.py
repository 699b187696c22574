"""The advice while it grows, beside the questions: what changed, what to stop for, what is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.counts import counts
from advisor.telling.gates import is_running, missing_title, told_gates
from advisor.telling.grammar import beside
from advisor.telling.headline import headline
from advisor.telling.key_actions import key_actions_of
from advisor.telling.news import News
from advisor.telling.order import worst_first
from advisor.telling.words import MARK

MOST_RISKS = 4
"""How many open risks there is room for on a small screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSoFar:
    """What is to be put right, or checked, before the rest: the first of it, and how much more."""

    mark: Mark
    title: str
    text: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSoFar:
    """An open risk with one thing to do about it."""

    rule: RuleId
    title: str
    to_do: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return _("{risk}. Risk, {state}. {to_do}").format(
            risk=self.title, state=MARK[Mark.OPEN].lower(), to_do=self.to_do
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """The advice so far, open risks most urgent first.

    ``cannot_judge`` says why nothing is counted; else empty. ``rest`` is what there is no room
    for, in a line.
    """

    gates: tuple[GateSoFar, ...]
    cannot_judge: str
    risks_title: str
    risks: tuple[RiskSoFar, ...]
    rest: str


def told_so_far(pack: Pack, plan: Plan, advice: Advice, most: int = MOST_RISKS) -> SoFar:
    """Tell the advice so far, with so many open risks at the most."""
    is_judged = advice.can_judge and advice.covered
    open_risks = list(_open_risks(advice)) if is_judged else []
    title = ngettext("{n} open risk", "{n} open risks", len(open_risks))
    return SoFar(
        gates=tuple(_gates(pack, plan, advice)),
        cannot_judge="" if is_judged else headline(pack, advice).sentence,
        risks_title=title.format(n=len(open_risks)) if open_risks else "",
        risks=tuple(_risk(pack, plan, advice, risk) for risk in open_risks[:most]),
        rest=_rest(advice, len(open_risks) - most),
    )


def told_change(plan: Plan, advice: Advice, changes: News, *, is_first: bool) -> tuple[str, ...]:
    """Say what the last answer did, also that it changed nothing; nothing before the first.

    What is missing now is only counted: the card that stands below names it.
    """
    if is_first:
        return ()
    if lines := changes.lines_with(_missing_now(plan, advice, len(changes.missing))):
        return lines
    if changes.is_told_otherwise:
        return (_("No statement changes, but what to do about some of them does."),)
    return (_("It changes nothing in the advice."),)


def _missing_now(plan: Plan, advice: Advice, n: int) -> str:
    """Say how many things are missing now, under the title of their card."""
    title = missing_title(is_running=is_running(plan), has_stop=advice.stops > 0)
    if advice.summary.gates_missing > n:
        return ngettext("{title}: {n} more.", "{title}: {n} more.", n).format(title=title, n=n)
    return _("{title}: {n}.").format(title=title, n=n)


def mark_of_change(changes: News, advice: Advice) -> Mark:
    """Return how the last change is marked: by the worst that it did."""
    if changes.is_worse:
        return Mark.MISSING
    moved = [advice.finding_by_rule[move.rule] for move in changes.named]
    risks = [each for each in moved if each.effect is Effect.HARMS]
    live = [each.state for each in risks if each.verdict is Verdict.APPLIES]
    if RiskState.OPEN in live:
        return Mark.OPEN
    if RiskState.PARTLY_ADDRESSED in live:
        return Mark.PARTLY_ADDRESSED
    return Mark.ADDRESSED if risks else Mark.MAY_APPLY


def _gates(pack: Pack, plan: Plan, advice: Advice) -> Iterator[GateSoFar]:
    for group in told_gates(pack, plan, advice):
        if not group.left:
            continue
        first, left = group.left[0], len(group.left) - 1
        more = ngettext("And {n} more.", "And {n} more.", left).format(n=left) if left else ""
        mark = Mark.MISSING if group.is_missing else Mark.NOT_SAID
        yield GateSoFar(mark=mark, title=group.title, text=first.sentence, more=more)


def _open_risks(advice: Advice) -> Iterator[Finding]:
    for finding in worst_first(advice.with_verdict(Verdict.APPLIES)):
        if finding.effect is Effect.HARMS and finding.state is RiskState.OPEN:
            yield finding


def _risk(pack: Pack, plan: Plan, advice: Advice, finding: Finding) -> RiskSoFar:
    to_do = key_actions_of(pack, plan, advice, finding).next
    return RiskSoFar(
        rule=finding.rule,
        title=pack.configuration_by_id[finding.configuration].title,
        to_do=to_do.text if to_do is not None else "",
    )


def _rest(advice: Advice, more_risks: int) -> str:
    told = {count.mark: f"{count.number} {count.words}" for count in counts(advice) if count.number}
    for mark in (Mark.MISSING, Mark.NOT_SAID, Mark.RISK):
        told.pop(mark, None)
    more = ngettext("{n} more open", "{n} more open", more_risks)
    return beside(more.format(n=more_risks) if more_risks > 0 else "", *told.values())
