"""The shape of the pack's files, as plain JSON-ready records.

One definition for three readers: ``schema`` holds files against it, ``building`` makes domain
values from it, and the database stores it. Nothing here needs more than types, so that a
stored pack is loaded without the validation library. Editions up to 2026.11 have an earlier
shape: ``first_shape`` has it, and the way from there to here.
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
LookingKindWord = Literal["harm", "ending", "benefit", "take_up"]
StarterKindWord = Literal[
    "endings-policy", "group-agreement", "peer-role", "what-to-expect", "for-referrers"
]


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


class VariantRecord(TypedDict):
    """Another wording of a text, where a condition certainly holds."""

    when: ConditionRecord
    text: str


class OptionRecord(TypedDict):
    """One option of a question; its own role overrules that of the question."""

    id: str
    label: str
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


class LookingRecord(TypedDict):
    """A question of the evaluation plan."""

    id: str
    kind: LookingKindWord
    configurations: list[str]
    question: str
    follow_up: NotRequired[str]
    variants: NotRequired[list[VariantRecord]]
    asked_by: str
    ask_at: str
    if_yes: str
    applies_when: NotRequired[ConditionRecord]


class CountRecord(TypedDict):
    """Something to count."""

    id: str
    what: str
    why: str
    configurations: list[str]
    how_often: str


class ReadByRecord(TypedDict):
    """Which owner reads the answers, and how often."""

    each_week: str
    each_quarter: str
    each_year: str


class EvaluationRecord(TypedDict):
    """evaluation.yaml."""

    about: str
    how_to_ask: list[str]
    answers: list[str]
    read_by: ReadByRecord
    no_harm_found: str
    questions: list[LookingRecord]
    counts: list[CountRecord]


class SessionVariantRecord(TypedDict):
    """What replaces parts of a session."""

    when: ConditionRecord
    title: NotRequired[str]
    cover: NotRequired[list[str]]
    exercise: NotRequired[str]
    actions: NotRequired[list[str]]
    learnt_when: NotRequired[str]


class SessionRecord(TypedDict):
    """One session of the training outline."""

    id: str
    title: str
    aim: str
    minutes: int
    led_by: str
    cover: list[str]
    actions: list[str]
    configurations: list[str]
    exercise: str
    learnt_when: str
    first: NotRequired[bool]
    note: NotRequired[str]
    applies_when: NotRequired[ConditionRecord]
    variants: NotRequired[list[SessionVariantRecord]]


class TrainingRecord(TypedDict):
    """training.yaml."""

    about: str
    before: str
    after: str
    sessions: list[SessionRecord]


class SlotRecord(TypedDict):
    """A word in curly brackets of a starter."""

    id: str
    label: str
    question: NotRequired[str]
    texts: NotRequired[dict[str, str]]
    joined: NotRequired[bool]


class BlockRecord(TypedDict):
    """Lines of a starter."""

    id: str
    heading: NotRequired[str]
    when: NotRequired[ConditionRecord]
    lines: list[str]


class StarterRecord(TypedDict):
    """A text to start from."""

    id: str
    kind: StarterKindWord
    title: str
    for_whom: str
    note: str
    configurations: list[str]
    applies_when: NotRequired[ConditionRecord]
    blocks: list[BlockRecord]


class TemplatesRecord(TypedDict):
    """templates.yaml."""

    about: str
    how: str
    slots: list[SlotRecord]
    templates: list[StarterRecord]


class ChoiceRecord(TypedDict):
    """A text of a part of a sentence, where its condition certainly holds."""

    when: NotRequired[ConditionRecord]
    text: str


class PartRecord(TypedDict):
    """A part of a sentence: either ``choices``; or ``question``, ``texts`` and ``last``.

    ``record_checks`` sees to *either, or*.
    """

    id: str
    join: NotRequired[str]
    when: NotRequired[ConditionRecord]
    choices: NotRequired[list[ChoiceRecord]]
    before: NotRequired[str]
    question: NotRequired[str]
    texts: NotRequired[dict[str, str]]
    last: NotRequired[str]


class SentenceRecord(TypedDict):
    """A sentence of the plan in a line."""

    id: str
    opening: list[PartRecord]
    opening_else: NotRequired[str]
    then: list[PartRecord]


class TimetableRowRecord(TypedDict):
    """A row of the timetable of the workshop."""

    minutes: int
    what: str
    you_need: str


class PaperWordsRecord(TypedDict):
    """paper_words.yaml."""

    plan_in_a_line: list[SentenceRecord]
    workshop_timetable: list[TimetableRowRecord]


class BecomesRecord(TypedDict):
    """The answer to propose."""

    question: str
    options: list[str]


class AnswerMoveRecord(TypedDict):
    """What becomes of an answer: either ``becomes``, or ``ask_again: true``.

    ``record_checks`` sees to *either, or*.
    """

    question: str
    option: NotRequired[str]
    becomes: NotRequired[BecomesRecord]
    ask_again: NotRequired[bool]
    why: str


class ActionMoveRecord(TypedDict):
    """Which actions took in one that is gone."""

    action: str
    into: list[str]
    why: str


MovesRecord = TypedDict(
    "MovesRecord",
    {
        "from": str,
        "to": str,
        "answers": list[AnswerMoveRecord],
        "actions": list[ActionMoveRecord],
    },
)
"""moves.yaml."""


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
    evaluation: EvaluationRecord
    training: TrainingRecord
    templates: TemplatesRecord
    paper_words: PaperWordsRecord
    moves: MovesRecord
