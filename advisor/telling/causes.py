"""Why a finding is another than it was: the sentences and the answers behind either side."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.findings import Finding, Verdict
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.branches import why_words
from advisor.telling.why import Reason, is_for_others, reasons_for
from advisor.telling.words import RISK_STATE

MOST_SENTENCES = 2
MOST_ANSWERS = 3
"""So much is told on either side; the card of the finding has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why a finding was, or is, what it is: on which side, and for which reasons."""

    side: str
    lines: tuple[str, ...]


def told_verdict(
    pack: Pack, plan: Plan, finding: Finding, among: Collection[QuestionId] = ()
) -> tuple[str, ...]:
    """Tell why a finding has its verdict under the pack that it was judged by.

    Answers to questions ``among`` these are told alone, where there are any: they made the
    difference.
    """
    configuration, _rule = pack.rule_by_id[finding.rule]
    reasons = reasons_for(finding, configuration, pack.questionnaire, plan)
    telling = tuple(each for each in reasons if each.question in among) or reasons
    for_others = is_for_others(finding, configuration, plan)
    return (
        *_sentences(finding),
        *why_words(finding, reasons, for_others=for_others),
        *_answers(telling, finding),
    )


def told_state(finding: Finding) -> tuple[str, ...]:
    """Tell how far each way of a risk is in hand, in which the two sides differ."""
    return tuple(
        _("{sentence} ({state})").format(sentence=branch.text, state=RISK_STATE[branch.state])
        for branch in finding.at_work
        if branch.state is not None
    )


def questions_behind(pack: Pack, plan: Plan, finding: Finding) -> frozenset[QuestionId]:
    """Return the questions whose answers are behind a verdict."""
    configuration, _rule = pack.rule_by_id[finding.rule]
    reasons = reasons_for(finding, configuration, pack.questionnaire, plan)
    return frozenset(reason.question for reason in reasons)


def _sentences(finding: Finding) -> Iterator[str]:
    """Yield what the branches say by which it applies."""
    yield from (branch.text for branch in finding.at_work[:MOST_SENTENCES])


def _answers(reasons: tuple[Reason, ...], finding: Finding) -> Iterator[str]:
    if finding.verdict is Verdict.MAY_APPLY and reasons:
        asked = " ".join(_("“{question}”").format(question=each.asked) for each in reasons)
        yield _("It depends on: {questions}").format(questions=asked)
        return
    yield from (reason.sentence for reason in reasons[:MOST_ANSWERS])
    if (more := len(reasons) - MOST_ANSWERS) > 0:
        yield ngettext("and {n} more answer", "and {n} more answers", more).format(n=more)
