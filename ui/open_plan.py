"""The plan that is open: what was said, how much of it is saved, and what follows from it.

Every screen of a plan shows this one object and tells it what the person did. It works
through the two workers it is given and never makes the window wait.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.interview.draft import Change, InterviewDraft
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Decision, GivenAnswer, OpenAnswer, Plan
from ui.live_advice.news import news
from ui.saving import Saver, Standing
from ui.tasks import Task, Worker

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

KEEP_AFTER_MS = 1500
"""How long the answers must rest before the advice on them is kept with the plan."""


class OpenPlan(QObject):
    """One plan while it is worked on.

    ``answer_changed`` carries the question, ``decision_changed`` the action; ``advised`` the
    advice and what the last change did to it.
    """

    answer_changed = Signal(str)
    decision_changed = Signal(str)
    advised = Signal(object, object)
    standing_changed = Signal(Standing)

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
        self.answers = Saver[QuestionId, Answer](
            storage, partial(advisor.plans.save_answer, plan.id), self._stored_answer, self
        )
        self.decisions = Saver[ActionId, Decision](
            storage, partial(advisor.plans.save_decision, plan.id), self._stored_decision, self
        )
        self.answers.saved.connect(self.draft.mark_saved)
        self.decisions.saved.connect(self._decision_saved)
        self.answers.standing_changed.connect(self._tell_standing)
        self.decisions.standing_changed.connect(self._tell_standing)
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

    @property
    def standing(self) -> Standing:
        """Whether everything is saved: the worse of answers and decisions."""
        both = {self.answers.standing, self.decisions.standing}
        for standing in (Standing.NOT_SAVED, Standing.SAVING):
            if standing in both:
                return standing
        return Standing.SAVED

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
        self.draft.adopt_answer(question, theirs)
        self.answers.take_theirs(question)
        self.answer_changed.emit(question)
        self.think()

    def decide(self, action: ActionId, decision: Decision) -> None:
        """Decide about an action."""
        before = self.plan.decision(action)
        if decision == before:
            return
        self.draft.adopt(self.plan.with_decision(action, decision))
        self.decisions.take(action, decision)
        self.decision_changed.emit(action)
        self.think()

    def adopt(self, plan: Plan) -> None:
        """Take everything but the answers from a newer state of the same plan."""
        self.draft.adopt(plan)
        self.think()

    def try_again(self) -> None:
        """Save again what could not be saved."""
        self.answers.try_again()
        self.decisions.try_again()

    def think(self) -> None:
        """Ask for advice on the plan as it is; an older question that still waits is dropped."""
        if self._thinking is not None:
            self._thinking.cancel()
        plan = self.plan
        self._thinking = self._thinker.run(
            lambda: (plan, self._advisor.advise(plan)), self._has_thought
        )

    def keep_advice(self) -> None:
        """Keep the newest advice with the plan, once all it rests on is saved."""
        advice, plan = self._advice, self._advised_plan
        is_settled = self.is_advice_current and self.standing is Standing.SAVED
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

    def _stored_answer(self, question: QuestionId) -> Answer:
        return self._advisor.plans.plan(self.plan.id).answer(question)

    def _stored_decision(self, action: ActionId) -> Decision:
        return self._advisor.plans.plan(self.plan.id).decision(action)

    def _changed(self, change: Change | None) -> QuestionId | None:
        if change is None:
            return None
        self.answers.take(change.question, self.draft.answer(change.question))
        self.answer_changed.emit(change.question)
        self.think()
        return change.question

    def _decision_saved(self, action: str, saved: Decision) -> None:
        current = self.plan.decision(ActionId(action))
        if current == saved:
            self.draft.adopt(self.plan.with_decision(ActionId(action), saved))

    def _has_thought(self, found: tuple[Plan, Advice]) -> None:
        self._advised_plan, advice = found
        before, self._advice = self._advice, advice
        self._rest.start()
        self.advised.emit(advice, news(self.pack, before, advice))

    def _tell_standing(self, _standing: Standing) -> None:
        self.standing_changed.emit(self.standing)
