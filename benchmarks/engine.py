"""Judging rules beside GoRules ZEN, CEL and plain SQL in SQLite.

    python -m benchmarks.engine [NUMBER_OF_RULES ...]

Answers are compared before anything is timed. With open answers the others reach what three
values can tell; the advisor is exact, so it may settle more and never otherwise.
"""

import sys
from dataclasses import dataclass

from benchmarks.engines import ENGINES
from benchmarks.measuring import apart, duration, peak_memory, timed, timed_once
from benchmarks.rule_bases import SHIPPED, plans, rule_base

SIZES = (SHIPPED, 1_000, 10_000, 100_000)
PLANS = {SHIPPED: 10_000, 1_000: 1_000, 10_000: 100, 100_000: 10}
"""So many plans at once that every engine does about a million judgements."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one engine did with one rule base. Times in seconds, memory in bytes.

    ``telling`` is what it takes to make many plans ready for the engine.
    """

    building: float
    memory: int
    known: float
    half_open: float | None
    telling: float
    many: float
    answers: str
    open_answers: str
    counts: list[int]


def measure(name: str, size: int) -> Measured:
    """Build an engine in this process and time it."""
    base = rule_base(size)
    one = plans(base.pack, 1)[0]
    gaps = plans(base.pack, 1, share_open=0.3)[0]
    all_plans = plans(base.pack, PLANS.get(size, 100))
    before = peak_memory()
    building, engine = timed_once(lambda: ENGINES[name](base))
    known, answers = timed(engine.one(one))
    memory = peak_memory() - before
    half_open, open_answers = timed(engine.one(gaps)) if engine.knows_unknown else (None, "")
    telling, counting = timed_once(lambda: engine.many(all_plans))
    many, counts = timed(counting)
    return Measured(
        building=building,
        memory=memory,
        known=known,
        half_open=half_open,
        telling=telling,
        many=many,
        answers=answers,
        open_answers=open_answers,
        counts=counts,
    )


def check(found: dict[str, Measured]) -> None:
    """Stop unless all engines agree."""
    ours = found["advisor"]
    for name, other in found.items():
        if (other.answers, other.counts) != (ours.answers, ours.counts):
            sys.exit(f"{name} and the advisor judge complete plans differently.")
        pairs = zip(other.open_answers, ours.open_answers, strict=False)
        if any(theirs not in {"?", mine} for theirs, mine in pairs):
            sys.exit(f"{name} settles a rule that the advisor settles otherwise.")
    rivals = {other.open_answers for name, other in found.items() if name != "advisor"} - {""}
    if len(rivals) > 1:
        sys.exit("The engines that know unknown answers do not agree about them.")


def show(size: int, found: dict[str, Measured]) -> None:
    ours = found["advisor"]
    print(f"\n{size:,} rules, {len(ours.answers):,} answers equal in all engines")
    three = settled(found["CEL"])
    print(f"settled with 30 % open: advisor {settled(ours):,}, three values {three:,}")
    many = f"{PLANS.get(size, 100):,} plans"
    print(
        f"{'':10}{'one plan':>18}{'30 % open':>18}{many:>20}"
        f"{'telling':>10}{'build':>10}{'memory':>10}"
    )
    for name, one in found.items():
        print(
            f"{name:10}"
            f"{with_ratio(one.known, ours.known):>18}"
            f"{with_ratio(one.half_open, ours.half_open):>18}"
            f"{with_ratio(one.many, ours.many):>20}"
            f"{duration(one.telling):>10}"
            f"{duration(one.building):>10}"
            f"{one.memory / 2**20:>7.0f} MB"
        )


def settled(one: Measured) -> int:
    return len(one.open_answers) - one.open_answers.count("?")


def with_ratio(seconds: float | None, ours: float | None) -> str:
    if seconds is None or ours is None:
        return "–"
    return f"{duration(seconds)} ({seconds / ours:.2g})"


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:] if word.isdecimal()] or SIZES
    print("Processor time, medians; in brackets, how many times the advisor's.")
    for size in sizes:
        found = {name: apart(measure, name, size) for name in ENGINES}
        check(found)
        show(size, found)


if __name__ == "__main__":
    main()
