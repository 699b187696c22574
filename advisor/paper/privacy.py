"""What the program keeps and where it goes, on one page, and a note for trustees on the next."""

import datetime
from collections.abc import Iterator

from advisor.language import _
from advisor.models.blocks import Bullets, Heading, Notice, Table, Tone
from advisor.models.document import Block, Document
from advisor.models.sheets import NewPage
from advisor.paper.of_program import document_of_program
from advisor.telling.privacy import TITLE, ToldPrivacy, for_trustees, leaving


def privacy_document(told: ToldPrivacy, made_on: datetime.date) -> Document:
    """Return the sheet and the note; the same arguments give the same document."""
    return document_of_program(_(TITLE), (*_sheet(told), *_note()), made_on)


def _sheet(told: ToldPrivacy) -> Iterator[Block]:
    yield Table(
        header=(_("What"), _("What it holds"), _("Whom it may be about")),
        rows=(*told.kept, *((name, _("Not described yet"), "") for name in told.unsaid)),
        summary=_("What the program keeps: what it is, what it holds and whom it may be about."),
        widths=(14, 50, 36),
    )
    yield Table(
        header=(_("Where it lies"), _("What is there"), _("How long")),
        rows=told.lies,
        summary=_("Where it lies on this computer, what is there, and for how long."),
        widths=(36, 34, 30),
    )
    yield Heading(level=1, text=_("What leaves this computer"))
    yield Bullets(items=leaving())


def _note() -> Iterator[Block]:
    yield NewPage(title=_("Data protection: a note for trustees"))
    for title, sentences in for_trustees():
        yield Heading(level=2, text=title)
        yield Bullets(items=sentences)
    yield Notice(
        tone=Tone.CALM,
        title=_("This is not legal advice"),
        paragraphs=(
            _(
                "It says what the program does. Whether that is enough for you, whoever looks "
                "after data protection in your organisation can say."
            ),
        ),
    )
