"""Drafts as DOCX files that a person can go on writing: real headings, lists, title, language."""

import datetime
import io
import re
import zipfile

import docx
from docx.document import Document as Writer
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from advisor.models.blocks import Paragraph
from advisor.models.document import Block, Document
from advisor.models.sheets import DraftPart, Piece, Signatures

_FONT = "Calibri"
_INK = RGBColor(0x0B, 0x5F, 0x5C)
_WIDTH, _HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(17)
_STYLES = (
    ("Normal", 11, 0, 6),
    ("Subtitle", 11, 0, 2),
    ("Title", 22, 0, 6),
    ("Heading 1", 13, 7, 2),
    ("List Bullet", 11, 0, 1),
)
"""Styles with the size of their type and the room above and below, in points."""

_LINE_HEIGHT = 1.0
_NEWEST_WORD = "15"
"""With an older mode Word says beside the title that the file is made for an old Word."""

_EMPTY = "________________"
_BEFORE_SIGNING = 14
"""Points between a draft and what is signed, which stays on one page."""


def docx_bytes(document: Document, made_at: datetime.datetime) -> bytes:
    """Return a draft as a DOCX file; the same document and moment give the same bytes.

    What has to be filled in stands in [square brackets]. Raises TypeError for a block that
    drafts are not made of.
    """
    writer = docx.Document()
    _set_properties(writer, document, made_at)
    _set_looks(writer)
    writer.add_paragraph(_safe(document.kind), style="Subtitle")
    writer.add_paragraph(_safe(document.title), style="Title")
    for block in document.blocks:
        _add(writer, block)
    writer.sections[0].footer.paragraphs[0].text = _safe(document.provenance)
    written = io.BytesIO()
    writer.save(written)
    return _with_fixed_times(written.getvalue(), made_at)


def _set_properties(writer: Writer, document: Document, made_at: datetime.datetime) -> None:
    about = writer.core_properties
    about.title, about.subject = _safe(document.title), _safe(document.kind)
    about.language = document.language
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    moment = made_at.astimezone(datetime.UTC).replace(tzinfo=None)
    about.created = about.modified = moment
    about.revision = 1
    fonts = writer.styles["Normal"].element.get_or_add_rPr()
    language = fonts.makeelement(qn("w:lang"), {qn("w:val"): document.language})
    for old in fonts.findall(qn("w:lang")):
        fonts.remove(old)
    fonts.append(language)


def _set_looks(writer: Writer) -> None:
    """Set the paper to A4, and the type so that most drafts are one page."""
    [page] = writer.sections
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.footer_distance = Mm(10)
    for name, size, above, below in _STYLES:
        style = writer.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
        style.paragraph_format.line_spacing = _LINE_HEIGHT
        if name not in {"Normal", "List Bullet"}:
            style.font.color.rgb = _INK
        # A font of the theme would be taken before the named one.
        fonts = style.element.rPr.rFonts
        for old in [each for each in fonts.attrib if each.endswith(("Theme", "theme"))]:
            del fonts.attrib[old]
    for rule in writer.styles["Title"].element.iter(qn("w:bottom")):
        rule.attrib.pop(qn("w:themeColor"), None)
        rule.set(qn("w:color"), str(_INK))
    for setting in writer.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _NEWEST_WORD)


def _add(writer: Writer, block: Block) -> None:
    match block:
        case Paragraph():
            writer.add_paragraph(_safe(block.text))
        case DraftPart():
            if block.heading:
                writer.add_heading(_safe(block.heading), level=block.level)
            for line in block.lines:
                _add_pieces(writer.add_paragraph(style="List Bullet"), line)
        case Signatures():
            # A page with room for a signature alone would be signed unread.
            writer.paragraphs[-1].paragraph_format.keep_with_next = True
            for number, hint in enumerate(block.hints):
                line = writer.add_paragraph(f"{hint}: {_EMPTY}").paragraph_format
                line.space_before = Pt(0 if number else _BEFORE_SIGNING)
                line.keep_with_next = number < len(block.hints) - 1
        case _:
            raise TypeError(f"A draft holds no {type(block).__name__}.")


def _add_pieces(line: Line, pieces: tuple[Piece, ...]) -> None:
    for piece in pieces:
        if piece.blank:
            line.add_run(f"[{_safe(piece.text)}]" if piece.text else _EMPTY)
        else:
            line.add_run(_safe(piece.text)).bold = piece.from_plan or None


_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _safe(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _with_fixed_times(archive: bytes, made_at: datetime.datetime) -> bytes:
    """Return the archive with the same time on every part, whenever it was written."""
    moment = max(made_at.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            told = zipfile.ZipInfo(part.filename, date_time=moment)
            told.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(told, old.read(part))
    return out.getvalue()
