"""What could be saved from a damaged file."""

from dataclasses import dataclass
from pathlib import Path

from advisor.models.plan import EntryKey, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """Words that were found and are not as they were saved."""

    key: EntryKey
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedPlan:
    """A plan as far as it could be read.

    ``is_whole``: it is known that nothing of it is missing. ``from_history`` counts entries that
    were read from the plan's history. ``was_deleted``: it had been put away.
    """

    plan: Plan
    is_whole: bool
    from_history: int
    was_deleted: bool
    doubtful: tuple[Doubtful, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage:
    """The plans that were saved from a damaged file, each with the file it is in now."""

    folder: Path
    plans: tuple[tuple[SalvagedPlan, Path], ...]
    report: Path
