"""The actions of a plan by stage, in the order in which a programme is built."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action, tell_own


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroup:
    """The actions of one stage: safety and key actions first, the provider's own ones last."""

    title: str
    rows: tuple[ActionRow, ...]


def told_by_stage(pack: Pack, plan: Plan, advice: Advice) -> tuple[StageGroup, ...]:
    """Tell the advised actions and the provider's own, stage by stage."""
    rows = [tell_action(pack, plan, advised) for advised in advice.actions]
    rows.sort(key=lambda row: (not row.safety, not row.key))
    rows += map(tell_own, plan.own_actions)
    return tuple(_stages(pack, rows))


def _stages(pack: Pack, rows: list[ActionRow]) -> Iterator[StageGroup]:
    for stage in pack.stages:
        here = tuple(row for row in rows if row.stage == stage.id)
        if here:
            yield StageGroup(title=stage.label, rows=here)
