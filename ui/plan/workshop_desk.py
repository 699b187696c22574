"""Workshop mode over the open plan: what a room answers together is saved as anywhere."""

from advisor.interview.one_by_one import OneByOne
from advisor.models.ids import QuestionId
from advisor.models.plan import EntryKey
from advisor.telling.feeding import wizard_words
from ui.plan.reporting import reports_for
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room
from ui.wizard.unfinished import comes_back_the_same
from ui.wizard.workshop_page import WorkshopPage

_WAYS_BACK = frozenset({PageKey.ADVICE, PageKey.ACTIONS, PageKey.PAPER})


class WorkshopDesk(PlanDesk[WorkshopPage]):
    """Serves workshop mode, which goes on where it was left."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        plan = session.open_plan
        self._going = OneByOne(plan.draft)
        reports = reports_for(room, session, leave=self._leave, finish=self._leave)
        words = wizard_words(plan.pack)
        super().__init__(WorkshopPage(room.theme, words, plan.draft, self._going, reports))
        self._room, self._draft = room, plan.draft
        self._way_back = PageKey.PLAN

    def arrive(self) -> None:
        """Open the question that is wanted, the first of the page one comes from, or the last."""
        before = self._room.window.page_before
        self._way_back = PageKey(before) if before in _WAYS_BACK else PageKey.PLAN
        if self.at:
            self._going.open(QuestionId(self.at))
        elif before == PageKey.QUESTIONS:
            asked = self._draft.questions_on(self._draft.page)
            for question in asked[:1]:
                self._going.open(question.id)
        self.page.open()

    def kept(self) -> str | None:
        return self._going.question if comes_back_the_same(self.page) else None

    def come_back(self, kept: str) -> None:
        if kept in self._going.asked:
            self._going.open(QuestionId(kept))

    def show_change(self, key: EntryKey) -> None:
        self.page.show_change(key)

    def flush(self) -> None:
        self.page.flush()

    def _leave(self) -> None:
        self._room.window.show_page(self._way_back)
