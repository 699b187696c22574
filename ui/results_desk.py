"""Advice and actions of the open plan in the window."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.comparison import Comparison
from advisor.models.ids import ActionId, RuleId
from advisor.models.plan import Decision, OwnAction, OwnRisk
from advisor.telling.grammar import counted
from advisor.telling.news import News
from ui.actions.page import ActionsPage
from ui.advice.page import AdvicePage
from ui.awake.tasks import Worker
from ui.plan.open_plan import OpenPlan
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

ADVICE, ACTIONS = "advice", "actions"
Own = TypeVar("Own", OwnAction, OwnRisk)


class ResultsDesk(QObject):
    """Shows what follows from the answers, and takes decisions.

    ``question_wanted`` carries a question to be answered, ``page_wanted`` the key of a page
    of another desk.
    """

    question_wanted = Signal(str)
    page_wanted = Signal(str)
    picture_made = Signal(str, bytes)

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        advisor: "Advisor",
        *,
        thinker: Worker,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._notices, self._undoable = notices, ""
        # The finding at which the advice opens when it is shown next.
        self._opens_at = ""
        self._theme, self._window = theme, window
        self._advisor, self._thinker = advisor, thinker
        self._open: OpenPlan | None = None
        self._stale: set[str] = set()
        self._moved: Comparison | None = None
        self._advice: AdvicePage | None = None
        self._actions: ActionsPage | None = None
        window.add_page(ADVICE, self._make_advice, _("Advice"))
        window.add_page(ACTIONS, self._make_actions, _("Actions"))

    def follow(self, plan: OpenPlan) -> None:
        """Show the advice on this plan from now on."""
        self._open = plan
        self._stale, self._moved, self._opens_at = {ADVICE, ACTIONS}, None, ""
        plan.advised.connect(self._advised)

    def take_moved(self, moved: Comparison | None) -> None:
        """Keep what newer evidence changed for the plan, to be told with its advice."""
        self._moved = moved
        self._tell_moved()

    def leave(self) -> None:
        """Let the pages of a plan go."""
        self.flush()
        if self._undoable and self._notices.message == self._undoable:
            self._notices.clear()
        self._open = self._advice = self._actions = None
        self._window.forget_page(ADVICE)
        self._window.forget_page(ACTIONS)

    def flush(self) -> None:
        """Take over what is being written."""
        if self._actions is not None:
            self._actions.finish_writing()

    def show(self, key: str) -> None:
        """Show one of the pages of this desk as the plan is now."""
        self.flush()
        self._window.show_page(key)
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self._arrive)

    def show_finding(self, rule: str) -> None:
        """Show the advice with one finding open."""
        self._opens_at = rule
        self.show(ADVICE)

    def _arrive(self) -> None:
        self._freshen()
        if self._window.current_page == ADVICE and self._advice is not None:
            rule, self._opens_at = self._opens_at, ""
            if rule:
                self._advice.open_finding(RuleId(rule))

    def _leave_for(self, question: str) -> None:
        """Let a question be answered, and come back to the finding that led to it."""
        if self._advice is not None:
            self._opens_at = self._advice.finding_in_focus or ""
        self.question_wanted.emit(question)

    def _make_advice(self) -> QWidget:
        page = self._advice = AdvicePage(self._theme)
        page.question_wanted.connect(self._leave_for)
        page.decision_made.connect(self._decided)
        page.change_wanted.connect(self._ask_what_would_change)
        page.actions_wanted.connect(partial(self.page_wanted.emit, ACTIONS))
        page.paper_wanted.connect(partial(self.page_wanted.emit, "paper"))
        page.compare_wanted.connect(partial(self.page_wanted.emit, "compare"))
        page.picture_made.connect(self.picture_made)
        return page

    def _make_actions(self) -> QWidget:
        page = self._actions = ActionsPage(self._theme)
        page.decision_made.connect(self._decided)
        page.decisions_made.connect(self._decided_several)
        page.own_action_changed.connect(self._own_action_changed)
        page.own_action_removed.connect(self._own_action_removed)
        page.own_risk_changed.connect(self._own_risk_changed)
        page.own_risk_removed.connect(self._own_risk_removed)
        page.finding_wanted.connect(self.show_finding)
        page.paper_wanted.connect(partial(self.page_wanted.emit, "paper"))
        return page

    def _advised(self, _advice: Advice, _changes: News) -> None:
        self._stale = {ADVICE, ACTIONS}
        self._freshen()

    def _freshen(self) -> None:
        """Show the newest advice on the page that is open, and leave the others for later."""
        key, plan = self._window.current_page, self._open
        if plan is None or plan.advice is None or key not in self._stale:
            return
        if key == ADVICE and self._advice is not None:
            self._stale.discard(key)
            self._advice.show_advice(plan.pack, plan.plan, plan.advice)
            self._tell_moved()
        if key == ACTIONS and self._actions is not None:
            self._stale.discard(key)
            self._actions.show_plan(plan.pack, plan.plan, plan.advice)

    def _tell_moved(self) -> None:
        if self._moved is not None and self._advice is not None and self._open is not None:
            self._advice.show_moved(self._open.pack, self._moved)
            self._moved = None

    def _ask_what_would_change(self, rule: str) -> None:
        page, plan = self._advice, self._open
        if page is not None and plan is not None:
            ask = partial(self._advisor.what_would_change, plan.plan, RuleId(rule))
            self._thinker.run(ask, page.show_changes)

    def _decided(self, action: str, decision: Decision) -> None:
        if self._open is not None:
            self._open.decide(ActionId(action), decision)

    def _decided_several(self, decisions: Mapping[str, Decision]) -> None:
        if self._open is None:
            return
        before = {action: self._open.plan.decision(ActionId(action)) for action in decisions}
        self._decide_all(decisions)
        marked = counted(len(decisions), "action")
        self._undoable = _("Marked as already in place: {actions}.").format(actions=marked)
        self._notices.offer_undo(self._undoable, partial(self._decide_all, before))

    def _decide_all(self, decisions: Mapping[str, Decision]) -> None:
        for action, decision in decisions.items():
            self._decided(action, decision)

    def _own_action_changed(self, own: OwnAction) -> None:
        if self._open is not None:
            self._open.change_own_action(own)

    def _own_action_removed(self, own_id: str) -> None:
        plan = self._open
        # Gone already when the button is pressed twice before its card is.
        own = _own(plan.plan.own_actions, own_id) if plan is not None else None
        if plan is not None and own is not None:
            plan.remove_own_action(own_id)
            self._offer_undo(own.text, partial(plan.change_own_action, _anew(own)))

    def _own_risk_changed(self, own: OwnRisk) -> None:
        if self._open is not None:
            self._open.change_own_risk(own)

    def _own_risk_removed(self, own_id: str) -> None:
        plan = self._open
        own = _own(plan.plan.own_risks, own_id) if plan is not None else None
        if plan is not None and own is not None:
            plan.remove_own_risk(own_id)
            self._offer_undo(own.text, partial(plan.change_own_risk, _anew(own)))

    def _offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        self._undoable = _("Removed: {text}").format(text=text)
        self._notices.offer_undo(self._undoable, undo)


def _own(entries: tuple[Own, ...], own_id: str) -> Own | None:
    return next((own for own in entries if own.id == own_id), None)


def _anew(own: Own) -> Own:
    """Return the same entry under a new id, as which it comes last.

    To the database, and to whoever has the plan open elsewhere, the old one stays removed.
    """
    return replace(own, id=str(uuid.uuid4()), version=0)
