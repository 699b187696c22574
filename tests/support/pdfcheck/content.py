"""What the pages show: marked content, annotations, fonts, form fields."""

import collections
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.support.pdfcheck.subject import Pdf, Subject

_DEEPEST = 12
_TEXT = frozenset(("Tj", "TJ", "'", '"'))
_PAINT = _TEXT | frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI", "BI"])
_ARTIFACT, _TAGGED = "artifact", "tagged"
_ELEMENTS = {"/Link": "Link", "/Widget": "Form"}
_WRONG_ELEMENT = {"Link": "28-011", "Form": "28-010"}
_HIDDEN, _SYMBOLIC, _NONSYMBOLIC = 2, 4, 32


def check_pages(subject: Subject) -> None:
    for number, page in enumerate(subject.pdf.pages, start=1):
        resources = page.obj.get("/Resources", Dictionary())
        _Stream(subject, page.obj, resources, f"page {number}", is_page=True).read(page, None, 0)
        annotations: Pdf = page.obj.get("/Annots", [])
        for annotation in annotations:
            _check_annotation(subject, annotation, f"page {number}")
        visible = any(each.get("/Subtype") != Name.Popup for each in annotations)
        if visible and page.obj.get("/Tabs") != Name.S:
            subject.report("28-008", f"page {number} has annotations but Tabs is not S")


class _Stream:
    """One content stream, read operator by operator."""

    def __init__(
        self, subject: Subject, owner: Pdf, resources: Pdf, where: str, *, is_page: bool
    ) -> None:
        self._subject = subject
        self._structure = owner.get("/StructParents")
        self._resources = resources
        self._where = where
        self._is_page = is_page
        self._stack: list[str] = []
        self._font: Pdf = None
        self._mode = 0

    def read(self, source: Pdf, context: str | None, depth: int) -> None:
        if depth > _DEEPEST:
            return
        try:
            instructions = list(pikepdf.parse_content_stream(source))
        except pikepdf.PdfError as error:
            self._subject.report("00-parse", f"{self._where} {error}")
            return
        for instruction in instructions:
            self._follow(str(instruction.operator), list(instruction.operands), context, depth)

    def _follow(self, operator: str, operands: list[Pdf], context: str | None, depth: int) -> None:
        if operator in ("BDC", "BMC"):
            self._stack.append(self._begin(operator, operands, context))
        elif operator == "EMC" and self._stack:
            self._stack.pop()
        elif operator == "Tf":
            self._font = self._resources.get("/Font", Dictionary()).get(str(operands[0]))
        elif operator == "Tr":
            self._mode = int(operands[0])
        elif operator in _PAINT:
            self._paint(operator, operands, context, depth)

    def _marks(self, context: str | None) -> list[str]:
        return [*([context] if context else []), *(mark for mark in self._stack if mark)]

    def _begin(self, operator: str, operands: list[Pdf], context: str | None) -> str:
        tag = str(operands[0])
        kind = _ARTIFACT if tag == "/Artifact" else ""
        if operator == "BDC" and not kind:
            properties = operands[1]
            if not isinstance(properties, Dictionary):
                named = self._resources.get("/Properties", {})
                properties = named.get(str(properties), Dictionary())
            if "/MCID" in properties:
                kind = _TAGGED
                self._check_known(int(properties.MCID))
        around = self._marks(context)
        if kind == _ARTIFACT and _TAGGED in around:
            self._subject.report("01-003", f"{self._where} artifact inside tagged content")
        if kind == _TAGGED and _ARTIFACT in around:
            self._subject.report("01-004", f"{self._where} tagged content inside artifact")
        return kind

    def _check_known(self, number: int) -> None:
        known = self._subject.parent_of(self._structure)
        if (
            not isinstance(known, Array)
            or number >= len(known)
            or not isinstance(known[number], Dictionary)
        ):
            self._subject.report(
                "01-mcid", f"{self._where} MCID {number} is not in the structure tree"
            )

    def _paint(self, operator: str, operands: list[Pdf], context: str | None, depth: int) -> None:
        marks = self._marks(context)
        if operator in _TEXT and self._font is not None and self._mode != 3:
            key = self._font.objgen if self._font.is_indirect else id(self._font)
            self._subject.fonts[key] = self._font
        if operator == "Do":
            drawn = self._resources.get("/XObject", {}).get(str(operands[0]))
            if drawn is not None and drawn.get("/Subtype") == Name.Form:
                inner = _Stream(
                    self._subject,
                    drawn,
                    drawn.get("/Resources", self._resources),
                    f"{self._where}/form",
                    is_page=self._is_page,
                )
                inner.read(drawn, marks[0] if marks else context, depth + 1)
                return
        if not marks and self._is_page:
            self._subject.report("01-005", f"{self._where} untagged {operator}")


