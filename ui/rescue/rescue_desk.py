"""Recovery when the program starts: a damaged file, and words that were never saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.field_words import FieldWords
from advisor.models.stored import Backup, KeptCopy
from advisor.services.promises import AdvisorService, EvidenceService, UnsavedService
from advisor.telling.copies import told_exchange
from advisor.telling.grammar import moment
from advisor.telling.spoken import in_one_run
from ui.rescue.copies import begin_empty, can_be_salvaged, put_copy_back, save_what_is_left, ways_on
from ui.rescue.copies_dialog import CopiesDialog
from ui.rescue.rescue import RescueDialog
from ui.rescue.unsaved import UnsavedDialog
from ui.room import Room
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.services.promises import Shipped
    from advisor.services.unsaved import Offer

Do: TypeAlias = Callable[[], object]
ROUND_MS = 30 * 60 * 1000
"""How long at most a change waits for a copy of it."""


class RescueDesk(QObject):
    """Helps when something went wrong before. ``mended`` asks to open the plans again.

    ``put_back`` follows words that were saved after all, so that lists are read again, and
    ``exchanged`` a copy that took the place of the plans: it carries the words for that, the way
    back, and whether it undoes what was done before.
    """

    mended = Signal()
    put_back = Signal()
    exchanged = Signal(str, object, bool)

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._theme, self._window = room.theme, room.window
        self._notices, self._storage, self._files = room.notices, room.storage, room.files
        self._thinker, self._printer = room.thinker, room.printer
        self._round = QTimer(self, interval=ROUND_MS)

    # The file

    def look_at(self, error: AdvisorError) -> None:
        """Show why the plans could not be opened, with the way on that there is."""
        self._storage.run(partial(ways_on, error), partial(self._offer_ways, error))

    def _offer_ways(
        self, error: AdvisorError, copies: tuple[KeptCopy, ...] | None, saved: str = ""
    ) -> None:
        if copies is None:
            self._notices.tell(
                NoticeKind.ERROR,
                _what_happened_where(error),
                action=_("&Try again"),
                do=self.mended.emit,
            )
            return
        dialog = RescueDialog(
            self._theme,
            _what_happened(error),
            copies,
            self._window,
            file=error.details.get("place", ""),
            is_readable=can_be_salvaged(error),
            saved=saved,
        )
        dialog.copy_chosen.connect(self._put_copy_back)
        dialog.empty_chosen.connect(self._begin_empty)
        dialog.salvage_wanted.connect(partial(self._ask_where, error, copies))
        dialog.rejected.connect(partial(self._wait, error))
        dialog.open()

    def _ask_where(self, error: AdvisorError, copies: tuple[KeptCopy, ...]) -> None:
        """Ask for a folder for what can still be read, and then for the way on again."""
        again = partial(self._offer_ways, error, copies)
        asking = self._files.ask_folder(
            _("A folder for what can still be read"), partial(self._salvage, again)
        )
        asking.rejected.connect(again)

    def _salvage(self, again: Callable[[str], object], folder: Path) -> None:
        self._storage.run(
            partial(save_what_is_left, folder), again, lambda error: again(error.message)
        )

    def _wait(self, error: AdvisorError) -> None:
        again = partial(self.look_at, error)
        words = _what_happened_where(error)
        self._notices.tell(NoticeKind.ERROR, words, action=_("&Choose"), do=again)

    def _put_copy_back(self, copy: Backup) -> None:
        self._storage.run(
            partial(put_copy_back, copy), partial(self._copy_is_back, copy), self._still_broken
        )

    def _begin_empty(self) -> None:
        self._storage.run(begin_empty, self._mended, self._still_broken)

    def _copy_is_back(self, copy: Backup, _set_aside: Backup | None) -> None:
        words = _(
            "These are your plans of {when}. What was changed later is not in them;"
            " what was there is kept among the copies."
        )
        self._notices.tell(NoticeKind.INFO, words.format(when=moment(copy.made)))
        self.mended.emit()

    def _mended(self, _set_aside: Backup | None) -> None:
        self.mended.emit()

    def _still_broken(self, error: AdvisorError) -> None:
        self._offer_ways(error, None)

    # The words

    def look_for_unsaved(self, advisor: AdvisorService) -> None:
        """Offer what an earlier run typed and never saved."""
        unsaved = advisor.unsaved
        if unsaved is not None:
            self._storage.run(unsaved.offers, partial(self._offer_words, unsaved))
            self._storage.run(unsaved.words, partial(self._keep_fields, unsaved))

    def _keep_fields(self, unsaved: UnsavedService, known: tuple[FieldWords, ...]) -> None:
        """Let every field show what was written in it, and keep what is written from now on."""
        self._window.kept_words.serve(
            # Not where plans are saved: a server that is silent must not hold that up.
            known,
            lambda fields: self._thinker.run(partial(unsaved.keep_words, fields)),
        )

    def _offer_words(self, unsaved: UnsavedService, offers: "tuple[Offer, ...]") -> None:
        if not offers:
            return
        dialog = UnsavedDialog(self._theme, offers, self._window)
        dialog.put_back.connect(partial(self._put_words_back, unsaved, offers))
        dialog.left_out.connect(partial(self._leave_words_out, unsaved))
        dialog.open()

    def _put_words_back(self, unsaved: UnsavedService, offers: "tuple[Offer, ...]") -> None:
        self._storage.run(partial(unsaved.put_back, offers), self._words_are_back)

    def _words_are_back(self, left: "tuple[Offer, ...]") -> None:
        if left:
            words = _("{number} could not be put back. It is offered again next time.")
            self._notices.tell(NoticeKind.WARNING, words.format(number=len(left)))
        else:
            self._notices.tell(NoticeKind.SUCCESS, _("It is back where it belongs."))
        self.put_back.emit()

    def _leave_words_out(self, unsaved: UnsavedService) -> None:
        self._storage.run(unsaved.leave_out)

    # The right to change

    def watch_over(self, advisor: AdvisorService) -> None:
        """Say what is to be said of plans that were just opened, and keep copies of them."""
        self.tell_view_only(advisor)
        self.tell_synced(advisor)
        self.look_for_unsaved(advisor)
        self.keep_copies(advisor)
        self.tell_other_evidence(advisor)

    def tell_view_only(self, advisor: AdvisorService) -> None:
        """Say at once, and not at the first answer, that nothing can be saved here."""
        if advisor.is_view_only:
            words = _(
                "Your plans can be read but not changed: their file or its folder is read-only."
                " Ask for the right to change it; until then nothing you change can be saved here."
            )
            self._notices.tell(NoticeKind.WARNING, words)

    def tell_synced(self, advisor: AdvisorService) -> None:
        """Say that another program copies the folder of the plans to other computers."""
        if advisor.synced_with:
            words = _(
                "Your plans lie in a folder that {service} copies to other computers, which may"
                " write over each other. Keep them in a folder of this computer."
            )
            self._warn_too(words.format(service=advisor.synced_with))

    def tell_other_evidence(self, advisor: AdvisorService) -> None:
        """Say that the evidence of the program's folder is not the stored one, where it is not."""
        # Not in the worker of the plans: whoever presses one at once has waited enough.
        evidence = advisor.evidence
        self._printer.run(evidence.shipped, partial(self._look_at_other_evidence, evidence))

    def _look_at_other_evidence(self, evidence: EvidenceService, shipped: "Shipped") -> None:
        if shipped is not None:
            self._storage.run(partial(evidence.difference, *shipped), self._tell_other_evidence)

    def _tell_other_evidence(self, words: str) -> None:
        if words:
            self._warn_too(words)

    def _warn_too(self, words: str) -> None:
        """Say something beside what is said already: at the start that asks for nothing."""
        said = (self._notices.message, words)
        self._notices.tell(NoticeKind.WARNING, " ".join(filter(None, said)))

    # The copies

    def show_copies(self, advisor: AdvisorService, let_go: Do) -> None:
        """Show every copy, to put one back while the program runs; ``let_go`` closes the plan."""
        if advisor.is_shared:
            words = _(
                "These plans are in a team's database. The person who looks after it keeps copies"
                " of it. Copies of this computer's own plans are shown when you work on those."
            )
            self._notices.mention(words)
            return
        self._storage.run(
            lambda: (advisor.copies.all(), advisor.copies.second_folder),
            partial(self._show_copies, advisor, let_go),
        )

    def _show_copies(
        self,
        advisor: AdvisorService,
        let_go: Do,
        found: tuple[tuple[KeptCopy, ...], Path | None],
    ) -> None:
        dialog = CopiesDialog(self._theme, *found, self._window)
        again = partial(self.show_copies, advisor, let_go)
        dialog.copy_chosen.connect(partial(self._exchange, advisor, let_go))
        dialog.copy_wanted.connect(
            lambda: self._storage.run(advisor.copies.keep, lambda _made: again(), self._no_copy)
        )
        dialog.folder_chosen.connect(partial(self._keep_in, advisor, again))
        dialog.folder_wanted.connect(
            lambda: self._files.ask_folder(
                _("A second folder for copies"), partial(self._keep_in, advisor, again)
            )
        )
        dialog.open()

    def _keep_in(self, advisor: AdvisorService, again: Do, folder: Path | None) -> None:
        self._storage.run(
            partial(advisor.copies.keep_in, folder), lambda _done: again(), self._no_copy
        )

    def _exchange(
        self,
        advisor: AdvisorService,
        let_go: Do,
        copy: Backup,
        *,
        chosen: Backup | None = None,
        is_undo: bool = False,
    ) -> None:
        """Put a copy back; ``chosen`` is the one that was, where that is undone or done again."""
        let_go()
        known = chosen or copy
        told = told_exchange(known, is_first=chosen is None, is_undo=is_undo)
        back = partial(self._exchange, advisor, let_go, chosen=known, is_undo=not is_undo)
        exchanged = partial(self._exchanged, told, back, is_undo)
        self._storage.run(partial(advisor.put_copy_back, copy), exchanged, self._no_copy)

    def _exchanged(
        self, told: str, way_back: Callable[[Backup], None], is_undo: bool, aside: Backup | None
    ) -> None:
        self.put_back.emit()
        if aside is None:
            self._notices.tell_done(told)
        else:
            self.exchanged.emit(told, partial(way_back, aside), is_undo)

    def keep_copies(self, advisor: AdvisorService) -> None:
        """Keep a copy now and every half an hour in which something was changed."""
        self.keep_copy(advisor)
        self._round.timeout.connect(partial(self.keep_copy, advisor))
        self._round.start()

    def keep_copy(self, advisor: AdvisorService) -> None:
        """Keep a copy of the plans when one is due; that it fails never stops anybody."""
        self._storage.run(advisor.copies.keep_current, None, self._no_copy)

    def _no_copy(self, error: AdvisorError) -> None:
        self._notices.tell(NoticeKind.WARNING, error.message)


def _what_happened(error: AdvisorError) -> str:
    """Return what an error says without its place: a long path is no beginning of a sentence."""
    return error.message.removeprefix(f"{error.details.get('place', '')}: ")


def _what_happened_where(error: AdvisorError) -> str:
    """Return what an error says, and then of which file."""
    what, file = _what_happened(error), error.details.get("place")
    return in_one_run((what, _("The file: {path}").format(path=file))) if file else what
