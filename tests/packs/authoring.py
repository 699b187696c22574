"""An evidence author at work on a small pack: a change here, and what the reader says to it."""

import re
from dataclasses import dataclass
from pathlib import Path

from advisor.errors import PackRefused
from advisor.packs.reading import read_pack

EDITION_2026_11 = Path(__file__).parent / "edition_2026_11"
"""The last edition of the first shape."""


@dataclass(frozen=True, slots=True)
class Author:
    """Changes the text of files in a folder; each change must find its place."""

    folder: Path

    def change(self, file: str, old: str, new: str, count: int = 1) -> "Author":
        """Put ``new`` where ``old`` stands first; ``count=-1``: wherever it stands."""
        path = self.folder / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, count), encoding="utf-8")
        return self

    def faults(self) -> list[str]:
        """What the reader refuses, fault by fault; nothing when it takes the pack."""
        try:
            read_pack(self.folder)
        except PackRefused as refusal:
            return [str(fault) for fault in refusal.faults]
        return []


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the pen in a file, and what must be said about it."""

    file: str
    old: str
    new: str
    fault: str

    @property
    def name(self) -> str:
        return re.sub(r"\W+", "-", self.fault.split(": ", 1)[1])[:50]
