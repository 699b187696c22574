"""Conditions prepared once for all plans: functions over columns of bits.

What a bit stands for is up to the caller: one way in which open answers may turn out
(``lanes``), or one plan of many. A test is a column; *all*, *any* and *not* are ``&``, ``|``
and complement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from advisor.models.conditions import AllOf, AnyOf, Condition, Not, Test, tests_in
from advisor.models.ids import QuestionId
from advisor.models.questionnaire import Questionnaire
from advisor.rules.kinds import Kind, kinds_of_answers


class Columns(Protocol):
    """The column of each test, by the place of the test."""

    def __getitem__(self, place: int, /) -> int:
        """Return the column of the test at a place."""
        ...


Fold = Callable[[Columns, int], int]
"""The column of a condition, from the columns of its tests and the column of all ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question as some conditions use it.

    ``tests[i]`` stands at ``places[i]``, and bit *k* of ``passing[i]`` says whether an
    answer of kind ``kinds[k]`` passes it. ``shown`` gives the lanes in which the question
    is relevant from the columns of earlier questions; None when it always is.
    """

    id: QuestionId
    tests: tuple[Test, ...]
    places: tuple[int, ...]
    kinds: tuple[Kind, ...]
    passing: tuple[int, ...]
    shown: Fold | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compiled:
    """Some conditions that are looked at together.

    ``questions`` has all that the conditions and the visibility of their questions mention,
    each after the ones that decide whether it is shown; ``mentioned`` has their ids.
    ``rising``: a test that holds as well never makes a condition fail. ``free``: besides, each
    test can turn out either way whatever the others do.
    """

    conditions: tuple[Condition, ...]
    questions: tuple[AskedQuestion, ...]
    mentioned: frozenset[QuestionId]
    folds: tuple[Fold, ...]
    rising: bool
    free: bool


class Compiler:
    """Prepares conditions on one questionnaire; equal tests get one place."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._places: dict[Test, int] = {}
        self._shown: dict[QuestionId, Fold | None] = {}
        self._asked: dict[tuple[Test, ...], AskedQuestion] = {}
        self._compiled: dict[tuple[Condition, ...], Compiled] = {}

    @property
    def tests(self) -> tuple[Test, ...]:
        """Every test that was met, each at its place."""
        return tuple(self._places)

    def compile(self, *conditions: Condition) -> Compiled:
        """Prepare conditions; equal ones are prepared once.

        Raise KeyError for a question that does not exist.
        """
        if conditions not in self._compiled:
            self._compiled[conditions] = self._prepare(conditions)
        return self._compiled[conditions]

    def _prepare(self, conditions: tuple[Condition, ...]) -> Compiled:
        tests = self._tests_by_question(conditions)
        ordered = self._gates_first(tests)
        questions = tuple(self._question(name, tuple(tests[name])) for name in ordered)
        rising = all(map(_is_rising, conditions))
        return Compiled(
            conditions=conditions,
            questions=questions,
            mentioned=frozenset(ordered),
            folds=tuple(self._fold(condition) for condition in conditions),
            rising=rising,
            free=rising and all(map(_is_free, questions)),
        )

    def _tests_by_question(
        self, conditions: Iterable[Condition]
    ) -> dict[QuestionId, dict[Test, None]]:
        tests: dict[QuestionId, dict[Test, None]] = {}
        waiting = list(conditions)
        while waiting:
            for test in tests_in(waiting.pop()):
                if test.question not in tests:
                    tests[test.question] = {}
                    waiting += self._gates(test.question)
                tests[test.question][test] = None
        return tests

    def _gates(self, question: QuestionId) -> tuple[Condition, ...]:
        ask_when = self._questionnaire[question].ask_when
        return () if ask_when is None else (ask_when,)

    def _gates_first(self, questions: Iterable[QuestionId]) -> tuple[QuestionId, ...]:
        ordered: dict[QuestionId, None] = {}

        def put(question: QuestionId) -> None:
            if question not in ordered:
                for gate in self._gates(question):
                    for test in tests_in(gate):
                        put(test.question)
                ordered[question] = None

        for question in questions:
            put(question)
        return tuple(ordered)

    def _question(self, name: QuestionId, tests: tuple[Test, ...]) -> AskedQuestion:
        if tests not in self._asked:
            kinds = tuple(kinds_of_answers(self._questionnaire[name], tests))
            self._asked[tests] = AskedQuestion(
                id=name,
                tests=tests,
                places=tuple(self._place(test) for test in tests),
                kinds=kinds,
                passing=tuple(
                    sum((kind >> bit & 1) << n for n, kind in enumerate(kinds))
                    for bit in range(len(tests))
                ),
                shown=self._shown_when(name),
            )
        return self._asked[tests]

    def _shown_when(self, question: QuestionId) -> Fold | None:
        if question not in self._shown:
            folds = [self._fold(gate) for gate in self._gates(question)]
            self._shown[question] = folds[0] if folds else None
        return self._shown[question]

    def _place(self, test: Test) -> int:
        return self._places.setdefault(test, len(self._places))

    def _fold(self, condition: Condition) -> Fold:
        match condition:
            case AllOf(parts):
                return _all_of(*self._parts(parts))
            case AnyOf(parts):
                return _any_of(*self._parts(parts))
            case Not(part):
                inner = self._fold(part)
                return lambda columns, every: every ^ inner(columns, every)
            case _:
                place = self._place(condition)
                return lambda columns, _every: columns[place]

    def _parts(self, parts: Iterable[Condition]) -> tuple[list[int], list[Fold]]:
        """Tell bare tests, by their places, from parts that are groups themselves."""
        places: list[int] = []
        folds: list[Fold] = []
        for part in parts:
            if isinstance(part, AllOf | AnyOf | Not):
                folds.append(self._fold(part))
            else:
                places.append(self._place(part))
        return places, folds


def _is_rising(condition: Condition) -> bool:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return all(map(_is_rising, parts))
        case Not():
            return False
        case _:
            return True


def _is_free(question: AskedQuestion) -> bool:
    """Whether one test is all that is asked of a question, and it may pass or not."""
    either_way = {0, 1}
    return question.shown is None and len(question.tests) == 1 and set(question.kinds) == either_way


def _all_of(places: list[int], folds: list[Fold]) -> Fold:
    def fold(columns: Columns, every: int) -> int:
        held = every
        for place in places:
            held &= columns[place]
        for part in folds:
            if not held:
                break
            held &= part(columns, every)
        return held

    return fold


def _any_of(places: list[int], folds: list[Fold]) -> Fold:
    def fold(columns: Columns, every: int) -> int:
        held = 0
        for place in places:
            held |= columns[place]
        for part in folds:
            if held == every:
                break
            held |= part(columns, every)
        return held

    return fold
