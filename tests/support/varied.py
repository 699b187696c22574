"""Plans made from others by chance: some answers left open, some actions decided."""

import random
from dataclasses import replace

from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, Plan


def varied(pack: Pack, plan: Plan, dice: random.Random) -> Plan:
    """Return a plan with some answers left open and some actions decided."""
    return replace(
        plan,
        answers={name: each for name, each in plan.answers.items() if dice.random() < 0.7},
        decisions={
            action.id: Decision(choice=dice.choice(list(Choice)))
            for action in pack.actions
            if dice.random() < 0.5
        },
    )
