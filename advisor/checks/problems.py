"""What the checks of a pack report, before it is known on which line of which file it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.errors import did_you_mean
from advisor.models.texts import harmless, shown

Trail = tuple[str | int, ...]
"""Ids, keys and numbers (from 0) that lead through a file, as in ``("T01", "rules")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that makes no sense in a pack.

    ``file`` is the pack's file without its ending. ``missing`` is the id that was looked for
    in vain, if that is the problem: who checks part of a pack knows better whether it exists.
    """

    file: str
    trail: Trail
    message: str
    missing: str = ""

    @property
    def place(self) -> str:
        """The place in words; numbers count from 1 there."""
        steps = (str(step + 1) if isinstance(step, int) else harmless(step) for step in self.trail)
        return " › ".join((self.file, *steps))


def dangling(file: str, trail: Trail, kind: str, wanted: str, known: Iterable[str]) -> Problem:
    """Return the problem that no ``kind`` of thing has the id ``wanted``."""
    guess = did_you_mean(wanted, known)
    message = f"There is no {kind} {shown(wanted)}.{guess}"
    return Problem(file=file, trail=trail, message=message, missing=wanted)
