"""What must be there before mothers are supported."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.conditions import Condition
from advisor.models.evidence import Variant
from advisor.models.ids import ActionId, GateId


class Level(StrEnum):
    """When a gate must be fine: before anything goes on, or before the programme opens."""

    STOP = "stop"
    BEFORE_OPENING = "before_opening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Something that must be there before mothers are supported; ``when`` says what is missing.

    ``in_place`` is the positive sentence to tick; ``actions`` are safety actions that mend it.
    """

    id: GateId
    level: Level
    when: Condition
    text: str
    in_place: str
    actions: tuple[ActionId, ...]
    variants: tuple[Variant, ...] = ()
