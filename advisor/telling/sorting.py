"""Which action goes where on a checklist: each in exactly one place, in the order of the advice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor.language import _
from advisor.models.findings import RiskState
from advisor.models.ids import ActionId
from advisor.models.plan import Choice
from advisor.telling.action import ActionRow
from advisor.telling.actions import ActionsStory, StageGroup
from advisor.telling.advice import AdvicePart, AdviceStory
from advisor.telling.cards import CardStory

MOST_ON_THE_WALL = 50
"""About as many actions as four pages hold. What must be seen is seen, however much it is."""
MOST_ALSO = 10
MOST_IN_PLACE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskToAddress:
    """A risk that is not in hand, with its key actions that stand nowhere before.

    ``instead`` says where to look when none is left.
    """

    risk: CardStory
    actions: tuple[ActionRow, ...]
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The actions of a plan: under a risk, by stage, also worth doing, in place, declined.

    What does not fit is counted: ``more_to_do`` and ``more_in_place``.
    """

    by_risk: tuple[RiskToAddress, ...]
    stages: tuple[StageGroup, ...]
    also: tuple[ActionRow, ...]
    in_place: tuple[ActionRow, ...]
    declined: tuple[ActionRow, ...]
    more_to_do: int
    more_in_place: int


def sorted_out(advice: AdviceStory, actions: ActionsStory) -> Sorted:
    """Return every action in its one place.

    The few things to do first stand on their own; any other key action of a risk that is open or
    partly in hand stands under the first such risk.
    """
    rows = actions.rows
    declined = tuple(row for row in rows if row.is_declined)
    in_place = tuple(row for row in rows if row.in_place and not row.is_declined)
    left = tuple(row for row in rows if not row.in_place and not row.is_declined)
    by_risk = _by_risk(advice, left, declined)
    taken = {row.id for place in by_risk for row in place.actions} | advice.first.actions
    left = tuple(row for row in left if row.id not in taken)
    must = tuple(row for row in left if _must_be_seen(row))
    also = tuple(row for row in left if row not in must)
    room = max(0, MOST_ON_THE_WALL - len(must) - len(taken))
    best = _most_helpful(advice, also, min(MOST_ALSO, room))
    weighty = _weighty(in_place, min(MOST_IN_PLACE, max(0, room - MOST_ALSO)))
    return Sorted(
        by_risk=by_risk,
        stages=_only(actions.stages, must),
        also=best,
        in_place=weighty,
        declined=declined,
        more_to_do=len(also) - len(best),
        more_in_place=len(in_place) - len(weighty),
    )


def _by_risk(
    advice: AdviceStory, left: tuple[ActionRow, ...], declined: tuple[ActionRow, ...]
) -> tuple[RiskToAddress, ...]:
    free = {row.id for row in left}
    taken: set[ActionId] = set(advice.first.actions)
    refused = {row.id for row in declined}
    places: list[RiskToAddress] = []
    for risk in advice.of(AdvicePart.RISKS):
        if risk.state is RiskState.ADDRESSED:
            continue
        keys = tuple(row for row in risk.actions if row.key)
        if any(row.id in taken for row in keys):
            instead = _("What answers it is listed above.")
        elif any(row.id in refused for row in keys):
            instead = _("You decided against its key actions; the reasons stand at the end.")
        else:
            instead = _("What helps here stands in the lists below.")
        own = tuple(row for row in keys if row.id in free - taken)
        taken.update(row.id for row in own)
        places.append(RiskToAddress(risk=risk, actions=own, instead=instead))
    return tuple(places)


def _must_be_seen(row: ActionRow) -> bool:
    """Whether an action is key, about safety, or something that the provider took on."""
    decision = row.decision
    taken_on = decision.choice is Choice.WE_WILL or bool(
        decision.owner or decision.due or decision.note
    )
    return row.key or row.safety or taken_on


def _most_helpful(
    advice: AdviceStory, rows: tuple[ActionRow, ...], most: int
) -> tuple[ActionRow, ...]:
    """Return the few that serve most risks and findings, in their order."""
    risks = {card.configuration for card in advice.of(AdvicePart.RISKS)}

    def weight(row: ActionRow) -> tuple[int, int]:
        served = {each.configuration for each in row.serves}
        return (-len(risks & served), -len(served))

    chosen = {row.id for row in sorted(rows, key=weight)[:most]}
    return tuple(row for row in rows if row.id in chosen)


def _weighty(rows: tuple[ActionRow, ...], room: int) -> tuple[ActionRow, ...]:
    """Return every safety action, and key ones as far as there is room."""
    safety = sum(row.safety for row in rows)
    key = [row for row in rows if row.key and not row.safety]
    left_out = key[max(0, room - safety) :]
    return tuple(row for row in rows if (row.key or row.safety) and row not in left_out)


def _only(stages: Iterable[StageGroup], wanted: tuple[ActionRow, ...]) -> tuple[StageGroup, ...]:
    kept = {row.id for row in wanted}
    groups = (
        replace(stage, rows=tuple(row for row in stage.rows if row.id in kept)) for stage in stages
    )
    return tuple(group for group in groups if group.rows or group.own)
