"""Every page of the window, in one table: rail, shortcuts, Help and the window are made from it.

A page more is a key in ``ui/room.py``, a row here and the desk that serves it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from advisor.language import N_, _
from advisor.models.pack import Pack
from advisor.telling.find import Findable, Kind
from ui.actions.actions_desk import ActionsDesk
from ui.advice.advice_desk import AdviceDesk
from ui.advice.first_desk import FirstResultDesk
from ui.advice.trial_desk import TrialDesk
from ui.compare.compare_desk import CompareDesk
from ui.help import keys as help_keys
from ui.help.help_page import HelpPage
from ui.home.home_desk import BRING, NEW
from ui.home.home_page import HomePage
from ui.home.house import House
from ui.home.portfolio_desk import PortfolioDesk
from ui.library.page import LibraryPage
from ui.paper.paper_desk import PRINT, READ, PaperDesk
from ui.plan.history_desk import HistoryDesk
from ui.plan.overview_desk import CheckDesk, OverviewDesk
from ui.plan.questions_desk import QuestionsDesk
from ui.plan.session import PlanPage
from ui.plan.workshop_desk import WorkshopDesk
from ui.preferences.settings_desk import SettingsDesk
from ui.room import Desk, InRail, PageKey, PageRow, Room
from ui.theme.glyphs import Glyph


class Start(Protocol):
    """What there is from the start, before plans and evidence are open."""

    room: Room
    home_page: HomePage
    settings: SettingsDesk
    version: str
    licences: Path
    glossary: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage(PageRow):
    """A page that is there from the start."""

    make: Callable[[Start], Desk[QWidget]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage(PageRow):
    """A page that is there once the evidence is open."""

    make: Callable[[Room, Pack], Desk[QWidget]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePage(PageRow):
    """A page about all plans, there once the plans are open."""

    make: Callable[[Room, House], Desk[QWidget]]


def _home(start: Start) -> Desk[HomePage]:
    # Until the plans are open nothing can be asked for: its own desk serves it from then on.
    return Desk(start.home_page)


def _preferences(start: Start) -> Desk[QWidget]:
    return start.settings.make()


def _help(start: Start) -> Desk[HelpPage]:
    page = HelpPage(start.room.theme, start.version, start.licences, keys())
    if start.glossary:
        page.show_words(start.glossary)
    return Desk(page)


class _LibraryDesk(Desk[LibraryPage]):
    """Serves the evidence, open at an entry that was asked for."""

    def arrive(self) -> None:
        if self.at:
            self.page.open_entry(self.at)


def _library(room: Room, pack: Pack) -> Desk[LibraryPage]:
    page = LibraryPage(room.theme)
    page.show_pack(pack)
    page.detail.address_wanted.connect(room.open_outside)
    return _LibraryDesk(page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What can be done from everywhere: a page, and what is wanted on it."""

    title: str
    keys: str
    page: PageKey
    at: str


COMMANDS = (
    Command(title=N_("Start a new plan"), keys=N_("Ctrl+N"), page=PageKey.HOME, at=NEW),
    Command(title=N_("Import a plan"), keys=N_("Ctrl+O"), page=PageKey.HOME, at=BRING),
    Command(
        title=N_("Workshop mode: the questions large, one at a time"),
        keys=N_("F5"),
        page=PageKey.WORKSHOP,
        at="",
    ),
    Command(title=N_("Print a paper of the plan"), keys=N_("Ctrl+P"), page=PageKey.PAPER, at=PRINT),
)

_PAGE_OF = {
    Kind.ANSWERS: PageKey.QUESTIONS,
    Kind.ADVICE: PageKey.ADVICE,
    Kind.ACTIONS: PageKey.ACTIONS,
    Kind.EVIDENCE: PageKey.LIBRARY,
}
_MOST_FIGURES = 9

