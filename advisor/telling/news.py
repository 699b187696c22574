"""What an answer changed in the advice, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.comparison import StateChange, VerdictChange
from advisor.models.pack import Pack
from advisor.telling.moves import Move, Turn, told_move

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one change of the answers did to the advice; ``moved`` in the pack's order."""

    moved: tuple[Move, ...]

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
        for move in self.named[:MOST_NAMED]:
            yield _("{news}: {finding}").format(news=move.news, finding=move.title)
        if (more := len(self.named) - MOST_NAMED) > 0:
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
    changes = () if before is None else _changes(before, after)
    return News(moved=tuple(told_move(pack, change) for change in changes))


def _changes(before: Advice, after: Advice) -> Iterator[VerdictChange | StateChange]:
    for now in after.findings:
        was = before.finding_by_rule.get(now.rule)
        if was is None:
            continue
        if was.verdict is not now.verdict:
            yield VerdictChange(rule=now.rule, before=was.verdict, after=now.verdict)
        elif was.state and now.state and was.state is not now.state:
            yield StateChange(rule=now.rule, before=was.state, after=now.state)
