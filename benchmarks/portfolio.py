"""Ten thousand plans and all shipped rules, with states and gates: as one table would show them.

    python -m benchmarks.portfolio

Some of the plans are advised on one by one first: nothing is timed unless both say the same.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from advisor.locations import evidence_folder
from advisor.models.judged import Judged, judged_of
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, Plan
from advisor.packs.reading import read_pack
from advisor.rules.engine import advise
from advisor.rules.in_short import judged_at_once
from advisor.rules.many import standings
from benchmarks.measuring import duration, peak_memory, timed
from benchmarks.rule_bases import plans

PLANS = 10_000
COMPARED = 100
SHARES_OPEN = (0.0, 0.3, 0.6)


def decided(pack: Pack, plan: Plan, dice: random.Random) -> Plan:
    """Return a plan with something decided about every third action."""
    return replace(
        plan,
        decisions={
            action.id: Decision(choice=dice.choice(list(Choice)))
            for action in pack.actions
            if dice.random() < 1 / 3
        },
    )


def check(pack: Pack, some: Sequence[Plan]) -> None:
    """Stop unless many at once and each alone come to the same."""
    alone = [judged_of(advise(pack, plan)) for plan in some]
    if list(judged_at_once(pack, some)) != alone:
        sys.exit("Plans are judged differently together and alone.")


def _told(pack: Pack, many: Sequence[Plan]) -> list[Judged]:
    return list(judged_at_once(pack, many))


def main() -> None:
    """Print how long it takes to find how everything stands, and to tell it plan by plan."""
    pack = read_pack(evidence_folder()).pack
    print(f"\n{PLANS:,} plans and all rules, with states and gates (processor time, medians)")
    for share in SHARES_OPEN:
        dice = random.Random(f"{share}")
        many = [decided(pack, plan, dice) for plan in plans(pack, PLANS, share)]
        check(pack, many[:COMPARED])
        before = peak_memory()
        found, _ = timed(partial(standings, pack, many))
        told, _ = timed(partial(_told, pack, many))
        memory = (peak_memory() - before) / 2**20
        label = f"{share:.0%} of the answers open"
        print(
            f"  {label:28}{duration(found):>10}   plan by plan {duration(told):>8}"
            f"   {memory:.0f} MB more"
        )


if __name__ == "__main__":
    main()
