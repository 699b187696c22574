"""The first page of a report: the programme, what to do first, how safety stands."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Heading, Paragraph, Role
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, Ruled, State
from advisor.models.side_by_side import Marked, Numbered, NumberedList, Pillar, SideBySide
from advisor.paper.cards import TONE
from advisor.paper.description import described_row
from advisor.telling.advice import AdviceStory
from advisor.telling.plan_in_a_line import plan_in_a_line
from advisor.telling.programme import told_programme
from advisor.telling.safety_status import SafetyColumn, SafetyLine, told_safety_status
from advisor.telling.words import MARK


def front_blocks(pack: Pack, plan: Plan, advice: Advice, told: AdviceStory) -> Iterator[Block]:
    """Yield what a reader sees first, for every plan."""
    if line := plan_in_a_line(pack, plan):
        yield Paragraph(text=line, role=Role.LEAD)
    yield Paragraph(text=told.headline.sentence)
    if advice.covered and advice.can_judge:
        yield Paragraph(text=told.caveat, role=Role.SMALL)
        yield Ruled(
            columns=(
                Column(head=_("The programme"), width=34, share=False),
                Column(head=_("In five lines"), width=1),
            ),
            rows=tuple(described_row(each, run_on=True) for each in told_programme(pack, plan)),
            summary=_("The programme in five lines."),
            small=True,
        )
    yield Heading(level=1, text=told.first.title)
    if told.first.things:
        yield NumberedList(
            items=tuple(Numbered(text=each.action.text, why=each.why) for each in told.first.things)
        )
    else:
        yield Paragraph(text=told.first.without)
    yield Heading(level=1, text=_("Safety"))
    status = told_safety_status(pack, plan, advice)
    yield Paragraph(text=status.lead, role=Role.INTRO)
    yield SideBySide(pillars=tuple(map(_pillar, status.columns)))


def _pillar(column: SafetyColumn) -> Pillar:
    return Pillar(
        level=2,
        title=column.title,
        lines=tuple(map(_marked, column.lines)),
        more=column.more,
        last=_marked(column.in_place) if column.in_place else None,
    )


def _marked(line: SafetyLine) -> Marked:
    return Marked(state=State(tone=TONE[line.mark], word=MARK[line.mark]), text=line.text)
