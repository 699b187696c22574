"""A page whose rows stand as close as it takes to stay one page, and no closer."""

from advisor.models.document import Document
from advisor.models.sheets import Column, NewPage, Row, Ruled, Words, Writing
from advisor.pdf.rendering import render
from tests.support.documents import MADE_AT
from tests.support.paper import words_on_pages


def _tops(rows: int) -> list[list[float]]:
    """Return where the rows of a fitted page begin, page by page."""
    ruled = Ruled(
        columns=(Column(head="What", width=1), Column(head="Who", width=30, share=False)),
        rows=(Row(cells=(Words(text="Begin"), Writing())),) * rows,
        summary="x",
        small=True,
    )
    document = Document(
        title="T",
        kind="K",
        language="en-GB",
        provenance="P",
        blocks=(NewPage(title="Page", steps_closer=3), ruled),
        subject="s",
    )
    pages = words_on_pages(render(document, made_at=MADE_AT))
    tops = [[word.top for word in page if word.text == "Begin"] for page in pages]
    return [page for page in tops if page]


def _gap(tops: list[float]) -> float:
    return round(tops[1] - tops[0], 1)


def test_rows_are_closer_only_where_that_keeps_them_on_one_page() -> None:
    few, many, too_many = (_tops(rows) for rows in (5, 26, 40))
    assert [len(few), len(many), len(too_many)] == [1, 1, 2]
    assert _gap(many[0]) < _gap(few[0])
    assert _gap(too_many[0]) == _gap(few[0])