def _check_annotation(subject: Subject, annotation: Pdf, page: str) -> None:
    subtype = str(annotation.get("/Subtype"))
    where = f"{page} {subtype}"
    if subtype == "/Popup" or int(annotation.get("/F", 0)) & _HIDDEN:
        return
    if subtype == "/TrapNet":
        subject.report("28-trapnet", where)
        return
    kind, element = subject.holders.get(annotation.objgen, (None, None))
    if subtype == "/PrinterMark":
        if kind:
            subject.report("28-017", f"{where} PrinterMark in structure")
        return
    wanted = _ELEMENTS.get(subtype, "Annot")
    if kind is None:
        subject.report("28-002", f"{where} is not in the structure tree (no OBJR)")
    elif kind != wanted:
        code = _WRONG_ELEMENT.get(wanted, "28-002")
        subject.report(code, f"{where} is in <{kind}>, not <{wanted}>")
    _check_way_back(subject, annotation, element, where)
    _check_told(subject, annotation, element, where)
    for stream in _appearances(annotation):
        resources = stream.get("/Resources", Dictionary())
        _Stream(subject, stream, resources, f"{where} AP", is_page=False).read(stream, None, 1)


def _check_way_back(subject: Subject, annotation: Pdf, element: Pdf, where: str) -> None:
    if "/StructParent" not in annotation:
        subject.report("28-structparent", f"{where} has no StructParent")
    elif element is not None and subject.parents is not None:
        found = subject.parent_of(annotation.StructParent)
        if found is None:
            subject.report("28-structparent", f"{where} StructParent not in ParentTree")
        elif found.objgen != element.objgen:
            subject.report(
                "28-structparent",
                f"{where} ParentTree does not lead to the element with its OBJR",
            )


def _check_told(subject: Subject, annotation: Pdf, element: Pdf, where: str) -> None:
    if element is not None and str(element.get("/Alt", "")).strip():
        return
    if annotation.get("/Subtype") == Name.Widget:
        if not any(str(field.get("/TU", "")).strip() for field in _lineage(annotation)):
            subject.report("28-005", f"{where} {annotation.get('/T')} has no TU")
    elif not str(annotation.get("/Contents", "")).strip():
        code = "28-012" if annotation.get("/Subtype") == Name.Link else "28-004"
        subject.report(code, f"{where} has no Contents/Alt")


def _lineage(field: Pdf) -> Iterator[Pdf]:
    while field is not None:
        yield field
        field = field.get("/Parent")


def _appearances(annotation: Pdf) -> list[Pdf]:
    shown = annotation.get("/AP", {}).get("/N")
    if shown is None:
        return []
    if isinstance(shown, pikepdf.Stream):
        return [shown]
    return [state for state in shown.values() if isinstance(state, pikepdf.Stream)]


def check_fonts(subject: Subject) -> None:
    for font in subject.fonts.values():
        subtype = font.get("/Subtype")
        if subtype == Name.Type3:
            if "/ToUnicode" not in font:
                subject.report("10-001", "Type3 font without ToUnicode")
            continue
        inner = font.DescendantFonts[0] if subtype == Name.Type0 else font
        descriptor = inner.get("/FontDescriptor")
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        if descriptor is None or not any(key in descriptor for key in files):
            subject.report("31-009", f"font {font.get('/BaseFont')} not embedded")
        flags = int(descriptor.get("/Flags", 0)) if descriptor is not None else 0
        _check_encoding(subject, font, subtype, flags, has_descriptor=descriptor is not None)


def _check_encoding(
    subject: Subject, font: Pdf, subtype: Pdf, flags: int, *, has_descriptor: bool
) -> None:
    name, encoding = font.get("/BaseFont"), font.get("/Encoding")
    if subtype == Name.Type0:
        if "/ToUnicode" not in font and not str(encoding or "").startswith("/Uni"):
            subject.report("10-001", f"font {name} has no ToUnicode")
        return
    plain = has_descriptor and not flags & _SYMBOLIC
    if "/ToUnicode" not in font and encoding is None and not plain:
        subject.report("10-001", f"font {name} has no ToUnicode/Encoding")
    if subtype != Name.TrueType:
        return
    if flags & _NONSYMBOLIC:
        base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
        if base not in (Name.WinAnsiEncoding, Name.MacRomanEncoding):
            subject.report("31-021", f"non-symbolic TrueType {name} encoding {base}")
    if flags & _SYMBOLIC and encoding is not None:
        subject.report("31-022", "symbolic TrueType with Encoding")


def check_forms(subject: Subject) -> None:
    form = subject.root.get("/AcroForm")
    if form is None:
        return
    if "/XFA" in form:
        subject.report("25-001", "XFA form")
    fields = list(_fields(form.get("/Fields", []), ()))
    names = collections.Counter(name for name, _ in fields)
    for name, count in names.items():
        if count > 1:
            subject.report("app-fieldname", f"duplicate field name {name}")
    shown = {
        annotation.objgen
        for page in subject.pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if annotation.get("/Subtype") == Name.Widget
    }
    for name, field in fields:
        for widget in field.get("/Kids") or [field]:
            if widget.objgen not in shown:
                subject.report("app-orphan", f"field {name} has no widget on a page")


def _fields(fields: Sequence[Pdf], path: tuple[str, ...]) -> Iterator[tuple[str, Pdf]]:
    for field in fields:
        here = (*path, str(field.T)) if "/T" in field else path
        named = [kid for kid in field.get("/Kids", []) if "/T" in kid]
        if named:
            yield from _fields(named, here)
        else:
            yield ".".join(here), field
