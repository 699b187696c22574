"""The actions of the open plan: decisions are taken, own entries come and go."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.plan import Entry, EntryKey, EntryKind, OwnAction, OwnRisk
from advisor.telling.action_list import ActionList, told_list
from advisor.telling.commands import Wish
from ui.actions.page import ActionsPage
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import PageKey, Room


class ActionsDesk(AdvisedDesk[ActionsPage]):
    """Serves the actions page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        self._session, self._plan = session, session.open_plan
        stages = tuple((stage.id, stage.label) for stage in self._plan.pack.stages)
        super().__init__(ActionsPage(room.theme, stages))
        self._told: tuple[Advice, ActionList] | None = None
        self._shown: ActionList | None = None
        page = self.page
        page.changed.connect(self._plan.change)
        page.marked.connect(self._mark)
        page.removed.connect(self._remove)
        page.paper_wanted.connect(partial(room.window.show_page, PageKey.PAPER))

    def prepare(self) -> None:
        told = self._tell()
        if told is not None:
            self.page.sum_up(told)

    def arrive(self) -> None:
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self._arrived)

    def flush(self) -> None:
        self.page.finish_writing()

    def freshen(self) -> None:
        told = self._tell()
        if told is not None and told is not self._shown:
            self._shown = told
            self.page.show_list(told)

    def _tell(self) -> ActionList | None:
        """Return the list as it is with the newest advice."""
        plan, advice = self._plan, self._plan.advice
        if advice is None:
            return None
        if self._told is None or self._told[0] is not advice:
            self._told = advice, told_list(plan.pack, plan.plan, advice)
        return self._told[1]

    def show_change(self, key: EntryKey) -> None:
        if key.kind in (EntryKind.DECISION, EntryKind.OWN_ACTION, EntryKind.OWN_RISK):
            entry = self._plan.plan.entry(key)
            if entry is not None:
                self.page.model.keep(key, entry)
            self.page.table.go_to(key)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {Wish.OWN: self.page.add_own}

    def _arrived(self) -> None:
        self.freshen()
        if not self.fulfil() and self.at:
            key = EntryKey(EntryKind.DECISION, self.at)
            self.page.table.go_to(key)
            self.page.open_action(key)

    def _mark(self, entries: Mapping[EntryKey, Entry]) -> None:
        self._plan.change_all(entries)
        told = ngettext("Changed: {n} action.", "Changed: {n} actions.", len(entries))
        self._session.offer_undo(told.format(n=len(entries)))

    def _remove(self, key: EntryKey) -> None:
        own = self._plan.plan.entry(key)
        # Gone already when the button is pressed twice before its card is.
        if isinstance(own, OwnAction | OwnRisk):
            self._plan.remove(key)
            self._session.offer_undo(_("Removed: {text}").format(text=own.text))
