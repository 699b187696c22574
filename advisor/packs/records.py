"""The shape of the pack's files, as plain JSON-ready records.

One definition for three readers: ``schema`` holds files against it, ``building`` makes domain
values from it, and the database stores it. Nothing here needs more than types, so that a
stored pack is loaded without the validation library. Editions up to 2026.11 have an earlier
shape: ``first_shape`` has it, and the way from there to here.
"""

from typing import Literal, NotRequired

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing_extensions import TypedDict

from advisor.packs import material_records
from advisor.packs.condition_records import ConditionRecord, VariantRecord
from advisor.packs.head_records import HeadRecord

DomainWord = Literal["take_up", "benefit", "risk"]
EffectWord = Literal["encourages", "discourages", "benefits", "harms"]
CoverageWord = Literal["covered", "conditional", "not_applicable", "not_covered", "elsewhere"]
ConfidenceWord = Literal["high", "medium", "low"]
ServiceWord = Literal["prevents", "lessens", "detects", "repairs", "strengthens"]
ReadWord = Literal["full", "part", "abstract", "title_only"]
KindWord = Literal["single", "multiple", "number", "yes_no"]
NatureWord = Literal["context", "design"]
RoleWord = Literal["exposure", "practice", "informational"]
KnownByWord = Literal["mothers", "peers", "coordinator", "partner"]
EffortWord = Literal["small", "medium", "large"]
LevelWord = Literal["stop", "before_opening"]
NoteKindWord = Literal["outside", "thin", "take_care"]


class OptionRecord(TypedDict):
    """One option of a question; its own role overrules that of the question."""

    id: str
    label: str
    short: NotRequired[str]
    hint: NotRequired[str]
    exclusive: NotRequired[bool]
    informational: NotRequired[bool]
    role: NotRequired[RoleWord]


class QuestionRecord(TypedDict):
    """One item of questions.yaml."""

    id: str
    section: str
    core: bool
    text: str
    short: str
    hint: NotRequired[str]
    why: str
    kind: KindWord
    options: NotRequired[list[OptionRecord]]
    min: NotRequired[int]
    max: NotRequired[int]
    unit: NotRequired[str]
    nature: NatureWord
    role: RoleWord
    known_by: KnownByWord
    ask_when: NotRequired[ConditionRecord]
    tidier: NotRequired[str]


class MechanismRecord(TypedDict):
    """The two halves of a mechanism."""

    resource: str
    reasoning: str


class BranchRecord(TypedDict):
    """One way in which a rule comes to apply."""

    id: str
    when: ConditionRecord
    short: NotRequired[str]
    note: str
    variants: NotRequired[list[VariantRecord]]
    sign: NotRequired[str]
    evidence: NotRequired[str]
    elsewhere: NotRequired[bool]
    answered_by: NotRequired[list[str]]


class RuleRecord(TypedDict):
    """One rule: either ``branches``; or ``when``, ``note`` and perhaps ``answered_by``.

    ``record_checks`` sees to *either, or*.
    """

    id: str
    effect: EffectWord
    branches: NotRequired[list[BranchRecord]]
    when: NotRequired[ConditionRecord]
    note: NotRequired[str]
    answered_by: NotRequired[list[str]]


class NeedRecord(TypedDict):
    """What a benefit depends on."""

    text: str
    met_when: NotRequired[ConditionRecord]


class ModifierRecord(TypedDict):
    """A reason why a statement matters more or less."""

    when: ConditionRecord
    because: str


class SayingRecord(TypedDict):
    """What a source says about a configuration."""

    id: str
    says: str


class ConfigurationRecord(TypedDict):
    """One item of configurations.yaml or configurations_risks.yaml."""

    id: str
    domain: DomainWord
    theme: str
    rests_on: str
    supplementary: bool
    title: str
    term: NotRequired[str]
    voice: NotRequired[str]
    summary: str
    context: str
    mechanism: MechanismRecord
    outcome: str
    sign: NotRequired[str]
    needs: NotRequired[list[NeedRecord]]
    split_confidence: ConfidenceWord
    evidence: str
    rules: list[RuleRecord]
    stronger_when: list[ModifierRecord]
    weaker_when: list[ModifierRecord]
    coverage: dict[str, CoverageWord]
    covered_when: NotRequired[ConditionRecord]
    elsewhere_sources: NotRequired[list[SayingRecord]]
    elsewhere_evidence: NotRequired[str]
    principles: list[str]
    sources: list[SayingRecord]
    measure: NotRequired[str]
    caution: NotRequired[str]


class GateRecord(TypedDict):
    """One item of gates.yaml."""

    id: str
    level: LevelWord
    when: ConditionRecord
    text: str
    in_place: str
    variants: NotRequired[list[VariantRecord]]
    actions: list[str]


class ServingRecord(TypedDict):
    """Which configuration an action serves, and how."""

    configuration: str
    how: ServiceWord


class ActionRecord(TypedDict):
    """One item of actions.yaml."""

    id: str
    text: str
    variants: NotRequired[list[VariantRecord]]
    stage: str
    owner: str
    deputy: NotRequired[str]
    effort: EffortWord
    done_when: str
    serves: list[ServingRecord]
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
    step: str
    to_be_confirmed: NotRequired[bool]
    says: str


class ScopeNoteRecord(TypedDict):
    """One item of scope_notes.yaml."""

    id: str
    kind: NoteKindWord
    when: ConditionRecord
    title: str
    text: str
    variants: NotRequired[list[VariantRecord]]
    actions: NotRequired[list[str]]
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
    good: str
    harm: str
    keeps_safe: str
    discuss: str


class PackRecords(TypedDict):
    """A whole pack: one key for each file."""

    pack: HeadRecord
    questions: list[QuestionRecord]
    configurations: list[ConfigurationRecord]
    configurations_risks: list[ConfigurationRecord]
    gates: list[GateRecord]
    actions: list[ActionRecord]
    sources: list[SourceRecord]
    scope_notes: list[ScopeNoteRecord]
    tensions: list[TensionRecord]
    glossary: dict[str, str]
    evaluation: material_records.EvaluationRecord
    training: material_records.TrainingRecord
    templates: material_records.TemplatesRecord
    paper_words: material_records.PaperWordsRecord
    moves: material_records.MovesRecord


FILES = tuple(PackRecords.__annotations__)
"""The names of the pack's files without ``.yaml``, in the order of ``PackRecords``."""

LARGEST = 2_000_000
"""The most bytes that one of them may have."""
