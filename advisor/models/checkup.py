"""What a look at where plans are kept has found."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """Whether all is well, or somebody should look at it, or something does not work."""

    WELL = "well"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One thing that was looked at, in a sentence or two; ``code`` is that of a refusal."""

    health: Health
    words: str
    code: str = ""