PAGES: tuple[StartPage | HousePage | EvidencePage | PlanPage, ...] = (
    StartPage(
        key=PageKey.HOME,
        title=N_("Home"),
        rail=InRail(title=N_("Home"), glyph=Glyph.HOUSE),
        make=_home,
    ),
    HousePage(
        key=PageKey.PORTFOLIO,
        title=N_("All plans"),
        belongs_to=PageKey.HOME,
        make=PortfolioDesk,
    ),
    PlanPage(
        key=PageKey.PLAN,
        title=N_("Plan"),
        rail=InRail(title=N_("Plan"), glyph=Glyph.CLIPBOARD_LIST),
        make=OverviewDesk,
    ),
    PlanPage(
        key=PageKey.QUESTIONS,
        title=N_("Questions"),
        belongs_to=PageKey.PLAN,
        has_panel=True,
        make=QuestionsDesk,
    ),
    PlanPage(
        key=PageKey.WORKSHOP,
        title=N_("Workshop mode"),
        belongs_to=PageKey.PLAN,
        is_alone=True,
        make=WorkshopDesk,
    ),
    PlanPage(
        key=PageKey.CHECK,
        title=N_("Check your answers"),
        belongs_to=PageKey.PLAN,
        make=CheckDesk,
    ),
    PlanPage(
        key=PageKey.HISTORY,
        title=N_("What changed"),
        belongs_to=PageKey.PLAN,
        make=HistoryDesk,
    ),
    PlanPage(
        key=PageKey.ADVICE,
        title=N_("Advice"),
        rail=InRail(title=N_("Advice"), glyph=Glyph.LIGHTBULB),
        is_made_ahead=True,
        make=AdviceDesk,
    ),
    PlanPage(
        key=PageKey.FIRST,
        title=N_("Your first result"),
        belongs_to=PageKey.ADVICE,
        make=FirstResultDesk,
    ),
    PlanPage(
        key=PageKey.TRIAL,
        title=N_("Try another answer"),
        belongs_to=PageKey.ADVICE,
        make=TrialDesk,
    ),
    PlanPage(
        key=PageKey.ACTIONS,
        title=N_("Actions"),
        rail=InRail(title=N_("Actions"), glyph=Glyph.LIST_CHECKS),
        is_made_ahead=True,
        make=ActionsDesk,
    ),
    PlanPage(
        key=PageKey.PAPER,
        title=N_("Papers"),
        rail=InRail(title=N_("Papers"), glyph=Glyph.PRINTER),
        is_made_ahead=True,
        make=PaperDesk,
    ),
    PlanPage(
        key=PageKey.COMPARE,
        title=N_("Compare"),
        rail=InRail(title=N_("Compare"), glyph=Glyph.GIT_COMPARE),
        make=CompareDesk,
    ),
    EvidencePage(
        key=PageKey.LIBRARY,
        title=N_("Evidence library"),
        rail=InRail(title=N_("Evidence"), glyph=Glyph.LIBRARY),
        make=_library,
    ),
    StartPage(
        key=PageKey.PREFERENCES,
        title=N_("Preferences"),
        rail=InRail(title=N_("Preferences"), glyph=Glyph.SETTINGS),
        make=_preferences,
    ),
    StartPage(
        key=PageKey.HELP,
        title=N_("Help"),
        rail=InRail(title=N_("Help"), glyph=Glyph.CIRCLE_QUESTION_MARK),
        make=_help,
    ),
)


def keys() -> tuple[tuple[str, str], ...]:
    """Return the keys that open pages, and what each opens."""
    last = sum(page.rail is not None for page in PAGES)
    return (
        (_("Ctrl+1 to Ctrl+{last}").format(last=last), _("Open a page of the rail")),
        *((_(command.keys), _(command.title)) for command in COMMANDS),
    )


def keys_on(page: str) -> Iterator[tuple[str, str]]:
    """Yield the keys that help about a page names: its own, then those for every page."""
    here = [command for command in COMMANDS if command.page == page]
    yield from ((_(command.keys), _(command.title)) for command in here)
    yield from ((_(key.keys), _(key.what)) for key in help_keys.keys_on(page))


def commands(*, with_plan: bool) -> Iterator[Findable]:
    """Yield what can be done from anywhere; without an open plan not what needs one."""
    for command in COMMANDS:
        if with_plan or command.page is PageKey.HOME:
            at = f"{command.page} {command.at}"
            yield Findable(kind=Kind.COMMANDS, at=at, title=_(command.title), line=_(command.keys))
    for number, page in enumerate((page for page in PAGES if page.rail is not None), start=1):
        if with_plan or not isinstance(page, PlanPage):
            title = _("Go to: {page}").format(page=_(page.title))
            line = _("Ctrl+{n}").format(n=number) if number <= _MOST_FIGURES else ""
            yield Findable(kind=Kind.COMMANDS, at=page.key, title=title, line=line)


PLAN_FILES, FILLED_FILES = frozenset({".json", ".yaml", ".yml"}), frozenset({".pdf"})
"""The endings of the files that can be dropped on the window."""


def way_to_file(path: Path) -> tuple[PageKey, str]:
    """Return the page that takes a file which was dropped on the window, and what to do there."""
    is_filled = path.suffix.casefold() in FILLED_FILES
    return (PageKey.PAPER, f"{READ} {path}") if is_filled else (PageKey.HOME, f"{BRING} {path}")


def way_to(found: Findable) -> tuple[PageKey, str]:
    """Return the page on which something stands, and what is wanted there."""
    if found.kind is Kind.COMMANDS:
        page, _space, at = found.at.partition(" ")
        return PageKey(page), at
    return _PAGE_OF[found.kind], found.at
