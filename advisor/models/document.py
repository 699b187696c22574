"""Paper without a renderer: one title, one language, blocks in reading order.

The last promise of accessibility is kept here: headings go down by one level at a time. A
broken promise is a bug in the composer and raises ValueError when the value is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.models import blocks, posters, sheets, side_by_side
from advisor.models.blocks import Card, Heading
from advisor.models.logic import LogicModel
from advisor.models.posters import Listing, Poster
from advisor.models.sheets import AskedSet, Discussion, DraftPart, GroupRow, NewPage, Ruled, Spread
from advisor.models.side_by_side import SideBySide

Block = (
    blocks.Heading
    | blocks.Contents
    | blocks.Paragraph
    | blocks.Bullets
    | blocks.Notice
    | blocks.Tallies
    | blocks.Table
    | blocks.Card
    | blocks.References
    | sheets.NewPage
    | sheets.Ruled
    | LogicModel
    | sheets.Spread
    | sheets.AskedSet
    | sheets.Discussion
    | sheets.DraftPart
    | sheets.Signatures
    | side_by_side.NumberedList
    | side_by_side.SideBySide
    | posters.Poster
    | posters.CutLine
    | posters.Listing
    | posters.OpenRoom
)
Headed = Heading | Card | NewPage | Spread | AskedSet | Discussion | Poster | Listing
"""Blocks that begin with a heading of their level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. ``kind`` says what it is, ``provenance`` stands at the foot of each page.

    ``subject`` names the plan (its id) so that a filled-in copy can find its way back. The
    first page lies on its side when the document is ``landscape``.
    """

    title: str
    kind: str
    language: str
    provenance: str
    blocks: tuple[Block, ...]
    subject: str = ""
    landscape: bool = False

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.kind.strip() and self.provenance.strip()):
            raise ValueError("A document needs a title, a kind and its provenance.")
        before = 0
        for level in _levels(self.blocks):
            if level > before + 1:
                raise ValueError(f"A heading of level {level} follows level {before}.")
            before = level


def _levels(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Headed):
            yield block.level
        elif isinstance(block, DraftPart):
            if block.heading:
                yield block.level
        elif isinstance(block, LogicModel):
            yield from (block.level, block.level + 1) if block.chains else (block.level,)
        elif isinstance(block, SideBySide):
            yield from (pillar.level for pillar in block.pillars)
        elif isinstance(block, Ruled):
            if block.title:
                yield block.level
            yield from (row.level for row in block.rows if isinstance(row, GroupRow))
