"""What is done to whole plans on Home, step by step: each can be undone and done again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor.errors import AdvisorError
from advisor.language import N_, _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.plan import Plan
from ui.home.house import HomeHouse
from ui.home.listing import renamed, restored
from ui.room import Room
from ui.widgets.notice import NoticeKind

_log = logging.getLogger(__name__)

NOTHING_TO_UNDO = N_("There is nothing to undo here.")
NOTHING_TO_REDO = N_("There is nothing to do again.")
"""What is said where a key has nothing to take back, and nothing to do again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A plan was put away. ``newest`` is its newest change once it was brought back."""

    plan: PlanId
    title: str
    newest: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A plan came from a file, or as a copy of another. ``newest`` was its newest change then."""

    plan: PlanId
    title: str
    newest: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A plan got another name."""

    plan: PlanId
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """A copy took the place of all plans; ``back`` exchanges them again, which is told anew."""

    back: Callable[[], object]


Step: TypeAlias = Deleted | Added | Renamed | Exchanged


class HomeSteps(QObject):
    """Deletes, brings back and renames plans, and knows the way back from each step.

    ``listed`` carries the plan with which the list is to be read again, ``deleted`` one that is
    gone. What is refused is no step. Keys take no plan away in which there is later work: that
    one came, or is back, is no step any more once it was changed or another was added or opened.
    """

    listed = Signal(str)
    deleted = Signal(str)

    def __init__(self, room: Room, house: HomeHouse, parent: QObject) -> None:
        super().__init__(parent)
        self._house, self._plans = house, house.advisor.plans
        self._storage, self._notices, self._refusals = room.storage, room.notices, room.refusals
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def delete(self, plan: PlanSummary) -> None:
        """Put a plan away and offer to undo it."""
        self._undone.clear()
        self._away(Deleted(plan=plan.id, title=plan.title), self._done)

    def restore(self, plan: PlanSummary) -> None:
        """Bring a plan back, whenever it was deleted."""
        step = Deleted(plan=plan.id, title=plan.title)
        self._done = [each for each in self._done if each != step]
        self._undone = [
            each for each in self._undone if isinstance(each, Exchanged) or each.plan != plan.id
        ]
        self._back(step, None)

    def rename(self, plan: PlanSummary, title: str) -> None:
        """Give a plan another name, and offer to undo it."""
        self._undone.clear()
        self._rename(Renamed(plan=plan.id, before=plan.title, after=title), self._done)

    def tell_added(self, plan: Plan, newest: int, words: str) -> None:
        """Say that a plan came to those of this machine, and offer to undo it."""
        self._undone.clear()
        step = Added(plan=plan.id, title=plan.title, newest=newest)
        self._keep(step, self._done, words)

    def tell_opened(self, plan: PlanId) -> None:
        """Know that a plan was opened: no other is taken away by keys now."""
        self._lapse(lambda each: each.plan != plan)

    def tell_changed(self, plan: PlanId) -> None:
        """Know that a plan was changed, saved or not: it is not taken away by keys now."""
        self._lapse(lambda each: each.plan == plan)

    def forget(self) -> None:
        """Know no step any more."""
        self._done.clear()
        self._undone.clear()

    def tell_exchanged(self, words: str, back: Callable[[], object], is_undo: bool) -> None:
        """Say that other plans are here now, and know the way back: by keys, or by the notice.

        The notice stays, so that the plans can be looked at before.
        """
        self.forget()
        step = Exchanged(back=back)
        (self._undone if is_undo else self._done).append(step)
        if is_undo:
            self._notices.tell_done(words)
        else:
            self._notices.offer_undo(words, partial(self._take_back, step), stays=True)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    def undo(self) -> bool:
        """Take the last step back, if there is one."""
        return bool(self._done) and self._take_back(self._done[-1])

    def redo(self) -> bool:
        """Take the step again that was taken back last, if there is one."""
        if not self._undone:
            return False
        step = self._undone.pop()
        match step:
            case Deleted():
                self._away(step, self._done, step.newest)
            case Added():
                self._back(step, self._done)
            case Renamed():
                self._rename(step, self._done)
            case Exchanged():
                step.back()
        return True

    def _take_back(self, step: Step) -> bool:
        if step not in self._done:
            return False
        self._done.remove(step)
        match step:
            case Deleted():
                self._back(step, self._undone)
            case Added():
                self._away(step, self._undone, step.newest)
            case Renamed():
                self._rename(step, self._undone, is_back=True)
            case Exchanged():
                step.back()
        return True

    def _take_back_offered(self, step: Step) -> None:
        """Take back a step by its notice, which may stand there longer than the step."""
        if not self._take_back(step):
            self._notices.mention(_(NOTHING_TO_UNDO))

    def _away(self, step: Deleted | Added, kept: list[Step], newest: int | None = None) -> None:
        self._storage.run(
            partial(self._plans.delete, step.plan, newest),
            lambda _done: self._is_away(step, kept),
            partial(self._stays, kept),
        )

    def _is_away(self, step: Deleted | Added, kept: list[Step]) -> None:
        _log.info("plan %s was deleted", step.plan)
        self.deleted.emit(step.plan)
        gone = _("“{title}” is no longer here. It waits under Recently deleted.")
        words = gone if kept is self._undone else _("“{title}” was deleted.")
        self._keep(step, kept, words.format(title=step.title))

    def _stays(self, kept: list[Step], error: AdvisorError) -> None:
        """Go on to the step before one that has lapsed, or say that there is none."""
        if error.code != "moved-on":
            self._refusals.show(error)
        elif kept is self._undone:
            if not self.undo():
                self._notices.mention(_(NOTHING_TO_UNDO))
        elif not self.redo():
            self._notices.mention(_(NOTHING_TO_REDO))

    def _lapse(self, has_lapsed: Callable[[Deleted | Added], bool]) -> None:
        """Forget that plans came, or are back: each of those for which this holds."""
        self._done = [
            each for each in self._done if not (isinstance(each, Added) and has_lapsed(each))
        ]
        self._undone = [
            each for each in self._undone if not (isinstance(each, Deleted) and has_lapsed(each))
        ]

    def _back(self, step: Deleted | Added, kept: list[Step] | None) -> None:
        def done(newest: int) -> None:
            self._keep(replace(step, newest=newest), kept, _("The plan is back."))

        self._storage.run(partial(restored, self._plans, step.plan), done)

    def _rename(self, step: Renamed, kept: list[Step], *, is_back: bool = False) -> None:
        called, title = (step.after, step.before) if is_back else (step.before, step.after)

        def done(_renamed: object = None) -> None:
            words = _("It is called “{title}” now.").format(title=title)
            self._keep(step, kept, words)

        if self._house.rename_open(step.plan, title):
            done()
            return
        self._storage.run(
            partial(renamed, self._plans, step.plan, title, called),
            done,
            partial(self._not_renamed, step.plan, title, done),
        )

    def _not_renamed(
        self, plan: PlanId, title: str, done: Callable[[object], object], error: AdvisorError
    ) -> None:
        self.listed.emit(plan)
        if error.code != "changed-elsewhere":
            self._refusals.show(error)
            return
        told = _("This plan was renamed elsewhere, as the list shows. It is not called “{title}”.")
        again = partial(renamed, self._plans, plan, title)
        self._notices.tell(
            NoticeKind.WARNING,
            told.format(title=title),
            action=_("Rename it &all the same"),
            do=lambda: self._storage.run(again, done, self._refusals.show),
        )

    def _keep(self, step: Deleted | Added | Renamed, kept: list[Step] | None, words: str) -> None:
        """Keep a step that was done or taken back, and say so."""
        if kept is not None:
            kept.append(step)
        self.listed.emit(step.plan)
        if kept is self._done:
            self._notices.offer_undo(words, partial(self._take_back_offered, step))
        else:
            self._notices.tell(NoticeKind.SUCCESS, words)
