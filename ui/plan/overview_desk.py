"""The plan at a glance, and the answers to be checked: where the questions are reached from."""

from functools import partial

from advisor.models.ids import QuestionId, SectionId
from advisor.models.plan import EntryKey, EntryKind
from advisor.telling.moved_answers import tell_moved
from ui.plan.check_page import CheckPage
from ui.plan.overview_page import OverviewPage
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room


class OverviewDesk(PlanDesk[OverviewPage]):
    """Serves the overview of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(OverviewPage(room.theme, session.open_plan.draft))
        self._room, self._draft = room, session.open_plan.draft
        self._plan = session.open_plan
        show = room.window.show_page
        self.page.section_opened.connect(self._open_section)
        self.page.check_asked.connect(partial(show, PageKey.CHECK))
        self.page.differing_asked.connect(partial(show, PageKey.CHECK))
        self.page.advice_asked.connect(partial(show, PageKey.ADVICE))
        self.page.workshop_asked.connect(partial(show, PageKey.WORKSHOP))
        self.page.history_asked.connect(partial(show, PageKey.HISTORY))
        self.page.rename_asked.connect(session.ask_for_name)

    def arrive(self) -> None:
        self._show()

    def show_change(self, key: EntryKey) -> None:  # noqa: ARG002 - all of it may change
        self._show()

    def _show(self) -> None:
        self.page.refresh()
        self.page.show_waiting(tell_moved(self._plan.pack, self._plan.plan))

    def _open_section(self, section: str) -> None:
        self._draft.resume(SectionId(section))
        self._room.window.show_page(PageKey.QUESTIONS)


class CheckDesk(PlanDesk[CheckPage]):
    """Serves the list of the answers of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(CheckPage(room.theme, session.open_plan.draft))
        self._plan = session.open_plan
        self.page.moved_taken.connect(self._plan.change_all)
        show = room.window.show_page
        self.page.change_asked.connect(partial(show, PageKey.QUESTIONS))
        self.page.advice_asked.connect(partial(show, PageKey.ADVICE))
        self.page.overview_asked.connect(partial(show, PageKey.PLAN))

    def arrive(self) -> None:
        """Show the answers as they are now, with the keyboard on one that was just changed."""
        self._show(QuestionId(self.at) if self.at else None)

    def show_change(self, key: EntryKey) -> None:
        """Show an answer that was undone, with the keyboard on it, or who sees it differently."""
        if key.kind in {EntryKind.ANSWER, EntryKind.DECISION}:
            self._show(QuestionId(key.id))
        elif key.kind is EntryKind.COMMENT:
            self._show(None)

    def _show(self, question: QuestionId | None) -> None:
        moved = tell_moved(self._plan.pack, self._plan.plan)
        self.page.refresh(focus_on=question, moved=moved)
