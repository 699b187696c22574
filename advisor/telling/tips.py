"""Which way each answer to an open question would tip a statement, in sentences."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.language import N_, _
from advisor.models.findings import Verdict
from advisor.models.questionnaire import Question
from advisor.models.tips import Numbers, Tip
from advisor.telling.grammar import either, quoted
from advisor.telling.words import YES_NO, WordTable

MOST_NAMED = 4
"""How many answers that do the same are named where the rest can be called *any other answer*."""

_WITH = WordTable(
    {
        Verdict.APPLIES: N_("With {answers} it would apply."),
        Verdict.DOES_NOT_APPLY: N_("With {answers} it would not apply."),
        Verdict.NOT_COVERED: N_("With {answers} our evidence would not cover it."),
        Verdict.MAY_APPLY: N_("With {answers} it would still depend on other answers."),
    }
)
_WITH_ANY_OTHER = WordTable(
    {
        Verdict.APPLIES: N_("With any other answer it would apply."),
        Verdict.DOES_NOT_APPLY: N_("With any other answer it would not apply."),
        Verdict.NOT_COVERED: N_("With any other answer our evidence would not cover it."),
        Verdict.MAY_APPLY: N_("With any other answer it would still depend on other answers."),
    }
)


def tip_lines(question: Question, tips: Iterable[Tip]) -> tuple[str, ...]:
    """Say what the answers to one question would do, those that settle it first.

    Where many do the same they are said last, as any other answer.
    """
    by_verdict: dict[Verdict, list[Tip]] = {verdict: [] for verdict in _WITH}
    for tip in tips:
        by_verdict[tip.verdict].append(tip)
    groups = [(verdict, found) for verdict, found in by_verdict.items() if found]
    return tuple(_lines(question, groups))


def _lines(question: Question, groups: Sequence[tuple[Verdict, list[Tip]]]) -> Iterator[str]:
    if [verdict for verdict, _found in groups] == [Verdict.MAY_APPLY]:
        yield _("No answer to this question alone would settle it.")
        return
    widest = max(groups, key=lambda group: len(group[1]), default=None)
    for group in groups:
        if not (group is widest and _is_the_rest(group, groups)):
            verdict, found = group
            yield _WITH[verdict].format(answers=either([_answer(question, each) for each in found]))
    if widest is not None and _is_the_rest(widest, groups):
        yield _WITH_ANY_OTHER[widest[0]]


def _is_the_rest(
    group: tuple[Verdict, list[Tip]], groups: Sequence[tuple[Verdict, list[Tip]]]
) -> bool:
    return len(groups) > 1 and len(group[1]) > MOST_NAMED


def _answer(question: Question, tip: Tip) -> str:
    match tip.answer:
        case Numbers() as numbers:
            return _numbers(question, numbers)
        case bool() as said:
            words = YES_NO[said]
        case option:
            words = question.option(option).label
    return quoted([words])[0]


def _numbers(question: Question, numbers: Numbers) -> str:
    if numbers.least == numbers.most:
        words = _("{least} {unit}")
    elif numbers.most == question.maximum:
        words = _("{least} {unit} or more")
    elif numbers.least == question.minimum:
        words = _("{most} {unit} or fewer")
    else:
        words = _("{least} to {most} {unit}")
    return " ".join(
        words.format(least=numbers.least, most=numbers.most, unit=question.unit).split()
    )
