"""What the pages about all plans need to know of the plans that there are."""

from typing import Protocol

from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.services.promises import AdvisorService
from advisor.telling.going_on import LeftAt
from ui.room import PageKey


class House(Protocol):
    """The plans, the evidence, and a way to open one at a page."""

    @property
    def advisor(self) -> AdvisorService:
        """What plans and evidence can be asked."""

    @property
    def pack(self) -> Pack:
        """The evidence."""

    def open_at(self, plan: PlanId, key: PageKey, at: str = "", /) -> None:
        """Open a plan at one of its pages."""


class HomeHouse(House, Protocol):
    """What Home needs besides: it may list, rename or delete the plan that is open."""

    def keep_advice(self) -> PlanId | None:
        """Keep the newest advice before plans are listed; return the plan that is open."""

    def left_at(self) -> LeftAt | None:
        """Return where the questions of the plan that is open were left, if they wait there."""

    def rename_open(self, plan: PlanId, title: str, /) -> bool:
        """Rename a plan if it is the one that is open; return whether it is."""
