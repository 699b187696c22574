"""Every paper as PDF beside WeasyPrint and ReportLab: the same headings, texts and rows.

Each library makes each paper in a process of its own: first that of a complete plan (import and
fonts included), then those of four other plans, then the first once more. Told are seconds of
processor time, which other work on the machine hardly changes, and seconds on the clock. Equal
content is checked before anything is printed. Only the first two make tagged files; ReportLab
makes plain ones and has less to do.
"""

# ruff: noqa: PLC0415 - each library is loaded in its own process only

import datetime
import html
import io
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import Enum
from functools import partial

from pypdf import PdfReader

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
from benchmarks.measuring import peak_memory, timed_once

MADE_AT = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)
COMPLETE = 3
OTHERS = 4
_NOT_DRAWN = frozenset(
    {"summary", "described", "tooltip", "name", "kind", "hint", "field", "noted"}
)
"""What of a document is for screen readers, for pictures or for the pen."""
_LEAVES_OUT = frozenset({PaperKind.CHECKLIST, PaperKind.LOGIC_MODEL, PaperKind.REPORT})
"""Where ours draws less than it has, to keep to a page: the others get all of it."""


@dataclass(frozen=True)
class Piece:
    """A heading (level over 0), a paragraph, or rows of a table with a header."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def documents(kind: str) -> list[Document]:
    """Return a paper of the example plans that have one, a complete plan first."""
    pack, paper = read_pack(locations.evidence_folder()).pack, paper_of(PaperKind(kind))
    files = sorted(locations.examples_folder().glob("*.json"))
    plans = [read_plan(file, pack) for file in (files.pop(COMPLETE), *files)]
    advised = [(plan, advise(pack, plan)) for plan in plans]
    made = [
        paper.compose(pack, plan, advice, MADE_AT.date())
        for plan, advice in advised
        if not paper.refusal(pack, plan, advice)
    ]
    return made[: OTHERS + 1]


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
            yield from (Piece(text=text) for text in _texts(block))


def _texts(value: object) -> Iterator[str]:
    """Yield what any other block says, each text as a paragraph."""
    if isinstance(value, str) and not isinstance(value, Enum):
        if value.strip():
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_DRAWN:
                yield from _texts(getattr(value, field.name))


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
    """Seconds of a processor and of the clock, MiB of memory, KiB of the file, pages.

    ``first`` is the first paper in a new process, ``later`` the mean of others after it.
    """

    first: float
    first_clock: float
    later: float
    later_clock: float
    memory: float
    size: float
    pages: int
    missing: list[str]


def measure(library: str, kind: str) -> Measured:
    """Measure one library on one kind of paper, in this process."""
    first, *others = documents(kind)
    make = LIBRARIES[library]
    before = peak_memory()
    seconds, clock, made = _timed(lambda: make(first))
    # The clock of later ones is that of the machine as it is: the best of them says most.
    later = [_timed(partial(make, other))[:2] for other in others]
    return Measured(
        first=seconds,
        first_clock=clock,
        later=statistics.mean(each[0] for each in later),
        later_clock=min(each[1] for each in later),
        memory=(peak_memory() - before) / 2**20,
        size=len(made) / 1024,
        pages=len(PdfReader(io.BytesIO(made)).pages),
        missing=missing_in(made, first),
    )


def _timed(work: Callable[[], bytes]) -> tuple[float, float, bytes]:
    clock = time.perf_counter()
    seconds, made = timed_once(work)
    return seconds, time.perf_counter() - clock, made


def missing_in(made: bytes, document: Document) -> list[str]:
    """Return the texts of tables and paragraphs that a file does not hold."""
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
    """Print what each paper takes us, and how many times that the others take."""
    print(f"{'':18}{'pages':>6}{'KiB':>6}{'first':>14}{'later':>14}", end="")
    print("".join(f"{name:>26}" for name in list(LIBRARIES)[1:]))
    for kind in PaperKind:
        results = {library: _in_own_process(library, kind) for library in LIBRARIES}
        ours, *others = results.values()
        if ours.missing and kind not in _LEAVES_OUT:
            raise SystemExit(f"our {kind} does not hold all of the text: {ours.missing[:1]}")
        first = f"{ours.first:.2f} ({ours.first_clock:.2f})"
        later = f"{ours.later:.2f} ({ours.later_clock:.2f})"
        print(f"{kind:18}{ours.pages:6}{ours.size:6.0f}{first:>14}{later:>14}", end="")
        print("".join(f"{_beside(each, ours):>26}" for each in others))


def _beside(its: Measured, ours: Measured) -> str:
    if its.missing:
        return f"lacks {its.missing[0][:18]}"
    return f"{its.first / ours.first:.1f}x, {its.later / ours.later:.1f}x, {its.pages} p"


def _in_own_process(library: str, kind: str) -> Measured:
    command = [sys.executable, "-m", "benchmarks.pdf", library, kind]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return Measured(**json.loads(done.stdout))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(json.dumps(asdict(measure(sys.argv[1], sys.argv[2]))))
    else:
        main()
