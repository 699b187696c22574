"""What a person sees of saving: whether all is saved, a way on, both answers in a dispute."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.services.promises import PlansService
from advisor.telling.disputes import ToldDispute, tell_dispute
from advisor.telling.naming import PLAN_ENDING, file_name
from ui.plan.conflict import ConflictDialog
from ui.plan.open_plan import OpenPlan
from ui.plan.save_queue import Dispute, SaveState
from ui.room import Room
from ui.widgets.notice import NoticeKind


class SavingDesk(QObject):
    """Shows how far the open plan is saved, and helps when it is not."""

    def __init__(self, room: Room, plans: PlansService, plan: OpenPlan) -> None:
        super().__init__(plan)
        self._room, self._plans, self._open = room, plans, plan
        self._window, self._notices = room.window, room.notices
        self._waits = ""
        self._dialog: ConflictDialog | None = None
        self._window.status_line.show_nothing()
        self._window.status_line.retry_asked.connect(plan.saver.try_again)
        self._window.status_line.copy_asked.connect(self.save_elsewhere)
        plan.saver.state_changed.connect(self._show)
        plan.saver.not_saved.connect(self._refused)
        plan.saver.disputed.connect(self._choose)

    def say(self) -> None:
        """Say how far what was entered is saved, also when nothing was since the plan opened."""
        line = self._window.status_line
        if not line.words and self._open.saver.state is SaveState.SAVED:
            line.show_all_saved()
        line.say_again()

    def save_elsewhere(self) -> None:
        """Ask for a file and write the whole plan there, unsaved answers included."""
        self._room.files.ask_save(
            _("Save a copy elsewhere"),
            _("Plans (*.json)"),
            file_name(self._open.plan.title, PLAN_ENDING),
            self.write_copy,
        )

    def write_copy(self, path: Path) -> None:
        """Write the plan as it stands in the window to a file."""
        self._room.storage.run(
            partial(self._plans.write_file, self._open.plan, path),
            lambda _done: self._notices.tell(
                NoticeKind.SUCCESS, _("A copy is in {path}.").format(path=path)
            ),
        )

    def _show(self, state: SaveState) -> None:
        match state:
            case SaveState.SAVED:
                now = datetime.datetime.now().astimezone()
                self._window.status_line.show_saved(now.time())
            case SaveState.SAVING:
                self._window.status_line.show_saving()
            case SaveState.NOT_SAVED:
                self._window.status_line.show_failed(self._why_not_saved())

    def _why_not_saved(self) -> str:
        refusal = self._open.saver.refusal
        if refusal is not None:
            return refusal.message
        return _("What was also changed elsewhere waits for your choice.")

    def _refused(self, _error: AdvisorError) -> None:
        self._window.status_line.show_failed(self._why_not_saved())

    def _choose(self) -> None:
        """Lay the oldest dispute before the person, one at a time."""
        disputes = self._open.saver.disputes
        if disputes and self._dialog is None:
            self.show_dispute(disputes[0])

    def show_dispute(self, dispute: Dispute) -> None:
        """Show both entries, and do with them what the person chooses."""
        plan = self._open
        dialog = ConflictDialog(self._room.theme, self._told(dispute), self._window)
        dialog.finished.connect(self._has_closed)
        dialog.ours_chosen.connect(partial(self._settle, plan.keep_ours, dispute))
        dialog.theirs_chosen.connect(partial(self._settle, plan.take_theirs, dispute))
        dialog.rejected.connect(partial(self._offer_choice, dispute))
        self._dialog = dialog
        dialog.open()

    def _told(self, dispute: Dispute) -> ToldDispute:
        opened = self._open
        return tell_dispute(opened.pack, opened.plan, dispute.key, dispute.ours, dispute.theirs)

    def _has_closed(self) -> None:
        self._dialog = None

    def _settle(self, choice: Callable[[Dispute], None], dispute: Dispute) -> None:
        if self._notices.message == self._waits:
            self._notices.clear()
        choice(dispute)
        self._choose()

    def _offer_choice(self, dispute: Dispute) -> None:
        """Keep both, and the way to the choice in sight."""
        waits = _("“{about}” was also changed elsewhere. Both are kept until you choose.")
        self._waits = waits.format(about=self._told(dispute).about)
        self._notices.tell(NoticeKind.WARNING, self._waits, action=_("&Choose"), do=self._choose)
