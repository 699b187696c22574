"""The evaluation plan: two pages on how to notice harm, and to learn."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Bullets, Heading, Notice, Paragraph, Role, Tone
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, NewPage, Row, Ruled, Words
from advisor.telling.evaluation import (
    EvaluationStory,
    QuestionsToAsk,
    QuestionToAsk,
    tell_evaluation,
)

MOST_BENEFITS_IN_BRIEF = 5
MOST_ON_A_PAGE = 9
"""With more questions about harm the first page is full, and the others follow on."""


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the evaluation plan as a paper of its own."""
    yield from evaluation_blocks(pack, plan, advice, level=1, brief=False)


def evaluation_blocks(
    pack: Pack, plan: Plan, advice: Advice, *, level: int, brief: bool
) -> Iterator[Block]:
    """Yield the evaluation plan under headings of a level.

    ``brief``, as a part of another paper, it names a few of the benefits and begins no page.
    """
    most = MOST_BENEFITS_IN_BRIEF if brief else None
    told = tell_evaluation(pack, plan, advice, most_benefits=most)
    yield Paragraph(text=told.about)
    yield Heading(level=level, text=_("How to ask"))
    yield Bullets(items=tuple(filter(None, (told.who_asks, *told.how_to_ask))), columns=2)
    harm = [group for group in told.groups if group.are_of_harm]
    for group in harm:
        yield from _asked(group, level)
    if not brief and sum(len(group.questions) for group in harm) <= MOST_ON_A_PAGE:
        yield NewPage(level=level, title=_("Endings, what helped, and coming at all"))
        level += 1
    for group in told.groups:
        if not group.are_of_harm:
            yield from _asked(group, level)
    yield from _counted(told, level)
    yield Notice(
        tone=Tone.CALM,
        title=_("Who reads the answers"),
        paragraphs=(told.readers, told.no_harm_found),
    )


def _asked(group: QuestionsToAsk, level: int) -> Iterator[Block]:
    each_has_its_own = not group.shared
    yield Ruled(
        title=group.title,
        level=level,
        title_at=0,
        below=group.shared,
        columns=(
            Column(head=_("Question"), width=1),
            *(_when_and_then(group) if each_has_its_own else ()),
        ),
        rows=tuple(_question(each, alone=not each_has_its_own) for each in group.questions),
        summary=_("Questions to ask: {title}").format(title=group.title),
        small=True,
        whole=not group.are_of_harm,
    )
    if group.note:
        yield Paragraph(text=group.note, role=Role.SMALL)


def _when_and_then(group: QuestionsToAsk) -> tuple[Column, ...]:
    return (
        Column(head=_("When"), width=40, share=False),
        Column(head=group.then, width=70, share=False),
    )


def _question(told: QuestionToAsk, *, alone: bool) -> Row:
    if alone:
        return Row(cells=(Words(lead=told.question),))
    question = Words(lead=told.question, small=told.follow_up)
    return Row(cells=(question, told.when_and_who, told.then))


def _counted(told: EvaluationStory, level: int) -> Iterator[Block]:
    if told.counts:
        yield Ruled(
            title=_("What to count"),
            level=level,
            title_at=0,
            columns=(
                Column(head=_("What"), width=1),
                Column(head=_("Why"), width=60, share=False),
                Column(head=_("How often"), width=38, share=False),
            ),
            rows=tuple(
                Row(cells=(Words(lead=each.what), each.why, each.how_often)) for each in told.counts
            ),
            summary=_("What to count, why, and how often."),
            small=True,
        )
