"""What changed in the open plan, read from what every save wrote down."""

from functools import partial

from advisor.language import _
from advisor.models.plan import UNANSWERED, Decision, Entry, EntryKey, EntryKind
from advisor.models.stored import PlanEdit
from advisor.telling.entries import title_in
from advisor.telling.history import told_history
from ui.plan.history_page import HistoryPage
from ui.plan.save_queue import SaveState
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room

MOST_SHOWN = 100
_NOTHING: dict[EntryKind, Entry] = {
    EntryKind.ANSWER: UNANSWERED,
    EntryKind.DECISION: Decision(),
}
"""What was there before the first answer and the first decision."""


class HistoryDesk(PlanDesk[HistoryPage]):
    """Serves the changes of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(HistoryPage(room.theme))
        self._room, self._session, self._plan = room, session, session.open_plan
        self._plan.saver.state_changed.connect(self._saved)

    def arrive(self) -> None:
        reading = partial(self._session.advisor.plans.history, self._plan.plan.id, MOST_SHOWN + 1)
        self._room.storage.run(reading, self._show)

    def leave(self) -> None:
        self.page.let_go()

    def _saved(self, state: SaveState) -> None:
        if state is SaveState.SAVED and self._room.window.current_page == PageKey.HISTORY:
            self.arrive()

    def _show(self, edits: tuple[PlanEdit, ...]) -> None:
        shown = edits[:MOST_SHOWN]
        told = told_history(self._plan.pack, self._plan.plan, shown)
        self.page.show_edits(
            [(words, self._way_back(edit)) for words, edit in zip(told, shown, strict=True)],
            is_cut=len(edits) > MOST_SHOWN,
        )

    def _way_back(self, edit: PlanEdit) -> partial[None] | None:
        """Return what puts back what was before a change; None where that is so already."""
        if not edit.is_sound or edit.is_put_away is not None or not self._is_known(edit.key):
            return None
        before = edit.before or _NOTHING.get(edit.key.kind)
        if before is None or before == self._plan.plan.entry(edit.key):
            return None
        return partial(self._put_back, edit.key, before)

    def _is_known(self, key: EntryKey) -> bool:
        """Whether the evidence as it is now still has the question, the action or the gate."""
        if key.kind is EntryKind.ANSWER:
            return key.id in self._plan.pack.questionnaire
        if key.kind is EntryKind.GATE_TICK:
            return key.id in self._plan.pack.gate_by_id
        return key.kind is not EntryKind.DECISION or key.id in self._plan.pack.action_by_id

    def _put_back(self, key: EntryKey, before: Entry) -> None:
        self._plan.change(key, before)
        about = title_in(self._plan.pack, self._plan.plan, key, before)
        self._session.offer_undo(_("Put back: {about}").format(about=about))
