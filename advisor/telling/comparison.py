"""Two plans beside each other, or one plan under newer evidence, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.comparison import AnswerDifference, Comparison, StateChange, VerdictChange
from advisor.models.pack import Pack
from advisor.telling.moves import Move, told_move
from advisor.telling.words import answer_words


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


def told_newer_evidence(pack: Pack, moved: Comparison) -> NewerEvidence:
    """Tell which verdicts differ from those that were kept with the plan.

    A finding that left the evidence is counted only: there is nothing to be read about it.
    """
    changes = (*moved.gained, *moved.lost, *moved.changed)
    moves = _moves(pack, changes)
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
