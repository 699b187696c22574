"""What an answer changed in the advice, in words. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.models.advice import Advice, Finding, RiskState, Verdict
from advisor.models.evidence import Effect
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.telling.words import RISK_STATE

MOST_RECENT = 5
MOST_NAMED = 3


class Turn(StrEnum):
    """How one finding moved."""

    ADDED = "added"
    GONE = "gone"
    RULED_OUT = "ruled_out"
    REOPENED = "reopened"
    EASED = "eased"
    WORSENED = "worsened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One finding whose verdict or state is another than before."""

    rule: RuleId
    effect: Effect
    turn: Turn
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one change of the answers did to the advice; ``moved`` in the pack's order."""

    moved: tuple[Moved, ...]

    @property
    def named(self) -> tuple[Moved, ...]:
        """The moves that a person wants to read: what applies now, and what no longer does."""
        return tuple(
            move for move in self.moved if move.turn not in (Turn.RULED_OUT, Turn.REOPENED)
        )

    @property
    def ruled_out(self) -> int:
        """Findings that may have applied and do not."""
        return sum(move.turn is Turn.RULED_OUT for move in self.moved)

    @property
    def reopened(self) -> int:
        """Findings that did not apply and may apply now."""
        return sum(move.turn is Turn.REOPENED for move in self.moved)

    @property
    def counts(self) -> tuple[str, ...]:
        """How many findings moved without a person having to read which, in words."""
        return tuple(
            words
            for number, words in (
                (self.ruled_out, f"{counted(self.ruled_out, 'finding')} ruled out"),
                (self.reopened, f"{counted(self.reopened, 'finding')} may apply again"),
            )
            if number
        )

    @property
    def sentence(self) -> str:
        """The news as one short text to be spoken; empty when nothing moved."""
        spoken = [f"{move.words}: {move.title}." for move in self.named[:MOST_NAMED]]
        if more := len(self.named) - MOST_NAMED:
            spoken += [f"And {more} more."] if more > 0 else []
        spoken += [f"{words}." for words in self.counts]
        return " ".join(spoken)


def news(pack: Pack, before: Advice | None, after: Advice) -> News:
    """Compare two states of the advice on one plan; before the first, nothing is news."""
    if before is None:
        return News(moved=())
    earlier = before.finding_by_rule
    return News(
        moved=tuple(
            _moved(pack, finding, turn)
            for finding in after.findings
            if finding.rule in earlier
            if (turn := _turn(earlier[finding.rule], finding)) is not None
        )
    )


def recent(
    earlier: Iterable[RuleId], changes: News, advice: Advice, most: int = MOST_RECENT
) -> tuple[RuleId, ...]:
    """Return the findings that apply, the newest first, then those shown earlier.

    Before anything was news, risks come first, then the pack's order.
    """
    new = [move.rule for move in changes.moved if move.turn is Turn.ADDED]
    applying = sorted(
        (finding for finding in advice.findings if finding.verdict is Verdict.APPLIES),
        key=lambda finding: finding.effect is not Effect.HARMS,
    )
    known = {finding.rule for finding in applying}
    order = dict.fromkeys([*new, *earlier, *(finding.rule for finding in applying)])
    return tuple(rule for rule in order if rule in known)[:most]


def counted(number: int, thing: str) -> str:
    """Return a number with its thing, in the plural where there is not exactly one."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _turn(before: Finding, after: Finding) -> Turn | None:
    if before.verdict is after.verdict:
        return _turn_of_state(before.state, after.state)
    if after.verdict is Verdict.APPLIES:
        return Turn.ADDED
    if before.verdict is Verdict.APPLIES:
        return Turn.GONE
    return Turn.REOPENED if after.verdict is Verdict.MAY_APPLY else Turn.RULED_OUT


_SEVERITY = {
    None: 0,
    RiskState.ADDRESSED: 0,
    RiskState.PARTLY_ADDRESSED: 1,
    RiskState.OPEN: 2,
}


def _turn_of_state(before: RiskState | None, after: RiskState | None) -> Turn | None:
    if before is after:
        return None
    return Turn.EASED if _SEVERITY[after] < _SEVERITY[before] else Turn.WORSENED


def _moved(pack: Pack, finding: Finding, turn: Turn) -> Moved:
    return Moved(
        rule=finding.rule,
        effect=finding.effect,
        turn=turn,
        title=pack.configuration_by_id[finding.configuration].title,
        words=_words(finding, turn),
    )


def _words(finding: Finding, turn: Turn) -> str:
    match turn:
        case Turn.ADDED:
            return _new(finding.effect)
        case Turn.GONE:
            return "No longer applies" if finding.is_settled else "Open again"
        case Turn.RULED_OUT:
            return "Ruled out"
        case Turn.REOPENED:
            return "May apply"
        case Turn.EASED | Turn.WORSENED:
            state = RISK_STATE[finding.state].lower() if finding.state else "settled"
            return f"Risk now {state}"


def _new(effect: Effect) -> str:
    return {
        Effect.HARMS: "New risk",
        Effect.BENEFITS: "New benefit",
        Effect.ENCOURAGES: "New: may help take-up",
        Effect.DISCOURAGES: "New: may hinder take-up",
    }[effect]
