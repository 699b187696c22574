"""The ways in which a statement comes about, each with why, its answers and its sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.evidence import Configuration, Effect, SourceSaying
from advisor.models.findings import BranchFinding, Finding, RiskState, Verdict
from advisor.models.ids import ActionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.tips import Tip
from advisor.rules.tipping import tips
from advisor.telling.action import ActionRow
from advisor.telling.naming import read_words
from advisor.telling.why import Reason, is_for_others, reasons_for, reasons_in, why


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


class BranchTeller:
    """Tells the ways of the findings of one advice."""

    def __init__(
        self, pack: Pack, plan: Plan, advice: Advice, actions: Mapping[ActionId, ActionRow]
    ) -> None:
        self._pack, self._plan, self._advice = pack, plan, advice
        self._ladder = {step.id: step for step in pack.evidence_ladder}
        self._actions = actions

    def told(self, finding: Finding, configuration: Configuration) -> Iterator[Branch]:
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
                    yield self._branch(branch, finding, may_only=True)

    def elsewhere(self, finding: Finding, configuration: Configuration) -> Iterator[Branch]:
        """Yield each way that rests on other sources than the review."""
        says = configuration.elsewhere_sources or configuration.sources
        for branch in finding.from_elsewhere:
            yield replace(
                self._branch(branch, finding),
                step=self._step(branch),
                sources=tuple(map(self.source, says)),
            )

    def source(self, saying: SourceSaying) -> SourceLine:
        """Tell what one source says."""
        source = self._pack.source_by_id[saying.source]
        return SourceLine(
            citation=source.citation,
            says=saying.says,
            read=read_words(source),
            is_to_be_confirmed=source.is_to_be_confirmed,
        )

    def _as_a_whole(self, finding: Finding, configuration: Configuration) -> Branch:
        questionnaire = self._pack.questionnaire
        may_apply = finding.verdict is Verdict.MAY_APPLY
        found = self._tips.get(finding.rule, ()) if may_apply else ()
        reasons = reasons_for(finding, configuration, questionnaire, self._plan, found)
        for_others = is_for_others(finding, configuration, self._plan)
        return Branch(
            sentence=configuration.summary,
            state=finding.state,
            why_title=_why_title(finding.verdict),
            why=why_words(finding, reasons, for_others=for_others),
            reasons=reasons,
        )

    @cached_property
    def _tips(self) -> Mapping[RuleId, Sequence[Tip]]:
        return tips(self._pack, self._plan, self._advice)

    def _branch(self, branch: BranchFinding, finding: Finding, *, may_only: bool = False) -> Branch:
        reasons = reasons_in(why(branch.because), self._pack.questionnaire)
        is_open = branch.verdict is Verdict.MAY_APPLY
        return Branch(
            sentence=branch.text,
            state=branch.state,
            why_title=_why_title(branch.verdict),
            why=why_words(finding, reasons, for_others=False),
            reasons=tuple(reason for reason in reasons if not (is_open and reason.is_hidden)),
            sign=branch.sign,
            may_only=may_only,
            step="" if branch.evidence == finding.evidence else self._step(branch),
            answers=tuple(self._actions[each] for each in branch.answered_by),
        )

    def _step(self, branch: BranchFinding) -> str:
        return self._ladder[branch.evidence].label


def _why_title(verdict: Verdict) -> str:
    match verdict:
        case Verdict.APPLIES:
            return _("Why here: your answers")
        case Verdict.MAY_APPLY:
            return _("Which answers decide this")
        case Verdict.DOES_NOT_APPLY:
            return _("Why not: the nearest reason")
        case Verdict.NOT_COVERED:
            return _("Why it is not covered")


def why_words(
    finding: Finding, reasons: tuple[Reason, ...], *, for_others: bool
) -> tuple[str, ...]:
    """Tell why a finding has its verdict where no single answer says it."""
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
