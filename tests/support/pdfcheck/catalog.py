"""The document as a whole: language, title, metadata, actions, archive claims."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.support.pdfcheck.subject import LANGUAGE, STANDARD_TYPES, Pdf, Subject, is_true

_DEEPEST = 8


def check_catalog(subject: Subject) -> None:
    root = subject.root
    marked = root.get("/MarkInfo")
    if marked is None or not is_true(marked.get("/Marked")):
        subject.report("01-tagged", "MarkInfo/Marked is not true")
    if marked is not None and marked.get("/Suspects") is True:
        subject.report("04-001", "Suspects is true")
    if "/StructTreeRoot" not in root:
        subject.report("01-tagged", "no StructTreeRoot")
    language = str(root.get("/Lang", ""))
    if not language.strip():
        subject.report("11-006", "no document language")
    elif not LANGUAGE.fullmatch(language):
        subject.report("11-006", f"bad language tag {language}")
    preferences = root.get("/ViewerPreferences")
    if preferences is None or "/DisplayDocTitle" not in preferences:
        subject.report("07-001", "DisplayDocTitle missing")
    elif not is_true(preferences.DisplayDocTitle):
        subject.report("07-002", "DisplayDocTitle is not true")


def check_metadata(subject: Subject) -> None:
    if "/Metadata" not in subject.root:
        subject.report("06-001", "no XMP metadata")
        return
    raw = subject.root.Metadata.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    subject.xmp = raw.decode(encoding, "replace")
    if not re.search(r"(pdfuaid:part\s*=\s*[\"']1[\"']|<pdfuaid:part>\s*1\s*</)", subject.xmp):
        subject.report("05-001", "no pdfuaid:part=1")
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", subject.xmp, re.DOTALL)
    if not title or not title.group(1).strip():
        subject.report("06-003", "no dc:title")


def check_role_map(subject: Subject) -> None:
    role_map = subject.role_map
    for key in dict(role_map):
        kind = key[1:]
        if kind in STANDARD_TYPES:
            subject.report("02-004", f"standard type {kind} remapped")
        seen: set[str] = set()
        here = kind
        while here not in STANDARD_TYPES and f"/{here}" in role_map:
            if here in seen:
                subject.report("02-003", f"circular role map {kind}")
                break
            seen.add(here)
            here = str(role_map[f"/{here}"])[1:]


def check_the_rest(subject: Subject) -> None:
    if subject.pdf.is_encrypted and not subject.pdf.allow.accessibility:
        subject.report("26-002", "encryption forbids accessibility")
    _check_optional_content(subject)
    for top in subject.pdf.objects:
        for found in _nested(top):
            _check_object(subject, found)


def check_archive(subject: Subject) -> None:
    if not re.search(r"pdfaid:part(\s*=\s*[\"']|>\s*)[1234]", subject.xmp):
        subject.report("A-id", "no pdfaid:part")
    if not re.search(r"pdfaid:conformance(\s*=\s*[\"']|>\s*)A", subject.xmp):
        subject.report("A-id", "conformance is not A")
    _check_archived_catalog(subject)
    for page in subject.pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            _check_archived_annotation(subject, annotation)


def _check_archived_catalog(subject: Subject) -> None:
    if not subject.root.get("/OutputIntents"):
        subject.report("A-outputintent", "no output intent")
    if subject.root.get("/AcroForm", {}).get("/NeedAppearances") is True:
        subject.report("A-needappearances", "NeedAppearances true")
    if "/AA" in subject.root or "/JavaScript" in subject.root.get("/Names", {}):
        subject.report("A-action", "AA or JavaScript in catalog")
    if "/ID" not in subject.pdf.trailer:
        subject.report("A-fileid", "no file ID")
    if subject.pdf.is_encrypted:
        subject.report("A-encrypt", "encrypted")


def _check_archived_annotation(subject: Subject, annotation: Pdf) -> None:
    is_widget = annotation.get("/Subtype") == Name.Widget
    if is_widget and "/AP" not in annotation:
        subject.report("A-ap", "widget without appearance")
    if annotation.get("/Subtype") != Name.Popup and not int(annotation.get("/F", 0)) & 4:
        subject.report("A-print", "annotation without Print flag")
    if is_widget and ("/A" in annotation or "/AA" in annotation):
        subject.report("A-action", "widget with action")


def _check_optional_content(subject: Subject) -> None:
    properties = subject.root.get("/OCProperties")
    if properties is None:
        return
    for configuration in [properties.get("/D"), *properties.get("/Configs", [])]:
        if configuration is None:
            continue
        if not str(configuration.get("/Name", "")):
            subject.report("20-001", "optional content config without Name")
        if "/AS" in configuration:
            subject.report("20-003", "optional content AS")


def _nested(found: Pdf, depth: int = 0) -> Iterator[Pdf]:
    """Return an object and the direct ones inside it: actions are usually inline."""
    if isinstance(found, Dictionary | pikepdf.Stream):
        yield found
        inner = [value for _, value in found.items()]
    elif isinstance(found, Array):
        inner = list(found)
    else:
        return
    if depth < _DEEPEST:
        for each in inner:
            if isinstance(each, Dictionary | Array) and not each.is_indirect:
                yield from _nested(each, depth + 1)


def _check_object(subject: Subject, found: Pdf) -> None:
    if isinstance(found, pikepdf.Stream):
        if found.get("/Subtype") == Name.Form and "/Ref" in found:
            subject.report("30-001", "reference XObject")
        return
    if "/EF" in found and not ("/F" in found and "/UF" in found):
        subject.report("21-001", "embedded file without F and UF")
    if found.get("/S") in (Name.JavaScript, Name.Launch, Name.SubmitForm, Name.ImportData):
        subject.report("app-action", f"action {found.S}")
    if found.get("/S") == Name.URI and "/URI" in found:
        address = str(found.URI)
        if not re.match(r"(?i)(https?|mailto|tel):", address):
            subject.report("app-uri", f"link scheme of {address[:60]}")
