"""The action checklist: a poster for the wall, pieces to hand out, and a page to sign."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Bullets, Heading, Paragraph, Tone
from advisor.models.document import Block
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.posters import CutLine, Listing, OpenRoom
from advisor.models.sheets import Column, GroupRow, NewPage, Row, Ruled, Signatures
from advisor.paper.poster import poster_of
from advisor.paper.tasks import declined_words, task_row, task_words, tick_of, tick_of_gate
from advisor.telling.naming import title_of
from advisor.telling.opening import NoteStory, notes
from advisor.telling.poster import told_poster
from advisor.telling.safety_page import SafetyGroup, SafetyStory, SafetyTick, told_safety
from advisor.telling.who_does_what import TaskBlock, TasksStory, told_tasks

_TONE = {Mark.MISSING: Tone.RISK, Mark.NOT_SAID: Tone.CAUTION, Mark.SAFETY: Tone.CALM}

NAME_TO_TYPE, DAY_TO_TYPE = 58, 24
"""Millimetres that a long name and a day written out need where they are typed."""


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the checklist of a plan, top to bottom."""
    yield poster_of(told_poster(pack, plan, advice))
    told = told_tasks(pack, plan, advice)
    tasks = tuple(_tasks(told, title_of(plan)))
    yield from tasks
    if not (advice.covered and advice.can_judge):
        yield from _outside(notes(pack, advice), is_new_page=not tasks)
    if tasks:
        yield OpenRoom(title=told.agreed_title)
    yield from _safety(told_safety(pack, plan, advice))


def _tasks(story: TasksStory, plan_title: str) -> Iterator[Block]:
    if not (story.blocks or story.own_risks or story.lists):
        return
    yield NewPage(title=story.title)
    yield Paragraph(text=story.lead)
    for number, block in enumerate(story.blocks):
        if number:
            yield CutLine()
        yield _block(block, plan_title)
    if story.own_risks:
        yield Heading(level=2, text=story.own_risks_title)
        yield Bullets(items=tuple(risk.sentence for risk in story.own_risks))
    for each in story.lists:
        yield Listing(
            title=each.title,
            intro=each.intro,
            items=tuple(
                item if isinstance(item, str) else declined_words(item) for item in each.items
            ),
            more=each.more,
            ticked=each.are_done,
        )


def _block(block: TaskBlock, plan_title: str) -> Ruled:
    return Ruled(
        columns=_columns(_("Done"), _("What"), tick=11, who=36, due=25),
        rows=tuple(map(task_row, block.tasks)),
        summary=_("What to do, who and by when: {part}.").format(part=block.title),
        title=block.title,
        level=2,
        below=plan_title,
        tight=True,
    )


def _columns(done: str, what: str, *, tick: int, who: int, due: int) -> tuple[Column, ...]:
    return (
        Column(head=done, width=tick, share=False),
        Column(head=what, width=1),
        Column(head=_("Who"), width=who, share=False, to_type=NAME_TO_TYPE),
        Column(head=_("By when"), width=due, share=False, to_type=DAY_TO_TYPE),
    )


def _outside(found: tuple[NoteStory, ...], *, is_new_page: bool) -> Iterator[Block]:
    """Yield where the evidence stops, for a plan of which it cannot judge the form."""
    certain = [note for note in found if not note.may_only]
    if not certain:
        return
    title = _("Where the evidence stops")
    items = tuple(note.short for note in certain)
    if is_new_page:
        yield NewPage(title=title)
        yield Bullets(items=items)
    else:
        yield Listing(title=title, intro="", items=items)


def _safety(story: SafetyStory) -> Iterator[Block]:
    yield NewPage(title=story.title, steps_closer=3, joins_if_long=True)
    yield Paragraph(text=story.lead)
    columns = _columns(_("Seen"), _("What"), tick=10, who=28, due=20)
    urgent = [group for group in story.groups if group.has_lines]
    if urgent:
        yield Ruled(
            columns=columns,
            rows=tuple(row for group in urgent for row in _group(group)),
            summary=_("What safety asks for, in groups, the most urgent first."),
            small=True,
        )
    if story.ticks:
        yield Ruled(
            columns=columns[:2],
            rows=tuple(map(_ticked, story.ticks)),
            summary=_("What was ticked as being so, to look at again."),
            title=story.ticks_title,
            level=2,
            small=True,
            in_halves=True,
        )
    for group in story.groups:
        if not group.has_lines:
            yield Ruled(
                columns=columns[:2],
                rows=tuple(
                    Row(cells=(tick_of(task.action), task_words(task))) for task in group.tasks
                ),
                summary=_("What safety asks of every programme."),
                title=group.title,
                level=2,
                small=True,
                whole=True,
                with_next=True,
                in_halves=True,
            )
    yield Signatures(text=story.signing, hints=story.signing_lines)


def _ticked(told: SafetyTick) -> Row:
    tick = tick_of_gate(told.gate, told.text, ticked=True)
    return Row(cells=(tick, " ".join(filter(None, (told.text, told.ticked)))))


def _group(group: SafetyGroup) -> Iterator[Row | GroupRow]:
    yield GroupRow(title=group.title, level=2, tone=_TONE[group.mark])
    yield from map(task_row, group.tasks)
