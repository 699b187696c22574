"""One finding, told once: what it says, why here, how it happens, how sure, what could be done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.language import _
from advisor.models.advice import Advice, Finding, RiskState, Verdict
from advisor.models.evidence import Configuration, Domain, Effect, Rule, SourceSaying
from advisor.models.ids import ActionId, ConfigurationId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action
from advisor.telling.naming import (
    EXTRA,
    coded_title,
    confidence_words,
    provenance_words,
    read_words,
)
from advisor.telling.order import most_open
from advisor.telling.why import Reason, reasons_for
from advisor.telling.words import marks_of, status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as a card shows it: what it says here and how much of it was read."""

    citation: str
    says: str
    read: str
    is_to_be_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way in which a finding comes about: what it means for this plan, and why.

    ``why`` holds sentences about the verdict that no single answer says. ``state`` is how far a
    risk that applies is addressed.
    """

    sentence: str
    state: RiskState | None
    why_title: str
    why: tuple[str, ...]
    reasons: tuple[Reason, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """All that there is to say about a finding, in this order.

    ``actions`` are those that could be taken, key ones first. ``sections`` are those of the
    questions behind it.
    """

    rule: RuleId
    configuration: ConfigurationId
    domain: Domain
    effect: Effect
    verdict: Verdict
    title: str
    coded_title: str
    status: str
    marks: tuple[Mark, ...]
    supplementary: bool
    branches: tuple[Branch, ...]
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
    actions: tuple[ActionRow, ...]
    principles: tuple[str, ...]
    sections: frozenset[str]

    @property
    def first_line(self) -> str:
        """The line that can be read alone."""
        return _("{title}. {status}.").format(title=self.title, status=self.status)

    @property
    def note(self) -> str:
        """What it means for this plan."""
        return " ".join(branch.sentence for branch in self.branches)

    @property
    def state(self) -> RiskState | None:
        """How far a risk that applies is addressed: as far as its most open branch."""
        return most_open(branch.state for branch in self.branches)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The answers behind it, on whichever branch."""
        return tuple(reason for branch in self.branches for reason in branch.reasons)

    @property
    def extra(self) -> str:
        """What to say beside the marks of a statement that is not from the review."""
        return _(EXTRA) if self.supplementary else ""

    @property
    def depends_on(self) -> str:
        """Which open questions it depends on, while it only may apply."""
        if self.verdict is not Verdict.MAY_APPLY or not self.reasons:
            return ""
        questions = " ".join(f"“{reason.asked}”" for reason in self.reasons)
        return _("It depends on: {questions}").format(questions=questions)

    @property
    def is_live(self) -> bool:
        """Whether the finding applies or may apply."""
        return self.verdict in (Verdict.APPLIES, Verdict.MAY_APPLY)

    @property
    def can_change(self) -> bool:
        """Whether asking what would have to change makes sense."""
        if self.effect.is_adverse:
            return self.is_live
        return self.verdict in (Verdict.MAY_APPLY, Verdict.DOES_NOT_APPLY)


class CardTeller:
    """Tells the cards of one advice; shared look-ups are made once."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        self._pack = pack
        self._plan = plan
        self._ladder = {step.id: step for step in pack.evidence_ladder}
        self._principles = {term.id: term.label for term in pack.principles}
        self._actions: Mapping[ActionId, ActionRow] = {
            advised.id: tell_action(pack, advised) for advised in advice.actions
        }

    def card(self, finding: Finding) -> CardStory:
        """Tell one finding."""
        configuration, rule = self._pack.rule_by_id[finding.rule]
        step = self._ladder[finding.evidence]
        branch = self._branch(finding, configuration, rule)
        return CardStory(
            rule=finding.rule,
            configuration=finding.configuration,
            domain=finding.domain,
            effect=finding.effect,
            verdict=finding.verdict,
            title=configuration.title,
            coded_title=coded_title(configuration),
            status=status_words(finding),
            marks=marks_of(finding),
            supplementary=finding.supplementary,
            branches=(branch,),
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
            actions=self._actions_for(finding),
            principles=tuple(self._principles[each] for each in configuration.principles),
            sections=self._sections(reason.question for reason in branch.reasons),
        )

    def cards(self, findings: Iterable[Finding]) -> tuple[CardStory, ...]:
        """Tell several findings, in their order."""
        return tuple(map(self.card, findings))

    def _branch(self, finding: Finding, configuration: Configuration, rule: Rule) -> Branch:
        reasons = reasons_for(finding, self._pack.questionnaire, self._plan)
        return Branch(
            sentence=_sentence(finding.verdict, rule, configuration),
            state=finding.state,
            why_title=_why_title(finding.verdict),
            why=_why(finding, reasons),
            reasons=reasons,
            stronger=finding.stronger,
            weaker=finding.weaker,
        )

    def _source(self, saying: SourceSaying) -> SourceLine:
        source = self._pack.source_by_id[saying.source]
        return SourceLine(
            citation=source.citation,
            says=saying.says,
            read=read_words(source),
            is_to_be_confirmed=source.is_to_be_confirmed,
        )

    def _actions_for(self, finding: Finding) -> tuple[ActionRow, ...]:
        rows = [self._actions[each] for each in finding.actions if each in self._actions]
        return tuple(sorted(rows, key=lambda row: not row.key))

    def _sections(self, questions: Iterable[QuestionId]) -> frozenset[str]:
        questionnaire = self._pack.questionnaire
        return frozenset(questionnaire[each].section for each in questions)


def _sentence(verdict: Verdict, rule: Rule, configuration: Configuration) -> str:
    """Say what the finding means for this plan; the rule's own words hold only if it applies."""
    match verdict:
        case Verdict.APPLIES:
            return rule.note
        case Verdict.MAY_APPLY:
            return _("If so: {note}").format(note=rule.note)
        case Verdict.DOES_NOT_APPLY | Verdict.NOT_COVERED:
            return configuration.summary


def _why_title(verdict: Verdict) -> str:
    match verdict:
        case Verdict.APPLIES:
            return _("Why here: your answers")
        case Verdict.MAY_APPLY:
            return _("What it depends on")
        case Verdict.DOES_NOT_APPLY:
            return _("Why not: the nearest reason")
        case Verdict.NOT_COVERED:
            return _("Why it is not covered")


def _why(finding: Finding, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    said = []
    if finding.by_coverage and finding.verdict is Verdict.NOT_COVERED:
        said.append(_("The evidence does not speak about the kinds of support you chose."))
    elif finding.by_coverage:
        said.append(_("It cannot happen in the kinds of support you chose."))
    if not finding.exact:
        said.append(_("This has too many possible answers to be settled exactly."))
    if not reasons:
        said.append(_("It holds whatever the open answers turn out to be."))
    return tuple(said)
