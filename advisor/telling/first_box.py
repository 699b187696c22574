"""The box that stands before everything: what is missing, what to check, or that neither is."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice
from advisor.models.findings import GateFinding, GateState
from advisor.models.ids import ActionId, GateId, QuestionId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.questionnaire import Role
from advisor.telling.gates import GateGroup, GateStory, is_running, not_left_alone, told_gates
from advisor.telling.grammar import joined, named

FIND_OUT_FIRST = N_("Find out first")
TICKED_BY_YOU = N_("Ticked by you")
NOTHING_TO_STOP_FOR = N_("Nothing to stop for")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxItem:
    """One thing that the box names; ``gate`` is what a tick beside it would speak of.

    ``question`` is the one behind it whose answer would change it. ``ticked`` says that a person
    ticked it on ``ticked_on``.
    """

    gate: GateId
    text: str
    question: QuestionId | None
    ticked: str = ""
    ticked_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxPart:
    """A part of the box, and what it is about.

    ``mark``: missing, not said yet, or all in place. ``has_ticks`` when each item is a sentence
    to tick if it is so. ``more`` says how many there was no room for, ``ticked_elsewhere`` on which
    page of the paper those stand that were ticked.
    """

    mark: Mark
    title: str
    lead: str
    items: tuple[BoxItem, ...] = ()
    has_ticks: bool = False
    more: str = ""
    ticked_elsewhere: str = ""

    @property
    def left(self) -> tuple[BoxItem, ...]:
        """What is named on paper: those that wait."""
        return tuple(item for item in self.items if not (self.has_ticks and item.ticked))


def told_box(pack: Pack, plan: Plan, advice: Advice) -> tuple[BoxPart, ...]:
    """Tell the box: what is missing, then what is not said yet; else that there is neither.

    Nothing of evidence that knows no gates.
    """
    groups = told_gates(pack, plan, advice)
    has_missing = any(group.is_missing for group in groups)
    parts = tuple(
        _missing(group, advice)
        if group.is_missing
        else _not_said(pack, plan, advice, group, is_alone=not has_missing)
        if group.left
        else _all_ticked(group)
        for group in groups
    )
    return parts if parts or not advice.gates else (_nothing_to_stop_for(plan),)


def named_in(box: Sequence[BoxPart]) -> frozenset[GateId]:
    """Return the gates of which the box says that something is missing."""
    return frozenset(item.gate for part in box if not part.has_ticks for item in part.items)


def _missing(group: GateGroup, advice: Advice) -> BoxPart:
    return BoxPart(
        mark=Mark.MISSING,
        title=group.title,
        lead=" ".join(filter(None, (_which_below(advice), group.intro))),
        items=tuple(map(_item, group.first)),
        more=_more(group),
    )


def _not_said(
    pack: Pack, plan: Plan, advice: Advice, group: GateGroup, *, is_alone: bool
) -> BoxPart:
    questions = tuple(_to_find_out(pack, advice))
    if questions:
        title = _(FIND_OUT_FIRST)
        lead = _("These depend on what you have not told us: {questions}.").format(
            questions=named(questions)
        )
    else:
        title = group.title
        lead = ngettext(
            "You have not told us whether this is in place.",
            "You have not told us whether these are in place.",
            len(group.left),
        )
    tick = ngettext("Tick it if it is so.", "Tick each one that is so.", len(group.left))
    said = [lead, tick, _while_empty(plan, len(group.left))]
    if is_alone:
        said.append(not_left_alone(plan, advice))
    return BoxPart(
        mark=Mark.NOT_SAID,
        title=title,
        lead=" ".join(filter(None, said)),
        items=_to_tick(group),
        has_ticks=True,
        more=_more(group),
        ticked_elsewhere=_ticked_elsewhere(group),
    )


def _all_ticked(group: GateGroup) -> BoxPart:
    """Say that all was ticked that no answer says: it is not called in place for that."""
    return BoxPart(
        mark=Mark.NOT_SAID,
        title=_(TICKED_BY_YOU),
        lead=ngettext(
            "Your answers do not say whether this is in place, and you ticked that it is.",
            "Your answers do not say whether these are in place, and you ticked that they are.",
            len(group.ticked),
        ),
        items=_to_tick(group),
        has_ticks=True,
        ticked_elsewhere=_ticked_elsewhere(group),
    )


def _ticked_elsewhere(group: GateGroup) -> str:
    if not group.ticked:
        return ""
    return ngettext(
        "{n} thing that you ticked is on the safety page, for two people to look at.",
        "{n} things that you ticked are on the safety page, for two people to look at.",
        len(group.ticked),
    ).format(n=len(group.ticked))


def _while_empty(plan: Plan, boxes: int) -> str:
    if is_running(plan):
        return ngettext(
            "While it is empty, it comes first.", "What stays empty comes first.", boxes
        )
    return ngettext(
        "Do not open while the box is empty.", "Do not open while a box is empty.", boxes
    )


def _nothing_to_stop_for(plan: Plan) -> BoxPart:
    words = (
        _("As far as your answers say, nothing is missing that a programme needs to go on.")
        if is_running(plan)
        else _("As far as your answers say, nothing is missing that a programme needs to open.")
    )
    again = _("Look at it again every three months.")
    return BoxPart(mark=Mark.IN_PLACE, title=_(NOTHING_TO_STOP_FOR), lead=" ".join((words, again)))


def _to_tick(group: GateGroup) -> tuple[BoxItem, ...]:
    """Return what waits and is named, and what was ticked, all in their places."""
    return tuple(_item(gate) for gate in group.gates if gate not in group.more)


def _item(gate: GateStory) -> BoxItem:
    return BoxItem(
        gate=gate.id,
        text=" ".join(filter(None, (gate.text, gate.note))),
        question=next((reason.question for reason in gate.reasons), None),
        ticked=gate.ticked,
        ticked_on=gate.ticked_on,
    )


def _more(group: GateGroup) -> str:
    if not group.more:
        return ""
    return ngettext(
        "And {n} more on the safety page.", "And {n} more on the safety page.", len(group.more)
    ).format(n=len(group.more))


def _which_below(advice: Advice) -> str:
    """Say which of the few things below mend what is missing, and whether they are enough."""
    first = [priority.action for priority in advice.priorities]
    numbers = [
        str(number)
        for number, priority in enumerate(advice.priorities, 1)
        if any(cause.gate is not None for cause in priority.because)
    ]
    missing = [gate for gate in advice.gates if gate.state is GateState.MISSING]
    if not numbers:
        return ""
    words = (
        ngettext(
            "Number {numbers} below puts this right.",
            "Numbers {numbers} below put this right.",
            len(numbers),
        )
        if all(_is_mended(gate, advice, first) for gate in missing)
        else ngettext(
            "Begin with number {numbers} below.",
            "Begin with numbers {numbers} below.",
            len(numbers),
        )
    )
    return words.format(numbers=joined(numbers))


def _is_mended(gate: GateFinding, advice: Advice, first: Sequence[ActionId]) -> bool:
    """Whether the few first things are all that a missing gate still needs."""
    left = {each for each in gate.actions if advice.action_by_id[each].in_place is not True}
    return bool(left) and left.issubset(first)


def _to_find_out(pack: Pack, advice: Advice) -> Iterator[str]:
    """Yield the open questions where all that is not said is what a programme is, not does."""
    not_said = [gate for gate in advice.gates if gate.state is GateState.NOT_SAID]
    asked = dict.fromkeys(each for gate in not_said for each in gate.depends_on)
    questions = [pack.questionnaire[each] for each in asked]
    if all(question.role is not Role.PRACTICE for question in questions):
        yield from (question.text for question in questions)
