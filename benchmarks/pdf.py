"""PDF export beside WeasyPrint and ReportLab: the same headings, texts and rows.

Each library runs in a process of its own: first export of a complete plan (import and fonts
included), the mean of four other plans after it, peak memory, size. Equal content is checked
before anything is printed. Only the first two make tagged files; ReportLab makes plain ones
and has less to do.
"""

# ruff: noqa: PLC0415 - each library is loaded in its own process only

import datetime
import html
import io
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from advisor import locations
from advisor.models.blocks import Card, Cell, Chain, Heading, Paragraph, Table
from advisor.models.document import Block, Document
from advisor.models.papers import PaperKind
from advisor.models.posters import Poster
from advisor.models.sheets import Content, Row, Ruled, Words
from advisor.packs.reading import read_pack
from advisor.paper.papers import paper_of
from advisor.plan_files.reading import read_plan
from advisor.rules.engine import advise

MADE_AT = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)
COMPLETE = 3
KINDS = ("checklist", "report")


@dataclass(frozen=True)
class Piece:
    """A heading (level over 0), a paragraph, or rows of a table with a header."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def documents(kind: str) -> list[Document]:
    """Return the papers of the five example plans, a complete one first."""
    pack, paper = read_pack(locations.evidence_folder()).pack, paper_of(PaperKind(kind))
    files = sorted(locations.examples_folder().glob("*.json"))
    plans = [read_plan(file, pack) for file in (files.pop(COMPLETE), *files)]
    return [paper.compose(pack, plan, advise(pack, plan), MADE_AT.date()) for plan in plans]


def pieces(document: Document) -> tuple[Piece, ...]:
    """Return what all three have to print."""
    found = (piece for block in document.blocks for piece in _pieces(block))
    return (Piece(text=document.title, level=1), *found)


def _pieces(block: Block) -> Iterator[Piece]:
    match block:
        case Heading():
            yield Piece(text=block.text, level=block.level)
        case Paragraph():
            yield Piece(text=block.text)
        case Table():
            rows = (tuple(_words(cell) for cell in row) for row in block.rows)
            yield Piece(rows=(block.header, *rows))
        case Poster():
            yield Piece(text=block.tasks_title, level=1)
            yield Piece(rows=(("Action", "Who"), *((it.text, it.who.hint) for it in block.tasks)))
        case Ruled():
            cells = (row.cells for row in block.rows if isinstance(row, Row))
            yield Piece(rows=(("Action",), *((_content(each),) for each in cells)))
        case Card():
            yield from _card(block)
        case _:
            yield from ()


def _card(card: Card) -> Iterator[Piece]:
    yield Piece(text=card.title, level=card.level)
    yield Piece(text=card.lead)
    for part in card.parts:
        if isinstance(part, Chain):
            yield Piece(text=" ".join(link.text for link in part.links))
        else:
            yield from (Piece(text=text) for text in (part.text, *part.items) if text)


def _content(cells: tuple[Content, ...]) -> str:
    return " ".join(cell.text for cell in cells if isinstance(cell, Words))


def _words(cell: str | Cell) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def with_typst(document: Document) -> bytes:
    from advisor.pdf.rendering import render

    return render(document, made_at=MADE_AT)


def with_weasyprint(document: Document) -> bytes:
    import weasyprint

    parts = []
    for piece in pieces(document):
        if piece.rows:
            head, *rows = piece.rows
            parts.append(f"<table><thead>{_row(head, 'th')}</thead><tbody>")
            parts += [*(_row(row, "td") for row in rows), "</tbody></table>"]
        else:
            tag = f"h{piece.level}" if piece.level else "p"
            parts.append(f"<{tag}>{html.escape(piece.text)}</{tag}>")
    font = (locations.fonts_folder() / "AtkinsonHyperlegibleNext-Regular.ttf").as_uri()
    style = (
        f"@font-face {{ font-family: A; src: url({font}) }} @page {{ size: A4; margin: 14mm }}"
        "body { font: 11pt A } td, th { border-bottom: 1px solid; break-inside: avoid }"
    )
    page = (
        f"<html lang=en><title>{html.escape(document.title)}</title>"
        f"<style>{style}</style><body>{''.join(parts)}"
    )
    made = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)


def _row(cells: tuple[str, ...], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>"


def with_reportlab(document: Document) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Text
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Grid

    font = locations.fonts_folder() / "AtkinsonHyperlegibleNext-Regular.ttf"
    pdfmetrics.registerFont(TTFont("A", str(font)))
    body = ParagraphStyle("body", fontName="A", fontSize=11, leading=14)
    flow: list[object] = []
    for piece in pieces(document):
        if piece.rows:
            cells = [[Text(html.escape(cell), body) for cell in row] for row in piece.rows]
            flow.append(Grid(cells, repeatRows=1))
        else:
            size = 20 - 3 * piece.level if piece.level else 11
            style = ParagraphStyle("x", parent=body, fontSize=size, leading=size * 1.3)
            flow.append(Text(html.escape(piece.text), style))
    out = io.BytesIO()
    SimpleDocTemplate(out, title=document.title).build(flow)
    return out.getvalue()


LIBRARIES: dict[str, Callable[[Document], bytes]] = {
    "Typst, as shipped": with_typst,
    "WeasyPrint": with_weasyprint,
    "ReportLab (untagged)": with_reportlab,
}


@dataclass(frozen=True)
class Measured:
    """Seconds of the first and of later exports, MiB of memory, KiB of the file."""

    first: float
    later: float
    memory: float
    size: float
    missing: list[str]


def measure(library: str, kind: str) -> Measured:
    """Measure one library on one kind of paper, in this process."""
    first, *others = documents(kind)
    make = LIBRARIES[library]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    made = make(first)
    first_done = time.perf_counter()
    for other in others:
        make(other)
    later_done = time.perf_counter()
    return Measured(
        first=first_done - start,
        later=(later_done - first_done) / len(others),
        memory=(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
        size=len(made) / 1024,
        missing=missing_in(made, first),
    )


def missing_in(made: bytes, document: Document) -> list[str]:
    """Return the texts of tables and paragraphs that a file does not hold."""
    from pypdf import PdfReader

    words = _bare("".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages))
    wanted = {
        cell
        for piece in pieces(document)
        for cell in (piece.text, *(row[0] for row in piece.rows[1:]))
        if cell and cell.isascii() and len(cell) < 200
    }
    return sorted(text for text in wanted if _bare(text) not in words)


def _bare(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "", text)


def main() -> None:
    """Print each library's times, memory and size as ratios to ours."""
    for kind in KINDS:
        results = {library: _in_own_process(library, kind) for library in LIBRARIES}
        ours = next(iter(results.values()))
        print(f"\nPDF of the {kind} of a complete plan")
        print(f"{'':24}{'first':>10}{'later':>10}{'memory':>10}{'size':>10}")
        for library, its in results.items():
            if its.missing:
                print(f"{library:24}  does not hold all of the text: {its.missing[:1]}")
                continue
            ratios = (
                its.first / ours.first,
                its.later / ours.later,
                its.memory / ours.memory,
                its.size / ours.size,
            )
            print(f"{library:24}" + "".join(f"{ratio:9.2f}x" for ratio in ratios))
        print(f"ours: {ours.first:.2f} s first, {ours.later:.3f} s later, {ours.memory:.0f} MiB")


def _in_own_process(library: str, kind: str) -> Measured:
    command = [sys.executable, "-m", "benchmarks.pdf", library, kind]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return Measured(**json.loads(done.stdout))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(json.dumps(asdict(measure(sys.argv[1], sys.argv[2]))))
    else:
        main()
