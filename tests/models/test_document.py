"""What a document promises to a screen reader, it promises when it is made."""

from dataclasses import replace
from typing import Any

import pytest

from advisor.models.blocks import (
    Bullets,
    Card,
    Heading,
    Table,
    Tone,
)
from advisor.models.document import Document
from advisor.models.posters import Listing
from advisor.models.sheets import Asked, AskedSet, Discussion, Spread
from tests.support.posters import POSTER


def _document(*blocks: Any, **changes: Any) -> Document:
    fields: dict[str, Any] = {"title": "T", "kind": "K", "language": "en-GB", "provenance": "P"}
    return Document(**(fields | changes), blocks=blocks)


def test_headings_go_down_one_level_at_a_time() -> None:
    headings = [Heading(level=level, text="x") for level in (1, 2, 3, 1, 2)]

    assert _document(*headings).blocks == tuple(headings)
    with pytest.raises(ValueError, match="level 3 follows level 1"):
        _document(Heading(level=1, text="x"), Heading(level=3, text="x"))
    with pytest.raises(ValueError, match="level 2 follows level 0"):
        _document(Heading(level=2, text="x"))


def test_cards_and_questions_count_as_headings() -> None:
    card = Card(level=3, title="x", code="N01", badge="Applies", tone=Tone.GOOD, lead="y")
    question = AskedSet(level=3, items=(Asked(text="x", how="", several=False, options=()),))
    talk = Discussion(level=3, title="x", question="y", lines=2)
    spread = Spread(level=3, title="x", left=(), right=())
    for block in (card, question, talk, spread):
        with pytest.raises(ValueError, match="level 3 follows"):
            _document(Heading(level=1, text="x"), block)


@pytest.mark.parametrize("field", ["title", "kind", "provenance"])
def test_a_document_has_a_title_a_kind_and_its_provenance(field: str) -> None:
    with pytest.raises(ValueError, match="needs a title"):
        _document(**{field: "  "})


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_a_level_that_exists(level: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 4"):
        Heading(level=level, text="x")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Heading(level=1, text=" "), "needs a text"),
        (lambda: Bullets(items=()), "at least one item"),
        (lambda: Listing(title="x", intro="", items=()), "at least one item"),
        (lambda: replace(POSTER, without_tasks=""), "what to do first"),
        (lambda: replace(POSTER, danger_title=" "), "needs a text"),
        (
            lambda: Card(level=1, title="x", code="", badge="", tone=Tone.GOOD, lead=""),
            "state in words",
        ),
        (
            lambda: Table(header=("a",), rows=(("b",),), summary="", widths=(1,)),
            "summary in words",
        ),
        (
            lambda: Table(header=("",), rows=(("b",),), summary="s", widths=(1,)),
            "every header cell",
        ),
        (lambda: Table(header=("a",), rows=(), summary="s", widths=(1,)), "and a row"),
        (
            lambda: Table(header=("a",), rows=(("b", "c"),), summary="s", widths=(1,)),
            "as many cells",
        ),
        (lambda: AskedSet(level=1, items=()), "no question"),
    ],
)
def test_a_block_without_what_a_reader_needs_is_never_made(make: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()
