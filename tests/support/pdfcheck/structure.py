"""The structure tree: types, headings, tables, lists, notes, and what refers to what."""

import collections
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Name

from tests.support.pdfcheck.subject import (
    LANGUAGE,
    STANDARD_TYPES,
    Pdf,
    Subject,
    attribute,
    children,
    elements_in,
)

_DEEPEST = 400
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_SECTIONS = ("THead", "TBody", "TFoot")
# The types that may stand directly inside a type, with the code of the rule.
_INSIDE = {
    "Table": ("09-table", ("TR", "THead", "TBody", "TFoot", "Caption")),
    "THead": ("09-table", ("TR",)),
    "TBody": ("09-table", ("TR",)),
    "TFoot": ("09-table", ("TR",)),
    "TR": ("09-table", ("TH", "TD")),
    "L": ("09-list", ("LI", "L", "Caption")),
    "LI": ("09-list", ("Lbl", "LBody")),
    "TOC": ("09-toc", ("TOC", "TOCI", "Caption")),
}
# The types that a type may stand in.
_WITHIN = {
    "THead": ("09-table", ("Table",)),
    "TBody": ("09-table", ("Table",)),
    "TFoot": ("09-table", ("Table",)),
    "TR": ("09-table", ("Table", *_SECTIONS)),
    "TH": ("09-table", ("TR",)),
    "TD": ("09-table", ("TR",)),
    "LI": ("09-list", ("L",)),
    "LBody": ("09-list", ("LI",)),
    "TOCI": ("09-toc", ("TOC",)),
}


def check_structure(subject: Subject) -> None:
    tree = subject.root.get("/StructTreeRoot")
    if tree is None:
        return
    if "/ParentTree" in tree:
        subject.parents = pikepdf.NumberTree(tree.ParentTree)
    else:
        subject.report("01-parenttree", "no ParentTree")
    walk = _Walk(subject)
    for child in elements_in(tree):
        walk.visit(child, None, 0)
    walk.check_headings()


class _Walk:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._headings: list[str] = []
        self._note_ids: set[str] = set()

    def visit(self, element: Pdf, parent: str | None, depth: int) -> None:
        subject = self._subject
        if depth > _DEEPEST:
            subject.report("09-004", "structure too deep")
            return
        kind = subject.role_of(element)
        if kind not in STANDARD_TYPES:
            subject.report("02-001", f"type {element.get('/S')} not mapped to a standard type")
        subject.types[element.objgen] = kind
        language = str(element.get("/Lang", ""))
        if language and not LANGUAGE.fullmatch(language):
            subject.report("11-lang", f"bad Lang {language}")
        inside = [self._inside(child, element, kind) for child in children(element)]
        for child in elements_in(element):
            if "/S" in child:
                self.visit(child, kind, depth + 1)
        self._check_element(element, kind, parent, [each for each in inside if each])

    def _inside(self, child: Pdf, element: Pdf, kind: str) -> str:
        """Return what a child is: the type of an element, ``#objr``, ``#mcr``, or nothing."""
        if not isinstance(child, Dictionary):
            return ""
        if child.get("/Type") == Name.MCR:
            return "#mcr"
        if child.get("/Type") == Name.OBJR:
            self._subject.holders[child.Obj.objgen] = (kind, element)
            return "#objr"
        return self._subject.role_of(child)

    def _check_element(
        self, element: Pdf, kind: str, parent: str | None, inside: Sequence[str]
    ) -> None:
        report = self._subject.report
        types = [each for each in inside if not each.startswith("#")]
        self._check_texts(element, kind)
        if kind in (*_HEADINGS, "H"):
            self._headings.append(kind)
        if kind in _INSIDE:
            code, allowed = _INSIDE[kind]
            for each in types:
                if each not in allowed:
                    report(code, f"{each} inside {kind}")
        if kind in _WITHIN and parent not in _WITHIN[kind][1]:
            report(_WITHIN[kind][0], f"{kind} inside {parent}")
        if kind == "Table":
            if types.count("THead") > 1 or types.count("TFoot") > 1:
                report("09-table", "more than one THead/TFoot")
            _check_table(self._subject, element)
        if kind == "Form" and "/A" not in element and inside != ["#objr"]:
            report("28-form", f"Form element must hold exactly one OBJR, has {inside[:4]}")

    def _check_texts(self, element: Pdf, kind: str) -> None:
        report = self._subject.report
        is_told = str(element.get("/Alt", "")).strip() or "/ActualText" in element
        if kind == "Figure" and not is_told:
            report("13-004", "Figure without Alt")
        if kind == "Formula" and not is_told:
            report("17-002", "Formula without Alt")
        if kind == "Note":
            note = str(element.get("/ID", ""))
            if not note:
                report("19-003", "Note without ID")
            elif note in self._note_ids:
                report("19-004", "Note ID not unique")
            self._note_ids.add(note)

    def check_headings(self) -> None:
        before = 0
        levels = [int(kind[1]) for kind in self._headings if kind != "H"]
        for level in levels:
            if before == 0 and level != 1:
                self._subject.report("14-002", f"first heading is H{level}")
            elif level > before + 1:
                self._subject.report("14-003", f"H{level} follows H{before}")
            before = level
        if "H" in self._headings and levels:
            self._subject.report("14-007", "H and Hn mixed")


def _check_table(subject: Subject, table: Pdf) -> None:
    rows: list[Pdf] = []
    for child in elements_in(table):
        kind = subject.role_of(child)
        if kind == "TR":
            rows.append(child)
        elif kind in _SECTIONS:
            rows += [row for row in elements_in(child) if subject.role_of(row) == "TR"]
    cells = [cell for row in rows for cell in elements_in(row)]
    heads = [cell for cell in cells if subject.role_of(cell) == "TH"]
    others = [cell for cell in cells if subject.role_of(cell) != "TH"]
    _check_grid(subject, rows)
    unnamed = any(attribute(cell, "/Headers") is None for cell in others)
    if heads and unnamed and any(attribute(head, "/Scope") is None for head in heads):
        subject.report("15-003", "TH without Scope and TD without Headers")
    if not heads and others:
        subject.report("15-noheader", "table without TH")


def _check_grid(subject: Subject, rows: Sequence[Pdf]) -> None:
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in elements_in(row):
            while (y, x) in taken:
                x += 1
            wide, high = int(attribute(cell, "/ColSpan", 1)), int(attribute(cell, "/RowSpan", 1))
            area = {(y + down, x + right) for down in range(high) for right in range(wide)}
            if area & taken:
                subject.report("15-overlap", "table cells overlap")
            taken |= area
            x += wide
    widths = collections.Counter(y for y, _ in taken)
    if len(set(widths.values())) > 1:
        subject.report("15-regular", f"rows of different width {sorted(widths.values())}")
