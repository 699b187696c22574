"""What a copy of the person's plans is, in words: when it was made, what it holds, why."""

from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.stored import Backup, KeptCopy
from advisor.telling.grammar import beside, moment, named

_WHY = {
    "": N_("Kept while you worked"),
    "set-aside": N_("Set aside when another took its place"),
}
_UPGRADE = N_("Kept before the program was updated")
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One copy in words. ``holds`` says which plans are in it, or that it is damaged."""

    number: int
    when: str
    holds: str
    why: str


def copy_line(kept: KeptCopy) -> CopyLine:
    """Tell one copy."""
    size = _("{size} MB").format(size=f"{kept.copy.size / _MEGABYTE:.1f}")
    return CopyLine(
        number=kept.copy.number,
        when=moment(kept.copy.made),
        holds=_holds(kept),
        why=beside(_(_WHY.get(kept.copy.why, _UPGRADE)), size),
    )


def _holds(kept: KeptCopy) -> str:
    if kept.is_newer:
        return _("Made by a newer version of the program: update it to put this copy back.")
    if not kept.is_good:
        return _("Damaged: it cannot be put back.")
    n = len(kept.titles)
    if not n:
        return _("No plans.")
    sentence = ngettext("{n} plan: {titles}.", "{n} plans: {titles}.", n)
    return sentence.format(n=n, titles=named(kept.titles))


def told_exchange(copy: Backup, *, is_first: bool, is_undo: bool) -> str:
    """Say whose plans are here now: those of a copy, at first or done again, or those before."""
    if is_undo:
        return _("Undone: your plans are as they were before the copy was put back.")
    plans = _("These are your plans of {when}.").format(when=moment(copy.made))
    return plans if is_first else _("Done again: {about}").format(about=plans)
