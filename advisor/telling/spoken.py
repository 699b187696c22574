"""Words for who listens: parts that stand apart on the screen, said one after another."""

from collections.abc import Iterable

_MARKS = (".", "?", "!", "…", ":")


def in_one_run(parts: Iterable[str]) -> str:
    """Return parts in one run, one mark between each two; empty ones are left out."""
    said = [part.strip() for part in parts if part.strip()]
    ended = (part if part.endswith(_MARKS) else f"{part}." for part in said[:-1])
    return " ".join((*ended, *said[-1:]))
