"""What must be there before mothers are supported: what is missing, and what to check first."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import GateFinding, GateState
from advisor.models.gates import Level
from advisor.models.ids import GateId, OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.action import ActionRow, tell_action
from advisor.telling.grammar import day
from advisor.telling.why import Reason, reasons_in, why
from advisor.telling.words import LEVEL

MOST_MISSING = 4
MOST_NOT_SAID = 6
PUT_RIGHT_FIRST = N_("Put right first")
CHECK_FIRST = N_("Check first")
TICK_IF_SO = N_("Not said yet. Tick each one that is so, and answer its question.")

_STAGE = QuestionId("programme_stage")
_RUNNING = frozenset((OptionId("running"), OptionId("changing")))


@dataclass(frozen=True, slots=True, kw_only=True)
class GateStory:
    """One thing that must be there and is missing, or is not known to be there.

    ``text`` says what is missing, or while nothing is said the sentence that could be ticked.
    ``reasons`` are the answers behind it, each with the question that would change it. ``action``
    is the first thing to do about it that is neither in place nor declined. ``ticked`` says that
    a person ticked it as being so on ``ticked_on``, which does not change how it stands.
    """

    id: GateId
    level: Level
    text: str
    note: str
    reasons: tuple[Reason, ...]
    action: ActionRow | None
    ticked: str
    ticked_on: datetime.date | None

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        return " ".join(filter(None, (self.text, self.note, self.ticked)))


@dataclass(frozen=True, slots=True, kw_only=True)
class GateGroup:
    """Gates under one title, those of first importance first. ``is_missing``: not to be put off."""

    title: str
    intro: str
    gates: tuple[GateStory, ...]
    is_missing: bool

    @property
    def most(self) -> int:
        """How many there is room for where not all can be named."""
        return MOST_MISSING if self.is_missing else MOST_NOT_SAID

    @property
    def left(self) -> tuple[GateStory, ...]:
        """Those that wait: what is missing does even where it was ticked as being so."""
        return tuple(gate for gate in self.gates if self.is_missing or not gate.ticked)

    @property
    def ticked(self) -> tuple[GateStory, ...]:
        """Those that were ticked, and that no answer says or denies."""
        return tuple(gate for gate in self.gates if gate not in self.left)

    @property
    def first(self) -> tuple[GateStory, ...]:
        """Those that wait and are named where there is little room."""
        return self.left[: self.most]

    @property
    def more(self) -> tuple[GateStory, ...]:
        """The others that wait."""
        return self.left[self.most :]


def told_gates(pack: Pack, plan: Plan, advice: Advice) -> tuple[GateGroup, ...]:
    """Return what is missing, then what is not said yet; nothing where all is fine."""
    missing = _with_state(pack, plan, advice, GateState.MISSING)
    not_said = _with_state(pack, plan, advice, GateState.NOT_SAID)
    groups = (
        GateGroup(
            title=missing_title(is_running=is_running(plan), has_stop=advice.stops > 0),
            intro=_missing_intro(plan, advice, len(missing)),
            gates=missing,
            is_missing=True,
        ),
        GateGroup(title=_(CHECK_FIRST), intro=_(TICK_IF_SO), gates=not_said, is_missing=False),
    )
    return tuple(group for group in groups if group.gates)


def is_running(plan: Plan) -> bool:
    """Whether the programme runs already, so that nothing can wait until it opens."""
    return plan.answer(_STAGE).given in _RUNNING


def not_left_alone(plan: Plan, advice: Advice) -> str:
    """Say that support goes on meanwhile; empty for a programme that is yet to open.

    Of fathers nothing is said in the words for mothers.
    """
    if plan.answer(_STAGE).given is not None and not is_running(plan):
        return ""
    if advice.covered:
        return _("Mothers are not left without support meanwhile.")
    return _("Nobody is left without support meanwhile.")


def level_title(plan: Plan, level: Level) -> str:
    """Name a level: what stops a programme from opening is put right first in one that runs."""
    if not is_running(plan):
        return LEVEL[level]
    return _(PUT_RIGHT_FIRST) if level is Level.STOP else _("Next")


def is_in_place(advice: Advice, gate: GateFinding) -> bool:
    """Whether everything that a gate asks of a plan is in place; not where it asks nothing."""
    actions = [advice.action_by_id[each] for each in gate.actions]
    return bool(actions) and all(action.in_place is True for action in actions)


def missing_title(*, is_running: bool, has_stop: bool) -> str:
    """Name all that is missing, by the first of its levels."""
    if is_running:
        return _(PUT_RIGHT_FIRST)
    return LEVEL[Level.STOP if has_stop else Level.BEFORE_OPENING]


def _missing_intro(plan: Plan, advice: Advice, missing: int) -> str:
    """Say what is not to happen before."""
    not_left = not_left_alone(plan, advice)
    if is_running(plan):
        return not_left
    first = ngettext(
        "Do not open before this is in place.", "Do not open before these are in place.", missing
    )
    if not not_left:
        return first
    running = ngettext(
        "If you are running already, put it right first.",
        "If you are running already, put them right first.",
        missing,
    )
    return " ".join((first, running, not_left))


def _with_state(pack: Pack, plan: Plan, advice: Advice, state: GateState) -> tuple[GateStory, ...]:
    found = (_gate(pack, plan, advice, gate) for gate in advice.gates if gate.state is state)
    return tuple(sorted(found, key=lambda gate: list(Level).index(gate.level)))


def _gate(pack: Pack, plan: Plan, advice: Advice, gate: GateFinding) -> GateStory:
    is_missing = gate.state is GateState.MISSING
    reasons = reasons_in(why(gate.because), pack.questionnaire)
    note = ""
    if is_missing and reasons and is_in_place(advice, gate):
        note = _("Everything for it is in place. Your answer to this still says no: {question}")
        note = note.format(question=reasons[0].asked)
    return GateStory(
        id=gate.id,
        level=gate.level,
        text=gate.text if is_missing else gate.in_place,
        note=note,
        reasons=reasons,
        action=_to_do(pack, plan, advice, gate),
        ticked=(ticked := ticked_words(plan, gate)),
        ticked_on=plan.gate_ticks[gate.id].day if ticked else None,
    )


def ticked_words(plan: Plan, gate: GateFinding) -> str:
    """Say that a gate was ticked as being so, and where an answer denies it; else nothing."""
    tick = plan.gate_ticks.get(gate.id)
    if tick is None or gate.state is GateState.FINE:
        return ""
    words = (
        _("Ticked by you on {day}, but your answers say otherwise.")
        if gate.state is GateState.MISSING
        else _("Ticked by you on {day}.")
    )
    return words.format(day=day(tick.day))


def _to_do(pack: Pack, plan: Plan, advice: Advice, gate: GateFinding) -> ActionRow | None:
    rows = (tell_action(pack, plan, advice.action_by_id[each]) for each in gate.actions)
    return next((row for row in rows if row.is_left), None)


def in_place_words(pack: Pack, gates: Iterable[GateId]) -> tuple[str, ...]:
    """Return what would be there, for gates by their ids."""
    return tuple(pack.gate_by_id[gate].in_place for gate in gates)
