"""The file under check, what was found wrong with it, and short ways through its objects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_GROUPS = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
_PARAGRAPHS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP"
_PICTURES = "Figure Formula Form"
STANDARD_TYPES = frozenset(f"{_GROUPS} {_PARAGRAPHS} {_INLINE} {_PICTURES}".split())
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

# What pikepdf hands out is typed too loosely to be of use here.
Pdf = Any
Key = tuple[int, int]


@dataclass
class Subject:
    """One open file. ``problems`` holds messages by code, in the order of discovery."""

    pdf: pikepdf.Pdf
    problems: dict[str, list[str]] = field(default_factory=dict)
    xmp: str = ""
    types: dict[Key, str] = field(default_factory=dict)
    """The standard type of each structure element."""
    holders: dict[Key, tuple[str, Pdf]] = field(default_factory=dict)
    """The element (and its type) that refers to an annotation."""
    parents: pikepdf.NumberTree | None = None
    fonts: dict[object, Pdf] = field(default_factory=dict)
    """The fonts that visible text uses."""

    @property
    def root(self) -> Pdf:
        return self.pdf.Root

    @property
    def role_map(self) -> Pdf:
        return self.root.get("/StructTreeRoot", {}).get("/RoleMap", {})

    def parent_of(self, number: Pdf) -> Pdf:
        """Return what the parent tree holds under a number, or None."""
        if number is None or self.parents is None:
            return None
        try:
            return self.parents[int(number)]
        except LookupError:
            return None

    def report(self, code: str, message: str) -> None:
        self.problems.setdefault(code, []).append(message)

    def role(self, name: Pdf) -> str:
        """Return the standard type that a type stands for, or the type itself."""
        kind = str(name)[1:]
        seen: set[str] = set()
        while kind not in STANDARD_TYPES and f"/{kind}" in self.role_map and kind not in seen:
            seen.add(kind)
            kind = str(self.role_map[f"/{kind}"])[1:]
        return kind

    def role_of(self, element: Pdf) -> str:
        return self.role(element.get("/S", Name("/None")))


def children(element: Pdf) -> list[Pdf]:
    below = element.get("/K")
    if below is None:
        return []
    return list(below) if isinstance(below, Array) else [below]


def elements_in(element: Pdf) -> Iterator[Pdf]:
    return (child for child in children(element) if isinstance(child, Dictionary))


def attribute(element: Pdf, key: str, default: Pdf = None) -> Pdf:
    found = element.get("/A")
    for each in found if isinstance(found, Array) else [found]:
        if isinstance(each, Dictionary) and key in each:
            return each[key]
    return default


def is_true(value: Pdf) -> bool:
    return value is True or str(value) == "True"
