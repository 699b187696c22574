"""Serves Help: the guide, and what is kept about people, leave as files."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from advisor.language import _
from advisor.telling.commands import Wish
from advisor.telling.guide import TITLE
from advisor.telling.naming import file_name
from advisor.telling.privacy import TITLE as PRIVACY
from ui.help.help_page import HelpPage
from ui.room import Desk, Room


class HelpDesk(Desk[HelpPage]):
    """Makes the page, explains the words of the evidence on it, and writes what leaves."""

    def __init__(
        self,
        room: Room,
        version: str,
        licences: Path,
        keys: Sequence[tuple[str, str]],
        glossary: Mapping[str, str],
    ) -> None:
        super().__init__(HelpPage(room.theme, version, licences, keys))
        self._room = room
        self.page.guide_wanted.connect(self._save_guide)
        self.page.privacy_wanted.connect(self._save_privacy)
        if glossary:
            self.page.show_words(glossary)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {Wish.GUIDE: self._save_guide, Wish.TRUSTEES: self._save_privacy}

    def arrive(self) -> None:
        self.fulfil()

    def _save_guide(self) -> None:
        from advisor.services.guide import write_guide  # noqa: PLC0415 - when it is wanted

        writing = partial(write_guide, is_apart=True)
        self._room.save_as(_("Save the guide"), file_name(_(TITLE), "pdf"), writing)

    def _save_privacy(self) -> None:
        from advisor.services.privacy import write_privacy  # noqa: PLC0415 - when it is wanted

        writing = partial(write_privacy, is_apart=True)
        self._room.save_as(_("Save the note"), file_name(_(PRIVACY), "pdf"), writing)
