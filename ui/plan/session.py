"""All that belongs to an open plan: made when it opens, gone when it closes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor.interview.steps import Step
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.comparison import NewerAdvice
from advisor.models.ids import ActionId, GateId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, EntryKey, EntryKind, Plan
from advisor.services.promises import AdvisorService
from advisor.telling.decided import told_decided
from advisor.telling.moved_answers import tell_copies
from advisor.telling.news import News
from ui.awake.ahead import SHOWN, load_in_turns
from ui.awake.slices import Slices
from ui.plan.closing import Closing
from ui.plan.live_panel import LivePanel
from ui.plan.open_plan import OpenPlan
from ui.plan.open_trial import OpenTrial
from ui.plan.page_rows import PlanPage
from ui.plan.saving_desk import SavingDesk
from ui.room import Desk, Page_co, PageKey, Room
from ui.shell.dialogs import rename_dialog
from ui.shell.hastened import Hastened
from ui.widgets.announcer import announce
from ui.widgets.kept import belongs_to
from ui.widgets.notice import NoticeKind


class PlanDesk(Desk[Page_co]):
    """Serves a page of the open plan, and hears of the plan while its page is looked at."""

    def show_change(self, key: EntryKey) -> None:
        """An entry was changed, undone or done again."""

    def shows(self, _key: EntryKey) -> bool:
        """Whether an entry is on the part of the page that is open."""
        return False


class AdvisedDesk(PlanDesk[Page_co]):
    """Serves a page that shows the advice, and hears of newer advice while it is looked at."""

    def freshen(self) -> None:
        """Show the plan with the newest advice on it."""


class PlanSession(QObject):
    """One plan from its opening to its end, with its pages in the window.

    ``evidence_moved`` carries what newer evidence changed for the plan since it was last
    advised on; ``ending`` comes before the pages go;
    ``plan_wanted`` carries a copy that is to be opened in the place of this plan.
    """

    evidence_moved = Signal(object)
    plan_wanted = Signal(object)
    ending = Signal()

    def __init__(
        self,
        room: Room,
        advisor: AdvisorService,
        pack: Pack,
        plan: Plan,
        pages: "Sequence[PlanPage[PlanSession, PlanDesk[QWidget]]]",
        *,
        opens_at: tuple[PageKey, str] = (PageKey.PLAN, ""),
    ) -> None:
        super().__init__(room.window)
        self._room, self._pages, self.advisor = room, pages, advisor
        self.moved: NewerAdvice | None = None
        # What the notice says that offers to undo something in this plan.
        self._undoable = ""
        self._undo_offered: Callable[[], object] | None = None
        # The action that was decided about, until there is advice on that.
        self._decided: ActionId | None = None
        self.open_plan = OpenPlan(
            advisor, pack, plan, storage=room.storage, thinker=room.thinker, parent=self
        )
        self.trial = OpenTrial(advisor, self.open_plan, room.thinker, self)
        self.saving = SavingDesk(room, advisor.plans, self.open_plan)
        self._closing = Closing(room, self.open_plan, self.saving.save_elsewhere, self)
        self.panel = LivePanel(room.theme, pack)
        self._steps, self._ahead = Slices(self), Slices(self, at_leisure=True)
        # What is wanted on a page that can show it only once there is advice.
        self._wanted = opens_at
        self._saying = QShortcut(QKeySequence("Ctrl+S"), room.window, self._say_saved)
        self._furnish()
        self._begin(*opens_at)

    def flush(self) -> None:
        """Take over what is being written."""
        self._room.window.flush()

    def close(self) -> None:
        """Keep what is to be kept and let everything of the plan go."""
        self.flush()
        self.ending.emit()
        self._steps.clear()
        self._ahead.clear()
        self.trial.close()
        self.open_plan.close()
        window = self._room.window
        self._forget_offer()
        window.status_line.show_nothing()
        window.removeEventFilter(self._closing)
        window.show_plan(None)
        for page in self._pages:
            window.remove_page(page.key)
            self._note(page.key, "")
        for thing in (self.panel, self._saying, self):
            thing.deleteLater()

    def ask_for_name(self) -> None:
        """Ask for another name of the plan."""
        plan, window = self.open_plan.plan, self._room.window
        dialog = rename_dialog(self._room.theme, plan.id, plan.title, window)
        dialog.named.connect(self.rename)
        dialog.open()

    def rename(self, title: str) -> None:
        """Give the plan another title."""
        self.open_plan.rename(title, self.open_plan.plan.description)
        self._room.notices.tell(NoticeKind.SUCCESS, _("Renamed."))

    def undo(self) -> bool:
        """Take the last step back, of a trial on its page. Return whether there was one."""
        self.flush()
        is_trying = self._room.window.current_page == PageKey.TRIAL
        do = None if is_trying else self._undo_offered
        if do is not None and self._room.notices.undoable == self._undoable:
            self._forget_offer()
            do()
            return True
        step = self.trial.undo() if is_trying else self.open_plan.undo()
        return self._stepped(step, _("Undone: {about}"))

    def redo(self) -> bool:
        """Take the step again that was taken back last, as `undo` does."""
        self.flush()
        is_trying = self._room.window.current_page == PageKey.TRIAL
        step = self.trial.redo() if is_trying else self.open_plan.redo()
        return self._stepped(step, _("Done again: {about}"))

    def offer_undo(self, told: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done; offer to undo it till the next step: by `undo`, if it was none."""
        self._undoable, self._undo_offered = told, undo
        self._room.notices.offer_undo(told, undo or self.undo)

    def decide(self, action: ActionId, decision: Decision) -> None:
        """Decide about an action; once it is known what that does, say so and offer to undo it."""
        plan = self.open_plan
        before = plan.plan.decision(action).choice
        plan.change(EntryKey.of_decision(action), decision)
        if decision.choice not in (before, Choice.DECIDE_LATER):
            self._decided = action

    def tick_gate(self, gate: str, ticked: bool) -> None:
        """Keep that a safety check was ticked as being so today, or that the tick is taken away."""
        step = self.open_plan.tick(GateId(gate), ticked=ticked)
        if step and ticked:
            self.offer_undo(_("Ticked: {about}").format(about=self.open_plan.about(step)))

    # Opening

    def _furnish(self) -> None:
        window = self._room.window
        self.panel.advice_asked.connect(partial(window.show_page, PageKey.ADVICE))
        window.set_panel(self.panel)
        window.show_plan(self.open_plan.plan.title)
        for page in self._pages:
            self._room.add_page(page, partial(self._make, page))
        self.open_plan.advised.connect(self._advised)
        self.open_plan.entry_changed.connect(self._entry_changed)

    def _begin(self, key: PageKey, at: str) -> None:
        """Think, and show the plan step by step, with the window's own events between.

        First the page at which it opens; once there is advice, others are made ahead.
        """
        # Asked before newer advice is kept.
        asking = partial(self.advisor.what_moved, self.open_plan.plan)
        self._room.storage.run(asking, self._take_moved)
        self.open_plan.think()
        window = self._room.window
        # Before that what the pages say is still being loaded.
        self.open_plan.advised.connect(self._make_ahead, Qt.ConnectionType.SingleShotConnection)
        self._steps.add_steps(window.make_ahead(key))
        self._steps.add(partial(self._show_first, key, at, window.current_page))
        copies = tell_copies(self.open_plan.pack, self.open_plan.plan)
        if copies is not None:
            self.open_plan.change_all(copies.changes)
            self._steps.add(partial(self.offer_undo, copies.words))
        Hastened(window, self._steps).begin()

    def _make_ahead(self) -> None:
        """Make the pages that take their time, which so show more quickly when they are wanted."""
        load_in_turns(SHOWN, self._ahead)
        for page in self._pages:
            if page.is_made_ahead and self._room.window.pages.page(page.key).desk is None:
                self._ahead.add_steps(self._room.window.make_ahead(page.key))

    def _show_first(self, key: PageKey, at: str, before: str) -> None:
        """Show the page at which the plan opens, unless somebody has gone elsewhere by now."""
        if self._room.window.current_page == before:
            self._room.window.show_page(key, at)

    def _make(self, page: "PlanPage[PlanSession, PlanDesk[QWidget]]") -> PlanDesk[QWidget]:
        desk = page.make(self._room, self)
        belongs_to(desk.page, self.open_plan.plan.id)
        return desk

    @property
    def _seen(self) -> PlanDesk[QWidget] | None:
        """What serves the page that is looked at, if it is one of the plan's."""
        desk = self._room.window.pages.desk
        return desk if isinstance(desk, PlanDesk) else None

    def _say_saved(self) -> None:
        """Take over what is being written, and say that it is saved without being asked."""
        self._room.window.flush()
        self.saving.say()

    # What followed

    def _entry_changed(self, key: EntryKey) -> None:
        self._forget_offer()
        if key.kind is EntryKind.PLAN:
            self._room.window.show_plan(self.open_plan.plan.title)
        if self._seen is not None:
            self._seen.show_change(key)

    def _forget_offer(self) -> None:
        self._decided = None
        if self._undoable and self._room.notices.undoable == self._undoable:
            self._room.notices.clear()
        self._undoable, self._undo_offered = "", None

    def _stepped(self, step: Step, words: str) -> bool:
        """Say what was taken back or done again, and lead to an answer from the questions."""
        if not step:
            return False
        window, plan = self._room.window, self.open_plan
        told = words.format(about=plan.about(step))
        key = step[0].key
        is_asked = key.kind is EntryKind.ANSWER and key.id in plan.pack.questionnaire
        if is_asked and window.current_page == PageKey.QUESTIONS:
            # Where the question is shown already, the keyboard stays where it is.
            if self._seen is None or not self._seen.shows(key):
                window.show_page(PageKey.QUESTIONS, key.id)
            announce(window, told)
        else:
            # What was changed may stand on another page: here it is said where all can see it.
            self._room.notices.tell(NoticeKind.SUCCESS, told)
        return True

    def _take_moved(self, moved: NewerAdvice | None) -> None:
        if moved is not None:
            self.moved = moved
            self.evidence_moved.emit(moved)

    def _advised(self, advice: Advice, changes: News) -> None:
        decided, self._decided = self._decided, None
        plan, pack = self.open_plan.plan, self.open_plan.pack
        # What the notice says, the panel need not say again.
        self.panel.show_advice(plan, advice, changes, is_said=decided is not None)
        if decided is not None:
            self.offer_undo(told_decided(pack, plan, advice, changes, decided))
        self._room.window.set_panel_summary(self.panel.summary, self.panel.said)
        so_far = self.open_plan.draft.progress()
        how_far = _("{answered} of {asked} answered").format(
            answered=so_far.answered, asked=so_far.asked
        )
        self._note(PageKey.PLAN, how_far)
        self._note(PageKey.ADVICE, self.panel.summary)
        seen = self._seen
        if isinstance(seen, AdvisedDesk):
            seen.freshen()
            self._show_wanted()

    def _show_wanted(self) -> None:
        """Show once what the plan was opened for, unless another page is looked at by now."""
        (key, at), self._wanted = self._wanted, (PageKey.PLAN, "")
        if at and self._room.window.current_page == key:
            self._room.window.show_page(key, at)

    def _note(self, key: PageKey, words: str) -> None:
        """Write a few words under an entry of the rail."""
        entry = self._room.window.rail.entries.get(key)
        if entry is not None:
            entry.set_note(words)
