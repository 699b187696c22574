"""A small sound pack for the checks, and what they say once a test has spoiled it."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.checks.pack_checks import problems_in
from advisor.models.conditions import (
    Condition,
    Includes,
)
from advisor.models.evidence import (
    Action,
    Configuration,
    Coverage,
    ScopeNote,
    Tension,
)
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


def questions() -> list[Question]:
    return [
        building.multiple("formats", "group", "phone", "none", exclusive="none"),
        building.single("leader", "trained", "nobody"),
        replace(building.number("size", 2, 40), unit="mothers"),
        building.yes_no("change"),
    ]


def configuration(*rules: Condition) -> Configuration:
    return building.configuration("N01", *(rules or (HOLDS,)), coverage=COVERAGE)


def pack(
    *configurations: Configuration,
    asked: Iterable[Question] = (),
    actions: Iterable[Action] = (),
    scope_notes: Iterable[ScopeNote] = (),
    tensions: Iterable[Tension] = (),
) -> Pack:
    """A sound pack, but for what a test puts into it."""
    return building.pack(
        tuple(asked) or questions(),
        configurations or [configuration()],
        actions,
        scope_notes,
        tensions,
    )


def faults(checked: Pack) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in problems_in(checked)]
