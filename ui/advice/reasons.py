"""Why a rule applies, may apply or does not: its explanation as a few short lines.

The explanation tree says for every test whether it held. A person wants only the answers
that made the difference, each question once, in the order of the rule.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.models.advice import (
    Explanation,
    Finding,
    GroupExplained,
    Operator,
    TestExplained,
    Truth,
    Verdict,
)
from advisor.models.ids import QuestionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import Questionnaire
from advisor.models.wording import answer_words, requirement_words
from ui.advice.words import joined

FORMATS = QuestionId("formats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that made a difference.

    ``needed`` says which answers the rule looks for, and is empty where the answer that
    was given is itself the reason.
    """

    question: QuestionId
    asked: str
    answered: str
    needed: str = ""
    is_hidden: bool = False

    @property
    def sentence(self) -> str:
        """The reason as one line that can be read aloud."""
        if self.is_hidden:
            return f"{self.asked} This is not asked for your plan."
        said = f"{self.asked} {self.answered}."
        return f"{said} The rule asks that it {self.needed}." if self.needed else said


def reasons_for(finding: Finding, questionnaire: Questionnaire, plan: Plan) -> tuple[Reason, ...]:
    """Return the answers behind a verdict, each question once."""
    if finding.by_coverage:
        return (_coverage_reason(questionnaire, plan),)
    if finding.verdict is Verdict.MAY_APPLY:
        return _open_reasons(finding, questionnaire, plan)
    applies = finding.verdict is Verdict.APPLIES
    wanted = {Truth.HOLDS, Truth.OPEN} if applies else {Truth.FAILS}
    deciding = _deciding(finding.because, wanted)
    return _one_per_question(deciding, questionnaire, needs_words=not applies)


def _coverage_reason(questionnaire: Questionnaire, plan: Plan) -> Reason:
    question = questionnaire[FORMATS]
    return Reason(
        question=FORMATS,
        asked=question.text,
        answered=answer_words(question, plan.answer(FORMATS)),
    )


def _open_reasons(finding: Finding, questionnaire: Questionnaire, plan: Plan) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            question=question_id,
            asked=questionnaire[question_id].text,
            answered=answer_words(questionnaire[question_id], plan.answer(question_id)),
        )
        for question_id in finding.depends_on
    )


def _deciding(node: Explanation, wanted: set[Truth]) -> Iterator[TestExplained]:
    """Yield the tests that made a part of the condition come out as it did."""
    if isinstance(node, TestExplained):
        yield node
        return
    if node.operator is Operator.NOT:
        yield from _deciding(node.parts[0], _turned(wanted))
        return
    for part in node.parts:
        if part.truth in wanted:
            yield from _deciding(part, wanted)


def _turned(wanted: set[Truth]) -> set[Truth]:
    turned = {Truth.HOLDS: Truth.FAILS, Truth.FAILS: Truth.HOLDS, Truth.OPEN: Truth.OPEN}
    return {turned[truth] for truth in wanted}


def _one_per_question(
    tests: Iterable[TestExplained], questionnaire: Questionnaire, *, needs_words: bool
) -> tuple[Reason, ...]:
    by_question: dict[QuestionId, list[TestExplained]] = {}
    for explained in tests:
        by_question.setdefault(explained.test.question, []).append(explained)
    return tuple(
        _reason(explained, questionnaire, needs_words=needs_words)
        for explained in by_question.values()
    )


def _reason(
    explained: list[TestExplained], questionnaire: Questionnaire, *, needs_words: bool
) -> Reason:
    first = explained[0]
    question = questionnaire[first.test.question]
    needed = dict.fromkeys(requirement_words(question, each.test) for each in explained)
    return Reason(
        question=question.id,
        asked=question.text,
        answered=answer_words(question, first.answer),
        needed=joined(list(needed), "or") if needs_words else "",
        is_hidden=first.hidden,
    )


def tests_of(node: Explanation) -> Iterator[TestExplained]:
    """Yield every test of an explanation, in reading order."""
    if isinstance(node, GroupExplained):
        for part in node.parts:
            yield from tests_of(part)
    else:
        yield node
