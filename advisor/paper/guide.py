"""The guide for providers on paper: every task with its steps."""

import datetime
from collections.abc import Iterator, Sequence

from advisor.language import _
from advisor.models.blocks import Bullets, Contents, Heading, Paragraph, Role
from advisor.models.document import Block, Document
from advisor.models.side_by_side import Numbered, NumberedList
from advisor.paper.of_program import document_of_program
from advisor.telling.guide import GOOD_TO_KNOW, TITLE, GuideTask


def guide_document(tasks: Sequence[GuideTask], made_on: datetime.date) -> Document:
    """Return the guide; the same arguments give the same document."""
    return document_of_program(_(TITLE), _blocks(tasks), made_on)


def _blocks(tasks: Sequence[GuideTask]) -> Iterator[Block]:
    yield Paragraph(
        text=_("One task after another. Read the one that you have; each stands by itself."),
        role=Role.LEAD,
    )
    yield Contents()
    for task in tasks:
        yield Heading(level=1, text=task.title)
        yield Paragraph(text=task.purpose, role=Role.INTRO)
        yield NumberedList(items=tuple(Numbered(text=step) for step in task.steps))
        if task.good_to_know:
            yield Heading(level=2, text=_(GOOD_TO_KNOW))
            yield Bullets(items=task.good_to_know)
