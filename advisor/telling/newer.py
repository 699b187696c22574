"""One plan under newer evidence, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.comparison import NewerAdvice, VerdictChange
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.moving import moved_answers
from advisor.telling.causes import Cause, questions_behind, told_verdict
from advisor.telling.moves import Move, told_move


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerEvidence:
    """What newer evidence changed for a plan that was advised before."""

    title: str
    summary: str
    moves: tuple[Move, ...]


def told_newer_evidence(pack: Pack, plan: Plan, newer: NewerAdvice) -> NewerEvidence:
    """Tell which verdicts differ from those that were kept with the plan, and why.

    Why it was so before is told where the earlier edition is stored and says of the plan what
    it said then. A finding that left the evidence is counted only.
    """
    moved = newer.comparison
    changes = (*moved.gained, *moved.lost, *moved.changed)
    moves = tuple(
        replace(told_move(pack, change), why=tuple(_why_newer(pack, plan, newer, change)))
        for change in changes
        if change.rule in pack.rule_by_id
    )
    gone = len(changes) - len(moves)
    sentences = [_("The evidence is newer than when this plan was last advised.")]
    if not changes:
        sentences.append(_("Nothing about your plan changed."))
    if n := len(moves):
        words = ngettext("{n} statement changed.", "{n} statements changed.", n)
        sentences.append(words.format(n=n))
    if gone:
        words = ngettext(
            "{n} statement left the evidence.", "{n} statements left the evidence.", gone
        )
        sentences.append(words.format(n=gone))
    return NewerEvidence(
        title=_("What newer evidence changed"), summary=" ".join(sentences), moves=moves
    )


def _why_newer(
    pack: Pack, plan: Plan, newer: NewerAdvice, change: VerdictChange
) -> Iterator[Cause]:
    """Yield why it was so under the earlier edition, why it is so now, and what is asked anew."""
    sides = ((newer.before, newer.earlier, change.was), (pack, pack.version.version, change.now))
    asked = set[str]()
    for edition, version, finding in sides:
        if edition is not None and finding is not None:
            asked |= questions_behind(edition, plan, finding)
            side = _("Under edition {version}").format(version=version)
            yield Cause(side=side, lines=told_verdict(edition, plan, finding))
    differently = tuple(
        line
        for moved in moved_answers(pack, plan)
        if asked & {moved.question, moved.now}
        for line in moved.why
    )
    if differently:
        yield Cause(side=_("Asked differently now"), lines=differently)
