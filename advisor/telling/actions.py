"""The actions of a plan by stage, how far the decisions are, and what is left of the risks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, OwnAction, OwnRisk, Plan
from advisor.telling.action import ActionRow, tell_action, tell_own
from advisor.telling.grammar import joined
from advisor.telling.headline import CANNOT_JUDGE, no_known_risk, risk_counts, state_count
from advisor.telling.order import worst_first
from advisor.telling.words import NOT_COMPLETE, WordTable


class Show(StrEnum):
    """Which actions a person wants to see."""

    ALL = "all"
    KEY = "key"
    UNDECIDED = "undecided"
    OURS = "ours"
    UNOWNED = "unowned"


SHOW_WORDS = WordTable(
    {
        Show.ALL: N_("All actions"),
        Show.KEY: N_("Key actions only"),
        Show.UNDECIDED: N_("Still to decide"),
        Show.OURS: N_("We will do this"),
        Show.UNOWNED: N_("Without an owner or a date"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroup:
    """The actions of one stage; the provider's own ones come last."""

    id: str
    title: str
    rows: tuple[ActionRow, ...]
    own: tuple[OwnAction, ...]

    @property
    def all_rows(self) -> tuple[ActionRow, ...]:
        """The actions with the provider's own ones told like the others."""
        return (*self.rows, *map(tell_own, self.own))

    @property
    def progress(self) -> str:
        """How far the decisions of this stage are, own actions included."""
        rows = self.all_rows
        settled = sum(row.is_settled for row in rows)
        return _("{settled} of {all} decided").format(settled=settled, all=len(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidualRisk:
    """A risk that applies, with how far it is addressed and what is still missing."""

    rule: RuleId
    title: str
    mark: Mark
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsStory:
    """The actions of a plan. ``residual_words`` says what is left of the risks."""

    stages: tuple[StageGroup, ...]
    residual_risks: tuple[ResidualRisk, ...]
    residual_words: str
    own_risks: tuple[OwnRisk, ...]
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
        keys = [row for row in rows if row.key]
        return _("{settled} of {all} actions decided; {key_settled} of {all_key} key ones.").format(
            settled=sum(row.is_settled for row in rows),
            all=len(rows),
            key_settled=sum(row.is_settled for row in keys),
            all_key=len(keys),
        )


def tell(pack: Pack, plan: Plan, advice: Advice) -> ActionsStory:
    """Put the advised actions into the order in which a programme is built."""
    rows = tuple(tell_action(pack, plan, advised) for advised in advice.actions)
    return ActionsStory(
        stages=_stages(pack, plan, rows),
        residual_risks=tuple(_residual(pack, advice)),
        residual_words=_residual_words(advice),
        own_risks=plan.own_risks,
        owners=tuple(owner.label for owner in pack.owners),
        stage_names=tuple((stage.id, stage.label) for stage in pack.stages),
    )


def _stages(pack: Pack, plan: Plan, rows: Iterable[ActionRow]) -> tuple[StageGroup, ...]:
    by_stage: dict[str, list[ActionRow]] = {stage.id: [] for stage in pack.stages}
    for row in rows:
        by_stage[row.stage].append(row)
    groups = (
        StageGroup(
            id=stage.id,
            title=stage.label,
            rows=tuple(sorted(by_stage[stage.id], key=lambda row: (not row.safety, not row.key))),
            own=tuple(own for own in plan.own_actions if own.stage == stage.id),
        )
        for stage in pack.stages
    )
    return tuple(group for group in groups if group.rows or group.own)


def _residual(pack: Pack, advice: Advice) -> Iterator[ResidualRisk]:
    for finding in worst_first(advice.with_verdict(Verdict.APPLIES)):
        if finding.state is None or finding.effect is not Effect.HARMS:
            continue
        advised = (
            advice.action_by_id[each] for each in finding.actions if each in advice.action_by_id
        )
        missing = sum(each.key and not each.in_place for each in advised)
        yield ResidualRisk(
            rule=finding.rule,
            title=pack.configuration_by_id[finding.configuration].title,
            mark=Mark(finding.state.value),
            sentence=_residual_sentence(finding.state, missing),
        )


def _residual_sentence(state: RiskState, missing: int) -> str:
    words = {
        RiskState.ADDRESSED: _("All key actions are in place."),
        RiskState.PARTLY_ADDRESSED: ngettext(
            "{n} key action still to put in place.",
            "{n} key actions still to put in place.",
            missing,
        ),
        RiskState.OPEN: ngettext(
            "None of its key actions is in place: {n} to go.",
            "None of its key actions is in place: {n} to go.",
            missing,
        ),
    }
    return words[state].format(n=missing)


def _residual_words(advice: Advice) -> str:
    counts = Counter(risk_counts(advice.summary))
    parts = [state_count(state, counts[state]) for state in RiskState if counts[state]]
    if not advice.can_judge or not advice.covered:
        return f"{_(CANNOT_JUDGE)}."
    if not parts:
        return f"{no_known_risk(advice.summary)} {_(NOT_COMPLETE)}"
    return _("Risks: {states}.").format(states=joined(parts))


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
