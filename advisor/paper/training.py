"""The training outline: the sessions in a table to plan them, and each one to prepare it."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Bullets, Paragraph, Part, Role
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, GroupRow, Row, Ruled, Spread, Words, Writing
from advisor.telling.grammar import beside
from advisor.telling.training import SessionStory, TrainingStory, tell_training


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the training outline, top to bottom."""
    told = tell_training(pack, plan, advice)
    yield Paragraph(text=told.lead, role=Role.LEAD)
    around = (
        _("Before: {words}").format(words=told.before),
        _("After: {words}").format(words=told.after),
    )
    yield Bullets(items=around, columns=2)
    yield _overview(told)
    if told.waiting:
        yield Paragraph(text=told.waiting, role=Role.SMALL)
    for number, session in enumerate(told.sessions, 1):
        yield _session(number, session)
    yield Paragraph(text=told.about, role=Role.SMALL)


def _overview(told: TrainingStory) -> Ruled:
    return Ruled(
        title=_("The sessions"),
        columns=(
            Column(head=_("No."), width=9, share=False),
            Column(head=_("Session"), width=1),
            Column(head=_("Time"), width=25, share=False),
            Column(head=_("Led by"), width=52, share=False),
            Column(head=_("Date"), width=28, share=False),
        ),
        rows=tuple(_overview_rows(told)),
        summary=_("The sessions with time, who leads them, and room for a date."),
        tight=True,
    )


def _overview_rows(told: TrainingStory) -> Iterator[Row | GroupRow]:
    number = 0
    for group in told.groups:
        if group.title:
            yield GroupRow(title=group.title, level=2, remark=group.time)
        for session in group.sessions:
            number += 1
            title = Words(lead=session.title)
            yield Row(cells=(str(number), title, session.time, session.led_by, Writing()))
    yield Row(cells=("", Words(lead=_("In all")), Words(lead=told.total)))


def _session(number: int, told: SessionStory) -> Spread:
    return Spread(
        title=_("{number}. {title}").format(number=number, title=told.title),
        level=2,
        remark=beside(told.time, told.led_by),
        lead=told.aim,
        left=(Part(label=_("Cover"), items=told.cover),),
        right=(
            Part(label=_("Exercise"), text=told.exercise),
            Part(label=_("You know it was learnt when"), text=told.learnt_when),
        ),
        care=told.note,
        small=told.helps_with,
    )
