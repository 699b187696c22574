"""Serves Help: the guide leaves as a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from advisor.language import _
from advisor.telling.guide import TITLE
from advisor.telling.naming import file_name
from ui.help.help_page import HelpPage
from ui.room import Desk, Room


class HelpDesk(Desk[HelpPage]):
    """Makes the page, explains the words of the evidence on it, and writes the guide."""

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
        if glossary:
            self.page.show_words(glossary)

    def _save_guide(self) -> None:
        from advisor.services.guide import write_guide  # noqa: PLC0415 - when it is wanted

        self._room.save_as(_("Save the guide"), file_name(_(TITLE), "pdf"), write_guide)
