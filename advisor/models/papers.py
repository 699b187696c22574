"""What can be put on paper, and how it is wanted."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PaperKind(StrEnum):
    """The documents to leave with; ``advisor/paper/papers.py`` says what each is."""

    CHECKLIST = "checklist"
    REPORT = "report"
    ANNEX = "annex"
    REGISTER = "register"
    LOGIC_MODEL = "logic-model"
    EVALUATION = "evaluation"
    TRAINING = "training"
    WORKSHEET = "worksheet"
    DESCRIPTION = "description"
    PRINCIPLES = "principles"
    ENDINGS_POLICY = "endings-policy"
    GROUP_AGREEMENT = "group-agreement"
    PEER_ROLE = "peer-role"
    WHAT_TO_EXPECT = "what-to-expect"
    FOR_REFERRERS = "for-referrers"


class DataKind(StrEnum):
    """The advice as data."""

    JSON = "json"
    CSV = "csv"


class PaperFormat(StrEnum):
    """The kinds of file that a paper can be written as; each value ends the file's name."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    DOCX = "docx"
    SVG = "svg"
    PNG = "png"


class PaperSize(StrEnum):
    """The sheets that a document is drawn for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """A document as it is wanted: what kind of file, and with form fields to fill in or without."""

    kind: PaperKind = PaperKind.CHECKLIST
    fillable: bool = False
    size: PaperSize = PaperSize.A4
    form: PaperFormat = PaperFormat.PDF

    @property
    def is_worked_in(self) -> bool:
        """Whether people write in such a file, so that what is there may be theirs by now."""
        return self.fillable or self.form in (PaperFormat.XLSX, PaperFormat.CSV, PaperFormat.DOCX)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllPapers:
    """The files that were written, in order, and a sentence for each paper that was left out."""

    folder: Path
    written: tuple[Path, ...]
    left_out: tuple[str, ...]


class TableFormat(StrEnum):
    """The kinds of file that several plans beside each other can be written as."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    TEXT = "text"
