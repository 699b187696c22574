"""Leads to a team's database and back: tries an address, keeps it, asks for its password."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.errors import AdvisorError
from advisor.language import _, ngettext
from ui.rescue.take_along_dialog import TakeAlongDialog
from ui.rescue.team_dialog import PasswordDialog, TeamDialog
from ui.room import Room
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.models.ids import PlanId
    from advisor.models.judged import PlanSummary
    from advisor.services.promises import AdvisorService
    from advisor.services.team import TeamAddress


class TeamDesk(QObject):
    """``restart_wanted``: plans are kept elsewhere from the next start on.

    ``taken_along``: plans of this computer were copied into the team's database that is open.
    """

    restart_wanted = Signal()
    taken_along = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._advisor: AdvisorService | None = None

    def show(self) -> None:
        """Show where plans are kept, to change it."""
        # What is imported here knows the storage, which the first picture does without.
        from advisor.services.team import chosen_address

        self._room.storage.run(chosen_address, self._show)

    def offer_to_take_along(self, advisor: "AdvisorService") -> None:
        """Offer once, where a team's database is used, to copy plans of this computer there."""
        from advisor.services.taking_along import first_offer

        self._advisor = advisor
        self._room.storage.run(first_offer, self._offer, self._refused)

    def _offer(self, plans: "tuple[PlanSummary, ...]") -> None:
        if not plans:
            return
        words = ngettext(
            "Plans are kept in the team's database now. {n} plan of this computer can be copied"
            " there.",
            "Plans are kept in the team's database now. {n} plans of this computer can be copied"
            " there.",
            len(plans),
        ).format(n=len(plans))
        show = partial(self._show_own, plans)
        self._room.notices.tell(NoticeKind.INFO, words, action=_("&Choose plans…"), do=show)

    def _show_own(self, plans: "tuple[PlanSummary, ...]") -> None:
        dialog = TakeAlongDialog(self._room.theme, plans, self._room.window)
        dialog.chosen.connect(self._take_along)
        dialog.open()

    def _take_along(self, plans: "tuple[PlanId, ...]") -> None:
        from advisor.services.taking_along import take_along

        if self._advisor is not None:
            taking = partial(take_along, self._advisor, plans)
            self._room.storage.run(taking, self._taken_along, self._refused)

    def _taken_along(self, words: str) -> None:
        self._room.notices.tell(NoticeKind.SUCCESS, words)
        self.taken_along.emit()

    def _ask_own(self) -> None:
        from advisor.services.taking_along import own_plans

        self._room.storage.run(own_plans, self._show_own, self._refused)

    def ask(self, error: AdvisorError, give: Callable[[object], object]) -> None:
        """Ask for the password of the team's database; ``give`` takes its whole address."""
        from advisor.services.team import address_with, chosen

        dialog = PasswordDialog(self._room.theme, chosen(), error.message, self._room.window)
        dialog.given.connect(lambda password: give(address_with(password)))
        dialog.own_wanted.connect(self._use_own)
        dialog.open()

    def _show(self, now: "TeamAddress | None") -> None:
        is_open = self._advisor is not None
        dialog = TeamDialog(self._room.theme, now, self._room.window, can_take_along=is_open)
        dialog.try_wanted.connect(partial(self._try, dialog))
        dialog.use_wanted.connect(self._use)
        dialog.own_wanted.connect(self._use_own)
        dialog.plans_wanted.connect(self._ask_own)
        dialog.open()

    def _try(self, dialog: TeamDialog, address: "TeamAddress") -> None:
        from advisor.services.team import tried

        # Not where plans are saved: a server that is silent must not hold that up.
        # The dialog's own slots: they are dropped with it when it is closed meanwhile.
        self._room.thinker.run(partial(tried, address), dialog.show_found, dialog.show_refused)

    def _use(self, address: "TeamAddress", remember: bool) -> None:
        from advisor.services.team import use

        self._room.storage.run(
            partial(use, address, remember=remember), partial(self._used, remember), self._refused
        )

    def _used(self, remember: bool, is_kept: bool) -> None:
        if remember and not is_kept:
            words = _(
                "This computer has no keyring that could keep the password,"
                " so you are asked for it at each start."
            )
            again = _("&Start again")
            self._room.notices.tell(
                NoticeKind.INFO, words, action=again, do=self.restart_wanted.emit
            )
            return
        self.restart_wanted.emit()

    def _use_own(self) -> None:
        from advisor.services.team import use_own

        self._room.storage.run(use_own, lambda _done: self.restart_wanted.emit(), self._refused)

    def _refused(self, error: AdvisorError) -> None:
        self._room.notices.tell(NoticeKind.ERROR, error.message)
