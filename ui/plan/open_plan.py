"""The plan that is open: what was said, how much of it is saved, and what follows from it.

Every screen of a plan shows this one object and tells it what the person did. It works
through the two workers it is given and never makes the window wait.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.interview.draft import Change, InterviewDraft
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import (
    Answer,
    Decision,
    EntryKey,
    GivenAnswer,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
)
from advisor.telling.news import news
from ui.awake.tasks import Task, Worker
from ui.plan.saver import Standing
from ui.plan.savers import PlanSavers

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

KEEP_AFTER_MS = 1500
"""How long the answers must rest before the advice on them is kept with the plan."""


class OpenPlan(QObject):
    """One plan while it is worked on.

    ``answer_changed`` carries the question, ``decision_changed`` the action,
    ``entries_changed`` follows own actions and risks; ``advised`` carries the advice and what
    the last change did to it.
    """

    answer_changed = Signal(str)
    decision_changed = Signal(str)
    advised = Signal(object, object)
    entries_changed = Signal()

    def __init__(
        self,
        advisor: "Advisor",
        pack: Pack,
        plan: Plan,
        *,
        storage: Worker,
        thinker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pack, self.draft = pack, InterviewDraft(pack.questionnaire, plan)
        self._advisor, self._storage, self._thinker = advisor, storage, thinker
        self._advice: Advice | None = None
        self._advised_plan: Plan | None = None
        self._kept: Advice | None = None
        self._thinking: Task | None = None
        self.savers = PlanSavers(advisor.plans, plan.id, storage, self)
        self.savers.answers.saved.connect(self._answer_saved)
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._rest.timeout.connect(self.keep_advice)

    @property
    def plan(self) -> Plan:
        """The plan with everything that was said and decided, saved or not."""
        return self.draft.plan

    @property
    def advice(self) -> Advice | None:
        """The newest advice; None until the first was given."""
        return self._advice

    @property
    def is_advice_current(self) -> bool:
        """Whether the advice is on the plan as it stands."""
        return self._advised_plan == self.plan

    def say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> None:
        """Answer a question, or leave it open."""
        if isinstance(value, frozenset):
            self._changed(self.draft.select(question, value))
        else:
            self._changed(self.draft.say(question, value))

    def note(self, question: QuestionId, text: str) -> None:
        """Write a note beside an answer."""
        self._changed(self.draft.note(question, text))

    def undo(self) -> QuestionId | None:
        """Take the last answer back; return its question, or None when there is none."""
        return self._changed(self.draft.undo())

    def redo(self) -> QuestionId | None:
        """Give the answer again that was taken back last."""
        return self._changed(self.draft.redo())

    def take_theirs(self, question: QuestionId, theirs: Answer) -> None:
        """Take an answer that was saved elsewhere instead of ours."""
        key = EntryKey.of_answer(question)
        forget = partial(self._advisor.plans.forget_unsaved, self.plan.id, key)
        self._storage.run(forget)
        self.draft.adopt_answer(question, theirs)
        self.savers.answers.take_theirs(question)
        self.answer_changed.emit(question)
        self.think()

    def decide(self, action: ActionId, decision: Decision) -> None:
        """Decide about an action."""
        before = self.plan.decision(action)
        if decision == before:
            return
        self.draft.adopt(self.plan.with_entry(EntryKey.of_decision(action), decision))
        self.savers.decisions.take(action, decision)
        self.decision_changed.emit(action)
        self.think()

    def adopt(self, plan: Plan) -> None:
        """Take everything but the answers from a newer state of the same plan."""
        self.draft.adopt(plan)
        self.think()

    def change_own_action(self, own: OwnAction) -> None:
        """Add an action of one's own, or change it."""
        others = tuple(other for other in self.plan.own_actions if other.id != own.id)
        place = [other.id for other in self.plan.own_actions]
        at = place.index(own.id) if own.id in place else len(others)
        self._take(replace(self.plan, own_actions=(*others[:at], own, *others[at:])))
        self.savers.own_actions.take(own.id, own)

    def remove_own_action(self, own_id: str) -> None:
        """Remove an action of one's own."""
        gone = next((own for own in self.plan.own_actions if own.id == own_id), None)
        kept = tuple(own for own in self.plan.own_actions if own.id != own_id)
        self._take(replace(self.plan, own_actions=kept))
        if gone is not None:
            self.savers.remove(gone)

    def change_own_risk(self, own: OwnRisk) -> None:
        """Add a risk of one's own, or change it."""
        others = tuple(other for other in self.plan.own_risks if other.id != own.id)
        place = [other.id for other in self.plan.own_risks]
        at = place.index(own.id) if own.id in place else len(others)
        self._take(replace(self.plan, own_risks=(*others[:at], own, *others[at:])))
        self.savers.own_risks.take(own.id, own)

    def remove_own_risk(self, own_id: str) -> None:
        """Remove a risk of one's own."""
        gone = next((own for own in self.plan.own_risks if own.id == own_id), None)
        kept = tuple(own for own in self.plan.own_risks if own.id != own_id)
        self._take(replace(self.plan, own_risks=kept))
        if gone is not None:
            self.savers.remove(gone)

    def think(self) -> None:
        """Ask for advice on the plan as it is; an older question that still waits is dropped."""
        if self._thinking is not None:
            self._thinking.cancel()
        plan, advisor = self.plan, self._advisor
        self._thinking = self._thinker.run(lambda: (plan, advisor.advise(plan)), self._has_thought)

    def keep_advice(self) -> None:
        """Keep the newest advice with the plan, once all it rests on is saved."""
        advice, plan = self._advice, self._advised_plan
        is_settled = self.is_advice_current and self.savers.standing is Standing.SAVED
        if advice is None or plan is None or advice is self._kept or not is_settled:
            return
        self._kept = advice
        self._storage.run(partial(self._advisor.plans.keep_advice, plan, advice))

    def close(self) -> None:
        """Keep what is to be kept; nothing is reported any more."""
        self._rest.stop()
        self.keep_advice()
        if self._thinking is not None:
            self._thinking.cancel()

    def _changed(self, change: Change | None) -> QuestionId | None:
        if change is None:
            return None
        self.savers.answers.take(change.question, self.draft.answer(change.question))
        self.answer_changed.emit(change.question)
        self.think()
        return change.question

    def _answer_saved(self, question: str, saved: Answer) -> None:
        self.draft.mark_saved(QuestionId(question), saved)

    def _take(self, plan: Plan) -> None:
        self.draft.adopt(plan)
        self.entries_changed.emit()
        self.think()

    def _has_thought(self, found: tuple[Plan, Advice]) -> None:
        self._advised_plan, advice = found
        before, self._advice = self._advice, advice
        self._rest.start()
        self.advised.emit(advice, news(self.pack, before, advice))
