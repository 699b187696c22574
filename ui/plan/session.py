"""All that belongs to an open plan: made when it opens, gone when it closes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.comparison import Comparison
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.news import News
from ui.awake.slices import Slices
from ui.plan.closing import Closing
from ui.plan.live_panel import LivePanel
from ui.plan.open_plan import OpenPlan
from ui.plan.saving_desk import SavingDesk
from ui.room import Desk, PageKey, PageRow, Room
from ui.shell.dialogs import rename_dialog
from ui.widgets.announcer import announce
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage(PageRow):
    """A page of the open plan, and the desk that serves it; made ahead when it takes its time."""

    make: "Callable[[Room, PlanSession], Desk[QWidget]]"
    is_made_ahead: bool = False


class PlanSession(QObject):
    """One plan from its opening to its end, with its pages in the window.

    ``evidence_moved`` carries what newer evidence changed for the plan since it was last
    advised on; ``renamed`` follows a new name; ``ending`` comes before the pages go.
    """

    evidence_moved = Signal(object)
    renamed = Signal()
    ending = Signal()

    def __init__(
        self, room: Room, advisor: "Advisor", pack: Pack, plan: Plan, pages: Sequence[PlanPage]
    ) -> None:
        super().__init__(room.window)
        self._room, self._pages, self.advisor = room, pages, advisor
        self.moved: Comparison | None = None
        # What the notice says that offers to undo something in this plan.
        self._undoable = ""
        self.open_plan = OpenPlan(
            advisor, pack, plan, storage=room.storage, thinker=room.thinker, parent=self
        )
        self.saving = SavingDesk(
            room.theme,
            room.window,
            advisor.plans,
            storage=room.storage,
            notices=room.notices,
            files=room.files,
        )
        self._closing = Closing(room, self.open_plan, self.saving.save_elsewhere, self)
        self.panel = LivePanel(room.theme, pack)
        self._steps = Slices(self)
        self._shortcuts = (
            self._shortcut("Ctrl+Z", self.undo),
            self._shortcut("Ctrl+Shift+Z", self.redo),
        )
        self._furnish()
        self._begin()

    def flush(self) -> None:
        """Take over what is being written."""
        self._room.window.flush()

    def close(self) -> None:
        """Keep what is to be kept and let everything of the plan go."""
        self.flush()
        self.ending.emit()
        self._steps.clear()
        self.open_plan.close()
        window, notices = self._room.window, self._room.notices
        if self._undoable and notices.message == self._undoable:
            notices.clear()
        self.saving.leave()
        window.removeEventFilter(self._closing)
        window.show_plan(None)
        for page in self._pages:
            window.remove_page(page.key)
            self._note(page.key, "")
        for thing in (self.panel, self.saving, *self._shortcuts, self):
            thing.deleteLater()

    def adopt(self, plan: Plan) -> None:
        """Take another name and description of the plan."""
        self.open_plan.adopt(plan)
        self._room.window.show_plan(plan.title)
        self.renamed.emit()

    def ask_for_name(self) -> None:
        """Ask for another name of the plan."""
        dialog = rename_dialog(self._room.theme, self.open_plan.plan.title, self._room.window)
        dialog.named.connect(self._rename)
        dialog.open()

    def undo(self) -> None:
        """Take back what was answered last, and lead to it from the questions."""
        self.flush()
        self._stepped(self.open_plan.undo(), _("Undone: {asked}"))

    def redo(self) -> None:
        """Answer again what was taken back last."""
        self.flush()
        self._stepped(self.open_plan.redo(), _("Done again: {asked}"))

    def offer_undo(self, told: str, undo: Callable[[], object]) -> None:
        """Say what was done to the plan, and offer to undo it while the plan is open."""
        self._undoable = told
        self._room.notices.offer_undo(told, undo)

    # Opening

    def _furnish(self) -> None:
        window = self._room.window
        self.saving.follow(self.open_plan)
        self.panel.advice_asked.connect(partial(window.show_page, PageKey.ADVICE))
        window.set_panel(self.panel)
        window.show_plan(self.open_plan.plan.title)
        for page in self._pages:
            self._room.add_page(page, partial(page.make, self._room, self))
        self.open_plan.advised.connect(self._advised)

    def _begin(self) -> None:
        """Think, and show the plan step by step, with the window's own events between.

        First its overview, then the pages that take their time, which so show more quickly
        when they are wanted.
        """
        # Asked before newer advice is kept.
        asking = partial(self.advisor.what_moved, self.open_plan.plan)
        self._room.storage.run(asking, self._take_moved)
        self.open_plan.think()
        window = self._room.window
        steps: list[Callable[[], object]] = [
            *window.steps_ahead(PageKey.PLAN),
            partial(window.show_page, PageKey.PLAN),
        ]
        for page in self._pages:
            if page.is_made_ahead:
                steps += window.steps_ahead(page.key)
        for step in steps:
            self._steps.add(step)

    def _shortcut(self, keys: str, do: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._room.window)
        shortcut.activated.connect(do)
        return shortcut

    # What followed

    def _rename(self, title: str) -> None:
        plan, plans = self.open_plan.plan, self.advisor.plans
        renaming = partial(plans.rename, plan.id, title, plan.description, plan.version)
        self._room.storage.run(renaming, self._renamed)

    def _renamed(self, plan: Plan) -> None:
        self.adopt(plan)
        self._room.notices.tell(NoticeKind.SUCCESS, _("Renamed."))

    def _stepped(self, question: QuestionId | None, words: str) -> None:
        if question is None:
            return
        window = self._room.window
        if window.current_page == PageKey.QUESTIONS:
            window.show_page(PageKey.QUESTIONS, question)
        announce(window, words.format(asked=self.open_plan.pack.questionnaire[question].text))

    def _take_moved(self, moved: Comparison | None) -> None:
        if moved is not None:
            self.moved = moved
            self.evidence_moved.emit(moved)

    def _advised(self, advice: Advice, changes: News) -> None:
        self.panel.show_advice(advice, changes)
        self._room.window.set_panel_summary(self.panel.summary)
        so_far = self.open_plan.draft.progress()
        how_far = _("{answered} of {asked} answered").format(
            answered=so_far.answered, asked=so_far.asked
        )
        self._note(PageKey.PLAN, how_far)
        self._note(PageKey.ADVICE, self.panel.summary if advice.summary.answered else "")

    def _note(self, key: PageKey, words: str) -> None:
        """Write a few words under an entry of the rail."""
        entry = self._room.window.rail.entries.get(key)
        if entry is not None:
            entry.set_note(words)
