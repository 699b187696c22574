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
from typing import ClassVar, NamedTuple

from advisor.language import _


class Fault(NamedTuple):
    """One thing that is wrong with a file.

    ``place`` leads a reader to it: ``questions.yaml, line 12: formats › options › 2``.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class AdvisorError(Exception):
    """A refusal in one clear sentence; ``code`` is stable, ``details`` is for programs."""

    usual_code: ClassVar[str] = "advisor"

    def __init__(self, message: str, code: str = "", details: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.message, self.code = message, code or self.usual_code
        self.details = details if details is not None else {}

    def __str__(self) -> str:
        return self.message


class FileRefused(AdvisorError):
    """A file is not taken, for all the reasons in ``faults`` at once; nothing was changed."""

    usual_code = "file-refused"

    def __init__(
        self,
        message: str,
        code: str = "",
        details: dict[str, str] | None = None,
        faults: tuple[Fault, ...] = (),
    ) -> None:
        super().__init__(message, code, details)
        self.faults = faults


class PackRefused(FileRefused):
    """An evidence pack is not sound."""

    usual_code = "pack-refused"


class PlanRefused(FileRefused):
    """A plan file is not sound."""

    usual_code = "plan-refused"


class NotFound(AdvisorError):
    """What was asked for does not exist."""

    usual_code = "not-found"


class StorageError(AdvisorError):
    """The database cannot do what was asked; what is stored is as it was."""

    usual_code = "storage"


class ExportError(AdvisorError):
    """A document was not made; a file that was there before is untouched."""

    usual_code = "export"


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return ``' Did you mean "x"?'`` for the nearest known word, or an empty string."""
    nearest = difflib.get_close_matches(wrong[:80], list(known), n=1, cutoff=0.6)
    return " " + _('Did you mean "{word}"?').format(word=nearest[0]) if nearest else ""
