"""What a decision about one action did to the risks, in words beside what was decided."""

from collections.abc import Iterator

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.ids import ActionId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling.grammar import first_and_more, named, quoted
from advisor.telling.key_actions import key_actions_of
from advisor.telling.news import News
from advisor.telling.order import worst_first
from advisor.telling.words import CHOICE, WordTable

_NOW = WordTable(
    {
        RiskState.OPEN: N_("Now open: {risks}."),
        RiskState.PARTLY_ADDRESSED: N_("Now partly in hand: {risks}."),
        RiskState.ADDRESSED: N_("Now in hand: {risks}."),
    }
)


def told_decided(pack: Pack, plan: Plan, advice: Advice, changes: News, action: ActionId) -> str:
    """Say what was decided about an action, and which risks that moved.

    Of a risk that the action answers and that stays open it says so, and why.
    """
    choice = plan.decision(action).choice
    said = [*_moved(advice, changes)]
    if choice in (Choice.WE_WILL, Choice.IN_PLACE):
        said += _stays_open(pack, plan, advice, action)
    if not said:
        return CHOICE[choice]
    return " ".join((_("{decided}.").format(decided=CHOICE[choice]), *said))


def _moved(advice: Advice, changes: News) -> Iterator[str]:
    """Name the risks that are in another state now, those in the worst state first."""
    for state in RiskState:
        titles = [
            move.title
            for move in changes.moved
            if move.turn.is_of_state and advice.finding_by_rule[move.rule].state is state
        ]
        if titles:
            yield _NOW[state].format(risks=first_and_more(quoted(titles)))


def _stays_open(pack: Pack, plan: Plan, advice: Advice, action: ActionId) -> Iterator[str]:
    left = [
        (pack.configuration_by_id[risk.configuration].title, waiting)
        for risk in worst_first(advice.with_verdict(Verdict.APPLIES))
        if _is_open(risk) and _answers(action, risk)
        if (waiting := key_actions_of(pack, plan, advice, risk).waiting)
    ]
    if len(left) > 1:
        words = _("{risks} stay open: nothing yet answers other ways in which they come about.")
        yield words.format(risks=named([title for title, _waiting in left]))
    elif left:
        [(title, ways)] = left
        yield ngettext(
            "“{risk}” stays open: nothing yet answers {n} other way in which it comes about.",
            "“{risk}” stays open: nothing yet answers {n} other ways in which it comes about.",
            ways,
        ).format(risk=title, n=ways)


def _is_open(finding: Finding) -> bool:
    return finding.effect is Effect.HARMS and finding.state is RiskState.OPEN


def _answers(action: ActionId, finding: Finding) -> bool:
    return any(action in branch.answered_by for branch in finding.at_work)
