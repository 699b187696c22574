"""Actions, counts and what to settle first, as a checklist and a report show them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.blocks import CheckItem, Checklist, Notice, Tallies, Tally, Tone
from advisor.models.document import Block
from advisor.models.ids import ConfigurationId
from advisor.models.marks import Mark
from advisor.paper.cards import TONE
from advisor.telling.action import ActionRow
from advisor.telling.advice import AdviceStory
from advisor.telling.grammar import at_most
from advisor.telling.headline import counts
from advisor.telling.opening import FIRST, OUTSIDE, TAKE_CARE

MOST_TITLES = 2
MOST_WHOLE_NOTES = 2
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

    An open risk is counted at nought too, unless something is missing.
    """
    is_calm = not advice.summary.gates_missing
    items = tuple(
        Tally(count=count.number, words=count.words, tone=TONE[count.mark])
        for count in counts(advice)
        if count.mark in COUNTED and (count.number or (count.mark is Mark.RISK and is_calm))
    )
    if items:
        yield Tallies(items=items[:MOST_TALLIES])


def gate_blocks(told: AdviceStory, *, all_of_them: bool) -> Iterator[Block]:
    """Return what is missing, and what to check with a box before each."""
    for group in told.gates:
        gates = group.gates if all_of_them else group.first
        sentences = tuple(gate.sentence for gate in gates)
        intro = " ".join(filter(None, (group.intro, _left_out(len(group.gates) - len(gates)))))
        yield Notice(
            tone=Tone.RISK if group.is_missing else Tone.CAUTION,
            title=group.title,
            paragraphs=(intro, *sentences) if group.is_missing else (intro,),
            ticks=() if group.is_missing else sentences,
        )


def _left_out(number: int) -> str:
    if not number:
        return ""
    return ngettext("The annex names {n} more.", "The annex names {n} more.", number).format(
        n=number
    )


def first_blocks(told: AdviceStory) -> Iterator[Block]:
    """Return the few things to do first, each with why."""
    if told.first.things:
        items = tuple(
            replace(_item(thing.action, None, brief=True), why=thing.why)
            for thing in told.first.things
        )
        yield Checklist(level=1, title=told.first.title, items=items)


def opening_blocks(told: AdviceStory) -> Iterator[Block]:
    """Return what to know before anything else: the scope, and open questions.

    When they are many, the notes on the scope show their titles only; the annex has them all.
    """
    for title, found in ((TAKE_CARE, told.care), (OUTSIDE, told.outside)):
        whole = len(found) <= MOST_WHOLE_NOTES
        titles = " ".join(f"{note.title}." for note in found)
        if found:
            yield Notice(
                tone=Tone.CAUTION,
                title=_(title),
                paragraphs=tuple(note.short for note in found) if whole else (titles,),
            )
    if told.first_questions:
        yield Notice(
            tone=Tone.CALM,
            title=_(FIRST),
            paragraphs=tuple(question.sentence for question in told.first_questions),
        )


def items_of(
    rows: Iterable[ActionRow], *, besides: ConfigurationId | None = None, brief: bool = False
) -> tuple[CheckItem, ...]:
    """Return actions to tick off; ``besides`` is the finding they are listed under.

    ``brief`` leaves out marks and what they serve.
    """
    return tuple(_item(row, besides, brief=brief) for row in rows)


def _item(row: ActionRow, besides: ConfigurationId | None, *, brief: bool) -> CheckItem:
    titles = tuple(each.title for each in row.serves if each.configuration != besides)
    return CheckItem(
        key=row.id,
        text=row.text,
        owner=row.decision.owner,
        role=row.role,
        due=row.decision.due,
        serves=() if brief else at_most(MOST_TITLES, titles),
        marks=() if brief else row.marks,
        note=row.decision.note,
        reason=row.decision.reason if row.is_declined else "",
        ticked=row.in_place is True,
    )
