"""Two plans beside each other, or one plan under newer evidence, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.comparison import AnswerDifference, Comparison, StateChange, VerdictChange
from advisor.models.findings import Finding
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.moves import Move, told_move
from advisor.telling.why import reasons_for
from advisor.telling.words import answer_words

MOST_REASONS = 3
"""So many answers are named behind what newer evidence changed; the card has them all."""


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


def told_comparison(pack: Pack, before: str, after: str, comparison: Comparison) -> ToldComparison:
    """Tell what differs between two plans of these titles."""
    only = _("Applies only in “{plan}”")
    groups = (
        (only.format(plan=after), comparison.gained),
        (only.format(plan=before), comparison.lost),
        (_("Applies in neither, but differs"), comparison.changed),
        (_("Applies in both, in hand differently"), comparison.states),
    )
    return ToldComparison(
        before_title=before,
        after_title=after,
        summary=_summary(comparison),
        answers=tuple(_answer(pack, difference) for difference in comparison.answers),
        groups=tuple(
            MoveGroup(title=title, moves=moves)
            for title, changes in groups
            if (moves := _moves(pack, changes))
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerEvidence:
    """What newer evidence changed for a plan that was advised before."""

    summary: str
    moves: tuple[Move, ...]


def told_newer_evidence(pack: Pack, plan: Plan, advice: Advice, moved: Comparison) -> NewerEvidence:
    """Tell which verdicts differ from those that were kept with the plan, and why.

    The reasons are the answers behind the verdict of today: those that were kept have none. A
    finding that left the evidence is counted only: there is nothing to be read about it.
    """
    changes = (*moved.gained, *moved.lost, *moved.changed)
    moves = tuple(
        replace(move, why=tuple(_reasons(pack, plan, advice.finding_by_rule.get(move.rule))))
        for move in _moves(pack, changes)
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
    return NewerEvidence(summary=" ".join(sentences), moves=moves)


def _reasons(pack: Pack, plan: Plan, finding: Finding | None) -> Iterator[str]:
    """Yield the first few answers behind a finding, in the words of the questionnaire."""
    if finding is None:
        return
    configuration, _rule = pack.rule_by_id[finding.rule]
    reasons = reasons_for(finding, configuration, pack.questionnaire, plan)
    yield from (reason.sentence for reason in reasons[:MOST_REASONS])
    if (more := len(reasons) - MOST_REASONS) > 0:
        yield ngettext("and {n} more answer", "and {n} more answers", more).format(n=more)


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


def _moves(pack: Pack, changes: Iterable[VerdictChange | StateChange]) -> tuple[Move, ...]:
    return tuple(told_move(pack, change) for change in changes if change.rule in pack.rule_by_id)
