"""A finding whose verdict or state is another than before, told the same wherever it is shown."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.language import N_, _
from advisor.models.comparison import StateChange, VerdictChange
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.rules.weighing import weight
from advisor.telling.causes import Cause
from advisor.telling.words import MARK, RISK_STATE, VERDICT, WordTable, mark_of


class Turn(StrEnum):
    """How one finding moved."""

    ADDED = "added"
    GONE = "gone"
    RULED_OUT = "ruled_out"
    REOPENED = "reopened"
    EASED = "eased"
    WORSENED = "worsened"

    @property
    def is_of_state(self) -> bool:
        """Whether it moved only in how far it is in hand."""
        return self in (Turn.EASED, Turn.WORSENED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One finding that moved.

    ``kind`` says what the finding is, ``words`` what became what, and ``news`` in a few words
    what that means for a plan that was just changed. ``why`` tells either side, where asked.
    """

    rule: RuleId
    title: str
    kind: str
    mark: Mark
    turn: Turn
    words: str
    news: str
    why: tuple[Cause, ...] = ()


_NEW = WordTable(
    {
        Effect.HARMS: N_("New risk"),
        Effect.BENEFITS: N_("New benefit"),
        Effect.ENCOURAGES: N_("New: helps"),
        Effect.DISCOURAGES: N_("New: keeps mothers away"),
    }
)
_RISK_NOW = WordTable(
    {
        RiskState.OPEN: N_("Risk now open"),
        RiskState.PARTLY_ADDRESSED: N_("Risk now partly in hand"),
        RiskState.ADDRESSED: N_("Risk now in hand"),
    }
)


def told_move(pack: Pack, change: VerdictChange | StateChange) -> Move:
    """Tell a change of verdict or of state; the pack has its rule."""
    configuration, rule = pack.rule_by_id[change.rule]
    before, after = _sides(change)
    return Move(
        rule=change.rule,
        title=configuration.title,
        kind=MARK[mark_of(rule.effect)],
        mark=mark_of(rule.effect),
        turn=_turn(pack, change),
        words=_("“{before}” becomes “{after}”.").format(before=before, after=after),
        news=_news(change, rule.effect),
    )


def _sides(change: VerdictChange | StateChange) -> tuple[str, str]:
    if isinstance(change, StateChange):
        return RISK_STATE[change.before], RISK_STATE[change.after]
    before, after = (
        _("Not in this evidence") if verdict is None else VERDICT[verdict]
        for verdict in (change.before, change.after)
    )
    return before, after


def _turn(pack: Pack, change: VerdictChange | StateChange) -> Turn:
    if isinstance(change, StateChange):
        return Turn.EASED if weight(pack, change) < 0 else Turn.WORSENED
    if change.after is Verdict.APPLIES:
        return Turn.ADDED
    if change.before is Verdict.APPLIES:
        return Turn.GONE
    return Turn.REOPENED if change.after is Verdict.MAY_APPLY else Turn.RULED_OUT


def _news(change: VerdictChange | StateChange, effect: Effect) -> str:
    if isinstance(change, StateChange):
        return _RISK_NOW[change.after]
    if change.after is Verdict.APPLIES:
        return _NEW[effect]
    may_apply = change.after is Verdict.MAY_APPLY
    if change.before is Verdict.APPLIES:
        return _("Open again") if may_apply else _("No longer applies")
    return _("May apply") if may_apply else _("Ruled out")
