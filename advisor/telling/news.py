"""What an answer changed in the advice, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.comparison import StateChange, VerdictChange
from advisor.models.findings import GateFinding, GateState
from advisor.models.ids import GateId
from advisor.models.pack import Pack
from advisor.telling.moves import Move, Turn, told_move

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one change of the answers did to the advice; ``moved`` in the pack's order.

    ``gates`` says what is missing now, or no longer; ``weighed`` which risks matter more here, or
    no longer do. ``is_worse``: something that safety needs is missing now. ``is_told_otherwise``:
    what to do is other than before, be it only in its words.
    """

    moved: tuple[Move, ...]
    gates: tuple[str, ...] = ()
    weighed: tuple[str, ...] = ()
    is_worse: bool = False
    is_told_otherwise: bool = False

    @property
    def named(self) -> tuple[Move, ...]:
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
    def lines(self) -> tuple[str, ...]:
        """The news in a few lines; who moved without a person having to read it is counted."""
        return tuple(self._lines())

    @property
    def sentence(self) -> str:
        """The news as one short text to be spoken; empty when nothing moved."""
        return " ".join(f"{line}." for line in self.lines)

    def _lines(self) -> Iterator[str]:
        moves = (
            _("{news}: {finding}").format(news=move.news, finding=move.title) for move in self.named
        )
        said = (*self.gates, *moves, *self.weighed)
        yield from said[:MOST_NAMED]
        if (more := len(said) - MOST_NAMED) > 0:
            yield ngettext("And {n} more", "And {n} more", more).format(n=more)
        if n := self.ruled_out:
            yield ngettext(
                "{n} statement does not apply now", "{n} statements do not apply now", n
            ).format(n=n)
        if n := self.reopened:
            words = ngettext("{n} statement may apply again", "{n} statements may apply again", n)
            yield words.format(n=n)


def news(pack: Pack, before: Advice | None, after: Advice) -> News:
    """Compare two states of the advice on one plan; before the first, nothing is news."""
    if before is None:
        return News(moved=())
    was = {gate.id: gate for gate in before.gates}
    missing = [gate for gate in after.gates if gate.state is GateState.MISSING]
    return News(
        moved=tuple(told_move(pack, change) for change in _changes(before, after)),
        gates=tuple(_gates(was, after)),
        weighed=tuple(_weighed(pack, before, after)),
        is_worse=any(gate.id in was and was[gate.id].state is not gate.state for gate in missing),
        is_told_otherwise=_to_do(before) != _to_do(after),
    )


def _to_do(advice: Advice) -> list[tuple[object, ...]]:
    """Return what is to be done, as it is told."""
    return [
        (action.id, action.text, action.key, action.applies, action.in_place)
        for action in advice.actions
    ]


def _gates(was: Mapping[GateId, GateFinding], after: Advice) -> Iterator[str]:
    """Say what is missing now, also in other words, and what no longer is; the missing first."""
    for gate in sorted(after.gates, key=lambda gate: gate.state is not GateState.MISSING):
        before = was.get(gate.id)
        if before is None:
            continue
        if gate.state is GateState.MISSING and (before.state, before.text) != (
            gate.state,
            gate.text,
        ):
            yield _("Missing: {what}").format(what=gate.text.rstrip("."))
        elif before.state is GateState.MISSING and gate.state is not GateState.MISSING:
            yield _("No longer missing: {what}").format(what=gate.in_place.rstrip("."))


def _weighed(pack: Pack, before: Advice, after: Advice) -> Iterator[str]:
    """Say which risks matter more here now, and which no longer do."""
    for now in after.findings:
        was = before.finding_by_rule.get(now.rule)
        if was is None or was.verdict is not now.verdict or was.matters_more is now.matters_more:
            continue
        words = _("Matters more here now: {risk}")
        if not now.matters_more:
            words = _("No longer matters more here: {risk}")
        yield words.format(risk=pack.rule_by_id[now.rule][0].title)


def _changes(before: Advice, after: Advice) -> Iterator[VerdictChange | StateChange]:
    for now in after.findings:
        was = before.finding_by_rule.get(now.rule)
        if was is None:
            continue
        if was.verdict is not now.verdict:
            yield VerdictChange(rule=now.rule, before=was.verdict, after=now.verdict)
        elif was.state and now.state and was.state is not now.state:
            yield StateChange(rule=now.rule, before=was.state, after=now.state)
