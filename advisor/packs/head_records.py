"""The shape of pack.yaml."""

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing import NotRequired

from typing_extensions import TypedDict

from advisor.packs.condition_records import ConditionRecord


class TermRecord(TypedDict):
    """A stage or principle."""

    id: str
    label: str


class OwnerRecord(TypedDict):
    """Who does something, and the words for it where nobody is paid."""

    id: str
    label: str
    hat: str


class LadderStepRecord(TypedDict):
    """One step of the evidence ladder; what it means must be said."""

    id: str
    label: str
    definition: str


class SectionRecord(TypedDict):
    """A section of the questionnaire."""

    id: str
    title: str
    short: NotRequired[str]
    intro: str


class ScopeRecord(TypedDict):
    """What the pack covers, and what is said of a plan that it does not cover."""

    covered: list[str]
    covered_when: ConditionRecord
    not_covered_text: str


class HeadRecord(TypedDict):
    """pack.yaml: identity, scope and vocabularies."""

    id: str
    title: str
    version: str
    language: str
    licence: str
    about: str
    balance: str
    scope: ScopeRecord
    not_a: list[str]
    review_due: str
    principles: list[TermRecord]
    evidence_ladder: list[LadderStepRecord]
    stages: list[TermRecord]
    owners: list[OwnerRecord]
    sections: list[SectionRecord]
