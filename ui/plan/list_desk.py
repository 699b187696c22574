"""The list of questions of one plan: always as it is answered, with the newest advice."""

from collections.abc import Callable, Mapping
from functools import partial

from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import EntryKey
from advisor.telling.commands import Wish
from advisor.telling.moved_answers import tell_moved
from advisor.telling.questions_list import told_questions
from ui.plan.list_page import QuestionsListPage
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import PageKey, Room


class QuestionsListDesk(AdvisedDesk[QuestionsListPage]):
    """Serves the list of questions of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(QuestionsListPage(room.theme))
        self._rename = session.ask_for_name
        self._room, self._plan = room, session.open_plan
        page, show, lead_to = self.page, room.window.show_page, room.window.lead_to
        page.moved_taken.connect(self._plan.change_all)
        page.question_wanted.connect(partial(lead_to, PageKey.QUESTIONS))
        page.section_opened.connect(self._open_section)
        page.advice_asked.connect(partial(show, PageKey.ADVICE))
        page.workshop_asked.connect(partial(show, PageKey.WORKSHOP))
        page.history_asked.connect(partial(show, PageKey.HISTORY))
        page.rename_asked.connect(self._rename)

    def arrive(self) -> None:
        """Show the answers as they are now, with the keyboard on one that was just changed."""
        is_done = self.fulfil()
        self._show(QuestionId(self.at) if self.at and not is_done else None)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {Wish.RENAME: self._rename}

    def freshen(self) -> None:
        self._show(None)

    def show_change(self, key: EntryKey) -> None:  # noqa: ARG002 - all of it may change
        self._show(None)

    def _show(self, question: QuestionId | None) -> None:
        plan = self._plan
        fields = self._room.window.kept_words.waiting(plan.plan.id)
        self.page.show_plan(
            told_questions(plan.pack, plan.draft, plan.advice, fields),
            moved=tell_moved(plan.pack, plan.plan),
            focus_on=question,
        )

    def _open_section(self, section: str) -> None:
        self._plan.draft.resume(SectionId(section))
        self._room.window.lead_to(PageKey.QUESTIONS)
