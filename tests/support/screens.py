"""Every screen of the real program, one after another, in this process.

The audits walk them and the documentation's pictures are taken of them, so that what is
shown is what was looked at.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from advisor.errors import Fault, PlanRefused
from advisor.interview.one_by_one import DIFFERS_KEY
from advisor.language import _
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import EntryKey, Plan
from advisor.telling.commands import Wish
from tests.support.waiting import wait_until
from ui.advice.head import LIST, PICTURE
from ui.advice.page import AdvicePage
from ui.app import Program
from ui.compare.page import ComparePage
from ui.library.page import LibraryPage
from ui.plan.open_house import OpenHouse
from ui.plan.save_queue import Dispute
from ui.plan.session import PlanSession
from ui.room import PageKey
from ui.shell.dialogs import UnexpectedErrorDialog
from ui.theme.colours import Contrast, Scheme
from ui.wizard.wizard_view import WizardView
from ui.wizard.workshop_page import WorkshopPage

EXAMPLE = 3
LAYOUTS = 12
REFUSED = PlanRefused(
    "“Our plan.json” has 3 faults. Nothing was imported.",
    faults=(
        Fault(place="line 4, answers → format", message="“carrier pigeon” is not an option."),
        Fault(place="line 9, answers → women_per_peer", message="“many” is not a number."),
        Fault(place="line 12, plan_version", message="This field is missing."),
    ),
)


class Guide:
    """Leads a running program from screen to screen and waits until each stands."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.examples: tuple[Plan, ...] = ()

    @property
    def house(self) -> OpenHouse:
        assert self.program.house is not None
        assert self.program.house is not None
        return self.program.house

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        shown = self.program.window.pages.currentWidget()
        assert shown is not None
        return shown

    @property
    def session(self) -> PlanSession:
        """The plan that is open, with all that belongs to it."""
        assert self.house.session is not None
        return self.house.session

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.session.open_plan.plan

    def settle(self) -> None:
        """Wait until nothing is being read, thought, printed or built."""
        # What the window put off to its next turn may still begin something.
        QApplication.processEvents()
        until(lambda: not self.program.is_busy, "the program to come to rest")
        # What was thrown away goes only when asked to: nothing of it shall be looked at.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # A change of height travels outwards, one layout at a time.
        for _layout in range(LAYOUTS):
            QApplication.processEvents()

    def go(self, key: str) -> None:
        """Show a page by its key."""
        self.program.window.show_page(key)
        self.settle()

    def start_from_example(self) -> None:
        """Store every example and open one of them, with several plans at Home."""
        plans = self.house.home._plans
        found: list[tuple[Plan, ...]] = []
        self.program.room.storage.run(plans.examples, found.append)
        self.settle()
        self.examples = found[0]
        for plan in found[0]:
            self.program.room.storage.run(partial(plans.add, plan))
        self.settle()
        self.close_plan_pages()

    def close_plan_pages(self) -> None:
        """Open the plan again as it is stored, so that only its list of questions is there."""
        plans, found = self.house.home._plans, list[Plan]()
        self.program.room.storage.run(partial(plans.plan, self.examples[EXAMPLE].id), found.append)
        until(lambda: bool(found), "the stored plan")
        self.house.open(found[0])
        self.settle()

    def prefer(self, *, scheme: Scheme, contrast: Contrast, text_size: int) -> None:
        """Choose a look as the preferences page does."""
        settings = self.program.settings
        settings._changed(
            replace(
                settings.preferences,
                scheme=scheme,
                contrast=contrast,
                text_size=text_size,
                is_motion_reduced=True,
            )
        )
        self.program.window.forget_page(PageKey.PREFERENCES)
        self.settle()

    def close_dialogs(self) -> None:
        """Close every dialog as Escape would, and help beside a page."""
        if self.program.window.sides.is_sheet_open:
            self.program.window.sides.close_sheet()
        # A menu takes the next press for itself.
        while (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        for dialog in self.dialogs():
            dialog.reject()
        self.program.room.notices.clear()
        self.settle()
        self.program.window.activateWindow()
        until(self.program.window.isActiveWindow, "the window to be active")

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        windows = QApplication.topLevelWidgets()
        return [each for each in windows if isinstance(each, QDialog) and each.isVisible()]


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """A screen by name, and the way there; with `is_dialog` it is a window of its own."""

    name: str
    show: Callable[[Guide], object]
    is_dialog: bool = False


def _go(key: str) -> Callable[[Guide], object]:
    return lambda guide: guide.go(key)


def _questions(guide: Guide) -> None:
    # Whoever presses everything may have taken all answers away.
    first = next(
        iter(guide.plan.answers), guide.session.open_plan.draft.questionnaire.questions[0].id
    )
    guide.program.window.show_page(PageKey.PLAN)
    guide.program.window.show_page(PageKey.QUESTIONS, first)
    guide.settle()


def _why(guide: Guide) -> None:
    _questions(guide)
    assert isinstance(guide.page, WizardView)
    assert guide.page.wizard is not None
    shown = guide.page.wizard.shown
    assert shown is not None
    next(iter(shown.boxes.values())).why_button.click()
    guide.settle()


def _differing(guide: Guide) -> None:
    """Write in workshop mode that somebody sees the question differently."""
    guide.go("workshop")
    assert isinstance(guide.page, WorkshopPage)
    guide.page.asked.press(DIFFERS_KEY)
    guide.page.asked.take_focus()
    guide.settle()


def _card(guide: Guide) -> None:
    guide.go("advice")
    assert isinstance(guide.page, AdvicePage)
    for row in guide.page.list.rows[:1]:
        guide.page.open_finding(row.story.rule)
    guide.settle()


def _chains(guide: Guide) -> None:
    guide.go("advice")
    _view(guide, PICTURE)


def _advice(guide: Guide) -> None:
    guide.go("advice")
    _view(guide, LIST)


def _view(guide: Guide, key: str) -> None:
    assert isinstance(guide.page, AdvicePage)
    guide.page.head.view.select((key,))
    guide.page._show_view((key,))
    guide.page.panes.shelf.verticalScrollBar().setValue(0)
    guide.settle()


def _trial(guide: Guide) -> None:
    """Try other answers, one of which makes something worse."""
    trial = guide.session.trial
    trial.say(QuestionId("supervision"), OptionId("no_supervision"))
    trial.say(QuestionId("group_setup"), frozenset({OptionId("turn_to_speak")}))
    guide.program.window.show_page(PageKey.TRIAL, "N06-harms")
    guide.settle()


def _together(guide: Guide) -> None:
    """Ask what would have to change for all open risks together."""
    guide.session.trial.end()
    guide.program.window.show_page(PageKey.TRIAL, Wish.TOGETHER)
    guide.settle()


def _leave_trial(guide: Guide) -> None:
    _trial(guide)
    guide.program.window.show_page(PageKey.HOME)
    guide.settle()


def _compare(guide: Guide) -> None:
    guide.go("compare")
    assert isinstance(guide.page, ComparePage)


def _entry(guide: Guide) -> None:
    guide.go("library")
    assert isinstance(guide.page, LibraryPage)
    guide.page.open_entry("N01")
    guide.settle()


def _help_sheet(guide: Guide) -> None:
    """Open help beside a page, as F1 does."""
    _questions(guide)
    sides = guide.program.window.sides
    if not sides.is_sheet_open:
        guide.program.help_beside.switch()
    guide.settle()


def _refused(guide: Guide) -> None:
    guide.program.room.refusals.show_faults(REFUSED, way_on=_("Choose &another file"))


def _unexpected(guide: Guide) -> None:
    try:
        raise ValueError("an answer that nobody else may read")
    except ValueError as error:
        guide.program.bugs.hear(ValueError, error, error.__traceback__)
    for dialog in guide.dialogs():
        if isinstance(dialog, UnexpectedErrorDialog):
            dialog.details.button.click()


def _conflict(guide: Guide) -> None:
    guide.go("plan")
    plan, other = guide.plan, guide.examples[0]
    question = next(each for each in plan.answers if other.answer(each) != plan.answer(each))
    ours, theirs = plan.answer(question), other.answer(question)
    dispute = Dispute(key=EntryKey.of_answer(question), ours=ours, theirs=theirs)
    guide.session.saving.show_dispute(dispute)


def _copies(guide: Guide) -> None:
    """Show the copies of the plans, of which one was just made."""
    guide.program._show_copies()
    guide.settle()


def _team(guide: Guide) -> None:
    guide.program._show_team()
    guide.settle()


BEFORE_A_PLAN = (
    Screen(name="home-empty", show=_go("home")),
    Screen(name="new-plan", show=lambda guide: guide.house.home.new(), is_dialog=True),
)
WITH_A_PLAN = (
    Screen(name="home", show=_go("home")),
    Screen(name="portfolio", show=_go("portfolio")),
    Screen(name="questions-list", show=_go("plan")),
    Screen(name="questions", show=_questions),
    Screen(name="questions-why", show=_why),
    Screen(name="workshop", show=_go("workshop")),
    Screen(name="workshop-differing", show=_differing),
    Screen(name="history", show=_go("history")),
    Screen(name="advice", show=_advice),
    Screen(name="advice-finding", show=_card),
    Screen(name="advice-chains", show=_chains),
    Screen(name="first-result", show=_go("first")),
    Screen(name="trial", show=_trial),
    Screen(name="trial-together", show=_together),
    Screen(name="trial-leaving", show=_leave_trial, is_dialog=True),
    Screen(name="actions", show=_go("actions")),
    Screen(name="paper", show=_go("paper")),
    Screen(name="compare", show=_compare),
    Screen(name="evidence", show=_go("library")),
    Screen(name="evidence-entry", show=_entry),
    Screen(name="preferences", show=_go("preferences")),
    Screen(name="help", show=_go("help")),
    Screen(name="help-sheet", show=_help_sheet),
    Screen(name="examples", show=lambda guide: guide.house.home.choose_example(), is_dialog=True),
    Screen(name="refused-file", show=_refused, is_dialog=True),
    Screen(name="unexpected-error", show=_unexpected, is_dialog=True),
    Screen(name="two-answers", show=_conflict, is_dialog=True),
    Screen(name="copies", show=_copies, is_dialog=True),
    Screen(name="team", show=_team, is_dialog=True),
)


def until(holds: Callable[[], bool], wanted: str) -> None:
    """Let the program run until something holds."""
    wait_until(holds, wanted, meanwhile=QApplication.processEvents, between=0.001)
    QApplication.processEvents()


@contextmanager
def running_program(application: QApplication, database: Path) -> Iterator[Guide]:
    """Run the real program in this process, over a database of its own."""
    program = Program(application, f"sqlite:///{database}")
    guide = Guide(program)
    program.room.theme.set_motion_reduced(True)
    program.start()
    until(lambda: program.house is not None, "the plans to open")
    guide.settle()
    guide.close_dialogs()
    try:
        yield guide
    finally:
        guide.close_dialogs()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
