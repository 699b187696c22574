"""The actions of the open plan: decisions are taken, own entries come and go."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.plan import Decision, EntryKey, OwnAction, OwnRisk
from ui.actions.page import ActionsPage
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import PageKey, Room


class ActionsDesk(AdvisedDesk[ActionsPage]):
    """Serves the actions page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(ActionsPage(room.theme))
        self._session, self._plan = session, session.open_plan
        self._shown: Advice | None = None
        page, show = self.page, room.window.show_page
        page.changed.connect(self._plan.change)
        page.marked.connect(self._mark)
        page.removed.connect(self._remove)
        page.finding_wanted.connect(partial(show, PageKey.ADVICE))
        page.paper_wanted.connect(partial(show, PageKey.PAPER))

    def arrive(self) -> None:
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self.freshen)

    def flush(self) -> None:
        self.page.finish_writing()

    def freshen(self) -> None:
        advice = self._plan.advice
        if advice is not None and advice is not self._shown:
            self._shown = advice
            self.page.show_plan(self._plan.pack, self._plan.plan, advice)

    def _mark(self, decisions: Mapping[EntryKey, Decision]) -> None:
        self._plan.change_all(decisions)
        told = ngettext(
            "Marked as already in place: {n} action.",
            "Marked as already in place: {n} actions.",
            len(decisions),
        )
        self._session.offer_undo(told.format(n=len(decisions)))

    def _remove(self, key: EntryKey) -> None:
        own = self._plan.plan.entry(key)
        # Gone already when the button is pressed twice before its card is.
        if isinstance(own, OwnAction | OwnRisk):
            self._plan.remove(key)
            self._session.offer_undo(_("Removed: {text}").format(text=own.text))
