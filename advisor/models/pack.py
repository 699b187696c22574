"""The evidence pack: everything the rules and the screens know about the field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from advisor.models.conditions import Condition
from advisor.models.evidence import Action, Configuration, Rule, ScopeNote, Source, Tension
from advisor.models.gates import Gate
from advisor.models.ids import ActionId, ConfigurationId, GateId, RuleId, SourceId
from advisor.models.materials import Evaluation, PaperWords, Starters, Training
from advisor.models.moves import Moves
from advisor.models.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class PackVersion:
    """Which pack, and which edition of it."""

    id: str
    version: str

    def __str__(self) -> str:
        return f"{self.id} {self.version}"

    @property
    def age(self) -> tuple[tuple[int, str], ...]:
        """A key that sorts editions from old to new: ``2026.9`` comes before ``2026.11``."""
        parts = self.version.split(".")
        return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A named thing of the pack with the label that people see."""

    id: str
    label: str
    definition: str = ""
    hat: str = ""
    """For an owner: the words to use where nobody is paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the pack is about and what it is not.

    Where ``covered_when`` certainly fails for a plan, nothing of the pack speaks about it, and
    ``not_covered_text`` says so.
    """

    about: str
    covered: tuple[str, ...]
    not_a: tuple[str, ...]
    covered_when: Condition | None = None
    not_covered_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """One edition of the evidence, immutable once published.

    ``evidence_ladder``, ``stages``, ``owners`` and ``principles`` keep the order of the
    pack; ``stages`` is the order in which a programme is built. ``balance`` stands beside the
    risks. ``moves`` says how a plan that was answered under an earlier edition moves to this one.
    """

    version: PackVersion
    title: str
    language: str
    licence: str
    review_due: str
    scope: Scope
    principles: tuple[Term, ...]
    evidence_ladder: tuple[Term, ...]
    stages: tuple[Term, ...]
    owners: tuple[Term, ...]
    questionnaire: Questionnaire
    configurations: tuple[Configuration, ...]
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]
    scope_notes: tuple[ScopeNote, ...]
    tensions: tuple[Tension, ...]
    glossary: Mapping[str, str]
    balance: str = ""
    gates: tuple[Gate, ...] = ()
    evaluation: Evaluation = field(default_factory=Evaluation)
    training: Training = field(default_factory=Training)
    starters: Starters = field(default_factory=Starters)
    paper_words: PaperWords = field(default_factory=PaperWords)
    moves: Moves | None = None

    @cached_property
    def configuration_by_id(self) -> Mapping[ConfigurationId, Configuration]:
        """Configurations by their id."""
        return {configuration.id: configuration for configuration in self.configurations}

    @cached_property
    def action_by_id(self) -> Mapping[ActionId, Action]:
        """Actions by their id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def source_by_id(self) -> Mapping[SourceId, Source]:
        """Sources by their id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def gate_by_id(self) -> Mapping[GateId, Gate]:
        """Gates by their id."""
        return {gate.id: gate for gate in self.gates}

    @cached_property
    def rule_by_id(self) -> Mapping[RuleId, tuple[Configuration, Rule]]:
        """Rules by their id, each with the configuration it belongs to."""
        return {
            rule.id: (configuration, rule)
            for configuration in self.configurations
            for rule in configuration.rules
        }

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What people see for the ids of stages, owners, principles and ladder steps.

        The four vocabularies share no id within a kind; look-ups go through
        ``label_of(kind, id)``.
        """
        kinds = {
            "stage": self.stages,
            "owner": self.owners,
            "principle": self.principles,
            "evidence": self.evidence_ladder,
        }
        return {f"{kind}:{term.id}": term.label for kind, terms in kinds.items() for term in terms}

    def label_of(self, kind: str, term_id: str) -> str:
        """Return the label of a ``stage``, ``owner``, ``principle`` or ``evidence`` id."""
        return self.labels[f"{kind}:{term_id}"]
