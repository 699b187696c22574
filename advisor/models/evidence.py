"""What is known: configurations, actions, sources, scope notes and tensions.

A configuration says that in a context a mechanism may lead to an outcome (Pawson and
Tilley 1997). Its rules say for which plans the context is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.models import ids
from advisor.models.conditions import Condition


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
    ELSEWHERE = "elsewhere"
    """The review does not speak about this format; other sources do."""


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


class Effort(StrEnum):
    """How much work an action is, by our guess."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


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
class Variant:
    """Another wording of a text, for plans of which a condition certainly holds."""

    when: Condition
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way in which a rule comes to apply, with its own sentence and its own answer.

    ``answered_by`` names the actions that answer this cause. ``elsewhere``: it rests on other
    sources than the review, so it never makes the rule apply and never counts. ``evidence`` is
    empty where the step of the configuration holds.
    """

    id: ids.BranchId
    when: Condition
    note: str
    short: str = ""
    variants: tuple[Variant, ...] = ()
    sign: str = ""
    evidence: str = ""
    elsewhere: bool = False
    answered_by: tuple[ids.ActionId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which way a configuration points, and the branches by which it comes to apply."""

    id: ids.RuleId
    effect: Effect
    branches: tuple[Branch, ...]

    @property
    def counting(self) -> tuple[Branch, ...]:
        """The branches that rest on the review, in order; any of them makes the rule apply."""
        return tuple(branch for branch in self.branches if not branch.elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a benefit depends on; without ``met_when`` no answer can tell."""

    text: str
    met_when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A condition under which a statement matters more, or less, and why."""

    when: Condition
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSaying:
    """What one source says about one configuration."""

    source: ids.SourceId
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """One context–mechanism–outcome configuration, with its rules and sources.

    ``term`` is the field's own word; ``voice`` what a mother might say afterwards, in this
    pack's words; ``sign`` how one would notice; ``measure`` one question to ask. Where
    ``covered_when`` certainly fails for a plan, the evidence does not speak about it.
    ``elsewhere_evidence`` is the step shown for what rests on ``elsewhere_sources``.
    """

    id: ids.ConfigurationId
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
    coverage: Mapping[ids.OptionId, Coverage]
    principles: tuple[str, ...]
    sources: tuple[SourceSaying, ...]
    caution: str = ""
    term: str = ""
    voice: str = ""
    sign: str = ""
    measure: str = ""
    needs: tuple[Need, ...] = ()
    covered_when: Condition | None = None
    elsewhere_sources: tuple[SourceSaying, ...] = ()
    elsewhere_evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Which configuration an action serves, and how."""

    configuration: ids.ConfigurationId
    how: Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a provider can do. No source tested any single action.

    ``safety``: shown for every plan that ``applies_when`` does not rule out, whatever it
    serves. ``in_place_when``: the answers that show it is in place. ``effort``: our guess.
    """

    id: ids.ActionId
    text: str
    stage: str
    owner: str
    done_when: str
    serves: tuple[Serving, ...]
    evidence: str
    sources: tuple[ids.SourceId, ...]
    safety: bool = False
    variants: tuple[Variant, ...] = ()
    effort: Effort | None = None
    deputy: str = ""
    caution: str = ""
    applies_when: Condition | None = None
    in_place_when: Condition | None = None

    def serves_configuration(self, configuration: ids.ConfigurationId) -> bool:
        """Whether this action helps with a configuration."""
        return any(serving.configuration == configuration for serving in self.serves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication or page, what it says, and how much of it was read."""

    id: ids.SourceId
    citation: str
    kind: str
    population: str
    read: ReadDepth
    says: str
    doi: str = ""
    url: str = ""
    step: str = ""
    is_to_be_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeNote:
    """Something that the evidence does not cover, or that takes special care."""

    id: ids.ScopeNoteId
    when: Condition
    title: str
    text: str
    sources: tuple[ids.SourceId, ...]
    kind: str = ""
    variants: tuple[Variant, ...] = ()
    actions: tuple[ids.ActionId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """One design choice that feeds a benefit and a risk. The two are never netted."""

    id: ids.TensionId
    title: str
    question: ids.QuestionId
    option: ids.OptionId
    benefit_side: tuple[ids.ConfigurationId, ...]
    risk_side: tuple[ids.ConfigurationId, ...]
    text: str
    good: str = ""
    harm: str = ""
    keeps_safe: str = ""
    discuss: str = ""
