"""Conditions over all possible answers at once: one bit of a whole number per possibility.

A *lane* is one completion of the open answers: for every open question, one answer of each
kind that the conditions can tell apart (``kinds``). A test is a column of bits, one per
lane; *all*, *any* and *not* are ``&``, ``|`` and complement. A condition holds whatever the
open answers turn out to be when its column is all ones, and fails when it is zero: exact,
with no third value.

``compile_conditions`` does once what does not depend on a plan; ``spread`` does the rest.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from advisor.models.conditions import AllOf, AnyOf, Condition, Not, Test, tests_in
from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer
from advisor.models.questionnaire import Questionnaire
from advisor.rules.judging import passes
from advisor.rules.kinds import Kind, kinds_of_answers

MOST_LANES = 2**20
"""A column of this many lanes takes 128 KB and is still quick."""

Fold = Callable[[Sequence[int], int], int]
"""The column of a condition, from the columns of its tests and the column of all ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question as some conditions use it.

    ``passing[i]`` says with bit *k* whether an answer of kind ``kinds[k]`` passes
    ``tests[i]``. ``shown`` gives the lanes in which the question is relevant from
    the columns of earlier questions; None when it always is.
    """

    id: QuestionId
    tests: tuple[Test, ...]
    kinds: tuple[Kind, ...]
    passing: tuple[int, ...]
    shown: Fold | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """Some conditions, ready to be spread over the lanes of a plan.

    ``questions`` has all that the conditions and the visibility of their questions mention,
    each after the ones that decide whether it is shown.
    """

    conditions: tuple[Condition, ...]
    questions: tuple[AskedQuestion, ...]
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An open question on the lanes: lane *n* holds its answer kind ``n // stride % kinds``."""

    question: QuestionId
    stride: int
    kinds: int

    def of_kinds(self, kinds: int, every: int) -> int:
        """Return the lanes whose answer is of one of these kinds, given as bits."""
        ones = (1 << self.stride) - 1
        block = 0
        for kind in range(self.kinds):
            if kinds >> kind & 1:
                block |= ones << kind * self.stride
        width = self.stride * self.kinds
        while every >> width:
            block |= block << width
            width *= 2
        return block & every


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Columns of conditions over the completions of a plan; ``every`` is all ones."""

    every: int
    axes: tuple[Axis, ...]
    columns: tuple[int, ...]

    def turns_on(self, axis: Axis, columns: Iterable[int]) -> bool:
        """Whether two lanes that differ on this axis alone differ in one of the columns."""
        before_last = axis.of_kinds((1 << axis.kinds - 1) - 1, self.every)
        return any((column ^ column >> axis.stride) & before_last for column in columns)

    def can_settle(self, axis: Axis, columns: Sequence[int]) -> bool:
        """Whether one answer on this axis makes every column the same in all its lanes."""
        answers = (axis.of_kinds(1 << kind, self.every) for kind in range(axis.kinds))
        return any(all(column & lanes in {0, lanes} for column in columns) for lanes in answers)


def compile_conditions(conditions: tuple[Condition, ...], questionnaire: Questionnaire) -> Compiled:
    """Prepare conditions that are to be looked at together.

    Raise KeyError for a question that the questionnaire does not have.
    """
    tests = _tests_by_question(conditions, questionnaire)
    ordered = _gates_first(tests, questionnaire)
    place = {test: n for n, test in enumerate(test for id_ in ordered for test in tests[id_])}
    return Compiled(
        conditions=conditions,
        questions=tuple(
            _asked(questionnaire, question, tuple(tests[question]), place) for question in ordered
        ),
        folds=tuple(_fold(condition, place) for condition in conditions),
    )


def spread(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    hidden: frozenset[QuestionId],
    most: int = MOST_LANES,
) -> Lanes | None:
    """Return the columns of the conditions, or None when they need more than ``most`` lanes.

    ``given`` has the answers that are known; ``hidden`` the questions that are certainly
    not relevant, whose answers need not be tried.
    """
    axes: list[Axis] = []
    count = 1
    for question in compiled.questions:
        kinds = len(question.kinds)
        if kinds > 1 and question.id not in given and question.id not in hidden:
            axes.append(Axis(question=question.id, stride=count, kinds=kinds))
            count *= kinds
            if count > most:
                return None
    every = (1 << count) - 1
    tests = _test_columns(compiled, given, axes, every)
    columns = tuple(fold(tests, every) for fold in compiled.folds)
    return Lanes(every=every, axes=tuple(axes), columns=columns)


def _test_columns(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    axes: Iterable[Axis],
    every: int,
) -> list[int]:
    columns: list[int] = []
    axis_of = {axis.question: axis for axis in axes}
    for question in compiled.questions:
        shown = every if question.shown is None else question.shown(columns, every)
        if not shown:
            columns += [0] * len(question.tests)
        elif (answer := given.get(question.id)) is not None:
            columns += [shown if passes(test, answer) else 0 for test in question.tests]
        elif (axis := axis_of.get(question.id)) is not None:
            columns += [shown & axis.of_kinds(kinds, every) for kinds in question.passing]
        else:
            columns += [shown if kinds else 0 for kinds in question.passing]
    return columns


def _tests_by_question(
    conditions: Iterable[Condition], questionnaire: Questionnaire
) -> dict[QuestionId, dict[Test, None]]:
    tests: dict[QuestionId, dict[Test, None]] = {}
    waiting = list(conditions)
    while waiting:
        for test in tests_in(waiting.pop()):
            if test.question not in tests:
                tests[test.question] = {}
                ask_when = questionnaire[test.question].ask_when
                waiting += [] if ask_when is None else [ask_when]
            tests[test.question][test] = None
    return tests


def _gates_first(questions: Iterable[QuestionId], questionnaire: Questionnaire) -> list[QuestionId]:
    ordered: dict[QuestionId, None] = {}

    def place(question: QuestionId) -> None:
        if question not in ordered:
            ask_when = questionnaire[question].ask_when
            for test in () if ask_when is None else tests_in(ask_when):
                place(test.question)
            ordered[question] = None

    for question in questions:
        place(question)
    return list(ordered)


def _asked(
    questionnaire: Questionnaire,
    question_id: QuestionId,
    tests: tuple[Test, ...],
    place: Mapping[Test, int],
) -> AskedQuestion:
    question = questionnaire[question_id]
    kinds = tuple(kinds_of_answers(question, tests))
    return AskedQuestion(
        id=question_id,
        tests=tests,
        kinds=kinds,
        passing=tuple(
            sum((kind >> test & 1) << n for n, kind in enumerate(kinds))
            for test in range(len(tests))
        ),
        shown=None if question.ask_when is None else _fold(question.ask_when, place),
    )


def _fold(condition: Condition, place: Mapping[Test, int]) -> Fold:
    """Turn a condition into a function over columns; *place* says which column is whose."""
    match condition:
        case AllOf(parts):
            folds = [_fold(part, place) for part in parts]
            return lambda columns, every: reduce(
                and_, (fold(columns, every) for fold in folds), every
            )
        case AnyOf(parts):
            folds = [_fold(part, place) for part in parts]
            return lambda columns, every: reduce(or_, (fold(columns, every) for fold in folds), 0)
        case Not(part):
            inner = _fold(part, place)
            return lambda columns, every: every ^ inner(columns, every)
        case _:
            column = place[condition]
            return lambda columns, _every: columns[column]
