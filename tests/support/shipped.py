"""The evidence pack and the example plans that the program ships with, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Progress
from advisor.locations import evidence_folder, examples_folder
from advisor.models.ids import PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, Plan
from advisor.packs.reading import read_pack
from advisor.plan_files.reading import read_plan
from tests.packs.authoring import EDITION_2026_11

PLANS_2026_11 = Path(__file__).parents[1] / "plans_2026_11"
"""Plans that were answered under the edition before."""


@cache
def shipped_pack() -> Pack:
    """The shipped pack."""
    return read_pack(evidence_folder()).pack


@cache
def edition_2026_11() -> Pack:
    """The edition before the shipped one."""
    return read_pack(EDITION_2026_11).pack


def progress_with(**answers: GivenAnswer) -> Progress:
    """How far a plan with these answers to the shipped questions is."""
    given = {QuestionId(name): Answer(value=value) for name, value in answers.items()}
    plan = Plan(id=PlanId("any"), title="Any", answers=MappingProxyType(given))
    return InterviewDraft(shipped_pack().questionnaire, plan).progress()


@cache
def example_plans() -> tuple[Plan, ...]:
    """The eight fictional plans, in the order of their files."""
    files = sorted(examples_folder().glob("*.json"))
    return tuple(read_plan(file, shipped_pack()) for file in files)


@cache
def scenario_plans() -> Mapping[str, Plan]:
    """The plans that people really bring, by the name of their file."""
    files = sorted((Path(__file__).parents[1] / "scenarios").glob("*.json"))
    return {file.stem: read_plan(file, shipped_pack()) for file in files}


def all_plans() -> Mapping[str, Plan]:
    """The example plans and the scenarios, by their titles."""
    return {plan.title: plan for plan in (*example_plans(), *scenario_plans().values())}
