"""Two plans beside each other, in words. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import Verdict
from advisor.models.comparison import AnswerDifference, Comparison, VerdictChange
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.telling.grammar import counted
from advisor.telling.words import EFFECT_HEADING, RISK_STATE, VERDICT, answer_words, mark_of

NO_RULE = "Not in this evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One question that the plans answer differently."""

    asked: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding that differs."""

    rule: RuleId
    title: str
    kind: str
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Findings that differ in the same way."""

    title: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareStory:
    """The whole comparison. Answers follow the questionnaire, findings the pack."""

    before_title: str
    after_title: str
    summary: str
    answers: tuple[AnswerRow, ...]
    groups: tuple[Group, ...]


def tell(pack: Pack, before: str, after: str, comparison: Comparison) -> CompareStory:
    """Tell what differs between two plans of these titles."""
    groups = (
        Group(title=f"Applies only in “{after}”", rows=_rows(pack, comparison.gained)),
        Group(title=f"Applies only in “{before}”", rows=_rows(pack, comparison.lost)),
        Group(title="Applies in neither, but differs", rows=_rows(pack, comparison.changed)),
        Group(title="Applies in both, addressed differently", rows=_states(pack, comparison)),
    )
    return CompareStory(
        before_title=before,
        after_title=after,
        summary=_summary(comparison),
        answers=tuple(_answer(pack, difference) for difference in comparison.answers),
        groups=tuple(group for group in groups if group.rows),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedStory:
    """What newer evidence changed for a plan that was advised before."""

    summary: str
    rows: tuple[FindingRow, ...]


def tell_moved(pack: Pack, moved: Comparison) -> MovedStory:
    """Tell which verdicts differ from those that were kept with the plan."""
    rows = _rows(pack, (*moved.gained, *moved.lost, *moved.changed))
    gone = len(moved.gained) + len(moved.lost) + len(moved.changed) - len(rows)
    words = "The evidence is newer than when this plan was last advised."
    if not rows and not gone:
        return MovedStory(summary=f"{words} Nothing about your plan changed.", rows=())
    words = f"{words} {counted(len(rows), 'finding')} changed."
    if gone:
        words = f"{words} {counted(gone, 'finding')} left the evidence."
    return MovedStory(summary=words, rows=rows)


def _summary(comparison: Comparison) -> str:
    if comparison.is_empty:
        return "The two plans have the same answers and the same advice."
    moved = len(comparison.gained) + len(comparison.lost) + len(comparison.changed)
    verb = "differs" if len(comparison.answers) == 1 else "differ"
    return (
        f"{counted(len(comparison.answers), 'answer')} {verb}; {counted(moved, 'finding')} with"
        f" another verdict; {counted(len(comparison.states), 'risk')} addressed differently."
    ).capitalize()


def _answer(pack: Pack, difference: AnswerDifference) -> AnswerRow:
    question = pack.questionnaire[difference.question]
    return AnswerRow(
        asked=question.text,
        before=answer_words(question, difference.before),
        after=answer_words(question, difference.after),
    )


def _rows(pack: Pack, moves: Iterable[VerdictChange]) -> tuple[FindingRow, ...]:
    return tuple(
        _row(pack, move.rule, f"{_verdict(move.before)} becomes {_verdict(move.after)}.")
        for move in moves
        if move.rule in pack.rule_by_id
    )


def _states(pack: Pack, comparison: Comparison) -> tuple[FindingRow, ...]:
    return tuple(
        _row(
            pack,
            change.rule,
            f"“{RISK_STATE[change.before]}” becomes “{RISK_STATE[change.after]}”.",
        )
        for change in comparison.states
    )


def _row(pack: Pack, rule_id: RuleId, words: str) -> FindingRow:
    configuration, rule = pack.rule_by_id[rule_id]
    return FindingRow(
        rule=rule_id,
        title=configuration.title,
        kind=EFFECT_HEADING[rule.effect],
        mark=mark_of(rule.effect),
        words=words,
    )


def _verdict(verdict: Verdict | None) -> str:
    return f"“{VERDICT[verdict] if verdict is not None else NO_RULE}”"
