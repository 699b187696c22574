"""What a person sees of saving: the honest line, a way on, both answers in a dispute."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.ids import ActionId, QuestionId
from advisor.models.plan import Answer
from ui.awake.tasks import Worker
from ui.plan.conflict import ConflictDialog
from ui.plan.open_plan import OpenPlan
from ui.plan.saver import Standing
from ui.shell.files import FileAsker, file_name
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.theme.theme import Theme
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.services.plans import Plans


class SavingDesk(QObject):
    """Shows how far the open plan is saved, and helps when it is not."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        plans: "Plans",
        *,
        storage: Worker,
        notices: Notices,
        files: FileAsker,
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._plans = theme, window, plans
        self._storage, self._notices, self._files = storage, notices, files
        self._open: OpenPlan | None = None
        self._reason = ""
        window.saved.retry_asked.connect(self.try_again)

    def follow(self, plan: OpenPlan) -> None:
        """Show the saving of this plan from now on."""
        self._open, self._reason = plan, ""
        self._window.saved.show_nothing()
        savers = plan.savers
        savers.standing_changed.connect(self._show)
        savers.not_saved.connect(self._refused)
        savers.answers.changed_elsewhere.connect(self._dispute)
        savers.decisions.changed_elsewhere.connect(self._decision_dispute)
        savers.own_actions.changed_elsewhere.connect(self._own_action_dispute)
        savers.own_risks.changed_elsewhere.connect(self._own_risk_dispute)

    def leave(self) -> None:
        """No plan is open any more."""
        self._open = None
        self._window.saved.show_nothing()

    def try_again(self) -> None:
        """Save again what could not be saved."""
        if self._open is not None:
            self._open.savers.try_again()

    def save_elsewhere(self) -> None:
        """Ask for a file and write the whole plan there, unsaved answers included."""
        if self._open is not None:
            plan = self._open.plan
            self._files.ask_save(
                _("Save a copy elsewhere"),
                _("Plans (*.json)"),
                file_name(plan.title, "json"),
                self.write_copy,
            )

    def write_copy(self, path: Path) -> None:
        """Write the plan as it stands in the window to a file."""
        if self._open is not None:
            self._storage.run(
                partial(self._plans.write_file, self._open.plan, path),
                lambda _done: self._notices.tell(
                    NoticeKind.SUCCESS, _("A copy is in {path}.").format(path=path)
                ),
            )

    def _show(self, standing: Standing) -> None:
        match standing:
            case Standing.SAVED:
                now = datetime.datetime.now().astimezone()
                self._window.saved.show_saved(now.time())
                if self._reason and self._notices.message == self._reason:
                    self._notices.clear()
                self._reason = ""
            case Standing.SAVING:
                self._window.saved.show_saving()
            case Standing.NOT_SAVED:
                waiting = _("Two answers to one question wait for your choice.")
                self._window.saved.show_failed(self._reason or waiting)

    def _refused(self, error: AdvisorError) -> None:
        self._reason = error.message
        self._window.saved.show_failed(error.message)
        self._notices.tell(
            NoticeKind.ERROR,
            error.message,
            action=_("Save a copy &elsewhere"),
            do=self.save_elsewhere,
        )

    def _dispute(self, question: str, ours: Answer, theirs: Answer) -> None:
        plan = self._open
        if plan is None:
            return
        asked = plan.pack.questionnaire[QuestionId(question)]
        dialog = ConflictDialog(self._theme, asked, ours, theirs, self._window)
        dialog.ours_chosen.connect(partial(plan.savers.answers.keep_ours, asked.id))
        dialog.theirs_chosen.connect(partial(plan.take_theirs, asked.id, theirs))
        dialog.rejected.connect(partial(self._offer_choice, question, ours, theirs))
        dialog.open()

    def _offer_choice(self, question: str, ours: Answer, theirs: Answer) -> None:
        """Keep both answers, and the way to the choice in sight."""
        self._notices.tell(
            NoticeKind.WARNING,
            _("An answer was also changed elsewhere. Both are kept until you choose."),
            action=_("&Choose"),
            do=partial(self._dispute, question, ours, theirs),
        )

    def _decision_dispute(self, action: str, _ours: object, _theirs: object) -> None:
        if self._open is not None:
            keep = partial(self._open.savers.decisions.keep_ours, ActionId(action))
            self._offer_ours(_("A decision was also changed elsewhere."), keep)

    def _own_action_dispute(self, own_id: str, _ours: object, _theirs: object) -> None:
        if self._open is not None:
            keep = partial(self._open.savers.own_actions.keep_ours, own_id)
            self._offer_ours(_("An action of yours was also changed elsewhere."), keep)

    def _own_risk_dispute(self, own_id: str, _ours: object, _theirs: object) -> None:
        if self._open is not None:
            keep = partial(self._open.savers.own_risks.keep_ours, own_id)
            self._offer_ours(_("A risk of yours was also changed elsewhere."), keep)

    def _offer_ours(self, what: str, keep: Callable[[], None]) -> None:
        waits = _("Yours is not saved yet.")
        self._notices.tell(NoticeKind.WARNING, f"{what} {waits}", action=_("Save &mine"), do=keep)
