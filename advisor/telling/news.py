"""What an answer changed in the advice, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.comparison import StateChange, VerdictChange
from advisor.models.findings import GateFinding, GateState
from advisor.models.ids import GateId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.telling.grammar import quoted
from advisor.telling.moves import Move, Turn, told_move

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one change of the answers did to the advice; ``moved`` in the pack's order.

    ``missing`` says what is missing now and was not; ``gates`` what is missing in other words, or
    no longer; ``weighed`` which risks matter more here, or no longer do. ``is_told_otherwise``:
    what to do is other than before, be it only in its words.
    """

    moved: tuple[Move, ...]
    missing: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    weighed: tuple[str, ...] = ()
    is_told_otherwise: bool = False

    @property
    def is_worse(self) -> bool:
        """Whether something that safety needs is missing now."""
        return bool(self.missing)

    @property
    def named(self) -> tuple[Move, ...]:
        """The moves that a person wants to read: what applies now, and what no longer does."""
        return tuple(
            move for move in self.moved if move.turn not in (Turn.RULED_OUT, Turn.REOPENED)
        )

    def turned(self, turn: Turn) -> tuple[Move, ...]:
        """The findings that moved in this way."""
        return tuple(move for move in self.moved if move.turn is turn)

    @property
    def lines(self) -> tuple[str, ...]:
        """The news in a few sentences; of what moved without having to be read one is named."""
        return tuple(self._lines(self.missing))

    def lines_with(self, missing: str) -> tuple[str, ...]:
        """The same with one sentence about all that is missing, which another place names."""
        return tuple(self._lines((missing,) if self.missing else ()))

    @property
    def sentence(self) -> str:
        """The news as one short text to be spoken; empty when nothing moved."""
        return " ".join(self.lines)

    def _lines(self, missing: tuple[str, ...]) -> Iterator[str]:
        moves = (
            _("{news}: {finding}.").format(news=move.news, finding=move.title)
            for move in self.named
        )
        said = (*missing, *self.gates, *moves, *self.weighed)
        yield from said[:MOST_NAMED]
        if (more := len(said) - MOST_NAMED) > 0:
            yield ngettext("And {n} more.", "And {n} more.", more).format(n=more)
        yield from _ruled_out(self.turned(Turn.RULED_OUT))
        yield from _reopened(self.turned(Turn.REOPENED))


def _ruled_out(moves: tuple[Move, ...]) -> Iterator[str]:
    """Say what may have applied and does not."""
    n, first = len(moves), _first(moves)
    if first is not None and n > 1:
        words = ngettext(
            "{finding} does not apply now, and {n} more.",
            "{finding} does not apply now, and {n} more.",
            n - 1,
        )
        yield words.format(finding=first, n=n - 1)
    elif first is not None:
        yield _("{finding} does not apply now.").format(finding=first)
    elif n:
        yield ngettext(
            "{n} statement about who comes does not apply now.",
            "{n} statements about who comes do not apply now.",
            n,
        ).format(n=n)


def _reopened(moves: tuple[Move, ...]) -> Iterator[str]:
    """Say what did not apply and may apply now."""
    n, first = len(moves), _first(moves)
    if first is not None and n > 1:
        words = ngettext(
            "{finding} may apply again, and {n} more.",
            "{finding} may apply again, and {n} more.",
            n - 1,
        )
        yield words.format(finding=first, n=n - 1)
    elif first is not None:
        yield _("{finding} may apply again.").format(finding=first)
    elif n:
        yield ngettext(
            "{n} statement about who comes may apply again.",
            "{n} statements about who comes may apply again.",
            n,
        ).format(n=n)


def _first(moves: tuple[Move, ...]) -> str | None:
    """Name the first risk, else the first benefit.

    None of who comes: there one title stands for what helps and what keeps mothers away.
    """
    for mark in (Mark.RISK, Mark.BENEFIT):
        for move in moves:
            if move.mark is mark:
                [title] = quoted((move.title,))
                return title
    return None


def news(pack: Pack, before: Advice | None, after: Advice) -> News:
    """Compare two states of the advice on one plan; before the first, nothing is news."""
    if before is None:
        return News(moved=())
    was = {gate.id: gate for gate in before.gates}
    return News(
        moved=tuple(told_move(pack, change) for change in _changes(before, after)),
        missing=tuple(_missing(was, after)),
        gates=tuple(_gates(was, after)),
        weighed=tuple(_weighed(pack, before, after)),
        is_told_otherwise=_to_do(before) != _to_do(after),
    )


def _to_do(advice: Advice) -> list[tuple[object, ...]]:
    """Return what is to be done, as it is told."""
    return [
        (action.id, action.text, action.key, action.applies, action.in_place)
        for action in advice.actions
    ]


def _missing(was: Mapping[GateId, GateFinding], after: Advice) -> Iterator[str]:
    """Say what is missing now and was not."""
    for gate in after.gates:
        before = was.get(gate.id)
        if before is not None and _is_missing(gate) and not _is_missing(before):
            yield _("Missing: {what}.").format(what=gate.text.rstrip("."))


def _gates(was: Mapping[GateId, GateFinding], after: Advice) -> Iterator[str]:
    """Say what is missing still, in other words, and what no longer is; the missing first."""
    for gate in sorted(after.gates, key=lambda gate: not _is_missing(gate)):
        before = was.get(gate.id)
        if before is None or not _is_missing(before):
            continue
        if not _is_missing(gate):
            yield _("No longer missing: {what}.").format(what=gate.in_place.rstrip("."))
        elif before.text != gate.text:
            yield _("Missing: {what}.").format(what=gate.text.rstrip("."))


def _is_missing(gate: GateFinding) -> bool:
    return gate.state is GateState.MISSING


def _weighed(pack: Pack, before: Advice, after: Advice) -> Iterator[str]:
    """Say which risks matter more here now, and which no longer do."""
    for now in after.findings:
        was = before.finding_by_rule.get(now.rule)
        if was is None or was.verdict is not now.verdict or was.matters_more is now.matters_more:
            continue
        words = _("Matters more here now: {risk}.")
        if not now.matters_more:
            words = _("No longer matters more here: {risk}.")
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
