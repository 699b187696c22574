"""The questions of the open plan: answered one page after another, left for where one came from."""

from collections.abc import Iterator, Sequence

from advisor.interview.route import Page
from advisor.language import N_, _
from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import EntryKey
from advisor.telling.spoken import in_one_run
from advisor.telling.steps import told_steps
from advisor.telling.unfinished import not_taken, unfinished
from ui.plan.reporting import reports_for
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room
from ui.widgets.announcer import announce
from ui.wizard.unfinished import comes_back_the_same
from ui.wizard.wizard_view import WizardView

_WAYS_OUT = {
    PageKey.PLAN: (N_("Go to the list of &questions"), N_("&Questions")),
    PageKey.ADVICE: (N_("Back to the ad&vice"), N_("Ad&vice")),
}


class QuestionsDesk(PlanDesk[WizardView]):
    """Serves the wizard of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        plan = session.open_plan
        reports = reports_for(
            room, session, leave=self._leave, finish=self._finish, may_go_on=self._may_go_on
        )
        super().__init__(WizardView(room.theme, plan.pack, plan.draft, reports))
        self._room, self._draft = room, plan.draft
        self._way_back = PageKey.PLAN
        # The question that was pressed in their list.
        self._changing = ""
        # What cannot be taken, as it was written when *Continue* or *Finish* led to it.
        self._led_to = frozenset[tuple[QuestionId, str]]()
        room.window.rail.step_chosen.connect(self._open_section)

    def make_ahead(self, at: str) -> Iterator[None]:
        wanted = self._draft.page_of(QuestionId(at)) if at else self._draft.page
        if self._room.theme.renew(self._room.window.panel):
            yield
        yield from self.page.make_ahead(wanted)

    def arrive(self) -> None:
        """Open a question, or the page that is open in the draft."""
        before = self._room.window.page_before
        self._way_back = PageKey(before) if before in _WAYS_OUT else PageKey.PLAN
        question = QuestionId(self.at) if self.at else None
        self._changing = self.at if before == PageKey.PLAN else ""
        draft = self._draft
        draft.go_to(draft.page_of(question) if question is not None else draft.page)
        self._open(question)
        self._show_steps()

    def here(self) -> str:
        return self.page.question

    def kept(self) -> str | None:
        return "" if comes_back_the_same(self.page) else None

    def show_change(self, key: EntryKey) -> None:
        self._show_steps()
        if self.page.wizard is not None:
            self.page.wizard.show_change(key)

    def shows(self, key: EntryKey) -> bool:
        shown = self.page.wizard.shown if self.page.wizard is not None else None
        return shown is not None and key.id in shown.page.questions

    def flush(self) -> None:
        self.page.flush()

    def _show_steps(self) -> None:
        self._room.window.rail.show_steps(PageKey.PLAN, told_steps(self._draft))

    def _open(self, question: QuestionId | None) -> None:
        words, short = _WAYS_OUT[self._way_back]
        self.page.open(self._draft.page, question, way_out=(_(words), _(short)))

    def _open_section(self, section: str) -> None:
        """Open a section where something is left to answer."""
        self.flush()
        self._draft.resume(SectionId(section))
        self._room.window.show_page(PageKey.QUESTIONS)

    def _finish(self) -> None:
        """After the quick start there is a first result; after another section the way back.

        Who came from the list to change one answer goes back to it. What cannot be taken as it is
        written comes first, once.
        """
        if self._leads_to_fault(self._draft.open_pages(self._draft.page.section)):
            return
        core = self._draft.questionnaire.core
        is_quick_start = bool(core) and self._draft.page.section == core[0].section
        if is_quick_start and self._way_back is PageKey.PLAN and not self._changing:
            self._room.window.show_page(PageKey.FIRST)
        else:
            self._leave()

    def _may_go_on(self) -> bool:
        return not self._leads_to_fault((self._draft.page,))

    def _leads_to_fault(self, pages: Sequence[Page]) -> bool:
        """Lead to what cannot be taken on these pages, unless it was left as it was then."""
        self.flush()
        draft = self._draft
        fields = self._room.window.kept_words.waiting(draft.plan.id)
        wrong = not_taken(fields)
        asked = [each.id for page in pages for each in draft.questions_on(page)]
        known = self._led_to & wrong.items()
        new = dict(wrong.items() - known)
        found = next((each for each in asked if each in new), None)
        if found is None:
            return False
        self._led_to = known | {(found, new[found])}
        draft.go_to(draft.page_of(found))
        self._open(found)
        announce(self.page, in_one_run(unfinished(draft.plan, fields).get(found, ())))
        return True

    def _leave(self) -> None:
        self._room.window.show_page(self._way_back, self._changing)
