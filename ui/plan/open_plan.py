"""The plan that is open: what was said, how much of it is saved, and what follows from it.

Every screen of a plan shows this one object and tells it what the person did. It works
through the two workers it is given and never makes the window wait.
"""

import datetime
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.interview.draft import InterviewDraft
from advisor.interview.steps import Step
from advisor.language import ngettext
from advisor.models.advice import Advice
from advisor.models.ids import GateId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Entry, EntryKey, GateTick, GivenAnswer, OpenAnswer, Plan, PlanName
from advisor.models.stored import Unsaved
from advisor.services.promises import AdvisorService
from advisor.telling.entries import title_in
from advisor.telling.news import news
from ui.awake.tasks import Task, Worker
from ui.plan.others import Others
from ui.plan.save_queue import Dispute, SaveState
from ui.plan.saver import Saver

KEEP_AFTER_MS = 1500
"""How long the answers must rest before the advice on them is kept with the plan."""


class OpenPlan(QObject):
    """One plan while it is worked on.

    ``entry_changed`` carries the key of each entry that a step changes, ``advised`` the advice
    and what the last change did to it.
    """

    entry_changed = Signal(object)
    advised = Signal(object, object)

    def __init__(
        self,
        advisor: AdvisorService,
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
        self._is_closed = False
        self.saver = Saver(advisor.plans, plan, storage, self)
        self._set_aside: list[Unsaved] = []
        self.saver.state_changed.connect(self._settle)
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._rest.timeout.connect(self.keep_advice)
        # Whoever shares the database may change the plan meanwhile.
        self._others = Others(partial(advisor.plans.plan, plan.id), storage, self)
        self._others.newer.connect(self.adopt_stored)
        if advisor.is_shared:
            self._others.begin()

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
        """Whether the advice is on the plan as it is."""
        return self._advised_plan == self.plan

    def say(self, question: QuestionId, value: GivenAnswer | OpenAnswer) -> None:
        """Answer a question, or leave it open."""
        if isinstance(value, frozenset):
            self._took(self.draft.select(question, value))
        else:
            self._took(self.draft.say(question, value))

    def note(self, question: QuestionId, text: str) -> None:
        """Write a note beside an answer."""
        self._took(self.draft.note(question, text))

    def change(self, key: EntryKey, entry: Entry) -> None:
        """Decide about an action; add an entry of one's own, or change it."""
        self._took(self.draft.change(key, entry))

    def change_all(self, entries: Mapping[EntryKey, Entry | None]) -> None:
        """Change several entries in one step, removing those that are None; saved all or none."""
        self._took(self.draft.change_all(entries))

    def remove(self, key: EntryKey) -> None:
        """Remove an entry of one's own."""
        self._took(self.draft.change(key, None))

    def tick(self, gate: GateId, *, ticked: bool) -> Step:
        """Tick a safety check as being so today, or take the tick away."""
        today = datetime.datetime.now().astimezone().date()
        after = GateTick(day=today) if ticked else None
        return self._took(self.draft.change(EntryKey.of_tick(gate), after))

    def rename(self, title: str, description: str) -> None:
        """Give the plan another title and description."""
        name = PlanName(title=title, description=description)
        self._took(self.draft.change(EntryKey.of_plan(self.plan.id), name))

    def undo(self) -> Step:
        """Take the last step back and return what it changed; nothing when there is none."""
        return self._took(self.draft.undo())

    def redo(self) -> Step:
        """Take the step again that was taken back last, as ``undo`` does."""
        return self._took(self.draft.redo())

    def about(self, step: Step) -> str:
        """Return what a step was about: what its one entry is about, or how many there are."""
        if len(step) > 1:
            return ngettext("{n} change", "{n} changes", len(step)).format(n=len(step))
        entry = step[0].after or step[0].before
        return title_in(self.pack, self.plan, step[0].key, entry) if entry is not None else ""

    def keep_ours(self, dispute: Dispute) -> None:
        """Save our entry over the one that was saved elsewhere."""
        self.saver.keep_ours(dispute.key)

    def take_theirs(self, dispute: Dispute) -> None:
        """Take an entry that was saved elsewhere instead of ours."""
        key = dispute.key
        self._storage.run(partial(self._advisor.plans.forget_unsaved, self.plan.id, key))
        self.draft.adopt(key, dispute.theirs)
        self.saver.take_theirs(key)
        self.entry_changed.emit(key)
        self.think()

    def adopt_stored(self, stored: Plan) -> None:
        """Take over what others have saved meanwhile; what we have not saved yet stays ours."""
        newer = self.saver.newer_in(stored)
        for key, entry in newer.items():
            self.draft.adopt(key, entry)
            self.entry_changed.emit(key)
        if newer:
            self.think()

    def think(self) -> None:
        """Ask for advice on the plan as it is; an older question that still waits is dropped.

        Nobody is left to be told of a plan that is closed.
        """
        if self._thinking is not None:
            self._thinking.cancel()
        if self._is_closed:
            return
        plan, advisor = self.plan, self._advisor
        self._thinking = self._thinker.run(lambda: (plan, advisor.advise(plan)), self._has_thought)

    def _keep_on_the_disk(self, changed: Mapping[EntryKey, Entry | None]) -> None:
        """Keep at once what may have to wait for a server that says nothing."""
        unsaved = self._advisor.unsaved
        if unsaved is None or not self._advisor.is_shared:
            return
        typed = [
            Unsaved(plan=self.plan.id, key=key, value=entry)
            for key, entry in changed.items()
            if entry is not None
        ]
        self._set_aside += typed
        self._thinker.run(partial(unsaved.keep, typed))

    def _settle(self, state: SaveState) -> None:
        unsaved = self._advisor.unsaved
        if unsaved is not None and state is SaveState.SAVED and self._set_aside:
            self._thinker.run(partial(unsaved.settle, tuple(self._set_aside)))
            self._set_aside.clear()

    def keep_advice(self) -> None:
        """Keep the newest advice with the plan, once all it rests on is saved."""
        advice, plan = self._advice, self._advised_plan
        is_settled = self.is_advice_current and self.saver.state is SaveState.SAVED
        if advice is None or plan is None or advice is self._kept or not is_settled:
            return
        self._kept = advice
        keeping = partial(self._advisor.plans.keep_advice, plan, advice)
        self._storage.run(keeping, None, self._not_kept)

    def _not_kept(self, _error: AdvisorError) -> None:
        # Kept another time. That nothing can be saved is said once, of what the person wrote.
        self._kept = None

    def close(self) -> None:
        """Keep what is to be kept; nothing is reported any more."""
        self._is_closed = True
        self._others.close()
        self._rest.stop()
        self.keep_advice()
        if self._thinking is not None:
            self._thinking.cancel()

    def _took(self, step: Step) -> Step:
        if step:
            changed = {change.key: change.after for change in step}
            self._keep_on_the_disk(changed)
            self.saver.take(changed)
        for change in step:
            self.entry_changed.emit(change.key)
        if step:
            self.think()
        return step

    def _has_thought(self, found: tuple[Plan, Advice]) -> None:
        self._advised_plan, advice = found
        before, self._advice = self._advice, advice
        self._rest.start()
        self.advised.emit(advice, news(self.pack, before, advice))
