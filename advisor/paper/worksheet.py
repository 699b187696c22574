"""The workshop sheet: a page to run the meeting by, then pages for each table in the room."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Heading, Paragraph
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.posters import OpenRoom
from advisor.models.sheets import (
    Answered,
    Answers,
    Asked,
    AskedSet,
    Column,
    Discussion,
    NewPage,
    Room,
    Row,
    Ruled,
    Ticks,
    Words,
    Writing,
)
from advisor.telling.description import DescribedAnswer
from advisor.telling.workshop import WorkshopStory, WorkshopTable, tell_workshop


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the sheet for a workshop, top to bottom."""
    told = tell_workshop(pack, plan, advice)
    yield Paragraph(text=" ".join(filter(None, (told.line, told.lead))))
    yield from _timetable(told)
    yield from _to_settle(told)
    yield from _dots(told)
    for table in told.tables:
        yield from _table(table)


def _timetable(told: WorkshopStory) -> Iterator[Block]:
    if told.timetable:
        yield Ruled(
            title=_("How to run it"),
            columns=(
                Column(head=_("Minutes"), width=18, share=False),
                Column(head=_("What"), width=1),
                Column(head=_("You need"), width=58, share=False),
            ),
            rows=tuple(
                Row(cells=(str(each.minutes), each.what, each.you_need)) for each in told.timetable
            ),
            summary=_("The meeting part by part: minutes, what happens, what you need."),
            small=True,
        )


def _to_settle(told: WorkshopStory) -> Iterator[Block]:
    if told.to_settle:
        yield Ruled(
            title=_("To settle today"),
            title_at=0,
            columns=(
                Column(head=_("Question"), width=1),
                Column(head=_("What we agreed"), width=70, share=False),
                Column(head=_("Who does it"), width=28, share=False),
            ),
            rows=tuple(
                Row(cells=(Words(lead=each.label, text=each.text), Writing(), Writing()))
                for each in told.to_settle
            ),
            summary=_("The first open questions, with room for what you agree and who does it."),
            small=True,
        )


def _dots(told: WorkshopStory) -> Iterator[Block]:
    if told.dots is not None:
        yield Ruled(
            title=told.dots.title,
            title_at=0,
            below=told.dots.below,
            columns=(
                Column(head=told.dots.head, width=1),
                Column(head=_("Dots"), width=62, share=False),
            ),
            rows=tuple(Row(cells=(Words(lead=each), Room())) for each in told.dots.lines),
            summary=_("{title} Each line has room for dots.").format(title=told.dots.title),
        )
    yield OpenRoom(title=_("What else came up"), level=1)


def _table(told: WorkshopTable) -> Iterator[Block]:
    yield NewPage(title=told.title, steps_closer=2)
    yield Paragraph(text=told.who)
    if told.said:
        yield Ruled(
            title=_("You said"),
            level=2,
            title_at=0,
            columns=(
                Column(head=_("Answer"), width=1),
                Column(head=_("Still right?"), width=30, share=False),
                Column(head=_("If not, what is?"), width=56, share=False),
            ),
            rows=tuple(map(_said, told.said)),
            summary=_("What you said, with room to say whether it is still right."),
            small=True,
        )
    if told.still_open:
        yield Heading(level=2, text=_("Still open"))
        items = tuple(
            Asked(
                text=each.text,
                how=each.how,
                several=each.several,
                options=each.options,
                unit=each.unit,
            )
            # Side by side stand questions of like length, the longest across the page last.
            for each in sorted(told.still_open, key=lambda each: len(each.options))
        )
        yield AskedSet(level=3, items=items)
    if told.otherwise:
        yield _otherwise(told)
    for talk in told.talk:
        title = _("Talk about this: {title}").format(title=talk.title)
        yield Discussion(level=2, title=title, question=talk.question, lines=talk.lines)
    yield OpenRoom(title=_("What else came up"), level=2)


def _otherwise(told: WorkshopTable) -> Ruled:
    """Return what somebody sees differently, with room for what is agreed."""
    return Ruled(
        title=_("Seen differently"),
        level=2,
        title_at=0,
        columns=(
            Column(head=_("Question"), width=1),
            Column(head=_("What we agreed"), width=70, share=False),
        ),
        rows=tuple(
            Row(cells=(Words(lead=each.asked, text=" ".join(each.words)), Writing()))
            for each in told.otherwise
        ),
        summary=_("What somebody sees differently, with room for what you agree."),
        small=True,
    )


def _said(told: DescribedAnswer) -> Row:
    answer = Answers(items=(Answered(label=told.label, text=told.text),))
    return Row(cells=(answer, Ticks(labels=(_("yes"), _("no"))), Writing()))
