"""How safety stands: what is missing, what is not said yet and what is in place, by weight."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import GateFinding, GateState
from advisor.models.gates import Level
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.gates import is_in_place, level_title, not_left_alone, ticked_words

MOST_LINES = 4
LEAD = N_("These come before all else, whatever the kind of support.")
NOT_SAID = N_("“Not said yet” means that you have not told us, and not that it is missing.")
_MARKS = {GateState.MISSING: Mark.MISSING, GateState.NOT_SAID: Mark.NOT_SAID}


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLine:
    """One thing with its state."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyColumn:
    """Things of one weight, those that are missing first.

    ``more`` says how many are not named, ``in_place`` how many are there.
    """

    title: str
    lines: tuple[SafetyLine, ...]
    more: str
    in_place: SafetyLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyStatus:
    """How safety stands, side by side."""

    lead: str
    columns: tuple[SafetyColumn, ...]


def told_safety_status(pack: Pack, plan: Plan, advice: Advice) -> SafetyStatus:
    """Tell how safety stands."""
    columns = (
        *(_column(level_title(plan, level), *_of_level(plan, advice, level)) for level in Level),
        _column(_("In every programme"), *_of_all(pack, advice)),
    )
    marks = {line.mark for column in columns for line in column.lines}
    is_unsettled = any(gate.state is not GateState.FINE for gate in advice.gates)
    lead = (
        _(LEAD),
        _(NOT_SAID) if Mark.NOT_SAID in marks else "",
        not_left_alone(plan, advice) if is_unsettled else "",
    )
    return SafetyStatus(lead=" ".join(filter(None, lead)), columns=columns)


def _line(plan: Plan, gate: GateFinding) -> SafetyLine:
    words = gate.text if gate.state is GateState.MISSING else gate.in_place
    text = " ".join(filter(None, (words, ticked_words(plan, gate))))
    return SafetyLine(mark=_MARKS[gate.state], text=text)


def _of_level(plan: Plan, advice: Advice, level: Level) -> tuple[list[SafetyLine], int]:
    """Return what is missing or not said of a level, and how many things are in place.

    What is not asked of this plan counts as neither.
    """
    gates = [gate for gate in advice.gates if gate.level is level]
    lines = [
        _line(plan, gate)
        for state in (GateState.MISSING, GateState.NOT_SAID)
        for gate in gates
        if gate.state is state
    ]
    in_place = sum(gate.state is GateState.FINE and is_in_place(advice, gate) for gate in gates)
    return lines, in_place


def _of_all(pack: Pack, advice: Advice) -> tuple[list[SafetyLine], int]:
    """Return how many safety actions of no gate are not known to be in place, and are."""
    gated = {action for gate in pack.gates for action in gate.actions}
    actions = [each for each in advice.actions if each.safety and each.id not in gated]
    unknown = sum(not each.in_place for each in actions)
    if not unknown:
        return [], len(actions)
    words = ngettext(
        "{n} thing. It is on the safety page of the checklist, which two people sign.",
        "{n} things. They are on the safety page of the checklist, which two people sign.",
        unknown,
    )
    line = SafetyLine(mark=Mark.NOT_SAID, text=words.format(n=unknown))
    return [line], len(actions) - unknown


def _column(title: str, found: Iterable[SafetyLine], in_place: int) -> SafetyColumn:
    lines = list(found)
    left = len(lines) - MOST_LINES
    more = ""
    if left > 0:
        more = ngettext(
            "And {n} more on the checklist.", "And {n} more on the checklist.", left
        ).format(n=left)
    there = None
    if in_place:
        words = ngettext("{n} thing.", "{n} things.", in_place)
        there = SafetyLine(mark=Mark.IN_PLACE, text=words.format(n=in_place))
    elif not lines:
        more = _("Nothing that we know of is missing here.")
    return SafetyColumn(title=title, lines=tuple(lines[:MOST_LINES]), more=more, in_place=there)
