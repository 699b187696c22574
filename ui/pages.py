"""Every page of the window, in one table: rail, shortcuts, Help and the window are made from it.

A page more is a key in ``ui/room.py``, a row here and the desk that serves it. What makes a page
loads it: the first picture of the window waits for none of them.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from advisor.language import N_, _
from advisor.telling.commands import COMMANDS, Wish
from ui.help import keys as help_keys
from ui.plan.page_rows import EvidencePage, HousePage, PlanPage, Start, StartPage
from ui.room import Desk, InRail, PageKey, PageRow, Room
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
        self._read_about = page.read_about
        page.show_pack(pack)
        page.detail.address_wanted.connect(room.open_outside)
        room.thinker.run(partial(entries_of, pack), page.show_entries)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {Wish.ABOUT: self._read_about}

    def arrive(self) -> None:
        if not self.fulfil() and self.at:
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


_ALSO_FOUND = (PageKey.PORTFOLIO, PageKey.HISTORY, PageKey.FIRST)
"""Pages that are not in the rail, and can be wanted at any time."""

_ALSO_CALLED = {
    PageKey.ACTIONS: N_("choose actions"),
    PageKey.COMPARE: N_("compare plans, what differs, print, save as table"),
    PageKey.HOME: N_("your plans"),
    PageKey.HELP: N_("guide, keys, words explained, licences"),
    PageKey.PREFERENCES: N_("settings, show in folder, where your work lies"),
}
"""Other words by which a page is found, with commas: what is on it, what its heading says."""

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
        title=N_("All plans in one table"),
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
        is_made_ahead=True,
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
        *((_(each.keys), _(each.title)) for each in COMMANDS if each.keys),
    )


def shortcuts() -> Iterator[tuple[str, PageKey, str]]:
    """Yield the keys that do something from everywhere: on which page, and what there."""
    yield from ((each.keys, PageKey(each.page), each.at) for each in COMMANDS if each.keys)


def keys_on(page: str) -> Iterator[tuple[str, str]]:
    """Yield the keys that help about a page names: its own, then those for every page."""
    yield from (
        (_(each.keys), _(each.title)) for each in COMMANDS if each.keys and each.page == page
    )
    yield from ((_(key.keys), _(key.what)) for key in help_keys.keys_on(page))


def commands(*, with_plan: bool) -> "Iterator[Findable]":
    """Yield what can be done from anywhere; without an open plan not what needs one."""
    known = {page.key: page for page in PAGES if with_plan or not isinstance(page, PlanPage)}
    for each in COMMANDS:
        if each.page in known and (with_plan or not each.needs_plan):
            line = _(each.keys) if each.keys else _(known[PageKey(each.page)].title)
            yield _found(f"{each.page} {each.at}", _(each.title), line, each.words)
    for number, page in enumerate((page for page in PAGES if page.rail is not None), start=1):
        if page.key in known:
            line = _("Ctrl+{n}").format(n=number) if number <= _MOST_FIGURES else ""
            yield _go_to(page, line)
    for key in _ALSO_FOUND:
        if key in known:
            yield _go_to(known[key], "")
    if with_plan:
        yield from _papers()


def _go_to(page: PageRow, line: str) -> "Findable":
    name = _(page.title)
    title = _("Go to: {page}").format(page=name)
    return _found(page.key, title, line, _ALSO_CALLED.get(page.key, ""), name)


def _papers() -> "Iterator[Findable]":
    """Yield every paper, and every kind of file that it can be."""
    from ui.paper.head import offered

    for at, title, line in offered():
        yield _found(f"{PageKey.PAPER} {at}", title, line)


def _found(at: str, title: str, line: str, words: str = "", name: str = "") -> "Findable":
    from advisor.telling.find import Findable, Kind

    said = _(words) if words else ""
    names = (name, *said.split(", "))
    return Findable(kind=Kind.COMMANDS, at=at, title=title, line=line, words=said, names=names)
