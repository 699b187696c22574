"""Counts, what is missing, and what comes first, as they stand at the top of the annex."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Notice, Tallies, Tally, Tone
from advisor.models.document import Block
from advisor.models.marks import Mark
from advisor.models.sheets import Column, Row, Ruled, Words, Writing
from advisor.paper.cards import TONE
from advisor.telling.advice import AdviceStory
from advisor.telling.counts import counts
from advisor.telling.first import FirstThing
from advisor.telling.grammar import short_day

COUNTED = (
    Mark.MISSING,
    Mark.NOT_SAID,
    Mark.RISK,
    Mark.PARTLY_ADDRESSED,
    Mark.ADDRESSED,
    Mark.MAY_APPLY,
)
MOST_TALLIES = 4


def tallies(advice: Advice) -> Iterator[Tallies]:
    """Return the counts that stand at the top of a document: those that are not nought.

    An open risk is counted at nought too, unless something is missing; that is no warning.
    """
    is_calm = not advice.summary.gates_missing
    items = tuple(
        Tally(
            count=count.number,
            words=count.words,
            tone=TONE[count.mark] if count.number else Tone.GOOD,
        )
        for count in counts(advice)
        if count.mark in COUNTED and (count.number or (count.mark is Mark.RISK and is_calm))
    )
    if items:
        yield Tallies(items=items[:MOST_TALLIES])


def gate_blocks(told: AdviceStory) -> Iterator[Block]:
    """Return what is missing, and what to check with a box before each."""
    for group in told.gates:
        left = tuple(gate.sentence for gate in group.left)
        ticked = tuple(gate.sentence for gate in group.ticked)
        yield Notice(
            tone=Tone.RISK if group.is_missing else Tone.CAUTION,
            title=group.title,
            paragraphs=(group.intro, *left) if group.is_missing else (group.intro, *ticked),
            ticks=() if group.is_missing else left,
        )


def first_blocks(told: AdviceStory) -> Iterator[Block]:
    """Return the few things to do first, each with why."""
    if told.first.things:
        yield Ruled(
            columns=(
                Column(head=_("What"), width=1),
                Column(head=_("Who"), width=40, share=False),
                Column(head=_("By when"), width=25, share=False),
            ),
            rows=tuple(map(_first, told.first.things)),
            summary=_("What to do first, why, who and by when."),
            title=told.first.title,
            title_at=0,
        )


def _first(thing: FirstThing) -> Row:
    row = thing.action
    due = short_day(row.decision.due) if row.decision.due else ""
    return Row(
        cells=(
            Words(text=row.text, small=thing.why),
            Writing(hint=row.role, value=row.decision.owner),
            Writing(value=due),
        )
    )
