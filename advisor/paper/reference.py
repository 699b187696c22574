"""Where the advice comes from: what the evidence is, and each source with how it was read."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import Bullets, Heading, Paragraph, Reference, References, Role
from advisor.models.document import Block
from advisor.models.evidence import Source
from advisor.models.pack import Pack
from advisor.telling.library import about, source_entry
from advisor.telling.shelves import LibraryEntry


def evidence_blocks(pack: Pack) -> Iterator[Block]:
    """Return what the evidence is, how sure each step of its ladder is, and what it is not."""
    yield Heading(level=1, text=_("About the evidence"))
    for part in about(pack):
        yield Heading(level=2, text=part.heading)
        texts = tuple(line.text for line in part.lines)
        yield Bullets(items=texts) if len(texts) > 1 else Paragraph(text=texts[0])


def source_blocks(pack: Pack, advice: Advice) -> Iterator[Block]:
    """Return the sources of all that is said about this plan, under their step of the ladder."""
    cited = _cited(pack, advice)
    if not cited:
        return
    yield Heading(level=1, text=_("Sources"))
    yield Paragraph(
        text=_(
            "Each source says how much of it was read for this edition. Where a citation is "
            "marked as to be confirmed, a person still has to check it."
        ),
        role=Role.INTRO,
    )
    for step, title in (("", ""), *((step.id, step.label) for step in pack.evidence_ladder)):
        entries = sorted(
            (source_entry(pack, source) for source in cited if source.step == step),
            key=lambda entry: entry.title.casefold(),
        )
        if entries and title:
            yield Heading(level=2, text=title)
        if entries:
            yield References(items=tuple(map(_reference, entries)))


def _reference(source: LibraryEntry) -> Reference:
    return Reference(
        citation=source.title,
        link=source.address,
        says=source.says,
        read=source.line,
        to_be_confirmed=source.is_to_be_confirmed,
    )


def _cited(pack: Pack, advice: Advice) -> list[Source]:
    notes = {note.id: note for note in pack.scope_notes}
    cited = {
        source
        for sources in (
            *(finding.sources for finding in advice.findings if finding.is_live),
            *(branch.sources for finding in advice.findings for branch in finding.from_elsewhere),
            *(pack.action_by_id[action.id].sources for action in advice.actions),
            *(notes[note.id].sources for note in advice.scope_notes),
        )
        for source in sources
    }
    return [source for source in pack.sources if source.id in cited]
