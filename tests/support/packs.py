"""Random small packs and plans for Hypothesis, with few enough completions to try them all.

Everything is drawn by plain functions that pick from short lists: strategies made of
strategies would take ten times as long to draw as the engine takes to judge.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from hypothesis import strategies as st

from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Not,
    Test,
)
from advisor.models.evidence import (
    Action,
    Branch,
    Configuration,
    Coverage,
    Domain,
    Effect,
    Modifier,
)
from advisor.models.gates import Level
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Choice, Decision, GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import Nature, Question, QuestionKind
from tests.support import building

FORMATS = ("group", "telephone", "online")
MOST_COMPLETIONS = 400

Item = TypeVar("Item")


def possible_answers(question: Question) -> list[GivenAnswer]:
    """Every answer that a person can give to a question, tried one by one."""
    match question.kind:
        case QuestionKind.SINGLE:
            return [option.id for option in question.options]
        case QuestionKind.YES_NO:
            return [True, False]
        case QuestionKind.NUMBER:
            return list(range(question.minimum, question.maximum + 1))
        case QuestionKind.MULTIPLE:
            return list(_sets(question))


def _sets(question: Question) -> Iterable[frozenset[OptionId]]:
    exclusive = {option.id for option in question.options if option.exclusive}
    ids = [option.id for option in question.options]
    for size in range(1, len(ids) + 1):
        for chosen in itertools.combinations(ids, size):
            if size == 1 or exclusive.isdisjoint(chosen):
                yield frozenset(chosen)


def open_questions_of(pack: Pack, plan: Plan) -> tuple[QuestionId, ...]:
    """The questions without an answer, hidden ones included."""
    questions = pack.questionnaire.questions
    return tuple(question.id for question in questions if plan.answer(question.id).is_open)


@st.composite
def packs_and_plans(draw: st.DrawFn) -> tuple[Pack, Plan]:
    """A sound pack in which everything may depend on everything, and any plan for it."""
    dice = _Dice(draw)
    pack = _pack(dice)
    return pack, _plan(dice, pack)


@st.composite
def questions_and_tests(draw: st.DrawFn) -> tuple[Question, list[Test], GivenAnswer]:
    """A question, three tests on it and one answer to it."""
    dice = _Dice(draw)
    question = _plain_question(dice, "q")
    tests = [_test(dice, question) for _ in range(3)]
    return question, tests, dice.one(possible_answers(question))


class _Dice:
    """Picks from short lists; what is drawn shrinks to the first of each."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def one(self, items: Sequence[Item]) -> Item:
        return items[self._draw(st.integers(0, len(items) - 1))]

    def some(self, items: Sequence[Item], least: int = 0) -> tuple[Item, ...]:
        """Return any of the items in their order, at least so many."""
        chosen = self._draw(st.integers(0, 2 ** len(items) - 1))
        found = tuple(item for place, item in enumerate(items) if chosen >> place & 1)
        return found if len(found) >= least else tuple(items[:least])

    def up_to(self, most: int, least: int = 0) -> range:
        return range(self._draw(st.integers(least, most)))

    def yes(self) -> bool:
        return self._draw(st.booleans())


def _test(dice: _Dice, question: Question) -> Test:
    ids = [option.id for option in question.options]
    match question.kind:
        case QuestionKind.SINGLE if dice.yes():
            return Is(question.id, dice.one(ids))
        case QuestionKind.SINGLE:
            return IsAnyOf(question.id, dice.some(ids, 1))
        case QuestionKind.YES_NO:
            return Is(question.id, dice.yes())
        case QuestionKind.NUMBER:
            bound = dice.one(range(question.minimum - 1, question.maximum + 2))
            return AtLeast(question.id, bound) if dice.yes() else AtMost(question.id, bound)
        case QuestionKind.MULTIPLE if dice.yes():
            return Includes(question.id, dice.one(ids))
        case QuestionKind.MULTIPLE:
            some = dice.some(ids, 1)
            wants_any = dice.yes()
            return (
                IncludesAnyOf(question.id, some) if wants_any else IncludesNoneOf(question.id, some)
            )


def _condition(dice: _Dice, questions: Sequence[Question], depth: int = 3) -> Condition:
    """Return any condition, groups of none included."""
    shape = dice.one(("test", "all", "any", "not", "test")) if depth else "test"
    if shape == "test":
        return _test(dice, dice.one(questions))
    if shape == "not":
        return Not(_condition(dice, questions, depth - 1))
    parts = tuple(_condition(dice, questions, depth - 1) for _ in dice.up_to(3))
    return AllOf(parts) if shape == "all" else AnyOf(parts)


