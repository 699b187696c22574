"""A small sound pack for the checks, and what they say once a test has spoiled it."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.checks.pack_checks import problems_in
from advisor.checks.unused import warnings_in
from advisor.models.conditions import (
    Condition,
    Includes,
)
from advisor.models.evidence import (
    Action,
    Branch,
    Configuration,
    Coverage,
    Domain,
    Effect,
    Need,
    ScopeNote,
    Tension,
)
from advisor.models.gates import Gate
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.questionnaire import Question
from tests.support import building

FORMATS = QuestionId("formats")
LEADER = QuestionId("leader")
SIZE = QuestionId("size")
CHANGE = QuestionId("change")
GROUP = OptionId("group")
NONE = OptionId("none")
COVERAGE = dict.fromkeys(("group", "phone", "none"), Coverage.COVERED)
HOLDS = Includes(FORMATS, GROUP)
ANSWER = "answer"
"""The safety action that answers every risk of these packs."""


def questions() -> list[Question]:
    return [
        building.multiple("formats", "group", "phone", "none", exclusive="none"),
        building.single("leader", "trained", "nobody"),
        replace(building.number("size", 2, 40), unit="mothers"),
        building.yes_no("change"),
    ]


def configuration(*rules: Condition | Iterable[Branch]) -> Configuration:
    """A sound risk."""
    own = building.configuration(
        "N01", *(rules or (HOLDS,)), coverage=COVERAGE, answered_by=[ANSWER]
    )
    return replace(own, voice="A voice.")


def benefit(
    name: str = "P01", when: Condition = HOLDS, needs: Iterable[Need] = ()
) -> Configuration:
    """A sound benefit."""
    return building.configuration(
        name,
        when,
        domain=Domain.BENEFIT,
        effect=Effect.BENEFITS,
        coverage=COVERAGE,
        needs=tuple(needs) or (Need(text="A need."),),
    )


def take_up(name: str = "T01", when: Condition = HOLDS) -> Configuration:
    """A sound statement on take-up."""
    only = replace(building.branch("only", when), short="A short.")
    return building.configuration(
        name, [only], domain=Domain.TAKE_UP, effect=Effect.ENCOURAGES, coverage=COVERAGE
    )


def with_branch(own: Configuration, **change: object) -> Configuration:
    """The same configuration, whose first branch is changed."""
    (rule, *rules) = own.rules
    (branch, *branches) = rule.branches
    changed = replace(branch, **change)  # type: ignore[arg-type]
    return replace(own, rules=(replace(rule, branches=(changed, *branches)), *rules))


def pack(
    *configurations: Configuration,
    asked: Iterable[Question] = (),
    actions: Iterable[Action] = (),
    scope_notes: Iterable[ScopeNote] = (),
    tensions: Iterable[Tension] = (),
    gates: Iterable[Gate] = (),
) -> Pack:
    """A sound pack, but for what a test puts into it."""
    return building.pack(
        tuple(asked) or questions(),
        configurations or [configuration()],
        [building.action(ANSWER, safety=True), *actions],
        scope_notes,
        tensions,
        gates,
    )


def faults(checked: Pack, *, first_shape: bool = False) -> list[str]:
    problems = problems_in(checked, first_shape=first_shape)
    return [f"{problem.place}: {problem.message}" for problem in problems]


def warnings(checked: Pack) -> list[str]:
    assert faults(checked) == []
    return [f"{problem.place}: {problem.message}" for problem in warnings_in(checked)]
