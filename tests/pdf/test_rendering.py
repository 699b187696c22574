"""The papers as PDF: accessible, archivable, the same to the byte, nothing lost."""

import datetime
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import ExportError
from advisor.models.blocks import (
    Card,
    Heading,
    Notice,
    Paragraph,
    Part,
    Table,
    Tone,
)
from advisor.models.document import Document
from advisor.models.findings import Verdict
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind
from advisor.models.plan import Choice, Decision, EntryKey, OwnAction
from advisor.models.posters import Poster
from advisor.models.sheets import Row, Ruled, Words
from advisor.pdf import rendering, setting
from advisor.pdf.cleaning import RUN, clean_line
from advisor.pdf.rendering import preview_pages, render
from advisor.rules.engine import advise
from tests.support import decided
from tests.support.documents import MADE_AT, MADE_ON, Example, annex, checklist
from tests.support.paper import (
    bare,
    complaints_of_poppler,
    in_order,
    inside_the_margins,
    is_sound,
    page_count,
    page_sizes,
    properties,
    structure_told_by_pdfium,
    structure_told_by_poppler,
    text_of,
    words_on_pages,
)
from tests.support.pdfcheck.checking import problems_in
from tests.support.posters import one_task

A4, LETTER = (595, 842), (612, 792)


@pytest.fixture(params=PaperKind)
def flat(request: pytest.FixtureRequest, flat_paper: Callable[[PaperKind], bytes]) -> bytes:
    return flat_paper(request.param)


def test_a_flat_paper_keeps_pdf_ua_and_pdf_a(flat: bytes) -> None:
    assert problems_in(flat, archive=True) == {}
    assert is_sound(flat)


def test_poppler_has_nothing_to_complain_of(flat: bytes) -> None:
    assert complaints_of_poppler(flat) == ""


def test_what_is_left_out_for_poppler_leaves_every_text_as_it_is() -> None:
    title = "/MarkInfo<</Marked true/Suspects false>> /O/Layout/BorderColor[[0 0 0][1 1 1]]"
    document = Document(
        title=title, kind="K", language="en-GB", provenance="P", blocks=(one_task(),)
    )

    assert title in properties(render(document, made_at=MADE_AT))["Title"]


def test_a_flat_paper_is_tagged_and_titled_without_scripts_or_forms(flat: bytes) -> None:
    said = properties(flat)

    assert said["Tagged"] == "yes"
    assert said["Title"]
    assert said["Form"] == "none"
    assert said["JavaScript"] == "no"
    assert said["Encrypted"] == "no"
    assert said["CreationDate"].startswith("Wed Nov 25 12:00:00 2026")


def test_nothing_stands_outside_the_margins(flat: bytes) -> None:
    assert inside_the_margins(flat)


