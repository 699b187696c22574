"""The actions page as a story: stages, rows, progress, residual risks. Knows no window."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.models.advice import Advice, AdvisedAction, RiskState, Truth, Verdict
from advisor.models.evidence import Effect
from advisor.models.ids import ActionId, ConfigurationId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, OwnAction, OwnRisk, Plan
from advisor.telling.grammar import counted, joined
from advisor.telling.naming import read_words
from advisor.telling.words import RISK_STATE, so_far

SAFETY_SERVES = "Basic safety, for every programme"


class Show(StrEnum):
    """Which actions a person wants to see."""

    ALL = "all"
    KEY = "key"
    UNDECIDED = "undecided"
    OURS = "ours"
    UNOWNED = "unowned"


SHOW_WORDS = {
    Show.ALL: "All actions",
    Show.KEY: "Key actions only",
    Show.UNDECIDED: "Still to decide",
    Show.OURS: "We will do this",
    Show.UNOWNED: "Without an owner or a date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action as the page shows it.

    ``serves`` holds titles of live findings; ``shown_by_answers``: the plan's answers show
    that it is in place although nobody decided so.
    """

    id: ActionId
    text: str
    stage: str
    serves: tuple[str, ...]
    key: bool
    safety: bool
    depends: bool
    in_place: bool | None
    shown_by_answers: bool
    decision: Decision
    suggested_owner: str
    deputy: str
    done_when: str
    caution: str
    evidence: str
    sources: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.shown_by_answers or self.decision.choice is not Choice.DECIDE_LATER

    @property
    def needs_owner_or_date(self) -> bool:
        """Whether it will be done but nobody or no day is named."""
        meant = self.decision.choice is Choice.WE_WILL
        return meant and not (self.decision.owner and self.decision.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroup:
    """The actions of one stage; the provider's own ones come last."""

    id: str
    title: str
    rows: tuple[ActionRow, ...]
    own: tuple[OwnAction, ...]

    @property
    def progress(self) -> str:
        """How far the decisions of this stage are, own actions included."""
        settled = sum(row.is_settled for row in self.rows)
        settled += sum(own.decision.choice is not Choice.DECIDE_LATER for own in self.own)
        return f"{settled} of {len(self.rows) + len(self.own)} settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidualRisk:
    """A risk that applies, with how far it is addressed and what is still missing."""

    rule: RuleId
    title: str
    state: RiskState
    missing: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsStory:
    """The whole page."""

    stages: tuple[StageGroup, ...]
    residual_risks: tuple[ResidualRisk, ...]
    own_risks: tuple[OwnRisk, ...]
    so_far: str
    owners: tuple[str, ...]
    stage_names: tuple[tuple[str, str], ...]

    @property
    def rows(self) -> tuple[ActionRow, ...]:
        """Every row of the pack's actions, in the order of the page."""
        return tuple(row for stage in self.stages for row in stage.rows)

    @property
    def progress(self) -> str:
        """Say how far along the decisions are."""
        rows = self.rows
        settled = sum(row.is_settled for row in rows)
        keys = [row for row in rows if row.key]
        key_settled = sum(row.is_settled for row in keys)
        return f"{settled} of {len(rows)} actions settled; {key_settled} of {len(keys)} key ones."

    @property
    def residual_words(self) -> str:
        """Say what is left of the risks in one sentence."""
        states = Counter(risk.state for risk in self.residual_risks)
        if not states:
            applies = f"No risk that we know of applies to this plan{self.so_far}."
            return f"{applies} This is not a complete list."
        parts = [
            f"{states[state]} {RISK_STATE[state].lower()}" for state in RiskState if states[state]
        ]
        return f"Risks: {joined(parts)}."


def tell(pack: Pack, plan: Plan, advice: Advice) -> ActionsStory:
    """Put the advised actions into the order in which a programme is built."""
    titles = {each.id: each.title for each in pack.configurations}
    rows = [_row(pack, titles, advised) for advised in advice.actions]
    return ActionsStory(
        stages=_stages(pack, plan, rows),
        residual_risks=_residual(titles, advice),
        own_risks=plan.own_risks,
        so_far=so_far(advice.summary),
        owners=tuple(owner.label for owner in pack.owners),
        stage_names=tuple((stage.id, stage.label) for stage in pack.stages),
    )


def _row(pack: Pack, titles: dict[ConfigurationId, str], advised: AdvisedAction) -> ActionRow:
    action = pack.action_by_id[advised.id]
    serves = tuple(titles[each] for each in advised.serves)
    return ActionRow(
        id=advised.id,
        text=action.text,
        stage=advised.stage,
        serves=serves or ((SAFETY_SERVES,) if advised.safety else ()),
        key=advised.key,
        safety=advised.safety,
        depends=advised.applies is Truth.OPEN,
        in_place=advised.in_place,
        shown_by_answers=(
            advised.in_place is True and advised.decision.choice is Choice.DECIDE_LATER
        ),
        decision=advised.decision,
        suggested_owner=pack.label_of("owner", action.owner),
        deputy=pack.label_of("owner", action.deputy) if action.deputy else "",
        done_when=action.done_when,
        caution=action.caution,
        evidence=pack.label_of("evidence", action.evidence),
        sources=tuple(_citation(pack, source) for source in action.sources),
    )


def _citation(pack: Pack, source_id: str) -> str:
    source = next(each for each in pack.sources if each.id == source_id)
    return f"{source.citation} ({read_words(source)}.)"


def _stages(pack: Pack, plan: Plan, rows: Iterable[ActionRow]) -> tuple[StageGroup, ...]:
    by_stage: dict[str, list[ActionRow]] = {stage.id: [] for stage in pack.stages}
    for row in rows:
        by_stage[row.stage].append(row)
    groups = (
        StageGroup(
            id=stage.id,
            title=stage.label,
            rows=tuple(sorted(by_stage[stage.id], key=_weight)),
            own=tuple(own for own in plan.own_actions if own.stage == stage.id),
        )
        for stage in pack.stages
    )
    return tuple(group for group in groups if group.rows or group.own)


def _weight(row: ActionRow) -> tuple[bool, bool]:
    return (not row.safety, not row.key)


def _residual(titles: dict[ConfigurationId, str], advice: Advice) -> tuple[ResidualRisk, ...]:
    order = list(RiskState)
    risks = [
        ResidualRisk(
            rule=finding.rule,
            title=titles[finding.configuration],
            state=finding.state,
            missing=_missing(advice, finding.actions),
            sentence=_residual_sentence(finding.state, _missing(advice, finding.actions)),
        )
        for finding in advice.findings
        if finding.state is not None
        and finding.effect is Effect.HARMS
        and finding.verdict is Verdict.APPLIES
    ]
    return tuple(sorted(risks, key=lambda risk: order.index(risk.state)))


def _missing(advice: Advice, actions: Iterable[ActionId]) -> int:
    advised = (advice.action_by_id[each] for each in actions if each in advice.action_by_id)
    return sum(each.key and not each.in_place for each in advised)


def _residual_sentence(state: RiskState, missing: int) -> str:
    match state:
        case RiskState.ADDRESSED:
            return "All key actions are in place."
        case RiskState.PARTLY_ADDRESSED:
            return f"{counted(missing, 'key action')} still to put in place.".capitalize()
        case RiskState.OPEN:
            return f"None of its key actions is in place: {missing} to go."


def shown(rows: Iterable[ActionRow], show: Show) -> tuple[ActionRow, ...]:
    """Return the rows that a person asked to see, in their order."""
    match show:
        case Show.ALL:
            return tuple(rows)
        case Show.KEY:
            return tuple(row for row in rows if row.key)
        case Show.UNDECIDED:
            return tuple(row for row in rows if not row.is_settled)
        case Show.OURS:
            return tuple(row for row in rows if row.decision.choice is Choice.WE_WILL)
        case Show.UNOWNED:
            return tuple(row for row in rows if row.needs_owner_or_date)
