"""What the window knows of a page and who makes it, by what must be there first.

The first picture needs these rows and none of the pages: what a page is made of loads with it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from ui.room import Desk, PageRow, Room

if TYPE_CHECKING:
    from advisor.models.pack import Pack
    from ui.home.home_page import HomePage
    from ui.home.house import House

Session = TypeVar("Session")
"""The open plan, which this module does not know."""

Served = TypeVar("Served", bound=Desk[QWidget])


class Maker(Protocol):
    """What makes the desk of a page."""

    def make(self) -> Desk[QWidget]:
        """Make it, with its page."""


class Start(Protocol):
    """What there is from the start, before plans and evidence are open."""

    room: Room
    home_page: "HomePage"
    version: str
    licences: Path
    glossary: Mapping[str, str]

    @property
    def settings(self) -> Maker:
        """What makes the page of preferences."""


class StartPage(PageRow):
    """A page that is there from the start."""

    make: Callable[[Start], Desk[QWidget]]


class EvidencePage(PageRow):
    """A page that is there once the evidence is open."""

    make: "Callable[[Room, Pack], Desk[QWidget]]"


class HousePage(PageRow):
    """A page about all plans, there once the plans are open."""

    make: "Callable[[Room, House], Desk[QWidget]]"


class PlanPage(PageRow, Generic[Session, Served]):
    """A page of the open plan, and the desk that serves it; made ahead when it takes its time."""

    is_of_plan: ClassVar[bool] = True

    make: Callable[[Room, Session], Served]
    is_made_ahead: bool = False
