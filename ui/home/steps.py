"""What is done to whole plans on Home, step by step: each can be undone and done again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.plan import Plan
from ui.home.home_page import HomePage
from ui.home.house import HomeHouse
from ui.home.listing import renamed
from ui.room import Room
from ui.widgets.notice import NoticeKind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A plan was put away."""

    plan: PlanId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A plan came from a file, or as a copy of another."""

    plan: PlanId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A plan got another name."""

    plan: PlanId
    before: str
    after: str


Step: TypeAlias = Deleted | Added | Renamed


class HomeSteps(QObject):
    """Deletes, brings back and renames plans, and knows the way back from each step.

    ``listed`` carries the plan with which the list is to be read again, ``deleted`` one that is
    gone. What is refused is no step.
    """

    listed = Signal(str)
    deleted = Signal(str)

    def __init__(self, room: Room, page: HomePage, house: HomeHouse, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._house, self._plans = page, house, house.advisor.plans
        self._storage, self._notices, self._refusals = room.storage, room.notices, room.refusals
        self._done: list[Step] = []
        self._undone: list[Step] = []
        page.undo_asked.connect(self.undo)
        page.redo_asked.connect(self.redo)

    def delete(self, plan: PlanSummary) -> None:
        """Put a plan away and offer to undo it."""
        self._undone.clear()
        self._away(Deleted(plan=plan.id, title=plan.title), self._done)

    def restore(self, plan: PlanSummary) -> None:
        """Bring a plan back, whenever it was deleted."""
        step = Deleted(plan=plan.id, title=plan.title)
        self._done = [each for each in self._done if each != step]
        self._undone = [each for each in self._undone if each.plan != plan.id]
        self._back(step, None)

    def rename(self, plan: PlanSummary, title: str) -> None:
        """Give a plan another name, and offer to undo it."""
        self._undone.clear()
        self._rename(Renamed(plan=plan.id, before=plan.title, after=title), self._done)

    def tell_added(self, plan: Plan, words: str) -> None:
        """Say that a plan came to those of this machine, and offer to undo it."""
        self._undone.clear()
        self._keep(Added(plan=plan.id, title=plan.title), self._done, words)

    def forget(self) -> None:
        """Know no step any more."""
        self._done.clear()
        self._undone.clear()
        self._tell_steps()

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            self._take_back(self._done[-1])

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        if self._undone:
            step = self._undone.pop()
            match step:
                case Deleted():
                    self._away(step, self._done)
                case Added():
                    self._back(step, self._done)
                case Renamed():
                    self._rename(step, self._done)

    def _take_back(self, step: Step) -> None:
        if step not in self._done:
            return
        self._done.remove(step)
        match step:
            case Deleted():
                self._back(step, self._undone)
            case Added():
                self._away(step, self._undone)
            case Renamed():
                self._rename(step, self._undone, is_back=True)

    def _away(self, step: Deleted | Added, kept: list[Step]) -> None:
        self._tell_steps()
        self._storage.run(
            partial(self._plans.delete, step.plan), lambda _done: self._is_away(step, kept)
        )

    def _is_away(self, step: Deleted | Added, kept: list[Step]) -> None:
        _log.info("plan %s was deleted", step.plan)
        self.deleted.emit(step.plan)
        self._keep(step, kept, _("“{title}” was deleted.").format(title=step.title))

    def _back(self, step: Deleted | Added, kept: list[Step] | None) -> None:
        self._tell_steps()
        self._storage.run(
            partial(self._plans.restore, step.plan),
            lambda _done: self._keep(step, kept, _("The plan is back.")),
        )

    def _rename(self, step: Renamed, kept: list[Step], *, is_back: bool = False) -> None:
        called, title = (step.after, step.before) if is_back else (step.before, step.after)
        self._tell_steps()

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

    def _keep(self, step: Step, kept: list[Step] | None, words: str) -> None:
        """Keep a step that was done or taken back, and say so."""
        if kept is not None:
            kept.append(step)
        self._tell_steps()
        self.listed.emit(step.plan)
        if kept is self._done:
            self._notices.offer_undo(words, partial(self._take_back, step))
        else:
            self._notices.tell(NoticeKind.SUCCESS, words)

    def _tell_steps(self) -> None:
        self._page.can_undo, self._page.can_redo = bool(self._done), bool(self._undone)
