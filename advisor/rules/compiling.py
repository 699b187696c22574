"""Conditions prepared once for all plans: functions over columns of bits.

What a bit stands for is up to the caller: one way in which open answers may turn out
(``lanes``), one plan of many, or what may hold and what certainly does (``completions``). A
test is a column, at its place; *all* and *any* are ``&`` and ``|``. *Not* is carried down to
the tests: the opposite of the test at a place stands at ``~place``.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from advisor.models.conditions import GROUPS, AllOf, AnyOf, Condition, Not, Test, tests_in
from advisor.models.ids import QuestionId
from advisor.models.questionnaire import Questionnaire
from advisor.rules.explaining import Explaining, explaining
from advisor.rules.kinds import Kind, kinds_of_answers


class Columns(Protocol):
    """The column of each test and of its opposite, by place."""

    def __getitem__(self, place: int, /) -> int:
        """Return the column of the test at a place, or of the opposite of the one at ``~place``."""
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


class Compiled:
    """Some conditions that are looked at together; what is needed for it is made when it is.

    Of the rules of a pack, most are decided together with all others (``all_rules``).
    """

    def __init__(self, conditions: tuple[Condition, ...], compiler: "Compiler") -> None:
        self.conditions = conditions
        self._compiler = compiler

    @cached_property
    def folds(self) -> tuple[Fold, ...]:
        """The column of each condition."""
        return tuple([self._compiler.fold(condition) for condition in self.conditions])

    @cached_property
    def because(self) -> Explaining:
        """Why the first condition holds, or does not."""
        return explaining(self.conditions[0], self._compiler.place)

    @cached_property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """All that the conditions and the visibility of their questions mention.

        Each comes after the ones that decide whether it is shown.
        """
        return self._compiler.questions_of(self.conditions)

    @cached_property
    def mentioned(self) -> frozenset[QuestionId]:
        """The ids of these questions."""
        return frozenset(question.id for question in self.questions)

    @cached_property
    def free(self) -> bool:
        """Whether there are answers that make all parts hold, and others that make all fail.

        They are there whatever is known of some questions. Then what is possible part by part is
        possible for the whole.
        """
        wanted = self._compiler.places_in(self.conditions)
        return all(_is_free(question, wanted) for question in self.questions)


class Compiler:
    """Prepares conditions on one questionnaire; equal tests get one place."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._places: dict[Test, int] = {}
        self._shown: dict[QuestionId, Fold | None] = {}
        self._asked: dict[tuple[Test, ...], AskedQuestion] = {}
        self._alone: dict[Condition, Compiled] = {}

    @property
    def alone(self) -> tuple[Compiled, ...]:
        """The conditions that stand alone, each once."""
        return tuple(self._alone.values())

    @property
    def tests(self) -> tuple[Test, ...]:
        """Every test that was met, each at its place."""
        return tuple(self._places)

    def compile(self, *conditions: Condition) -> Compiled:
        """Prepare conditions that are looked at together."""
        return Compiled(conditions, self)

    def compile_alone(self, condition: Condition) -> Compiled:
        """Prepare a condition that stands alone: all of those are judged at once.

        Equal ones are prepared once.
        """
        known = self._alone.get(condition)
        if known is None:
            known = self._alone[condition] = self.compile(condition)
        return known

    def place(self, test: Test) -> int:
        """Return where a test stands; one that is new gets the next place.

        Raise KeyError for a question that does not exist.
        """
        place = self._places.get(test)
        if place is None:
            _ = self._questionnaire[test.question]
            place = self._places[test] = len(self._places)
        return place

    def questions_of(self, conditions: Iterable[Condition]) -> tuple[AskedQuestion, ...]:
        """Return what ``Compiled.questions`` promises."""
        tests = self._tests_by_question(conditions)
        return tuple(self._question(name, tuple(tests[name])) for name in self.gates_first(tests))

    def places_in(self, conditions: Iterable[Condition]) -> frozenset[int]:
        """Return the places of the tests, or opposites, of which conditions are made."""
        return frozenset(place for each in conditions for place in self._places_in(each))

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

    def gates_first(self, questions: Iterable[QuestionId]) -> tuple[QuestionId, ...]:
        """Return the questions, and those that decide whether they are asked before them."""
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
                places=tuple(self.place(test) for test in tests),
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
            folds = [self.fold(gate) for gate in self._gates(question)]
            self._shown[question] = folds[0] if folds else None
        return self._shown[question]

    def fold(self, condition: Condition, holds: bool = True) -> Fold:
        """Return the column of a condition, or of its opposite."""
        match condition:
            case AllOf(parts):
                return (_all_of if holds else _any_of)(*self._parts(parts, holds))
            case AnyOf(parts):
                return (_any_of if holds else _all_of)(*self._parts(parts, holds))
            case Not(part):
                return self.fold(part, not holds)
            case _:
                place = self.place(condition) if holds else ~self.place(condition)
                return lambda columns, _every: columns[place]

    def _parts(self, parts: Iterable[Condition], holds: bool) -> tuple[list[int], list[Fold]]:
        """Tell bare tests, by their places, from parts that are groups themselves."""
        places: list[int] = []
        folds: list[Fold] = []
        for part in parts:
            if isinstance(part, GROUPS):
                folds.append(self.fold(part, holds))
            else:
                places.append(self.place(part) if holds else ~self.place(part))
        return places, folds

    def _places_in(self, condition: Condition, holds: bool = True) -> Iterator[int]:
        """Yield the places of the tests, or opposites, of which a condition is made."""
        match condition:
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    yield from self._places_in(part, holds)
            case Not(part):
                yield from self._places_in(part, not holds)
            case _:
                yield self.place(condition) if holds else ~self.place(condition)


def _is_free(question: AskedQuestion, wanted: Container[int]) -> bool:
    """Whether one answer passes all that is wanted of a question, and another nothing of it."""
    every = (1 << len(question.kinds)) - 1
    all_pass = none_passes = every
    for place, passing in zip(question.places, question.passing, strict=True):
        if place in wanted:
            all_pass, none_passes = all_pass & passing, none_passes & ~passing
        if ~place in wanted:
            all_pass, none_passes = all_pass & ~passing, none_passes & passing
    return question.shown is None and bool(all_pass and none_passes)


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
