"""The check of PDF files catches files that were broken on purpose."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from advisor.models.blocks import Heading, Reference, References, Table
from advisor.models.document import Document
from advisor.pdf.rendering import render, render_fillable
from tests.support.pdfcheck.checking import problems_in
from tests.support.posters import one_task

MADE_AT = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)

Break = Callable[[Any], None]


def _document() -> Document:
    reference = Reference(
        citation="A (2020).", link="https://x.org", says="S", read="Read", to_be_confirmed=False
    )
    return Document(
        title="T",
        kind="K",
        language="en-GB",
        provenance="P",
        blocks=(
            Heading(level=1, text="One"),
            Heading(level=2, text="Two"),
            Table(header=("H", "I"), rows=(("a", "b"),), summary="s", widths=(1, 1)),
            one_task("x", "Mair"),
            References(items=(reference,)),
        ),
    )


@pytest.fixture(scope="module")
def flat() -> bytes:
    return render(_document(), made_at=MADE_AT)


@pytest.fixture(scope="module")
def fillable() -> bytes:
    return render_fillable(_document(), made_at=MADE_AT).pdf


def _broken(content: bytes, breaks: Break) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        breaks(pdf)
        pdf.save(out)
    return out.getvalue()


def _elements(pdf: Any, kind: str) -> list[Any]:
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and thing.get("/S") == Name(f"/{kind}")
    ]


def _annotations(pdf: Any, subtype: str) -> list[Any]:
    return [
        annotation
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if annotation.Subtype == Name(f"/{subtype}")
    ]


def _retype(kind: str, other: str) -> Break:
    def breaks(pdf: Any) -> None:
        _elements(pdf, kind)[0].S = Name(f"/{other}")

    return breaks


def _without(*path: str) -> Break:
    def breaks(pdf: Any) -> None:
        holder = pdf.Root
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]

    return breaks


def _with(key: str, value: Any) -> Break:
    def breaks(pdf: Any) -> None:
        pdf.Root[key] = value

    return breaks


def _metadata_without(word: bytes) -> Break:
    def breaks(pdf: Any) -> None:
        raw = pdf.Root.Metadata.read_bytes()
        assert word in raw
        pdf.Root.Metadata.write(raw.replace(word, b"x"))

    return breaks


def _each_widget(key: str, value: Any) -> Break:
    """Set an entry of every field, or delete it when the value is None."""

    def breaks(pdf: Any) -> None:
        for widget in _annotations(pdf, "Widget"):
            if value is None:
                del widget[key]
            else:
                widget[key] = value

    return breaks


def _each_page(key: str, value: Any) -> Break:
    def breaks(pdf: Any) -> None:
        for page in pdf.pages:
            page.obj[key] = value

    return breaks


def _headless(pdf: Any) -> None:
    for cell in _elements(pdf, "TH"):
        cell.S = Name.TD


def _with_xfa(pdf: Any) -> None:
    pdf.Root.AcroForm.XFA = pikepdf.String("x")


def _painted_on(pdf: Any) -> None:
    page = pdf.pages[0]
    page.contents_add(b"0 0 10 10 re f")


def _script(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _loose_font(pdf: Any) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor:
            for key in ("/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def _foreign_link(pdf: Any) -> None:
    for annotation in _annotations(pdf, "Link"):
        annotation.A.URI = pikepdf.String("file:///etc/passwd")


FLAT: list[tuple[str, Break]] = [
    ("01-tagged", _without("/MarkInfo")),
    ("01-tagged", _without("/StructTreeRoot")),
    ("01-parenttree", _without("/StructTreeRoot", "/ParentTree")),
    ("11-006", _without("/Lang")),
    ("11-006", _with("/Lang", pikepdf.String("not a language"))),
    ("07-001", _without("/ViewerPreferences")),
    ("07-002", _with("/ViewerPreferences", Dictionary(DisplayDocTitle=False))),
    ("06-001", _without("/Metadata")),
    ("05-001", _metadata_without(b"pdfuaid:part")),
    ("06-003", _metadata_without(b"dc:title")),
    ("A-id", _metadata_without(b"pdfaid:part")),
    ("A-outputintent", _without("/OutputIntents")),
    ("14-002", _retype("Title", "H2")),
    ("14-003", _retype("H2", "H4")),
    ("15-noheader", _headless),
    ("09-table", _retype("TR", "P")),
    ("02-001", _retype("Table", "Tisch")),
    ("13-004", _retype("P", "Figure")),
    ("28-011", _retype("Link", "Span")),
    ("01-005", _painted_on),
    ("app-action", _script),
    ("app-uri", _foreign_link),
    ("31-009", _loose_font),
]

FORM: list[tuple[str, Break]] = [
    ("28-005", _each_widget("/TU", None)),
    ("28-structparent", _each_widget("/StructParent", None)),
    ("28-structparent", _each_widget("/StructParent", 999)),
    ("28-010", _retype("Form", "Link")),
    ("app-fieldname", _each_widget("/T", pikepdf.String("x"))),
    ("app-orphan", _each_page("/Annots", Array())),
    ("28-008", _each_page("/Tabs", Name.R)),
    ("25-001", _with_xfa),
]


def test_the_files_are_clean_before_they_are_broken(flat: bytes, fillable: bytes) -> None:
    assert problems_in(flat, archive=True) == {}
    assert problems_in(fillable) == {}


@pytest.mark.parametrize(("code", "breaks"), FLAT)
def test_a_broken_paper_is_caught(flat: bytes, code: str, breaks: Break) -> None:
    assert code in problems_in(_broken(flat, breaks), archive=True)


@pytest.mark.parametrize(("code", "breaks"), FORM)
def test_a_broken_form_is_caught(fillable: bytes, code: str, breaks: Break) -> None:
    assert code in problems_in(_broken(fillable, breaks))
