"""One finding, told once: what it says, why here, how it happens, how sure, what could be done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.language import N_, _
from advisor.models.advice import Advice, BranchFinding, Finding, RiskState, Truth, Verdict
from advisor.models.evidence import Configuration, Domain, Effect, SourceSaying
from advisor.models.ids import ActionId, ConfigurationId, QuestionId, RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action
from advisor.telling.grammar import beside
from advisor.telling.naming import (
    EXTRA,
    coded_title,
    confidence_words,
    provenance_words,
    read_words,
    title_with_term,
)
from advisor.telling.order import most_open
from advisor.telling.why import Reason, is_for_others, reasons_for, reasons_in, why
from advisor.telling.words import MARK, marks_of, status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as a card shows it: what it says here and how much of it was read."""

    citation: str
    says: str
    read: str
    is_to_be_confirmed: bool


NOT_COUNTED = N_("It is not counted among the risks and benefits of the review.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way in which a statement comes about: what it means for this plan, and why.

    A statement that does not apply has one, which tells all of it. ``may_only``: whether this
    way is there depends on open answers. ``why`` holds sentences that no single answer says;
    ``sign`` is how one would notice. ``step`` is the step of the ladder where it is not that of
    the statement, ``answers`` are the actions that answer it, and ``sources`` are those of a way
    that rests on other sources.
    """

    sentence: str
    state: RiskState | None
    why_title: str
    why: tuple[str, ...]
    reasons: tuple[Reason, ...]
    sign: str = ""
    may_only: bool = False
    step: str = ""
    answers: tuple[ActionRow, ...] = ()
    sources: tuple[SourceLine, ...] = ()

    @property
    def told(self) -> str:
        """The sentence, marked where it may not be so."""
        if not self.may_only:
            return self.sentence
        return _("May apply: {sentence}").format(sentence=self.sentence)

    @property
    def noticed(self) -> str:
        """How one would notice, as a sentence; empty where nothing says so."""
        return _("How you would notice: {sign}").format(sign=self.sign) if self.sign else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a benefit depends on, and whether it is there, as far as the answers say."""

    text: str
    met: Truth | None

    @property
    def sentence(self) -> str:
        """The need with whether it is there; where no answer can tell, alone."""
        return self.text if self.met is None else _(_MET[self.met]).format(need=self.text)


_MET = {
    Truth.HOLDS: N_("There: {need}"),
    Truth.FAILS: N_("Missing: {need}"),
    Truth.OPEN: N_("Not said yet: {need}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """All that there is to say about a finding, in this order.

    ``elsewhere`` are the ways in which it comes about by other sources than the review; they
    never count. ``needs`` are what a benefit depends on, under ``needs_title``. ``term_title`` is
    the title with the field's own word. ``actions`` are those that could be taken, key ones
    first. ``sections`` are those of the questions behind it.
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
    term_title: str
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
    principles: tuple[str, ...]
    sections: frozenset[str]

    @property
    def first_line(self) -> str:
        """The line that can be read alone."""
        return _("{title}. {status}.").format(title=self.title, status=self.status)

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
        return _("Matters more here, because") if self.matters_more else _("What adds to it here")

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
            advised.id: tell_action(pack, plan, advised) for advised in advice.actions
        }

    def card(self, finding: Finding) -> CardStory:
        """Tell one finding."""
        configuration = self._pack.configuration_by_id[finding.configuration]
        step = self._ladder[finding.evidence]
        branches = tuple(self._branches(finding, configuration))
        elsewhere = tuple(self._elsewhere(finding, configuration))
        needs = tuple(Need(text=need.text, met=need.met) for need in finding.needs)
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
            elsewhere=elsewhere,
            needs_title=_needs_title(finding.verdict) if needs else "",
            needs=needs,
            stronger=finding.stronger,
            weaker=finding.weaker,
            matters_more=finding.matters_more,
            is_by_coverage=finding.by_coverage,
            term_title=title_with_term(configuration),
            summary=configuration.summary,
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
            sections=self._sections(
                reason.question for branch in branches for reason in branch.reasons
            ),
        )

    def cards(self, findings: Iterable[Finding]) -> tuple[CardStory, ...]:
        """Tell several findings, in their order."""
        return tuple(map(self.card, findings))

    def _branches(self, finding: Finding, configuration: Configuration) -> Iterator[Branch]:
        """Yield each way that is there; of a risk also those that may be.

        A statement that does not apply, or may, is told as a whole first.
        """
        at_work = finding.at_work
        if not at_work:
            yield self._as_a_whole(finding, configuration)
        for branch in at_work:
            yield self._branch(branch, finding)
        if finding.effect is Effect.HARMS:
            for branch in finding.counting:
                if branch not in at_work:
                    yield replace(self._branch(branch, finding), may_only=True)

    def _as_a_whole(self, finding: Finding, configuration: Configuration) -> Branch:
        questionnaire = self._pack.questionnaire
        reasons = reasons_for(finding, configuration, questionnaire, self._plan)
        for_others = is_for_others(finding, configuration, self._plan)
        return Branch(
            sentence=configuration.summary,
            state=finding.state,
            why_title=_why_title(finding.verdict),
            why=_why(finding, reasons, for_others=for_others),
            reasons=reasons,
        )

    def _branch(self, branch: BranchFinding, finding: Finding) -> Branch:
        reasons = reasons_in(why(branch.because), self._pack.questionnaire)
        is_open = branch.verdict is Verdict.MAY_APPLY
        return Branch(
            sentence=branch.text,
            state=branch.state,
            why_title=_why_title(branch.verdict),
            why=_why(finding, reasons, for_others=False),
            reasons=tuple(reason for reason in reasons if not (is_open and reason.is_hidden)),
            sign=branch.sign,
            step="" if branch.evidence == finding.evidence else self._step(branch),
            answers=tuple(self._actions[each] for each in branch.answered_by),
        )

    def _elsewhere(self, finding: Finding, configuration: Configuration) -> Iterator[Branch]:
        says = configuration.elsewhere_sources or configuration.sources
        for branch in finding.from_elsewhere:
            yield replace(
                self._branch(branch, finding),
                step=self._step(branch),
                sources=tuple(map(self._source, says)),
            )

    def _step(self, branch: BranchFinding) -> str:
        return self._ladder[branch.evidence].label

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


def _needs_title(verdict: Verdict) -> str:
    if verdict is Verdict.DOES_NOT_APPLY:
        return _("Your plan does not set this up yet; it depends on")
    return _("What it depends on")


def _why(finding: Finding, reasons: tuple[Reason, ...], *, for_others: bool) -> tuple[str, ...]:
    said = []
    if for_others:
        said.append(_("The evidence does not speak about those whom your programme is for."))
    elif finding.by_coverage and finding.verdict is Verdict.NOT_COVERED:
        said.append(_("The evidence does not speak about the kinds of support you chose."))
    elif finding.by_coverage:
        said.append(_("It cannot happen in the kinds of support you chose."))
    if not finding.exact:
        said.append(_("This has too many possible answers to be worked out exactly."))
    if not reasons:
        said.append(_("It holds whatever the open answers turn out to be."))
    return tuple(said)
