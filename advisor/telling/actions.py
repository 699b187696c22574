"""The actions of a plan by stage, in the order in which a programme is built."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.models.advice import Advice
<<<<<<< HEAD
=======
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, RiskState, Verdict
from advisor.models.ids import RuleId
from advisor.models.marks import Mark
>>>>>>> f18b1d8 (Many plans beside each other: the command portfolio shows how every risk and gate stands in each, as text, CSV, XLSX, PDF or JSON)
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action, tell_own


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroup:
    """The actions of one stage: safety and key actions first, the provider's own ones last."""

    title: str
    rows: tuple[ActionRow, ...]


def told_by_stage(pack: Pack, plan: Plan, advice: Advice) -> tuple[StageGroup, ...]:
    """Tell the advised actions and the provider's own, stage by stage."""
    rows = [tell_action(pack, plan, advised) for advised in advice.actions]
    rows.sort(key=lambda row: (not row.safety, not row.key))
    rows += map(tell_own, plan.own_actions)
    return tuple(_stages(pack, rows))


<<<<<<< HEAD
def _stages(pack: Pack, rows: list[ActionRow]) -> Iterator[StageGroup]:
    for stage in pack.stages:
        here = tuple(row for row in rows if row.stage == stage.id)
        if here:
            yield StageGroup(title=stage.label, rows=here)
=======
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
        if risk := residual_risk(pack, advice, finding):
            yield risk


def residual_risk(pack: Pack, advice: Advice, finding: Finding) -> ResidualRisk | None:
    """Tell what a risk that applies still asks for; nothing of any other finding."""
    if finding.state is None or finding.effect is not Effect.HARMS:
        return None
    advised = (advice.action_by_id[each] for each in finding.actions if each in advice.action_by_id)
    missing = sum(each.key and not each.in_place for each in advised)
    return ResidualRisk(
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
>>>>>>> f18b1d8 (Many plans beside each other: the command portfolio shows how every risk and gate stands in each, as text, CSV, XLSX, PDF or JSON)
