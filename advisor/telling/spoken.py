"""Words for who listens: parts that stand apart on the screen, said one after another."""

import re
from collections.abc import Iterable, Sequence

MOST_SAID = 600
"""How many letters are said in one run, so that a part of what is read can be heard again."""

MOST_AT_A_PLACE = 160
"""How many letters are said of where searched words stand; of more, the sentence they are in."""

_MARKS = (".", "?", "!", "…", ":")
_SENTENCE_END = re.compile(r"[.?!…][”’)]?\s+|\n+")


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


def said_at(text: str, start: int, length: int) -> str:
    """Return what is said of a place in a text: all of a short one, of a long one its sentence."""
    if len(text) <= MOST_AT_A_PLACE:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end <= start), default=0)
    last = min((end for end in ends if end >= start + length), default=len(text))
    return text[first:last].strip()
