"""The first shape of a pack's files, up to edition 2026.11, and the way to the present one.

Such editions are stored with plans that were advised with them, and are read as strictly as
ever. They had one condition for each rule, key actions in place of branches that name what
answers them, and eight files.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, NotRequired, cast

# pydantic reads the TypedDict of typing only from Python 3.12 on.
from typing_extensions import TypedDict

from advisor.packs.condition_records import ConditionRecord
from advisor.packs.head_records import LadderStepRecord, SectionRecord
from advisor.packs.records import (
    ActionRecord,
    BranchRecord,
    ConfidenceWord,
    ConfigurationRecord,
    DomainWord,
    EffectWord,
    KindWord,
    MechanismRecord,
    ModifierRecord,
    NatureWord,
    PackRecords,
    ReadWord,
    RuleRecord,
    SayingRecord,
    ServingRecord,
    SourceRecord,
)

FirstCoverageWord = Literal["covered", "conditional", "not_applicable", "not_covered"]

ONLY_BRANCH = "rule"
"""The id of the branch of a rule that is written without branches."""

_TO_BE_CONFIRMED = "to be confirmed"


class FirstTermRecord(TypedDict):
    """A stage, owner or principle."""

    id: str
    label: str
    definition: NotRequired[str]


class FirstScopeRecord(TypedDict):
    """What the pack covers."""

    covered: list[str]


class FirstHeadRecord(TypedDict):
    """pack.yaml."""

    id: str
    title: str
    version: str
    language: str
    licence: str
    about: str
    scope: FirstScopeRecord
    not_a: list[str]
    review_due: str
    principles: list[FirstTermRecord]
    evidence_ladder: list[LadderStepRecord]
    stages: list[FirstTermRecord]
    owners: list[FirstTermRecord]
    sections: list[SectionRecord]


class FirstOptionRecord(TypedDict):
    """One option of a question."""

    id: str
    label: str
    hint: NotRequired[str]
    exclusive: NotRequired[bool]
    informational: NotRequired[bool]


class FirstQuestionRecord(TypedDict):
    """One item of questions.yaml."""

    id: str
    section: str
    core: bool
    text: str
    hint: NotRequired[str]
    why: str
    kind: KindWord
    options: NotRequired[list[FirstOptionRecord]]
    nature: NatureWord
    min: NotRequired[int]
    max: NotRequired[int]
    unit: NotRequired[str]
    ask_when: NotRequired[ConditionRecord]
    tidier: NotRequired[str]


class FirstRuleRecord(TypedDict):
    """One rule of a configuration."""

    id: str
    effect: EffectWord
    when: ConditionRecord
    note: str


class FirstConfigurationRecord(TypedDict):
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
    rules: list[FirstRuleRecord]
    stronger_when: list[ModifierRecord]
    weaker_when: list[ModifierRecord]
    coverage: dict[str, FirstCoverageWord]
    principles: list[str]
    sources: list[SayingRecord]
    caution: NotRequired[str]


class FirstActionRecord(TypedDict):
    """One item of actions.yaml. ``key``: without it a risk that applies counts as open."""

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


class FirstSourceRecord(TypedDict):
    """One item of sources.yaml."""

    id: str
    citation: str
    doi: NotRequired[str]
    url: NotRequired[str]
    kind: str
    population: str
    read: ReadWord
    says: str


class FirstScopeNoteRecord(TypedDict):
    """One item of scope_notes.yaml."""

    id: str
    when: ConditionRecord
    title: str
    text: str
    sources: list[str]


class FirstTensionRecord(TypedDict):
    """One item of tensions.yaml."""

    id: str
    title: str
    question: str
    option: str
    benefit_side: list[str]
    risk_side: list[str]
    text: str


class FirstPackRecords(TypedDict):
    """A whole pack of the first shape: one key for each file."""

    pack: FirstHeadRecord
    questions: list[FirstQuestionRecord]
    configurations: list[FirstConfigurationRecord]
    actions: list[FirstActionRecord]
    sources: list[FirstSourceRecord]
    scope_notes: list[FirstScopeNoteRecord]
    tensions: list[FirstTensionRecord]
    glossary: dict[str, str]


FIRST_FILES = tuple(FirstPackRecords.__annotations__)
"""The names of the files of a pack of the first shape."""


_ONLY_NOW = tuple(PackRecords.__annotations__.keys() - FirstPackRecords.__annotations__.keys())


def is_first_shape(files: Iterable[str]) -> bool:
    """Whether these are the files of the first shape: none that only the present one has."""
    return not set(_ONLY_NOW) & set(files)


def is_of_first_shape(folder: Path) -> bool:
    """Whether a folder holds a pack of the first shape."""
    return is_first_shape(file for file in _ONLY_NOW if (folder / f"{file}.yaml").exists())


def brought_up(records: Mapping[str, object]) -> PackRecords:
    """Return records of the first shape as records of the present one.

    Key actions answer every risk and every hindering rule that they serve, however many they
    are. What the first shape did not say stays unsaid: roles, gates, effort, kinds of notes and
    the files that are new are not there.
    """
    first = cast("FirstPackRecords", records)
    changed = {
        "configurations": [
            _configuration(each, first["actions"]) for each in first["configurations"]
        ],
        "configurations_risks": [],
        "gates": [],
        "actions": [_action(each) for each in first["actions"]],
        "sources": [_source(each) for each in first["sources"]],
    }
    return cast("PackRecords", {**first, **changed})


def _configuration(
    record: FirstConfigurationRecord, actions: Iterable[FirstActionRecord]
) -> ConfigurationRecord:
    answers = [
        action["id"]
        for action in actions
        if action["key"]
        and any(serving["configuration"] == record["id"] for serving in action["serves"])
    ]
    rules = [_rule(rule, answers) for rule in record["rules"]]
    return cast("ConfigurationRecord", {**record, "rules": rules})


def _rule(record: FirstRuleRecord, answers: list[str]) -> RuleRecord:
    branch = BranchRecord(id=ONLY_BRANCH, when=record["when"], note=record["note"])
    if record["effect"] in {"harms", "discourages"}:
        branch["answered_by"] = answers
    return RuleRecord(id=record["id"], effect=record["effect"], branches=[branch])


def _action(record: FirstActionRecord) -> ActionRecord:
    return cast("ActionRecord", {key: value for key, value in record.items() if key != "key"})


def _source(record: FirstSourceRecord) -> SourceRecord:
    confirmed = _TO_BE_CONFIRMED not in record["citation"]
    return cast("SourceRecord", {**record, "to_be_confirmed": not confirmed})