def _maybe_condition(dice: _Dice, questions: Sequence[Question]) -> Condition | None:
    return _condition(dice, questions, 2) if dice.yes() else None


def _questions(dice: _Dice) -> tuple[Question, ...]:
    """Return formats and up to three more, gated by one another in chains, in any order."""
    asked = [building.multiple("formats", *FORMATS[: len(dice.up_to(3, 1))], core=True)]
    for place in dice.up_to(3, 1):
        gate = _maybe_condition(dice, asked)
        question = replace(_plain_question(dice, f"q{place}"), ask_when=gate)
        if _completions([*asked, question]) <= MOST_COMPLETIONS:
            asked.append(question)
    if len(asked) > 1 and dice.yes() and asked[1].ask_when is None:
        asked[0] = replace(asked[0], ask_when=_test(dice, asked[1]))
    return tuple(asked) if dice.yes() else tuple(reversed(asked))


def _plain_question(dice: _Dice, name: str) -> Question:
    options = "abc"[: len(dice.up_to(3, 1))]
    question = dice.one(
        (
            building.single(name, *options),
            building.multiple(name, *options),
            building.multiple(name, *options, exclusive=options[-1]),
            building.yes_no(name),
            building.number(name, 1, 4),
        )
    )
    return replace(question, core=dice.yes(), nature=dice.one(tuple(Nature)))


def _completions(questions: Iterable[Question]) -> int:
    count = 1
    for question in questions:
        count *= len(possible_answers(question))
    return count


def _configuration(
    dice: _Dice, name: str, questions: tuple[Question, ...], actions: Sequence[str]
) -> Configuration:
    coverage = None
    if dice.yes():
        coverage = {option: dice.one(tuple(Coverage)) for option in FORMATS}
    return building.configuration(
        name,
        *(_branches(dice, questions, actions) for _ in dice.up_to(2, 1)),
        covered_when=_maybe_condition(dice, questions),
        domain=dice.one(tuple(Domain)),
        effect=dice.one(tuple(Effect)),
        coverage=coverage,
        stronger=_modifiers(dice, questions),
        weaker=_modifiers(dice, questions),
    )


def _branches(
    dice: _Dice, questions: tuple[Question, ...], actions: Sequence[str]
) -> tuple[Branch, ...]:
    """Return one branch that counts, and up to two more of either kind."""
    return tuple(
        building.branch(
            f"b{place}",
            _condition(dice, questions, 2),
            *dice.some(actions),
            elsewhere=bool(place) and dice.yes(),
        )
        for place in dice.up_to(3, 1)
    )


def _modifiers(dice: _Dice, questions: tuple[Question, ...]) -> tuple[Modifier, ...]:
    return tuple(
        Modifier(when=_condition(dice, questions, 1), because=f"reason {place}")
        for place in dice.up_to(2)
    )


def _action(
    dice: _Dice, name: str, names: Sequence[str], questions: tuple[Question, ...]
) -> Action:
    return building.action(
        name,
        *dice.some(names),
        safety=dice.yes(),
        stage=dice.one(("plan", "run")),
        applies_when=_maybe_condition(dice, questions),
        in_place_when=_maybe_condition(dice, questions),
    )


def _pack(dice: _Dice) -> Pack:
    questions = _questions(dice)
    names = [f"C{place}" for place in dice.up_to(3, 1)]
    actions = [f"a{place}" for place in dice.up_to(3)]
    return building.pack(
        questions,
        [_configuration(dice, name, questions, actions) for name in names],
        [_action(dice, action, names, questions) for action in actions],
        [building.scope_note("note", _condition(dice, questions))],
        [building.tension("both", "formats", "group", names[:1], names[-1:])],
        [
            building.gate(
                f"g{place}",
                _condition(dice, questions, 2),
                *dice.some(actions),
                level=dice.one(tuple(Level)),
            )
            for place in dice.up_to(2)
        ],
    )


def _plan(dice: _Dice, pack: Pack) -> Plan:
    """Return a plan with any answers, open ones of each sort, and any decisions."""
    answers = {
        question.id: Answer(value=dice.one([*possible_answers(question), *OpenAnswer]))
        for question in pack.questionnaire.questions
        if dice.yes()
    }
    decisions = {
        action.id: Decision(choice=dice.one(tuple(Choice))) for action in pack.actions if dice.yes()
    }
    return replace(
        building.plan(),
        answers=MappingProxyType(answers),
        decisions=MappingProxyType(decisions),
    )
