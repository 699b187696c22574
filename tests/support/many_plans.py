"""A home with many plans that say little, stored in one go: one by one they take minutes."""

from dataclasses import replace
from pathlib import Path

from advisor.models.ids import PlanId
from advisor.services.advisor import Advisor
from advisor.services.judging import all_judged
from advisor.storage.plans import add_judged

_ANSWERS = 12


def store_many(home: Path, number: int) -> None:
    """Store so many plans, the fictional ones over and over, each under a title of its own."""
    home.mkdir(parents=True, exist_ok=True)
    with Advisor.open(str(home / "plans.db")) as advisor:
        pack, examples = advisor.evidence.pack, advisor.plans.examples()
        plans = [
            replace(
                examples[at % len(examples)],
                id=PlanId(f"00000000-0000-4000-8000-{at:012}"),
                title=f"Plan {at:04}",
                pack=pack.version,
                answers=dict(list(examples[at % len(examples)].answers.items())[:_ANSWERS]),
            )
            for at in range(number)
        ]
        judged = all_judged(pack, plans)
        advisor._database.write(
            lambda connection: [
                add_judged(connection, plan, what) for plan, what in zip(plans, judged, strict=True)
            ]
        )
