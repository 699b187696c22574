"""The principles sheet: how the plan stands to each of the field's principles."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Heading, Paragraph, Role
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import Column, Row, Ruled, Words, Writing
from advisor.telling.principles import PrincipleStory, SomeActions, tell_principles


def compose(pack: Pack, _plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the principles sheet, top to bottom."""
    told = tell_principles(pack, advice)
    lead = _("What this plan has in place for each principle of the field, and what is still open.")
    yield Paragraph(text=lead, role=Role.LEAD)
    for paragraph in (told.original, told.ours):
        if paragraph:
            yield Paragraph(text=paragraph, role=Role.SMALL)
    for principle in told.principles:
        yield Heading(level=1, text=principle.label)
        yield _table(principle)


def _table(told: PrincipleStory) -> Ruled:
    return Ruled(
        columns=(Column(head=_("In place"), width=1), Column(head=_("Still open"), width=1)),
        rows=(
            Row(cells=(_some(told.in_place), _some(told.still_open))),
            Row(cells=(Writing(hint=_("In our own words")),)),
            Row(cells=(Writing(),)),
        ),
        summary=_("{principle}: what is in place, what is still open, room for own words.").format(
            principle=told.label
        ),
        small=True,
        whole=True,
    )


def _some(told: SomeActions) -> Words:
    return Words(items=told.items, small=told.more)
