"""The questions of the open plan: answered one page after another, left for where one came from."""

from advisor.language import N_, _
from advisor.models.ids import QuestionId
from advisor.models.plan import EntryKey
from ui.plan.reporting import reports_for
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room
from ui.wizard.wizard_view import WizardView

_WAYS_OUT = {
    PageKey.PLAN: (N_("&Save and go to overview"), N_("&Overview")),
    PageKey.CHECK: (N_("Back to your ans&wers"), N_("Ans&wers")),
    PageKey.ADVICE: (N_("Back to the ad&vice"), N_("Ad&vice")),
}


class QuestionsDesk(PlanDesk[WizardView]):
    """Serves the wizard of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        plan = session.open_plan
        reports = reports_for(room, session, leave=self._leave, finish=self._finish)
        super().__init__(WizardView(room.theme, plan.pack, plan.draft, reports))
        self._room, self._draft = room, plan.draft
        self._way_back = PageKey.PLAN

    def arrive(self) -> None:
        """Open a question, or the page that is open in the draft."""
        before = self._room.window.page_before
        self._way_back = PageKey(before) if before in _WAYS_OUT else PageKey.PLAN
        question = QuestionId(self.at) if self.at else None
        if question is not None:
            self._draft.go_to(self._draft.page_of(question))
        words, short = _WAYS_OUT[self._way_back]
        self.page.open(self._draft.page, question, way_out=(_(words), _(short)))

    def show_change(self, key: EntryKey) -> None:
        if self.page.wizard is not None:
            self.page.wizard.show_change(key)

    def flush(self) -> None:
        self.page.flush()

    def _finish(self) -> None:
        """After the quick start there is a first result; after another section the way back."""
        core = self._draft.questionnaire.core
        is_quick_start = bool(core) and self._draft.page.section == core[0].section
        if is_quick_start and self._way_back is PageKey.PLAN:
            self._room.window.show_page(PageKey.FIRST)
        else:
            self._leave()

    def _leave(self) -> None:
        is_checking = self._way_back is PageKey.CHECK
        self._room.window.show_page(self._way_back, self.at if is_checking else "")
