"""One finding, told once: what it says, why here, how it happens, how sure, what could be done."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.evidence import Domain, Effect
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.ids import ActionId, ConfigurationId, RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action
from advisor.telling.branches import Branch, BranchTeller, SourceLine
from advisor.telling.grammar import beside, in_a_line
from advisor.telling.key_actions import KeyActions
from advisor.telling.naming import (
    EXTRA,
    coded_title,
    confidence_words,
    provenance_words,
    title_with_term,
)
from advisor.telling.needs import Need, needs_title, still_needed, told_needs
from advisor.telling.order import most_open
from advisor.telling.why import Reason
from advisor.telling.words import (
    EFFECT,
    KIND_IN_A_LINE,
    MARK,
    STATE_IN_A_LINE,
    STRONGER,
    VERDICT_IN_A_LINE,
    WEAKER,
    marks_of,
    status_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """All that there is to say about a finding, in this order.

    ``elsewhere`` are the ways in which it comes about by other sources than the review; they
    never count. ``needs`` are what a benefit depends on, under ``needs_title``. ``term`` is
    the field's own word, ``sign`` how one would notice. ``actions`` are those that could be
    taken, key ones first.
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
    elsewhere: tuple[Branch, ...]
    needs_title: str
    needs: tuple[Need, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    matters_more: bool
    is_by_coverage: bool
    term: str
    sign: str
    summary: str
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

    @property
    def term_title(self) -> str:
        """The title with the field's own word in brackets."""
        return title_with_term(self.title, self.term)

    @property
    def note(self) -> str:
        """What it means for this plan, and of what may only be nothing."""
        return " ".join(branch.sentence for branch in self.branches if not branch.may_only)

    @property
    def certain(self) -> tuple[Branch, ...]:
        """The ways in which it certainly comes about, or the one that tells why not."""
        return tuple(branch for branch in self.branches if not branch.may_only)

    @property
    def possible(self) -> tuple[Branch, ...]:
        """The ways in which it may come about besides."""
        return tuple(branch for branch in self.branches if branch.may_only)

    @property
    def state(self) -> RiskState | None:
        """How far a risk that applies is in hand: as far as its most open branch."""
        return most_open(branch.state for branch in self.branches)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The answers behind it, on whichever branch that is certain, each once."""
        return tuple(dict.fromkeys(reason for branch in self.certain for reason in branch.reasons))

    @property
    def extra(self) -> str:
        """What to say beside the marks of a statement that is not from the review."""
        return _(EXTRA) if self.supplementary else ""

    @property
    def stronger_title(self) -> str:
        """What stands over the reasons that add to it here."""
        return _("Matters more here, because") if self.matters_more else STRONGER[self.effect]

    @property
    def weaker_title(self) -> str:
        """What stands over the reasons that take from it here."""
        return WEAKER[self.effect]

    @property
    def key_actions(self) -> KeyActions:
        """The actions that answer the ways in which harm, or staying away, comes about."""
        is_asked = self.effect.is_adverse and self.verdict is Verdict.APPLIES
        return KeyActions(ways=tuple(each.answers for each in self.certain) if is_asked else ())

    @property
    def row_name(self) -> str:
        """What a row of a list is called: what it is, its state and how far its actions are."""
        state = VERDICT_IN_A_LINE.get(self.verdict, "")
        if self.state is not None:
            state = STATE_IN_A_LINE[self.state]
        more = _("matters more here") if self.matters_more else ""
        kind = KIND_IN_A_LINE[self.effect]
        return in_a_line(self.title, kind, state, more, self.key_actions.words)

    @property
    def about(self) -> str:
        """What it is, what the field calls it, and how well it is known."""
        term = _("in the field: {term}").format(term=self.term) if self.term else ""
        return beside(EFFECT[self.effect], term, self.evidence, self.extra)

    @property
    def kind(self) -> str:
        """What it is beside its title: a risk's state and weight, else which way it points."""
        return beside(*(MARK[mark] for mark in self.marks[1:]))

    @property
    def depends_on(self) -> str:
        """Which open questions it depends on, while it only may apply."""
        if self.verdict is not Verdict.MAY_APPLY or not self.reasons:
            return ""
        questions = " ".join(f"“{reason.asked}”" for reason in self.reasons)
        return _("It depends on: {questions}").format(questions=questions)

    @property
    def still_depends_on(self) -> str:
        """What a benefit that applies or may apply is known to lack; empty for all else."""
        return still_needed(self.needs) if self.is_live else ""

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


class _Rows(dict[ActionId, ActionRow]):
    """The advised actions as rows; each is told when it is first asked for."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        super().__init__()
        self._pack, self._plan, self._advised = pack, plan, advice.action_by_id

    def __missing__(self, action: ActionId) -> ActionRow:
        row = self[action] = tell_action(self._pack, self._plan, self._advised[action])
        return row


class CardTeller:
    """Tells the cards of one advice; shared look-ups are made once, and only where needed."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        self._pack = pack
        self._ladder = {step.id: step for step in pack.evidence_ladder}
        self._advised = advice.action_by_id
        self._rows = _Rows(pack, plan, advice)
        self._branches = BranchTeller(pack, plan, advice, self._rows)

    def card(self, finding: Finding) -> CardStory:
        """Tell one finding."""
        configuration = self._pack.configuration_by_id[finding.configuration]
        step = self._ladder[finding.evidence]
        branches = tuple(self._branches.told(finding, configuration))
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
            branches=branches,
            elsewhere=tuple(self._branches.elsewhere(finding, configuration)),
            needs_title=needs_title(finding),
            needs=told_needs(finding),
            stronger=finding.stronger,
            weaker=finding.weaker,
            matters_more=finding.matters_more,
            is_by_coverage=finding.by_coverage,
            term=configuration.term,
            sign=configuration.sign,
            summary=configuration.summary,
            context=configuration.context,
            resource=configuration.mechanism.resource,
            reasoning=configuration.mechanism.reasoning,
            outcome=configuration.outcome,
            evidence=step.label,
            evidence_meaning=step.definition,
            confidence=confidence_words(configuration),
            provenance=provenance_words(configuration),
            sources=tuple(map(self._branches.source, configuration.sources)),
            caution=configuration.caution,
            actions=self._actions_for(finding),
        )

    def cards(self, findings: Iterable[Finding]) -> tuple[CardStory, ...]:
        """Tell several findings, in their order."""
        return tuple(map(self.card, findings))

    def _actions_for(self, finding: Finding) -> tuple[ActionRow, ...]:
        rows = [self._rows[each] for each in finding.actions if each in self._advised]
        return tuple(sorted(rows, key=lambda row: not row.key))
