"""The actions without which a risk is not in hand, and how far they are."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import Finding
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling.action import ActionRow, tell_action


class Stage(StrEnum):
    """How far one key action is."""

    TO_DO = "to_do"
    PLANNED = "planned"
    IN_PLACE = "in_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyActions:
    """The key actions of one statement: for each way in which it comes about those that answer it.

    Nothing is in hand before each way is answered.
    """

    ways: tuple[tuple[ActionRow, ...], ...]

    @property
    def rows(self) -> tuple[ActionRow, ...]:
        """All of them, each once."""
        return tuple({row.id: row for way in self.ways for row in way}.values())

    @property
    def stages(self) -> tuple[Stage, ...]:
        """How far each is."""
        return tuple(map(stage_of, self.rows))

    @property
    def next(self) -> ActionRow | None:
        """What to do next: for a way that nothing answers yet, if there is one.

        Else what is planned; None when all is in place or declined.
        """
        in_turn = sorted(self.ways, key=_is_begun)
        left = [row for way in in_turn for row in way if row.is_left]
        return min(left, key=lambda row: stage_of(row) is Stage.PLANNED, default=None)

    @property
    def words(self) -> str:
        """How many are planned or in place, within a sentence; empty where there are none."""
        n = len(self.rows)
        planned, there = (self.stages.count(each) for each in (Stage.PLANNED, Stage.IN_PLACE))
        if not n:
            return ""
        if there == n:
            return ngettext(
                "the {n} key action is in place", "all {n} key actions are in place", n
            ).format(n=n)
        if not planned and not there:
            return ngettext(
                "none of {n} key action planned", "none of {n} key actions planned", n
            ).format(n=n)
        words = _both(n) if planned and there else _one(n, is_planned=bool(planned))
        return words.format(n=n, planned=planned, there=there)

    @property
    def waiting(self) -> int:
        """For how many ways nothing is planned or in place."""
        return sum(not _is_begun(way) for way in self.ways)

    @property
    def still_open(self) -> str:
        """Why a risk is open although something is planned or in place; else empty."""
        has_begun = any(stage is not Stage.TO_DO for stage in self.stages)
        waiting = self.waiting
        if not has_begun or not waiting:
            return ""
        return ngettext(
            "It is open because of {n} way in which it comes about: nothing answers that yet.",
            "It is open because of {n} ways in which it comes about: nothing answers those yet.",
            waiting,
        ).format(n=waiting)


def key_actions_of(pack: Pack, plan: Plan, advice: Advice, finding: Finding) -> KeyActions:
    """Return what answers each way in which a finding that applies comes about."""
    ways = (
        tuple(
            tell_action(pack, plan, advice.action_by_id[action])
            for action in branch.answered_by
            if action in advice.action_by_id
        )
        for branch in finding.at_work
    )
    return KeyActions(ways=tuple(ways))


def stage_of(row: ActionRow) -> Stage:
    """Say how far an action is."""
    if row.in_place:
        return Stage.IN_PLACE
    return Stage.PLANNED if row.decision.choice is Choice.WE_WILL else Stage.TO_DO


def _is_begun(way: tuple[ActionRow, ...]) -> bool:
    return any(stage_of(row) is not Stage.TO_DO for row in way)


def _both(n: int) -> str:
    return ngettext(
        "{there} of {n} key action in place, {planned} planned",
        "{there} of {n} key actions in place, {planned} planned",
        n,
    )


def _one(n: int, *, is_planned: bool) -> str:
    if is_planned:
        return ngettext(
            "{planned} of {n} key action planned", "{planned} of {n} key actions planned", n
        )
    return ngettext("{there} of {n} key action in place", "{there} of {n} key actions in place", n)


def without(rows: tuple[ActionRow, ...], keys: KeyActions) -> tuple[ActionRow, ...]:
    """Return the other actions, which help as well."""
    key = {row.id for row in keys.rows}
    return tuple(row for row in rows if row.id not in key)


def in_hand_words(keys: KeyActions) -> str:
    """Say what it means that a risk is in hand; only what is in place is counted."""
    n = len(keys.rows)
    words = ngettext(
        "In hand: its key action is in place.", "In hand: all {n} key actions are in place.", n
    )
    return " ".join((words.format(n=n), _("The risk is still there.")))
