"""Everything of one plan that is saved as it changes, each kind in its own order."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from advisor.errors import NotFound
from advisor.models.ids import ActionId, PlanId, QuestionId
from advisor.models.plan import Answer, Decision, Entry, EntryKey, EntryKind, OwnAction, OwnRisk
from ui.awake.tasks import Worker
from ui.plan.saver import Saver, Standing

if TYPE_CHECKING:
    from advisor.services.plans import Plans


class PlanSavers(QObject):
    """Saves answers, decisions, own actions and own risks, and tells how all of it stands."""

    standing_changed = Signal(Standing)
    not_saved = Signal(object)

    def __init__(
        self, plans: "Plans", plan: PlanId, storage: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plans, self._plan, self._storage = plans, plan, storage
        # What a worker gets must not hold this object, which is Qt's.
        self.answers = Saver[QuestionId, Answer](
            storage,
            lambda which, said: cast("Answer", plans.save(plan, EntryKey.of_answer(which), said)),
            lambda question: plans.plan(plan).answer(question),
            self,
        )
        self.decisions = Saver[ActionId, Decision](
            storage,
            lambda which, said: cast(
                "Decision", plans.save(plan, EntryKey.of_decision(which), said)
            ),
            lambda action: plans.plan(plan).decision(action),
            self,
        )
        self.own_actions = Saver[str, OwnAction](
            storage,
            lambda _id, own: cast("OwnAction", plans.save(plan, own.key, own)),
            lambda own_id: cast(
                "OwnAction", _found(plans.plan(plan).entry(_key(EntryKind.OWN_ACTION, own_id)))
            ),
            self,
        )
        self.own_risks = Saver[str, OwnRisk](
            storage,
            lambda _id, own: cast("OwnRisk", plans.save(plan, own.key, own)),
            lambda own_id: cast(
                "OwnRisk", _found(plans.plan(plan).entry(_key(EntryKind.OWN_RISK, own_id)))
            ),
            self,
        )
        for signals in (self.answers, self.decisions, self.own_actions, self.own_risks):
            signals.standing_changed.connect(self._tell)
            signals.not_saved.connect(self.not_saved)

    @property
    def standing(self) -> Standing:
        """Whether everything is saved: the worst of all."""
        standings = {
            self.answers.standing,
            self.decisions.standing,
            self.own_actions.standing,
            self.own_risks.standing,
        }
        for standing in (Standing.NOT_SAVED, Standing.SAVING):
            if standing in standings:
                return standing
        return Standing.SAVED

    def try_again(self) -> None:
        """Save again what could not be saved."""
        self.answers.try_again()
        self.decisions.try_again()
        self.own_actions.try_again()
        self.own_risks.try_again()

    def remove(self, own: OwnAction | OwnRisk) -> None:
        """Remove an entry of one's own."""
        saver = self.own_actions if isinstance(own, OwnAction) else self.own_risks
        self._storage.run(
            partial(self._plans.remove, self._plan, own.key, saver.version(own.id, own.version)),
            refused=self.not_saved.emit,
        )

    def _tell(self, _standing: Standing) -> None:
        self.standing_changed.emit(self.standing)


def _key(kind: EntryKind, which: str) -> EntryKey:
    return EntryKey(kind, which)


def _found(own: Entry | None) -> Entry:
    if own is None:
        raise NotFound("This was removed elsewhere. Add it again to keep it.")
    return own
