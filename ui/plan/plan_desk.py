"""The open plan in the window: overview, wizard, check your answers, and the panel beside."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor.interview.route import Page
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import QuestionId, SectionId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, OpenAnswer, Plan
from advisor.telling.news import News
from ui.awake.slices import Slices
from ui.awake.tasks import Worker
from ui.plan.check_page import CheckPage
from ui.plan.live_panel import LivePanel
from ui.plan.open_plan import OpenPlan
from ui.plan.overview_page import OverviewPage
from ui.plan.saving_desk import SavingDesk
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.wizard.wizard_view import WayBack, WizardView

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

PLAN, QUESTIONS, CHECK, ADVICE = "plan", "questions", "check", "advice"


class PlanDesk(QObject):
    """Opens plans one at a time and leads between the pages on which they are answered.

    ``opened`` carries the ``OpenPlan``; ``page_wanted`` the key of a page of another desk.
    """

    opened = Signal(object)
    page_wanted = Signal(str)
    rename_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        advisor: "Advisor",
        pack: Pack,
        saving: SavingDesk,
        *,
        storage: Worker,
        thinker: Worker,
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._advisor, self._pack = theme, window, advisor, pack
        self._saving, self._storage, self._thinker = saving, storage, thinker
        self._open: OpenPlan | None = None
        self._pages: dict[str, QWidget] = {}
        self._way_back = WayBack.OVERVIEW
        self._steps = Slices(self)
        self._panel: LivePanel | None = None
        window.add_page(PLAN, self._make_overview, _("Plan"))
        window.add_page(QUESTIONS, self._make_wizard, _("Questions"), entry=PLAN, has_panel=True)
        window.add_page(CHECK, self._make_check, _("Check your answers"), entry=PLAN)

    @property
    def open_plan(self) -> OpenPlan | None:
        """The plan that is open."""
        return self._open

    def open(self, plan: Plan, ahead: Sequence[str] = ()) -> None:
        """Open a plan at its overview, in the place of the one before.

        Step by step, with the window's own events between: first the plan, then its overview,
        then the pages `ahead`, which so show more quickly when they are wanted.
        """
        self.close()
        self._open = OpenPlan(
            self._advisor,
            self._pack,
            plan,
            storage=self._storage,
            thinker=self._thinker,
            parent=self,
        )
        self._panel = LivePanel(self._theme, self._pack)
        self._panel.advice_asked.connect(self._show_advice)
        self._window.set_panel(self._panel)
        self._open.answer_changed.connect(self._answer_changed)
        self._open.advised.connect(self._advised)
        self._saving.follow(self._open)
        self._window.show_plan(plan.title)
        self.opened.emit(self._open)
        self._open.think()
        steps = [*self._window.steps_ahead(PLAN), self._show_overview]
        for key in ahead:
            steps += self._window.steps_ahead(key)
        for step in steps:
            self._steps.add(step)

    def close(self) -> None:
        """Keep what is to be kept and let the plan go."""
        self.flush()
        self._steps.clear()
        if self._open is not None:
            self._open.close()
            self._open.deleteLater()
            self._open = None
        for key in tuple(self._pages):
            self._window.forget_page(key)
            del self._pages[key]
        for key in (PLAN, ADVICE):
            self._note(key, "")
        self._saving.leave()
        self._window.show_plan(None)

    def flush(self) -> None:
        """Take over what still waits for a pause in typing."""
        wizard = self._pages.get(QUESTIONS)
        if isinstance(wizard, WizardView):
            wizard.flush()

    def show(self, key: str) -> None:
        """Show one of the pages of this desk as the plan is now."""
        self.flush()
        page = self._window.show_page(key)
        if isinstance(page, OverviewPage | CheckPage):
            page.refresh()
            self._way_back = WayBack.OVERVIEW

    def rename(self, plan: Plan) -> None:
        """Show another name and description of the open plan."""
        if self._open is not None and self._open.plan.id == plan.id:
            self._open.adopt(plan)
            self._window.show_plan(plan.title)
            if self._window.current_page == PLAN:
                self.show(PLAN)

    def answer(self, question: QuestionId, way_back: WayBack = WayBack.ADVICE) -> None:
        """Open the wizard at one question, which leads back to where a person came from."""
        if self._open is not None:
            self._way_back = way_back
            page = self._open.draft.page_of(question)
            self._open_page(page, question)

    # Pages

    def _make_overview(self) -> QWidget:
        page = OverviewPage(self._theme, self._current.draft)
        page.section_opened.connect(self._open_section)
        page.check_asked.connect(self._show_check)
        page.advice_asked.connect(self._show_advice)
        page.rename_asked.connect(self._ask_for_name)
        return self._keep(PLAN, page)

    def _make_wizard(self) -> QWidget:
        view = WizardView(self._theme, self._pack, self._current.draft)
        view.said.connect(self._said)
        view.noted.connect(self._noted)
        view.page_opened.connect(self._page_opened)
        view.overview_asked.connect(self._leave_wizard)
        view.section_finished.connect(self._leave_wizard)
        view.undo_asked.connect(self._undo)
        view.redo_asked.connect(self._redo)
        for keys, slot in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo)):
            # Heard while the questions are shown; a field that is typed in undoes its own.
            QShortcut(QKeySequence(keys), view).activated.connect(slot)
        return self._keep(QUESTIONS, view)

    def _make_check(self) -> QWidget:
        page = CheckPage(self._theme, self._current.draft)
        page.change_asked.connect(self._change)
        page.advice_asked.connect(self._show_advice)
        page.overview_asked.connect(self._show_overview)
        return self._keep(CHECK, page)

    def _keep(self, key: str, page: QWidget) -> QWidget:
        self._pages[key] = page
        return page

    @property
    def _current(self) -> OpenPlan:
        if self._open is None:
            raise RuntimeError("a page of a plan was made while none is open")
        return self._open

    # What a person did

    def _open_section(self, section: str) -> None:
        self._open_page(self._current.draft.resume(SectionId(section)))

    def _open_page(self, page: Page, question: QuestionId | None = None) -> None:
        view = self._window.show_page(QUESTIONS)
        self._current.draft.go_to(page)
        if isinstance(view, WizardView):
            view.open(page, question, way_back=self._way_back)

    def _page_opened(self, page: Page) -> None:
        self._current.draft.go_to(page)

    def _change(self, question: str) -> None:
        self._changing = QuestionId(question)
        self.answer(self._changing, WayBack.ANSWERS)

    def _leave_wizard(self) -> None:
        if self._way_back is WayBack.ADVICE:
            self._way_back = WayBack.OVERVIEW
            self._show_advice()
            return
        if self._way_back is WayBack.OVERVIEW:
            self.show(PLAN)
            return
        self.show(CHECK)
        page = self._pages[CHECK]
        if isinstance(page, CheckPage):
            page.refresh(focus_on=self._changing)

    def _show_overview(self) -> None:
        self.show(PLAN)

    def _show_check(self) -> None:
        self.show(CHECK)

    def _show_advice(self) -> None:
        self.page_wanted.emit(ADVICE)

    def _ask_for_name(self) -> None:
        self.rename_wanted.emit(self._current.plan)

    def _said(self, question: str, value: GivenAnswer | OpenAnswer) -> None:
        self._current.say(QuestionId(question), value)

    def _noted(self, question: str, text: str) -> None:
        self._current.note(QuestionId(question), text)

    def _undo(self) -> None:
        self.flush()
        self._stepped(self._current.undo(), _("Undone: {asked}"))

    def _redo(self) -> None:
        self.flush()
        self._stepped(self._current.redo(), _("Done again: {asked}"))

    def _stepped(self, question: QuestionId | None, words: str) -> None:
        if question is None:
            return
        self._open_page(self._current.draft.page, question)
        asked = self._pack.questionnaire[question].text
        announce(self._window, words.format(asked=asked))

    # What followed

    def _answer_changed(self, question: str) -> None:
        view = self._pages.get(QUESTIONS)
        if isinstance(view, WizardView):
            view.show_answer(QuestionId(question))

    def _advised(self, advice: Advice, changes: News) -> None:
        if self._panel is not None:
            self._panel.show_advice(advice, changes)
            self._window.set_panel_summary(self._panel.summary)
            self._note(PLAN, self._how_far())
            self._note(ADVICE, self._panel.summary if advice.summary.answered else "")

    def _how_far(self) -> str:
        so_far = self._current.draft.progress()
        return _("{answered} of {asked} answered").format(
            answered=so_far.answered, asked=so_far.asked
        )

    def _note(self, key: str, words: str) -> None:
        """Write a few words under an entry of the rail."""
        entry = self._window.rail.entries.get(key)
        if entry is not None:
            entry.set_note(words)
