"""The evidence pack and the example plans that the program ships with, read once."""

from functools import cache

from advisor.locations import evidence_folder, examples_folder
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.packs.reading import read_pack
from advisor.plan_files.reading import read_plan


@cache
def shipped_pack() -> Pack:
    """The shipped pack."""
    return read_pack(evidence_folder()).pack


@cache
def example_plans() -> tuple[Plan, ...]:
    """The five fictional plans, in the order of their files."""
    files = sorted(examples_folder().glob("*.json"))
    return tuple(read_plan(file, shipped_pack()) for file in files)
