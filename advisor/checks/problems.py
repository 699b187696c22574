"""What the checks of a pack report, before the file and line of each problem are known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.errors import did_you_mean
from advisor.language import N_, _
from advisor.models.texts import harmless, shown

Trail = tuple[str | int, ...]
"""Ids, keys and numbers (from 0) that lead through a file, as in ``("T01", "rules")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that makes no sense in a pack.

    ``file`` is the pack's file without its ending. ``missing`` is the id that was looked for
    in vain, if that is the problem: who checks part of a pack knows better whether it exists.
    ``whole`` names the files in which nothing of the kind was found: the same.
    """

    file: str
    trail: Trail
    message: str
    missing: str = ""
    whole: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place in words; numbers count from 1 there."""
        steps = (str(step + 1) if isinstance(step, int) else harmless(step) for step in self.trail)
        return " › ".join((self.file, *steps))


NO_QUESTION = N_("There is no question {wanted}.")
NO_SECTION = N_("There is no section {wanted}.")
NO_CONFIGURATION = N_("There is no configuration {wanted}.")
NO_SOURCE = N_("There is no source {wanted}.")
NO_LADDER_STEP = N_("There is no evidence step {wanted}.")
NO_PRINCIPLE = N_("There is no principle {wanted}.")
NO_STAGE = N_("There is no stage {wanted}.")
NO_OWNER = N_("There is no owner {wanted}.")
NO_ACTION = N_("There is no action {wanted}.")
NO_SLOT = N_("There is no slot {wanted}.")


def dangling(file: str, trail: Trail, sentence: str, wanted: str, known: Iterable[str]) -> Problem:
    """Return the problem that nothing has the id ``wanted``; ``sentence`` says it in English."""
    message = _(sentence).format(wanted=shown(wanted)) + did_you_mean(wanted, known)
    return Problem(file=file, trail=trail, message=message, missing=wanted)


def no_option(file: str, trail: Trail, question: str, wanted: str, known: Iterable[str]) -> Problem:
    """Return the problem that a question has no option with the id ``wanted``."""
    sentence = _('There is no option of "{question}" called {wanted}.')
    message = sentence.format(question=question, wanted=shown(wanted))
    guess = did_you_mean(wanted, known)
    return Problem(file=file, trail=trail, message=message + guess, missing=wanted)


def alternatives(words: Iterable[str]) -> str:
    """Return words with "or" between them."""
    return _(" or ").join(words)


def too_long(file: str, trail: Trail, text: str, longest: int) -> Iterator[Problem]:
    """Yield a text that does not fit where it stands."""
    if len(text) > longest:
        message = _("This text has {n} characters; at most {longest} fit.").format(
            n=len(text), longest=longest
        )
        yield Problem(file=file, trail=trail, message=message)
