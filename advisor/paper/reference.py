"""Where the advice comes from: what the review names, what is our own, how each source was read."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Reference,
    References,
    Table,
)
from advisor.models.evidence import Source
from advisor.models.ids import SourceId
from advisor.models.pack import Pack
from advisor.telling.naming import link_of
from advisor.telling.words import READ_DEPTH, RECONSTRUCTION, SPLIT_CONFIDENCE


def evidence_blocks(pack: Pack) -> Iterator[Block]:
    """Return what the evidence is, how sure each step of its ladder is, and what it is not."""
    yield Heading(level=1, text="About the evidence")
    yield Paragraph(text=f"{pack.title}, edition {pack.version.version}. {pack.licence}.")
    yield Paragraph(text=_(RECONSTRUCTION))
    yield Paragraph(text=pack.scope.about)
    yield Heading(level=2, text="How sure: the steps of the ladder")
    yield Table(
        header=("Step", "What it means"),
        rows=tuple((term.label, term.definition or term.label) for term in pack.evidence_ladder),
        summary="The steps of the evidence ladder, the firmest first.",
        widths=(36, 64),
    )
    yield Heading(level=2, text="How sure: where one theme ends and the next begins")
    yield Bullets(items=tuple(f"{words}." for words in SPLIT_CONFIDENCE.values()))
    yield Heading(level=2, text="What this is not")
    yield Bullets(items=pack.scope.not_a)
    yield Paragraph(text=f"This edition is due for review in {pack.review_due}.")


def source_blocks(pack: Pack, advice: Advice) -> Iterator[Block]:
    """Return the sources of everything that the report says about this plan."""
    cited = _cited(pack, advice)
    sources = sorted(
        (source for source in pack.sources if source.id in cited),
        key=lambda source: source.citation.casefold(),
    )
    if not sources:
        return
    yield Heading(level=1, text="Sources")
    yield Paragraph(
        text="Each source says how much of it was read for this edition. Where a citation is "
        "marked as to be confirmed, a person still has to check it."
    )
    yield References(items=tuple(_reference(source) for source in sources))


def _reference(source: Source) -> Reference:
    return Reference(
        citation=source.citation,
        link=link_of(source),
        says=f"{source.population}. {source.says}" if source.population else source.says,
        read=READ_DEPTH[source.read],
        to_be_confirmed=source.is_to_be_confirmed,
    )


def _cited(pack: Pack, advice: Advice) -> frozenset[SourceId]:
    notes = {note.id: note for note in pack.scope_notes}
    return frozenset(
        source
        for sources in (
            *(finding.sources for finding in advice.findings if finding.is_live),
            *(pack.action_by_id[action.id].sources for action in advice.actions),
            *(notes[note.id].sources for note in advice.scope_notes),
        )
        for source in sources
    )
