"""Everything the program refuses, as one tree.

    AdvisorError              a sentence for a person: what, where, what to do
    ├── FileRefused           a file cannot be taken; carries all its faults
    │   ├── PackRefused       an evidence pack
    │   └── PlanRefused       a plan file
    ├── NotFound              no such plan, pack, configuration
    ├── StorageError          the database cannot do what was asked
    └── ExportError           a document could not be made or written

Anything else that is raised is a bug and is meant to be heard.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from advisor.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong with a file.

    ``place`` leads a reader to it: ``questions.yaml, line 12: formats › options › 2``.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(eq=False)
class AdvisorError(Exception):
    """A refusal in one clear sentence; ``code`` is stable, ``details`` is for programs."""

    message: str
    code: str = "advisor"
    details: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message


@dataclass(eq=False)
class FileRefused(AdvisorError):
    """A file is not taken, for all the reasons in ``faults`` at once; nothing was changed."""

    code: str = "file-refused"
    faults: tuple[Fault, ...] = ()


@dataclass(eq=False)
class PackRefused(FileRefused):
    """An evidence pack is not sound."""

    code: str = "pack-refused"


@dataclass(eq=False)
class PlanRefused(FileRefused):
    """A plan file is not sound."""

    code: str = "plan-refused"


@dataclass(eq=False)
class NotFound(AdvisorError):
    """What was asked for does not exist."""

    code: str = "not-found"


@dataclass(eq=False)
class StorageError(AdvisorError):
    """The database cannot do what was asked; what is stored is as it was."""

    code: str = "storage"


@dataclass(eq=False)
class ExportError(AdvisorError):
    """A document was not made; a file that was there before is untouched."""

    code: str = "export"


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return ``' Did you mean "x"?'`` for the nearest known word, or an empty string."""
    nearest = difflib.get_close_matches(wrong[:80], list(known), n=1, cutoff=0.6)
    return " " + _('Did you mean "{word}"?').format(word=nearest[0]) if nearest else ""
