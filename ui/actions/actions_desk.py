"""The actions of the open plan: decisions are taken, own entries come and go."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.ids import ActionId
from advisor.models.plan import Decision, OwnAction, OwnRisk
from ui.actions.page import ActionsPage
from ui.plan.session import PlanSession
from ui.room import Desk, PageKey, Room

Own = TypeVar("Own", OwnAction, OwnRisk)


class ActionsDesk(Desk[ActionsPage]):
    """Serves the actions page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(ActionsPage(room.theme))
        self._room, self._session, self._plan = room, session, session.open_plan
        self._shown: Advice | None = None
        page, show = self.page, room.window.show_page
        page.decision_made.connect(self._decided)
        page.decisions_made.connect(self._decided_several)
        page.own_action_changed.connect(self._plan.change_own_action)
        page.own_action_removed.connect(self._own_action_removed)
        page.own_risk_changed.connect(self._plan.change_own_risk)
        page.own_risk_removed.connect(self._own_risk_removed)
        page.finding_wanted.connect(partial(show, PageKey.ADVICE))
        page.paper_wanted.connect(partial(show, PageKey.PAPER))
        self._plan.advised.connect(self._freshen)

    def arrive(self) -> None:
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self._freshen)

    def flush(self) -> None:
        self.page.finish_writing()

    def _freshen(self) -> None:
        """Show the plan under its newest advice, once the page is looked at."""
        advice = self._plan.advice
        is_seen = self._room.window.current_page == PageKey.ACTIONS
        if advice is not None and advice is not self._shown and is_seen:
            self._shown = advice
            self.page.show_plan(self._plan.pack, self._plan.plan, advice)

    def _decided(self, action: str, decision: Decision) -> None:
        self._plan.decide(ActionId(action), decision)

    def _decided_several(self, decisions: Mapping[str, Decision]) -> None:
        before = {action: self._plan.plan.decision(ActionId(action)) for action in decisions}
        self._decide_all(decisions)
        told = ngettext(
            "Marked as already in place: {n} action.",
            "Marked as already in place: {n} actions.",
            len(decisions),
        ).format(n=len(decisions))
        self._session.offer_undo(told, partial(self._decide_all, before))

    def _decide_all(self, decisions: Mapping[str, Decision]) -> None:
        for action, decision in decisions.items():
            self._decided(action, decision)

    def _own_action_removed(self, own_id: str) -> None:
        # Gone already when the button is pressed twice before its card is.
        own = _own(self._plan.plan.own_actions, own_id)
        if own is not None:
            self._plan.remove_own_action(own_id)
            self._offer_undo(own.text, partial(self._plan.change_own_action, _renewed(own)))

    def _own_risk_removed(self, own_id: str) -> None:
        own = _own(self._plan.plan.own_risks, own_id)
        if own is not None:
            self._plan.remove_own_risk(own_id)
            self._offer_undo(own.text, partial(self._plan.change_own_risk, _renewed(own)))

    def _offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        self._session.offer_undo(_("Removed: {text}").format(text=text), undo)


def _own(entries: tuple[Own, ...], own_id: str) -> Own | None:
    return next((own for own in entries if own.id == own_id), None)


def _renewed(own: Own) -> Own:
    """Return the same entry under a new id, as which it comes last.

    To the database, and to whoever has the plan open elsewhere, the old one stays removed.
    """
    return replace(own, id=str(uuid.uuid4()), version=0)
