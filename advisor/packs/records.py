"""The shape of the pack's files, as plain JSON-ready records.

One definition for three readers: ``schema`` holds files against it, ``building`` makes domain
values from it, and the database stores it. Nothing here needs more than types, so that a
stored pack is loaded without the validation library.
"""

from typing import Literal, NotRequired

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing_extensions import TypedDict

ConditionRecord = TypedDict(
    "ConditionRecord",
    {
        "all": "list[ConditionRecord]",
        "any": "list[ConditionRecord]",
        "not": "ConditionRecord",
        "question": str,
        "is": str | bool,
        "is_any_of": list[str],
        "includes": str,
        "includes_any_of": list[str],
        "includes_none_of": list[str],
        "at_least": int,
        "at_most": int,
    },
    total=False,
)
"""Either one of ``all``, ``any``, ``not``; or ``question`` with exactly one test.

``record_checks`` sees to *exactly one*; as a union of ten shapes, one slip of the pen would be
reported ten times.
"""

DomainWord = Literal["take_up", "benefit", "risk"]
EffectWord = Literal["encourages", "discourages", "benefits", "harms"]
CoverageWord = Literal["covered", "conditional", "not_applicable", "not_covered"]
ConfidenceWord = Literal["high", "medium", "low"]
ServiceWord = Literal["prevents", "lessens", "detects", "repairs", "strengthens"]
ReadWord = Literal["full", "part", "abstract", "title_only"]
KindWord = Literal["single", "multiple", "number", "yes_no"]
NatureWord = Literal["context", "design"]


class TermRecord(TypedDict):
    """A stage, owner or principle."""

    id: str
    label: str
    definition: NotRequired[str]


class LadderStepRecord(TypedDict):
    """One step of the evidence ladder; what it means must be said."""

    id: str
    label: str
    definition: str


class SectionRecord(TypedDict):
    """A section of the questionnaire."""

    id: str
    title: str
    intro: str


class ScopeRecord(TypedDict):
    """What the pack covers."""

    covered: list[str]


class HeadRecord(TypedDict):
    """pack.yaml: identity, scope and vocabularies."""

    id: str
    title: str
    version: str
    language: str
    licence: str
    about: str
    scope: ScopeRecord
    not_a: list[str]
    review_due: str
    principles: list[TermRecord]
    evidence_ladder: list[LadderStepRecord]
    stages: list[TermRecord]
    owners: list[TermRecord]
    sections: list[SectionRecord]


class OptionRecord(TypedDict):
    """One option of a question."""

    id: str
    label: str
    hint: NotRequired[str]
    exclusive: NotRequired[bool]
    informational: NotRequired[bool]


class QuestionRecord(TypedDict):
    """One item of questions.yaml."""

    id: str
    section: str
    core: bool
    text: str
    hint: NotRequired[str]
    why: str
    kind: KindWord
    options: NotRequired[list[OptionRecord]]
    nature: NatureWord
    min: NotRequired[int]
    max: NotRequired[int]
    unit: NotRequired[str]
    ask_when: NotRequired[ConditionRecord]
    tidier: NotRequired[str]


class MechanismRecord(TypedDict):
    """The two halves of a mechanism."""

    resource: str
    reasoning: str


class RuleRecord(TypedDict):
    """One rule of a configuration."""

    id: str
    effect: EffectWord
    when: ConditionRecord
    note: str


class ModifierRecord(TypedDict):
    """A reason why a statement matters more or less."""

    when: ConditionRecord
    because: str


class SayingRecord(TypedDict):
    """What a source says about a configuration."""

    id: str
    says: str


class ConfigurationRecord(TypedDict):
    """One item of configurations.yaml."""

    id: str
    domain: DomainWord
    theme: str
    rests_on: str
    supplementary: bool
    title: str
    summary: str
    context: str
    mechanism: MechanismRecord
    outcome: str
    split_confidence: ConfidenceWord
    evidence: str
    rules: list[RuleRecord]
    stronger_when: list[ModifierRecord]
    weaker_when: list[ModifierRecord]
    coverage: dict[str, CoverageWord]
    principles: list[str]
    sources: list[SayingRecord]
    caution: NotRequired[str]


class ServingRecord(TypedDict):
    """Which configuration an action serves, and how."""

    configuration: str
    how: ServiceWord


class ActionRecord(TypedDict):
    """One item of actions.yaml."""

    id: str
    text: str
    stage: str
    owner: str
    deputy: NotRequired[str]
    done_when: str
    serves: list[ServingRecord]
    key: bool
    safety: NotRequired[bool]
    applies_when: NotRequired[ConditionRecord]
    in_place_when: NotRequired[ConditionRecord]
    evidence: str
    sources: list[str]
    caution: NotRequired[str]


class SourceRecord(TypedDict):
    """One item of sources.yaml."""

    id: str
    citation: str
    doi: NotRequired[str]
    url: NotRequired[str]
    kind: str
    population: str
    read: ReadWord
    says: str


class ScopeNoteRecord(TypedDict):
    """One item of scope_notes.yaml."""

    id: str
    when: ConditionRecord
    title: str
    text: str
    sources: list[str]


class TensionRecord(TypedDict):
    """One item of tensions.yaml."""

    id: str
    title: str
    question: str
    option: str
    benefit_side: list[str]
    risk_side: list[str]
    text: str


class PackRecords(TypedDict):
    """A whole pack: one key for each file."""

    pack: HeadRecord
    questions: list[QuestionRecord]
    configurations: list[ConfigurationRecord]
    actions: list[ActionRecord]
    sources: list[SourceRecord]
    scope_notes: list[ScopeNoteRecord]
    tensions: list[TensionRecord]
    glossary: dict[str, str]
