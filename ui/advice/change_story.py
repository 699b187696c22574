"""What would have to change, in sentences. Knows no window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStory:
    """One small set of changed choices with everything it would do, both ways."""

    title: str
    lines: tuple[str, ...]
