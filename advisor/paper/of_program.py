"""A document about the program itself, not about a plan: the guide, what is kept about people."""

import datetime
from collections.abc import Iterable

from advisor.language import _, spoken
from advisor.models.document import Block, Document
from advisor.telling.grammar import day
from advisor.version import VERSION


def document_of_program(title: str, blocks: Iterable[Block], made_on: datetime.date) -> Document:
    """Return the document; the same arguments give the same one."""
    return Document(
        title=title,
        kind=_("Peer support programme advisor"),
        language=spoken(),
        provenance=_("Version {version}, made on {day}").format(version=VERSION, day=day(made_on)),
        blocks=tuple(blocks),
    )
