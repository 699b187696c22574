"""What stands on one page for the wall: what the plan is, what comes first, what to watch for.

The first result in the window says the same.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import partial

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice, Priority
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, Finding, Verdict
from advisor.models.ids import ConfigurationId, GateId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow
from advisor.telling.first import FirstThing, told_first
from advisor.telling.first_box import BoxPart, named_in, told_box
from advisor.telling.headline import CANNOT_JUDGE, risks_not_known
from advisor.telling.order import most_open, worst_first
from advisor.telling.plan_in_a_line import plan_in_a_line

MOST_SIGNS = 3
_STRAIN_ON_PEERS = ConfigurationId("X08")
"""The one risk that is not to those who are supported."""

DANGER_LINES = (
    *(N_("Our safeguarding lead"), N_("Perinatal or crisis team"), N_("Local crisis line")),
    *(N_("Health visitor or GP"), N_("If nobody answers"), N_("Numbers checked on")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterThing:
    """One of the few things to do first; ``is_in_box`` when the box says already why.

    ``brief`` says in one line why, as far as the box does not.
    """

    action: ActionRow
    why: str
    brief: str
    is_in_box: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedRisk:
    """A risk with the sign by which one would notice it."""

    rule: RuleId
    title: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterStory:
    """The poster, top to bottom.

    ``without_things`` stands where there is nothing to do first. ``not_judged`` says what the
    evidence cannot judge, ``more`` what is not named here. ``danger`` stands over lines to
    write numbers on, ``notes_title`` over room for what was noticed.
    """

    line: str
    box: tuple[BoxPart, ...]
    things_title: str
    things: tuple[PosterThing, ...]
    without_things: str
    not_judged_title: str
    not_judged: str
    watch_title: str
    watch: tuple[WatchedRisk, ...]
    more: str
    danger_title: str
    danger: str
    danger_lines: tuple[str, ...]
    notes_title: str


def told_poster(pack: Pack, plan: Plan, advice: Advice) -> PosterStory:
    """Tell the page that stands alone."""
    first = told_first(pack, plan, advice)
    box = told_box(pack, plan, advice)
    can_judge = advice.covered and advice.can_judge
    watch = tuple(_watched(pack, advice))
    return PosterStory(
        line=plan_in_a_line(pack, plan),
        box=box,
        things_title=first.title,
        things=tuple(map(partial(_thing, named_in(box)), first.things, advice.priorities)),
        without_things=first.without,
        not_judged_title="" if can_judge else _(CANNOT_JUDGE),
        not_judged="" if can_judge else _not_judged(pack, advice),
        watch_title=_("Watch for: signs that it hurts someone")
        if can_judge
        else _("Watch for: signs that other sources name"),
        watch=watch,
        more=" ".join(_more(pack, advice)) if can_judge else "",
        danger_title=_("If someone may be in danger"),
        danger=_("Dial 999 first and ask nobody. Then ring:"),
        danger_lines=tuple(map(_, DANGER_LINES)),
        notes_title=_("What we noticed, and what we did"),
    )


def _thing(in_box: Set[GateId], thing: FirstThing, priority: Priority) -> PosterThing:
    """Tell one of the first things under a box that names these gates."""
    gates = {cause.gate for cause in priority.because}
    is_for_risks_or_named = gates - {None} <= in_box
    return PosterThing(
        action=thing.action,
        why=thing.why,
        brief=thing.brief if is_for_risks_or_named else thing.why,
        is_in_box=gates <= in_box,
    )


def _not_judged(pack: Pack, advice: Advice) -> str:
    if not advice.covered:
        return pack.scope.not_covered_text
    return _(
        "Our evidence does not speak about the kinds of support that you chose. That does not"
        " mean that there is no risk."
    )


def _watched(pack: Pack, advice: Advice) -> Iterator[WatchedRisk]:
    """Yield the first risks to mothers; where nothing can be judged those of other sources."""
    risks = (each for each in advice.findings if each.effect is Effect.HARMS)
    to_mothers = [each for each in risks if each.configuration != _STRAIN_ON_PEERS]
    if not advice.covered:
        return
    if advice.can_judge:
        applying = (each for each in to_mothers if each.verdict is Verdict.APPLIES)
        found = [(each, _worst(each)) for each in worst_first(applying)]
    else:
        found = [(each, each.from_elsewhere[0]) for each in to_mothers if each.from_elsewhere]
    for finding, branch in found[:MOST_SIGNS]:
        title = pack.configuration_by_id[finding.configuration].title
        yield WatchedRisk(rule=finding.rule, title=title, sign=branch.sign)


def _worst(finding: Finding) -> BranchFinding:
    """Return the branch that leaves most to do, the first of several."""
    state = most_open(branch.state for branch in finding.at_work)
    return next(branch for branch in finding.at_work if branch.state is state)


def _more(pack: Pack, advice: Advice) -> Iterator[str]:
    """Say how many risks there are besides, and what depends on answers that are not given."""
    risks = advice.with_verdict(Verdict.APPLIES)
    more = sum(each.effect is Effect.HARMS for each in risks) - MOST_SIGNS
    if more > 0:
        yield ngettext(
            "The report names {n} more risk.", "The report names {n} more risks.", more
        ).format(n=more)
    yield from risks_not_known(pack, advice)
