"""Every page of the window, in one table: rail, shortcuts, Help and the window are made from it.

A page more is a key in ``ui/room.py``, a row here and the desk that serves it. What makes a page
loads it: the first picture of the window waits for none of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from advisor.language import N_, _
from ui.help import keys as help_keys
from ui.plan.page_rows import EvidencePage, HousePage, PlanPage, Start, StartPage
from ui.room import BRING, NEW, PRINT, Desk, InRail, PageKey, Room
from ui.theme.glyphs import Glyph

if TYPE_CHECKING:
    from advisor.models.pack import Pack
    from advisor.telling.find import Findable
    from ui.home.house import House
    from ui.plan.session import PlanDesk, PlanSession


def _help(start: Start) -> Desk[QWidget]:
    from ui.help.help_desk import HelpDesk

    return HelpDesk(start.room, start.version, start.licences, keys(), start.glossary)


class _LibraryDesk(Desk[QWidget]):
    """Serves the evidence, open at an entry that was asked for; it is told in a worker."""

    def __init__(self, room: Room, pack: "Pack") -> None:
        from advisor.telling.library import entries_of
        from ui.library.page import LibraryPage

        page = LibraryPage(room.theme)
        super().__init__(page)
        self._open = page.open_entry
        page.show_pack(pack)
        page.detail.address_wanted.connect(room.open_outside)
        room.thinker.run(partial(entries_of, pack), page.show_entries)

    def arrive(self) -> None:
        if self.at:
            self._open(self.at)


def _portfolio(room: Room, house: "House") -> Desk[QWidget]:
    from ui.home.portfolio_desk import PortfolioDesk

    return PortfolioDesk(room, house)


def _list(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.plan.list_desk import QuestionsListDesk

    return QuestionsListDesk(room, session)


def _questions(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.plan.questions_desk import QuestionsDesk

    return QuestionsDesk(room, session)


def _workshop(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.plan.workshop_desk import WorkshopDesk

    return WorkshopDesk(room, session)


def _history(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.plan.history_desk import HistoryDesk

    return HistoryDesk(room, session)


def _advice(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.advice.advice_desk import AdviceDesk

    return AdviceDesk(room, session)


def _first(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.advice.first_desk import FirstResultDesk

    return FirstResultDesk(room, session)


def _trial(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.advice.trial_desk import TrialDesk

    return TrialDesk(room, session)


def _actions(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.actions.actions_desk import ActionsDesk

    return ActionsDesk(room, session)


def _paper(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.paper.paper_desk import PaperDesk

    return PaperDesk(room, session)


def _compare(room: Room, session: "PlanSession") -> "PlanDesk[QWidget]":
    from ui.compare.compare_desk import CompareDesk

    return CompareDesk(room, session)


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

_ALSO_FOUND = (PageKey.PORTFOLIO, PageKey.HISTORY, PageKey.FIRST)
"""Pages that are not in the rail, and can be wanted at any time."""

_MOST_FIGURES = 9

_PlanPage: TypeAlias = 'PlanPage["PlanSession", "PlanDesk[QWidget]"]'

PAGES: "tuple[StartPage | HousePage | EvidencePage | _PlanPage, ...]" = (
    StartPage(
        key=PageKey.HOME,
        title=N_("Home"),
        rail=InRail(title=N_("Home"), glyph=Glyph.HOUSE),
        # Until the plans are open nothing can be asked for; then its own desk serves it.
        make=lambda start: Desk(start.home_page),
    ),
    HousePage(
        key=PageKey.PORTFOLIO,
        title=N_("All plans"),
        belongs_to=PageKey.HOME,
        make=_portfolio,
    ),
    PlanPage(
        key=PageKey.PLAN,
        title=N_("Questions"),
        rail=InRail(title=N_("Questions"), glyph=Glyph.CLIPBOARD_LIST),
        make=_list,
    ),
    PlanPage(
        key=PageKey.QUESTIONS,
        title=N_("Question pages"),
        belongs_to=PageKey.PLAN,
        has_panel=True,
        make=_questions,
    ),
    PlanPage(
        key=PageKey.WORKSHOP,
        title=N_("Workshop mode"),
        belongs_to=PageKey.PLAN,
        is_alone=True,
        make=_workshop,
    ),
    PlanPage(
        key=PageKey.HISTORY,
        title=N_("What changed"),
        belongs_to=PageKey.PLAN,
        make=_history,
    ),
    PlanPage(
        key=PageKey.ADVICE,
        title=N_("Advice"),
        rail=InRail(title=N_("Advice"), glyph=Glyph.LIGHTBULB),
        is_made_ahead=True,
        make=_advice,
    ),
    PlanPage(
        key=PageKey.FIRST,
        title=N_("Your first result"),
        belongs_to=PageKey.ADVICE,
        make=_first,
    ),
    PlanPage(
        key=PageKey.TRIAL,
        title=N_("Try another answer"),
        belongs_to=PageKey.ADVICE,
        make=_trial,
    ),
    PlanPage(
        key=PageKey.ACTIONS,
        title=N_("Actions"),
        rail=InRail(title=N_("Actions"), glyph=Glyph.LIST_CHECKS),
        is_made_ahead=True,
        make=_actions,
    ),
    PlanPage(
        key=PageKey.PAPER,
        title=N_("Papers"),
        rail=InRail(title=N_("Papers"), glyph=Glyph.PRINTER),
        is_made_ahead=True,
        make=_paper,
    ),
    PlanPage(
        key=PageKey.COMPARE,
        title=N_("Compare"),
        rail=InRail(title=N_("Compare"), glyph=Glyph.GIT_COMPARE),
        make=_compare,
    ),
    EvidencePage(
        key=PageKey.LIBRARY,
        title=N_("Evidence library"),
        rail=InRail(title=N_("Evidence"), glyph=Glyph.LIBRARY),
        make=_LibraryDesk,
    ),
    StartPage(
        key=PageKey.PREFERENCES,
        title=N_("Preferences"),
        rail=InRail(title=N_("Preferences"), glyph=Glyph.SETTINGS),
        make=lambda start: start.settings.make(),
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
    yield from ((_(each.keys), _(each.title)) for each in COMMANDS if each.page == page)
    yield from ((_(key.keys), _(key.what)) for key in help_keys.keys_on(page))


def commands(*, with_plan: bool) -> "Iterator[Findable]":
    """Yield what can be done from anywhere; without an open plan not what needs one."""
    from advisor.telling.find import Findable, Kind

    for command in COMMANDS:
        if with_plan or command.page is PageKey.HOME:
            at = f"{command.page} {command.at}"
            yield Findable(kind=Kind.COMMANDS, at=at, title=_(command.title), line=_(command.keys))
    for number, page in enumerate((page for page in PAGES if page.rail is not None), start=1):
        if with_plan or not isinstance(page, PlanPage):
            title = _("Go to: {page}").format(page=_(page.title))
            line = _("Ctrl+{n}").format(n=number) if number <= _MOST_FIGURES else ""
            yield Findable(kind=Kind.COMMANDS, at=page.key, title=title, line=line)
    for page in (page for page in PAGES if page.key in _ALSO_FOUND):
        if with_plan or not isinstance(page, PlanPage):
            title = _("Go to: {page}").format(page=_(page.title))
            yield Findable(kind=Kind.COMMANDS, at=page.key, title=title, line="")
