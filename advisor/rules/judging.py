"""Conditions judged in three values, one test at a time: the specification of the engine.

An open answer makes a test unknown, never false; a question that is hidden makes every test
on it false. Three values (Kleene 1952) are safe and plain to explain, and not exact: *this
or not this* stays open while the answer is. What is exact lives in ``completions``.
"""

from collections.abc import Callable, Iterable
from typing import assert_never

from advisor.models import conditions
from advisor.models.explanation import Explanation, GroupExplained, Operator, TestExplained, Truth
from advisor.models.ids import QuestionId
from advisor.models.plan import UNANSWERED, Answer, GivenAnswer
from advisor.models.questionnaire import Questionnaire

AnswersOf = Callable[[QuestionId], Answer]
"""The answer to a question; ``Plan.answer`` is one."""

_Said = tuple[Truth, Answer, GivenAnswer | None]
"""Whether a question is asked, its answer, and what was given if it is not open."""

HOLDS, FAILS, OPEN = Truth.HOLDS, Truth.FAILS, Truth.OPEN
"""By their own names: looking up a member of an enumeration takes as long as judging a test."""

_ALL, _ANY = Operator.ALL, Operator.ANY

OPPOSITE = {HOLDS: FAILS, FAILS: HOLDS, OPEN: OPEN}

POSSIBLE, CERTAIN = 0b10, 0b11
"""What may hold and what certainly does, as bounds of a condition; 0 certainly does not."""

TRUTH = {CERTAIN: HOLDS, POSSIBLE: OPEN, 0: FAILS}
"""What bounds say of a condition."""


def relevance(question: QuestionId, answers_of: AnswersOf, questionnaire: Questionnaire) -> Truth:
    """Say whether a question is asked; one that fails is hidden and its answer ignored."""
    return Explainer(answers_of, questionnaire).relevance(question)


class Explainer:
    """Judges many conditions on the same answers; each test and each question only once."""

    def __init__(self, answers_of: AnswersOf, questionnaire: Questionnaire) -> None:
        self._answers_of, self._questionnaire = answers_of, questionnaire
        self._tests: dict[conditions.Test, TestExplained] = {}
        self._shown: dict[QuestionId, Truth] = {}
        self._said: dict[QuestionId, _Said] = {}

    def relevance(self, question: QuestionId) -> Truth:
        """Say whether a question is asked."""
        shown = self._shown.get(question)
        if shown is None:
            ask_when = self._questionnaire[question].ask_when
            shown = HOLDS if ask_when is None else self.explain(ask_when).truth
            self._shown[question] = shown
        return shown

    def explain(self, condition: conditions.Condition) -> Explanation:
        """Judge a condition and keep the truth of each of its parts, in its own shape."""
        # Not a match statement: its patterns take longer than the tests that they lead to.
        if isinstance(condition, conditions.AllOf):
            return all_of(tuple([self.explain(part) for part in condition.parts]))
        if isinstance(condition, conditions.AnyOf):
            return any_of(tuple([self.explain(part) for part in condition.parts]))
        if isinstance(condition, conditions.Not):
            inner = self.explain(condition.part)
            truth = OPPOSITE[inner.truth]
            return GroupExplained(operator=Operator.NOT, parts=(inner,), truth=truth)
        known = self._tests.get(condition)
        if known is None:
            known = self._tests[condition] = self._test(condition)
        return known

    def _test(self, test: conditions.Test) -> TestExplained:
        question = test.question
        said = self._said.get(question)
        if said is None:
            answer = self._answers_of(question)
            said = self._said[question] = (self.relevance(question), answer, answer.given)
        shown, answer, given = said
        if shown is FAILS:
            return TestExplained(test=test, answer=UNANSWERED, truth=FAILS, hidden=True)
        truth = OPEN
        if given is not None:
            truth = shown if passes(test, given) else FAILS
        return TestExplained(test=test, answer=answer, truth=truth)


def all_of(parts: tuple[Explanation, ...]) -> GroupExplained:
    """Join parts that must all hold."""
    truth = _strongest(parts, FAILS, HOLDS)
    return GroupExplained(operator=_ALL, parts=parts, truth=truth)


def any_of(parts: tuple[Explanation, ...]) -> GroupExplained:
    """Join parts of which one must hold."""
    truth = _strongest(parts, HOLDS, FAILS)
    return GroupExplained(operator=_ANY, parts=parts, truth=truth)


def passes(test: conditions.Test, given: GivenAnswer) -> bool:
    """Whether an answer that was given meets a test on its question."""
    # The most frequent, before a match statement that takes longer to reach them.
    if isinstance(test, conditions.Includes):
        return isinstance(given, frozenset) and test.option in given
    match test:
        case conditions.IncludesAnyOf():
            return touches(test, given)
        case conditions.IncludesNoneOf():
            return not touches(test, given)
        case conditions.Is():
            return given == test.value
        case conditions.IsAnyOf():
            return given in test.options
        case conditions.AtLeast():
            return isinstance(given, int) and given >= test.number
        case conditions.AtMost():
            return isinstance(given, int) and given <= test.number
        case _:
            assert_never(test)


def touches(
    test: conditions.Includes | conditions.IncludesAnyOf | conditions.IncludesNoneOf,
    given: GivenAnswer,
) -> bool:
    """Whether a multiple answer has at least one of the options that a test names."""
    if not isinstance(given, frozenset):
        return False
    if isinstance(test, conditions.Includes):
        return test.option in given
    return not given.isdisjoint(test.options)


def _strongest(parts: Iterable[Explanation], decides: Truth, otherwise: Truth) -> Truth:
    """Return the truth that decides if some part has it, open if some part is, or the other."""
    truth = otherwise
    for part in parts:
        if part.truth is decides:
            return decides
        if part.truth is OPEN:
            truth = OPEN
    return truth
