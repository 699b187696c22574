"""Words for who listens: parts that stand apart on the screen, said one after another."""

from collections.abc import Iterable, Sequence

MOST_SAID = 600
"""How many letters are said in one run, so that a part of what is read can be heard again."""

_MARKS = (".", "?", "!", "…", ":")


def in_one_run(parts: Iterable[str]) -> str:
    """Return parts in one run, one mark between each two; empty ones are left out."""
    said = [part.strip() for part in parts if part.strip()]
    ended = (part if part.endswith(_MARKS) else f"{part}." for part in said[:-1])
    return " ".join((*ended, *said[-1:]))


def in_runs(parts: Sequence[str]) -> tuple[range, ...]:
    """Return which parts are said together: as many as make no long run, and none is left out."""
    runs: list[range] = []
    said = 0
    for place, part in enumerate(parts):
        if not runs or said + len(part) > MOST_SAID:
            runs.append(range(place, place + 1))
            said = len(part)
        else:
            runs[-1] = range(runs[-1].start, place + 1)
            said += len(part)
    return tuple(runs)