def test_the_same_paper_has_the_same_bytes(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    setting._typesetter.cache_clear()

    assert render(checklist_document, made_at=MADE_AT) == flat_checklist


def test_another_moment_changes_the_dates_and_not_the_words(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    later = MADE_AT + datetime.timedelta(days=1)
    made = render(checklist_document, made_at=later)

    assert made != flat_checklist
    assert text_of(made) == text_of(flat_checklist)


def test_the_paper_size_is_the_one_asked_for(flat_checklist: bytes, flat_worksheet: bytes) -> None:
    assert set(page_sizes(flat_checklist)) == {A4}
    assert set(page_sizes(flat_worksheet)) == {LETTER}


def test_the_checklist_is_read_in_its_order(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    actions = [text for text in _actions(checklist_document) if text.isascii()]

    assert in_order(structure_told_by_pdfium(flat_checklist), actions) == actions


def test_poppler_reads_the_same_order(pack: Pack, example: Callable[[int], Example]) -> None:
    document = checklist.compose(pack, *example(5), MADE_ON)
    actions = list(_actions(document))

    told = structure_told_by_poppler(render(document, made_at=MADE_AT))

    assert in_order(told, actions) == actions


def _actions(document: Document) -> Iterator[str]:
    """Yield what a checklist asks for, each once, in reading order."""
    poster = document.blocks[0]
    assert isinstance(poster, Poster)
    texts = [task.text for task in poster.tasks]
    for block in document.blocks:
        if isinstance(block, Ruled):
            rows = (row.cells[1] for row in block.rows if isinstance(row, Row))
            texts += [cell.text for cell in rows if isinstance(cell, Words)]
    yield from dict.fromkeys(texts)


@pytest.fixture(scope="module")
def annex_told(flat_annex: bytes) -> str:
    return structure_told_by_pdfium(flat_annex)


def test_the_annex_reads_every_finding(
    pack: Pack, decided_example: Example, annex_told: str
) -> None:
    _, advice = decided_example
    titles = [pack.configuration_by_id[finding.configuration].title for finding in advice.findings]
    reasons = [
        branch.text
        for finding in advice.with_verdict(Verdict.APPLIES)
        for branch in finding.at_work
    ]

    assert set(in_order(annex_told, titles)) == set(titles)
    assert set(in_order(annex_told, reasons)) == set(reasons)


def test_the_annex_reads_every_action(decided_example: Example, annex_told: str) -> None:
    actions = [action.text for action in decided_example[1].actions]

    assert set(in_order(annex_told, actions)) == set(actions)


def test_a_long_address_is_copied_as_it_is(pack: Pack, flat_annex: bytes) -> None:
    words = [word.text for page in words_on_pages(flat_annex) for word in page]
    whole = [each.doi for each in pack.sources if f"https://doi.org/{each.doi}" in words]

    assert max(map(len, whole), default=0) > RUN
    assert "\u200b" not in "".join(words)


def test_what_people_wrote_stands_there_as_they_wrote_it(
    flat_checklist: bytes, flat_annex: bytes
) -> None:
    for made in (flat_checklist, flat_annex):
        words = text_of(made)
        for written in (decided.REASON, decided.NOTE, decided.OWN_RISK, "Siân"):
            assert bare(written) in words


def test_the_longest_texts_stay_on_the_page(pack: Pack, decided_example: Example) -> None:
    plan, _ = decided_example
    long = "An endless note. " * 580
    plan = replace(
        plan.with_entry(
            EntryKey.of_decision(decided.WILL),
            Decision(choice=Choice.WE_WILL, note=long, owner="x" * 300),
        ),
        title="x" * 300,
        description=long,
        own_actions=(OwnAction(id="o", text=long, stage="plan"),),
    )
    advice = advise(pack, plan)

    for compose in (checklist.compose, annex.compose):
        made = render(compose(pack, plan, advice, MADE_ON), made_at=MADE_AT)

        assert inside_the_margins(made)
        assert text_of(made).count("endless") >= 2 * 580


def test_a_paper_can_be_made_beside_the_main_thread(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(render(checklist_document, made_at=MADE_AT)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [flat_checklist] * 3


def test_the_preview_shows_the_same_pages(
    checklist_document: Document, flat_checklist: bytes
) -> None:
    pages = preview_pages(checklist_document, ppi=40, made_at=MADE_AT)

    assert len(pages) == page_count(flat_checklist)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_document_that_cannot_be_set_is_refused_without_its_words(
    checklist_document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "typeset", lambda *_: '{"title": "secret"}')

    with pytest.raises(ExportError) as caught:
        render(checklist_document, made_at=MADE_AT)

    assert "could not be made into a PDF" in str(caught.value)
    assert "secret" not in str(caught.value)


HOSTILE = [
    '#read("/etc/passwd") #import "@preview/x:1.0.0": *',
    "£5 * 3 = £15 #1 priority <label> @ref $x$ _a_ `code` // no",
    "<img src=x onerror=alert(1)> &amp; {{7*7}} %s \\u{41}",
    "\u202eevil \u2066x\u2069 \x00\x1b[31m \ud800",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "x" * 600,
    "سلام " * 60,
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 漢字 \U0010ffff",
    "\n\n\n.\n",
]
texts = st.sampled_from(HOSTILE) | st.text(max_size=80)


@settings(max_examples=25)
@given(title=texts, text=texts)
def test_any_text_makes_a_sound_paper(title: str, text: str) -> None:
    written = text if text.strip() else "."
    heading = title if clean_line(title).strip() else "."
    document = Document(
        title=heading,
        kind="Test",
        language="en-GB",
        provenance=written,
        blocks=(
            Heading(level=1, text=heading),
            Paragraph(text=written),
            Notice(tone=Tone.RISK, title=heading, paragraphs=(written,)),
            one_task(written, text),
            Card(
                level=2,
                title=heading,
                code="N01",
                badge=written,
                tone=Tone.GOOD,
                lead=text,
                parts=(Part(label=written, text=text, items=(text,)),),
            ),
            Table(header=(written,), rows=((text,),), summary="One cell.", widths=(1,)),
        ),
    )

    made = render(document, made_at=MADE_AT)

    assert made.startswith(b"%PDF-1.7")
    assert problems_in(made, archive=True) == {}
