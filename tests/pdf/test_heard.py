"""What a reader hears of a paper: headings where they are seen, and each thing for itself."""

from advisor.models.blocks import Card, Part, Tone
from advisor.models.document import Block, Document
from advisor.models.posters import Poster
from advisor.models.sheets import Asked, AskedSet
from advisor.pdf.rendering import render
from tests.support.documents import MADE_AT
from tests.support.paper import bare, elements_told_by_poppler


def _told(block: Block) -> list[tuple[str, str]]:
    document = Document(
        title="The plan", kind="Paper", language="en-GB", provenance="P", blocks=(block,)
    )
    return elements_told_by_poppler(render(document, made_at=MADE_AT))


def test_title_and_what_comes_first_are_headings(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    poster = checklist_document.blocks[0]
    assert isinstance(poster, Poster)
    told = elements_told_by_poppler(flat_checklist)
    headings = [text for kind, text in told if kind == "H1"]

    assert headings[0] == bare(checklist_document.title)
    assert headings[1] == bare(poster.boxes[0].title)


def test_status_statement_and_reasons_are_paragraphs_of_their_own() -> None:
    card = Card(
        level=1,
        title="Strain on peers",
        code="N01",
        tone=Tone.RISK,
        badge="Open",
        lead="It wears peers out.",
        parts=(Part(label="Why here", text="You have two peers."),),
    )

    told = _told(card)

    assert ("H1", bare("The plan")) in told
    for said in ("Open", "It wears peers out.", "Why here", "You have two peers."):
        assert ("P", bare(said)) in told


def test_how_many_to_tick_is_heard_with_the_question() -> None:
    asked = Asked(text="Who leads?", how="(one)", several=False, options=("A", "B"))

    told = _told(AskedSet(level=1, items=(asked,)))

    assert bare("Who leads? (one)") in [text for _kind, text in told]
