"""What is known: configurations, actions, sources, scope notes and tensions.

A configuration says that in a context a mechanism may lead to an outcome (Pawson and
Tilley 1997). Its rules say for which plans the context is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.models.conditions import Condition
from advisor.models.ids import (
    ActionId,
    ConfigurationId,
    OptionId,
    QuestionId,
    RuleId,
    ScopeNoteId,
    SourceId,
    TensionId,
)


class Domain(StrEnum):
    """What a configuration is about."""

    TAKE_UP = "take_up"
    BENEFIT = "benefit"
    RISK = "risk"


class Effect(StrEnum):
    """Which way a rule points."""

    ENCOURAGES = "encourages"
    DISCOURAGES = "discourages"
    BENEFITS = "benefits"
    HARMS = "harms"

    @property
    def is_adverse(self) -> bool:
        """Whether it points to a harm or to mothers who stay away."""
        return self in (Effect.DISCOURAGES, Effect.HARMS)


class Coverage(StrEnum):
    """Whether the evidence behind a configuration covers a format."""

    COVERED = "covered"
    CONDITIONAL = "conditional"
    NOT_APPLICABLE = "not_applicable"
    NOT_COVERED = "not_covered"


class Confidence(StrEnum):
    """How sure the pack is that the review itself draws this line (``split_confidence``)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Service(StrEnum):
    """What an action does for a configuration."""

    PREVENTS = "prevents"
    LESSENS = "lessens"
    DETECTS = "detects"
    REPAIRS = "repairs"
    STRENGTHENS = "strengthens"


class ReadDepth(StrEnum):
    """How much of a source was read for this pack. Shown wherever the source is."""

    FULL = "full"
    PART = "part"
    ABSTRACT = "abstract"
    TITLE_ONLY = "title_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """What the programme offers (resource) and how a mother responds to it (reasoning)."""

    resource: str
    reasoning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One condition under which a configuration is at work, and which way it points."""

    id: RuleId
    effect: Effect
    when: Condition
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A condition under which a statement matters more, or less, and why."""

    when: Condition
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSaying:
    """What one source says about one configuration."""

    source: SourceId
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """One context–mechanism–outcome configuration, with its rules and sources."""

    id: ConfigurationId
    domain: Domain
    theme: str
    rests_on: str
    supplementary: bool
    title: str
    summary: str
    context: str
    mechanism: Mechanism
    outcome: str
    split_confidence: Confidence
    evidence: str
    rules: tuple[Rule, ...]
    stronger_when: tuple[Modifier, ...]
    weaker_when: tuple[Modifier, ...]
    coverage: Mapping[OptionId, Coverage]
    principles: tuple[str, ...]
    sources: tuple[SourceSaying, ...]
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Which configuration an action serves, and how."""

    configuration: ConfigurationId
    how: Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a provider can do. No source tested any single action.

    ``key``: without it a risk it serves counts as open. ``safety``: shown for every plan.
    ``in_place_when``: the answers that show it is already planned.
    """

    id: ActionId
    text: str
    stage: str
    owner: str
    done_when: str
    serves: tuple[Serving, ...]
    key: bool
    evidence: str
    sources: tuple[SourceId, ...]
    safety: bool = False
    deputy: str = ""
    caution: str = ""
    applies_when: Condition | None = None
    in_place_when: Condition | None = None

    def serves_configuration(self, configuration: ConfigurationId) -> bool:
        """Whether this action helps with a configuration."""
        return any(serving.configuration == configuration for serving in self.serves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication or page, what it says, and how much of it was read."""

    id: SourceId
    citation: str
    kind: str
    population: str
    read: ReadDepth
    says: str
    doi: str = ""
    url: str = ""

    @property
    def is_to_be_confirmed(self) -> bool:
        """Whether part of the citation still has to be checked by a person."""
        return "to be confirmed" in self.citation


LAUNCH_GATE = ScopeNoteId("safety-basics")
"""The scope note that says what must be in place before a programme opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeNote:
    """Something that the evidence does not cover, or that must be settled before launch."""

    id: ScopeNoteId
    when: Condition
    title: str
    text: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """One design choice that feeds a benefit and a risk. The two are never netted."""

    id: TensionId
    title: str
    question: QuestionId
    option: OptionId
    benefit_side: tuple[ConfigurationId, ...]
    risk_side: tuple[ConfigurationId, ...]
    text: str
