"""A starter text on paper: a draft to change, in large type, with lines to sign."""

from collections.abc import Iterator

from advisor.language import N_, _
from advisor.models.blocks import Paragraph, Role
from advisor.models.document import Block
from advisor.models.materials import Starter
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import DraftPart, Signatures
from advisor.telling.starters import told_starter

_SIGNED = (N_("Agreed by"), N_("Date"))
_NEXT_LOOK = N_("We look at it again on")


def starter_blocks(pack: Pack, plan: Plan, starter: Starter, *, signed: bool) -> Iterator[Block]:
    """Yield a draft, top to bottom: what it is, its parts, and who agreed to it if ``signed``."""
    story = told_starter(pack, plan, starter)
    yield Paragraph(text=f"{story.note} {story.about}", role=Role.SMALL)
    for part in story.parts:
        yield DraftPart(heading=part.heading, lines=part.lines)
    if signed:
        hints = _SIGNED if story.says_next_look else (*_SIGNED, _NEXT_LOOK)
        yield Signatures(hints=tuple(map(_, hints)))
