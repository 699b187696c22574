"""PDF files through the eyes of other programs: qpdf, Poppler and PDFium."""

import ctypes
import html
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

MARGIN = 24
"""Points at each edge of a page that stay empty."""


def _run(
    program: str, content: bytes, *options: str, output: str = ""
) -> subprocess.CompletedProcess[bytes]:
    if shutil.which(program) is None and "CI" not in os.environ:
        pytest.skip(f"{program} is not installed; see .ci/system-packages.txt")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(content)
        command = [program, *options, str(file), *filter(None, (output,))]
        return subprocess.run(command, capture_output=True, check=False)


def is_sound(content: bytes) -> bool:
    """Whether qpdf finds no fault in the syntax and the streams of a file."""
    return _run("qpdf", content, "--check").returncode == 0


def properties(content: bytes) -> dict[str, str]:
    """Return what pdfinfo says about a file."""
    lines = _run("pdfinfo", content).stdout.decode().splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def complaints_of_poppler(content: bytes) -> str:
    """Return what Poppler's programs say against a file while they read and draw all of it."""
    read = (
        _run("pdfinfo", content, "-struct"),
        _run("pdftotext", content, output="-"),
        _run("pdftocairo", content, "-pdf", output="-"),
    )
    return b"".join(done.stderr for done in read).decode("utf-8", "replace")


@dataclass(frozen=True)
class Word:
    """A word on a page as Poppler draws it, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def is_inside(self, box: tuple[float, float, float, float]) -> bool:
        """Whether it stands in a box, given by its left, upper, right and lower edge."""
        left, top, right, bottom = box
        wide = left <= self.left and self.right <= right
        return wide and top <= self.top and self.bottom <= bottom


def words_on_pages(content: bytes) -> list[list[Word]]:
    """Return the words of each page, with what stands in fields."""
    told = _run("pdftotext", content, "-bbox", output="-").stdout.decode()
    sides = r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"'
    return [
        [
            Word(html.unescape(text), *map(float, place))
            for *place, text in re.findall(f"<word {sides}>(.*?)</word>", page)
        ]
        for page in told.split("<page ")[1:]
    ]


def structure_told_by_poppler(content: bytes) -> str:
    """Return the text of the structure tree in its order, bare; slow for many pages."""
    read = _run("pdfinfo", content, "-struct-text").stdout.decode("utf-8", "replace")
    return bare("".join(re.findall(r'^\s*"(.*)"$', read, re.MULTILINE)))


def elements_told_by_poppler(content: bytes) -> list[tuple[str, str]]:
    """Return type and text, bare, of what the structure tree is made of; slow for many pages."""
    read = _run("pdfinfo", content, "-struct-text").stdout.decode("utf-8", "replace")
    found: list[tuple[str, str]] = []
    for line in map(str.strip, read.splitlines()):
        if line.startswith('"') and found:
            kind, text = found[-1]
            found[-1] = kind, text + bare(line[1:-1])
        elif line:
            found.append((line.split()[0], ""))
    return [element for element in found if element[1]]


def structure_told_by_pdfium(content: bytes) -> str:
    """Return the text of the structure tree in its order, bare."""
    with pdfium.PdfDocument(content) as document:
        return bare("".join("".join(_told(page)) for page in document))


def in_order(told: str, wanted: Iterable[str]) -> list[str]:
    """Return the wanted texts that are told, in the order in which they are told.

    A text that comes several times is looked for behind the one before it first.
    """
    places: list[tuple[int, str]] = []
    for text in wanted:
        start = places[-1][0] + 1 if places else 0
        place = told.find(bare(text), start)
        if place < 0:
            place = told.find(bare(text))
        if place >= 0:
            places.append((place, text))
    return [text for _, text in sorted(places, key=lambda found: found[0])]


def _told(page: pdfium.PdfPage) -> Iterator[str]:
    pieces = _marked_texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _element(raw.FPDF_StructTree_GetChildAtIndex(tree, index), pieces)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _element(element: object, pieces: Mapping[int, str]) -> Iterator[str]:
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _element(child, pieces)
        else:
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            yield pieces.get(mark, "")


def _marked_texts(page: pdfium.PdfPage) -> dict[int, str]:
    """Return what is drawn under each mark, in the order of drawing."""
    pieces: dict[int, str] = {}
    texts = page.get_textpage()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        mark = raw.FPDFPageObj_GetMarkedContentID(thing)
        size = raw.FPDFTextObj_GetText(thing, texts, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(
            thing, texts, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
        pieces[mark] = pieces.get(mark, "") + buffer.raw.decode("utf-16-le").rstrip("\0")
    return pieces


def text_of(content: bytes) -> str:
    """Return the text of all pages without spaces and line breaks."""
    return "".join(texts_of_pages(content))


def texts_of_pages(content: bytes) -> list[str]:
    """Return the text of each page without spaces and line breaks."""
    with pdfium.PdfDocument(content) as document:
        return [bare(page.get_textpage().get_text_range()) for page in document]


def page_count(content: bytes) -> int:
    with pdfium.PdfDocument(content) as document:
        return len(document)


def page_sizes(content: bytes) -> list[tuple[int, int]]:
    with pdfium.PdfDocument(content) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


def inside_the_margins(content: bytes) -> bool:
    """Whether the edges of every page are white, as PDFium draws it."""
    with pdfium.PdfDocument(content) as document:
        return all(_has_white_edges(page) for page in document)


def _has_white_edges(page: pdfium.PdfPage) -> bool:
    picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
    wide, high = picture.size
    inner = (MARGIN, MARGIN, wide - MARGIN, high - MARGIN)
    picture.paste(255, inner)
    return bool(picture.getextrema() == (255, 255))


def bare(text: str) -> str:
    """Return a text without what line breaks and hyphens do to it."""
    return re.sub(r"[\s\u200b\ufffe\u0000\u0002-]+", "", text)
