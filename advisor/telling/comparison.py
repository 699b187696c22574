"""Two plans beside each other, or one plan under newer evidence, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.comparison import (
    AnswerDifference,
    Comparison,
    NewerAdvice,
    StateChange,
    VerdictChange,
)
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.moving import moved_answers
from advisor.telling.causes import Cause, questions_behind, told_state, told_verdict
from advisor.telling.moves import Move, told_move
from advisor.telling.words import answer_words

Change = VerdictChange | StateChange


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One question that the plans answer differently."""

    asked: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGroup:
    """Findings that differ in the same way."""

    title: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldComparison:
    """The whole comparison. Answers follow the questionnaire, findings the pack."""

    before_title: str
    after_title: str
    summary: str
    answers: tuple[AnswerRow, ...]
    groups: tuple[MoveGroup, ...]


def told_comparison(
    pack: Pack, before: Plan, after: Plan, comparison: Comparison
) -> ToldComparison:
    """Tell what differs between two plans, and for each finding why."""
    only = _("Applies only in “{plan}”")
    groups = (
        (only.format(plan=after.title), comparison.gained),
        (only.format(plan=before.title), comparison.lost),
        (_("Applies in neither, but differs"), comparison.changed),
        (_("Applies in both, in hand differently"), comparison.states),
    )
    differing = frozenset(difference.question for difference in comparison.answers)

    def why(change: Change) -> Iterator[Cause]:
        for plan, finding in ((before, change.was), (after, change.now)):
            if finding is not None:
                lines = (
                    told_state(finding)
                    if isinstance(change, StateChange)
                    else told_verdict(pack, plan, finding, differing)
                )
                yield Cause(side=_("In “{plan}”").format(plan=plan.title), lines=lines)

    return ToldComparison(
        before_title=before.title,
        after_title=after.title,
        summary=_summary(comparison),
        answers=tuple(_answer(pack, difference) for difference in comparison.answers),
        groups=tuple(
            MoveGroup(
                title=title,
                moves=tuple(replace(told_move(pack, each), why=tuple(why(each))) for each in some),
            )
            for title, some in groups
            if some
        ),
    )


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


def _summary(comparison: Comparison) -> str:
    if comparison.is_empty:
        return _("The two plans have the same answers and the same advice.")
    return f"{'; '.join(_counts(comparison))}."


def _counts(comparison: Comparison) -> Iterator[str]:
    if n := len(comparison.answers):
        yield ngettext("{n} answer differs", "{n} answers differ", n).format(n=n)
    if n := len(comparison.gained) + len(comparison.lost) + len(comparison.changed):
        yield ngettext(
            "{n} statement comes out otherwise", "{n} statements come out otherwise", n
        ).format(n=n)
    if n := len(comparison.states):
        yield ngettext("{n} risk in hand differently", "{n} risks in hand differently", n).format(
            n=n
        )


def _answer(pack: Pack, difference: AnswerDifference) -> AnswerRow:
    question = pack.questionnaire[difference.question]
    return AnswerRow(
        asked=question.text,
        before=answer_words(question, difference.before),
        after=answer_words(question, difference.after),
    )
