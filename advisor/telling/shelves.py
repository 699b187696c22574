"""The shelves of the evidence library, and how an entry is found on them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from advisor.language import N_
from advisor.telling.outline import Part, filled
from advisor.telling.places import plain


class Shelf(StrEnum):
    """The kinds of entry that the library holds."""

    CONFIGURATIONS = "configurations"
    GATES = "gates"
    ACTIONS = "actions"
    SOURCES = "sources"
    GLOSSARY = "glossary"


SHELF = {
    Shelf.CONFIGURATIONS: N_("Statements"),
    Shelf.GATES: N_("Before you open"),
    Shelf.ACTIONS: N_("Actions"),
    Shelf.SOURCES: N_("Sources"),
    Shelf.GLOSSARY: N_("Words explained"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """One entry of the library.

    ``line`` says in a few words what it is and ``says`` in short what it says; ``parts`` say all
    of it, told when they are asked for. ``address`` is where a source can be found, or empty.
    """

    id: str
    shelf: Shelf
    title: str
    line: str
    says: str
    tell: Callable[[], Iterable[Part]] = field(repr=False, compare=False)
    address: str = ""
    is_to_be_confirmed: bool = False
    searched: bytes = field(default=b"", repr=False, compare=False)

    def made_ready(self) -> "LibraryEntry":
        """Return it with all that it says ready to be searched: who only shows it needs none."""
        return replace(self, searched=self._all_that_it_says())

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that it says, without the parts that have nothing in them."""
        return filled(self.tell())

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether every word is somewhere in the entry, whatever its case and accents."""
        searched = self.searched or self._all_that_it_says()
        return all(word.encode() in searched for word in words)

    def _all_that_it_says(self) -> bytes:
        # All the parts of all the entries are 15,000 objects, and one quotation mark doubles a text
        # of Python's: what is searched is kept as bytes.
        lines = (line.text for part in self.tell() for line in part.lines)
        return plain(" ".join((self.id, self.title, self.line, *lines))).encode()


def found(
    entries: Iterable[LibraryEntry], wanted: str, shelf: Shelf | None
) -> tuple[LibraryEntry, ...]:
    """Return the entries of a shelf (or of all) that mention every word."""
    words = plain(wanted).split()
    on_shelf = (entry for entry in entries if shelf in (None, entry.shelf))
    return tuple(entry for entry in on_shelf if not words or entry.mentions(words))


def kinds_line(*words: str) -> str:
    """Join what an entry is in a few words, without what is empty."""
    return " · ".join(word for word in words if word)
