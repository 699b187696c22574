"""What the second of two plans brings and costs beside the first, in a few sentences."""

from collections.abc import Iterator

from advisor.language import _, ngettext
from advisor.models.comparison import Compared
from advisor.models.pack import Pack
from advisor.telling.grammar import joined
from advisor.telling.shifts import Balance, balance

_MOST_KINDS = 4
"""Of more kinds of things one sentence cannot be read: what decides on coming gets its own."""


def brings_and_costs(pack: Pack, compared: Compared) -> str:
    """Say in a few sentences what the second plan has that the first has not."""
    moved, n = compared.moved, len(compared.moved.answers)
    others = _decides_otherwise(compared)
    if moved.is_empty:
        return _("The two plans have the same answers and the same advice.")
    found = balance(pack, moved)
    if not (found.better or found.worse or found.depends or found.not_covered):
        return ngettext(
            "{n} answer differs. Nothing in the advice does.",
            "{n} answers differ. Nothing in the advice does.",
            n,
        ).format(n=n)
    if len(found.better) + len(found.worse) > _MOST_KINDS:
        found = balance(pack, moved, in_brief=True)
    by = ngettext("{n} other answer", "{n} other answers", n).format(n=n) if n else ""
    causes = [*filter(None, (by, _("other decisions about actions") if others else ""))]
    return " ".join(_sentences(found, joined(causes)))


def _sentences(found: Balance, causes: str) -> Iterator[str]:
    better, worse = joined(found.better), joined(found.worse)
    if better and worse:
        words = _("With {causes} the second plan has {better}, but also {worse}.")
    elif better:
        words = _("With {causes} the second plan has {better}.")
    elif worse:
        words = _("With {causes} the second plan has {worse}.")
    else:
        words = _("With {causes} the second plan is neither clearly better nor clearly worse.")
    yield words.format(causes=causes, better=better, worse=worse)
    if any(found.coming):
        yield _coming(*found.coming)
    if found.depends:
        words = _("What depends on open answers in the second plan: {things}.")
        yield words.format(things=joined(found.depends))
    if found.not_covered:
        words = _("What our evidence does not cover in the second plan: {things}.")
        yield words.format(things=joined(found.not_covered))
    yield from _one_sided(found)


def _one_sided(found: Balance) -> Iterator[str]:
    """Say that nothing is worse, or that nothing is better, where that is so."""
    is_better = bool(found.better) or found.coming[0] > 0
    is_worse = bool(found.worse) or found.coming[1] > 0
    if is_better and not is_worse and not found.is_doubtful:
        yield _("Nothing is worse.")
    elif is_worse and not is_better:
        yield _("Nothing is better.")


def _coming(better: int, worse: int) -> str:
    """Say how much of what decides whether mothers come is better, and how much worse."""
    is_better = ngettext("{n} thing is better", "{n} things are better", better).format(n=better)
    is_worse = ngettext("{n} thing is worse", "{n} things are worse", worse).format(n=worse)
    said = joined([words for n, words in ((better, is_better), (worse, is_worse)) if n])
    return _("Of what decides whether mothers come, {said}.").format(said=said)


def _decides_otherwise(compared: Compared) -> bool:
    """Whether a decision on an action differs."""
    named = {*compared.before.decisions, *compared.after.decisions}
    return any(
        compared.before.decision(each).choice is not compared.after.decision(each).choice
        for each in named
    )
