"""Actions, counts and what to settle first, as a checklist and a report show them."""

from collections.abc import Iterable, Iterator

from advisor.language import _
from advisor.models.advice import Summary
from advisor.models.blocks import Block, CheckItem, Notice, Tallies, Tally, Tone
from advisor.models.ids import ConfigurationId
from advisor.models.marks import Mark
from advisor.paper.cards import TONE
from advisor.telling.action import ActionRow
from advisor.telling.advice import AdviceStory
from advisor.telling.grammar import at_most
from advisor.telling.headline import counts
from advisor.telling.opening import BEFORE_YOU_OPEN, FIRST, OUTSIDE

MOST_TITLES = 2
MOST_WHOLE_NOTES = 2
COUNTED = (Mark.RISK, Mark.PARTLY_ADDRESSED, Mark.ADDRESSED, Mark.MAY_APPLY)


def tallies(summary: Summary) -> Tallies:
    """Return the counts that stand at the top of a document."""
    return Tallies(
        items=tuple(
            Tally(count=count.number, words=count.words, tone=TONE[count.mark])
            for count in counts(summary)
            if count.mark in COUNTED
        )
    )


def opening_blocks(told: AdviceStory, *, whole_notes: bool) -> Iterator[Block]:
    """Return what to settle before anything else: the launch gate, the scope, open questions.

    Without ``whole_notes``, or when they are many, the notes on the scope show their titles
    only; the report has them all.
    """
    for gate in told.gates:
        reasons = (reason.sentence for reason in gate.reasons)
        yield Notice(tone=Tone.RISK, title=_(BEFORE_YOU_OPEN), paragraphs=(gate.short, *reasons))
    if told.outside:
        whole = whole_notes and len(told.outside) <= MOST_WHOLE_NOTES
        titles = " ".join(f"{note.title}." for note in told.outside)
        yield Notice(
            tone=Tone.CAUTION,
            title=_(OUTSIDE),
            paragraphs=tuple(note.short for note in told.outside) if whole else (titles,),
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
