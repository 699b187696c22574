"""The safety page: what two people look at with their own eyes, and sign."""

from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.advice import Advice
from advisor.models.findings import GateState
from advisor.models.gates import Level
from advisor.models.ids import ActionId, GateId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import tell_action
from advisor.telling.gates import level_title, not_left_alone, ticked_words
from advisor.telling.grammar import day
from advisor.telling.who_does_what import Task, remarks

SIGNING_LINES = (
    *(N_("First signature"), N_("Date")),
    *(N_("Second signature, from outside the team"), N_("Date")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyGroup:
    """Safety actions of one weight; ``has_lines`` when each has room for a name and a date."""

    title: str
    mark: Mark
    tasks: tuple[Task, ...]
    has_lines: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyTick:
    """What a person ticked as being so, with when unless the title says it; no answer says it."""

    gate: GateId
    text: str
    ticked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyStory:
    """The safety page, top to bottom; ``ticks_title`` stands over what was ticked."""

    title: str
    lead: str
    groups: tuple[SafetyGroup, ...]
    ticks_title: str
    ticks: tuple[SafetyTick, ...]
    signing: str
    signing_lines: tuple[str, ...]


def told_safety(pack: Pack, plan: Plan, advice: Advice) -> SafetyStory:
    """Tell the safety actions: those of what is missing or not said yet first."""
    stop = _of_gates(advice, Level.STOP)
    before = tuple(each for each in _of_gates(advice, Level.BEFORE_OPENING) if each not in stop)
    gated = {*stop, *before}
    others = tuple(each.id for each in advice.actions if each.safety and each.id not in gated)
    groups = (
        _group(pack, plan, advice, stop, level_title(plan, Level.STOP), Mark.MISSING),
        _group(pack, plan, advice, before, level_title(plan, Level.BEFORE_OPENING), Mark.NOT_SAID),
        _group(pack, plan, advice, others, _("In every programme"), Mark.SAFETY),
    )
    shown = tuple(group for group in groups if group.tasks)
    lead = _("Look at each of these together. A tick in print is what you told us.")
    order = _("Begin with the first group.") if len(shown) > 1 else ""
    meanwhile = not_left_alone(plan, advice) if stop or before else ""
    ticks_title, ticks = _ticks(plan, advice)
    return SafetyStory(
        title=_("Safety: checked by two people"),
        lead=" ".join(filter(None, (lead, order, meanwhile))),
        groups=shown,
        ticks_title=ticks_title,
        ticks=ticks,
        signing=_(
            "We have seen each of these with our own eyes. Whatever is not ticked is written in "
            "our plan."
        ),
        signing_lines=tuple(map(_, SIGNING_LINES)),
    )


def _ticks(plan: Plan, advice: Advice) -> tuple[str, tuple[SafetyTick, ...]]:
    """Return what was ticked, under its title; a day that all share is said once, in the title."""
    found = [
        gate
        for gate in advice.gates
        if gate.state is GateState.NOT_SAID and gate.id in plan.gate_ticks
    ]
    days = {plan.gate_ticks[gate.id].day for gate in found}
    shared = days.pop() if len(days) == 1 else None
    title = (
        _("Ticked by you on {day}. Your answers do not say it yet").format(day=day(shared))
        if shared
        else _("Ticked by you. Your answers do not say it yet")
    )
    return title, tuple(
        SafetyTick(
            gate=gate.id,
            text=gate.in_place,
            ticked="" if shared else ticked_words(plan, gate),
        )
        for gate in found
    )


def _of_gates(advice: Advice, level: Level) -> tuple[ActionId, ...]:
    """Return the actions of what is missing or not said yet, in the order of the pack."""
    gates = (gate for gate in advice.gates if gate.level is level)
    unsettled = (gate for gate in gates if gate.state is not GateState.FINE)
    return tuple(dict.fromkeys(each for gate in unsettled for each in gate.actions))


def _group(
    pack: Pack, plan: Plan, advice: Advice, actions: tuple[ActionId, ...], title: str, mark: Mark
) -> SafetyGroup:
    has_lines = mark is not Mark.SAFETY
    tasks = []
    for each in actions:
        row = tell_action(pack, plan, advice.action_by_id[each])
        words = remarks(row.decision, with_name=not has_lines)
        tasks.append(Task(action=row, is_first=False, remarks=words))
    return SafetyGroup(title=title, mark=mark, tasks=tuple(tasks), has_lines=has_lines)
