"""What one card says about one finding, line by line. Knows no window."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.models.advice import Advice, AdvisedAction, Finding, RiskState, Truth, Verdict
from advisor.models.evidence import Configuration, Domain, Effect, Rule, SourceSaying
from advisor.models.ids import ActionId, ConfigurationId, QuestionId, RuleId, SourceId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling.naming import confidence_words, provenance_words, read_words
from advisor.telling.reasons import Reason, reasons_for
from advisor.telling.words import EFFECT_HEADING, marks_of, status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as a card shows it: what it says here and how much of it was read."""

    source: SourceId
    citation: str
    says: str
    read: str
    is_to_be_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One thing that could be done about a finding, and what else it would do.

    ``also_serves`` holds the titles of the other live findings that it helps with.
    """

    action: ActionId
    text: str
    is_ticked: bool
    is_declined: bool
    shown_by_answers: bool
    key: bool
    depends: bool
    also_serves: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """All that a card can say; the window shows it in this order."""

    rule: RuleId
    configuration: ConfigurationId
    domain: Domain
    effect: Effect
    verdict: Verdict
    state: RiskState | None
    title: str
    status: str
    marks: tuple[Mark, ...]
    note: str
    kind: str
    theme: str
    supplementary: bool
    reasons: tuple[Reason, ...]
    by_coverage: bool
    exact: bool
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    context: str
    resource: str
    reasoning: str
    outcome: str
    evidence: str
    evidence_meaning: str
    confidence: str
    provenance: str
    sources: tuple[SourceLine, ...]
    caution: str
    actions: tuple[ActionLine, ...]
    principles: tuple[str, ...]
    sections: frozenset[str]

    @property
    def first_line(self) -> str:
        """The line that can be read alone."""
        return f"{self.title}. {self.status}."

    @property
    def is_live(self) -> bool:
        """Whether the finding applies or may apply."""
        return self.verdict in (Verdict.APPLIES, Verdict.MAY_APPLY)

    @property
    def can_change(self) -> bool:
        """Whether asking what would have to change makes sense."""
        if self.effect in (Effect.HARMS, Effect.DISCOURAGES):
            return self.is_live
        return self.verdict in (Verdict.MAY_APPLY, Verdict.DOES_NOT_APPLY)


class CardTeller:
    """Tells the cards of one advice; shared look-ups are made once."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        self._pack = pack
        self._plan = plan
        self._advice = advice
        self._titles = {each.id: each.title for each in pack.configurations}
        self._ladder = {step.id: step for step in pack.evidence_ladder}
        self._principles = {term.id: term.label for term in pack.principles}

    def card(self, finding: Finding) -> CardStory:
        """Tell one finding."""
        configuration, rule = self._pack.rule_by_id[finding.rule]
        step = self._ladder[finding.evidence]
        reasons = reasons_for(finding, self._pack.questionnaire, self._plan)
        return CardStory(
            rule=finding.rule,
            configuration=finding.configuration,
            domain=finding.domain,
            effect=finding.effect,
            verdict=finding.verdict,
            state=finding.state,
            title=configuration.title,
            status=status_words(finding),
            marks=marks_of(finding),
            note=_note(finding.verdict, rule, configuration),
            kind=EFFECT_HEADING[finding.effect],
            theme=configuration.theme,
            supplementary=finding.supplementary,
            reasons=reasons,
            by_coverage=finding.by_coverage,
            exact=finding.exact,
            stronger=finding.stronger,
            weaker=finding.weaker,
            context=configuration.context,
            resource=configuration.mechanism.resource,
            reasoning=configuration.mechanism.reasoning,
            outcome=configuration.outcome,
            evidence=step.label,
            evidence_meaning=step.definition,
            confidence=confidence_words(configuration),
            provenance=provenance_words(configuration),
            sources=tuple(map(self._source, configuration.sources)),
            caution=configuration.caution,
            actions=self._actions(finding),
            principles=tuple(self._principles[each] for each in configuration.principles),
            sections=self._sections(reason.question for reason in reasons),
        )

    def cards(self, findings: Iterable[Finding]) -> tuple[CardStory, ...]:
        """Tell several findings, in their order."""
        return tuple(map(self.card, findings))

    def _source(self, saying: SourceSaying) -> SourceLine:
        source = self._pack.source_by_id[saying.source]
        return SourceLine(
            source=source.id,
            citation=source.citation,
            says=saying.says,
            read=read_words(source),
            is_to_be_confirmed=source.is_to_be_confirmed,
        )

    def _actions(self, finding: Finding) -> tuple[ActionLine, ...]:
        advised = self._advice.action_by_id
        lines = [
            self._action(advised[action], finding.configuration)
            for action in finding.actions
            if action in advised
        ]
        return tuple(sorted(lines, key=lambda line: not line.key))

    def _action(self, action: AdvisedAction, here: ConfigurationId) -> ActionLine:
        return ActionLine(
            action=action.id,
            text=self._pack.action_by_id[action.id].text,
            is_ticked=is_done_or_meant(action),
            is_declined=action.decision.choice is Choice.NOT_FOR_US,
            shown_by_answers=shown_by_answers(action),
            key=action.key,
            depends=action.applies is Truth.OPEN,
            also_serves=tuple(self._titles[each] for each in action.serves if each != here),
        )

    def _sections(self, questions: Iterable[QuestionId]) -> frozenset[str]:
        questionnaire = self._pack.questionnaire
        return frozenset(questionnaire[each].section for each in questions)


def is_done_or_meant(action: AdvisedAction) -> bool:
    """Whether an action is in place, or the provider will take it."""
    return bool(action.in_place) or action.decision.choice in (Choice.WE_WILL, Choice.IN_PLACE)


def shown_by_answers(action: AdvisedAction) -> bool:
    """Whether the plan's own answers show that the action is in place, without a decision."""
    return action.in_place is True and action.decision.choice is not Choice.IN_PLACE


def _note(verdict: Verdict, rule: Rule, configuration: Configuration) -> str:
    """Say what the finding means for this plan; the rule's own words hold only if it applies."""
    match verdict:
        case Verdict.APPLIES:
            return rule.note
        case Verdict.MAY_APPLY:
            return f"If so: {rule.note}"
        case Verdict.DOES_NOT_APPLY | Verdict.NOT_COVERED:
            return configuration.summary
