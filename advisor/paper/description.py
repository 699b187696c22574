"""The programme on a page, item by item, as reports of programmes are asked to describe them."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Paragraph, Role
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Answered, Answers, Column, Row, Ruled, Words
from advisor.telling.description import DescribedItem, tell_description
from advisor.telling.plan_in_a_line import plan_in_a_line


def compose(pack: Pack, plan: Plan, _advice: Advice) -> Iterator[Block]:
    """Yield the description as a paper of its own."""
    told = tell_description(pack, plan)
    line = plan_in_a_line(pack, plan)
    is_described = bool(plan.description.strip())
    # Where answers stand close together there is no room for both.
    if line and (told.has_room or not is_described):
        yield Paragraph(text=line, role=Role.LEAD if told.has_room else Role.BODY)
    if is_described:
        yield Paragraph(text=plan.description)
    yield from description_blocks(pack, plan)


def description_blocks(pack: Pack, plan: Plan) -> Iterator[Block]:
    """Yield the description, as a table without a heading of its own."""
    told = tell_description(pack, plan)
    yield Ruled(
        columns=(
            Column(head=_("Item"), width=32, share=False),
            Column(head=_("In this programme"), width=1),
        ),
        rows=tuple(described_row(item, run_on=not told.has_room) for item in told.items),
        summary=_("The programme by the items of TIDieR, one item in each row."),
        small=True,
    )
    yield Paragraph(text=told.about, role=Role.SMALL)


def described_row(item: DescribedItem, *, run_on: bool) -> Row:
    """Return a row with what is answered and not said yet; ``run_on`` without lines of its own."""
    said = tuple(Answered(label=each.label, text=each.text) for each in item.answers)
    answers = Answers(items=said, small=item.not_said, run_on=run_on)
    return Row(cells=(Words(lead=item.title), answers))
