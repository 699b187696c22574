"""What stands in the fields of any PDF, read in a process of its own that is held to bounds.

A field is looked for in the form's list of fields and among the widgets on the pages, and the
two are joined by name: programs that fill forms write one, the other or both. Only what stands
there is collected; ``advisor.pdf.filled`` says what it means. Run as a module it reads a PDF
from its standard input and writes JSON.
"""

import io
import json
import sys
from collections.abc import Iterator
from typing import TypedDict

import pypdf.filters
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from advisor.pdf.form_fields import FORM_KEY, PLAN_KEY, PRINTED_KEY

LONGEST = 2000
MOST_OBJECTS = 20_000
DEEPEST = 30
MEMORY = 180_000_000
UNPACKED = 8_000_000
LOCKED, UNREADABLE = 3, 4


class RawField(TypedDict):
    """All that stands in the places of one name; names of a PDF keep their slash."""

    values: list[str]
    printed: list[str]
    appearances: list[str]
    states: list[str]
    exported: list[str]


class RawForm(TypedDict):
    """A form as it stands in the file; ``lost`` counts listed fields that are not there."""

    plan: str
    printed: str
    fields: dict[str, RawField]
    lost: int


class Locked(Exception):
    """The file opens only with a password."""


def collected(content: bytes) -> RawForm:
    """Return what stands in a PDF; raise Locked, or whatever a damaged file makes pypdf raise."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    return _Collector(reader).form()


class _Collector:
    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._fields: dict[str, RawField] = {}
        self._left = MOST_OBJECTS
        self._lost = 0
        self._seen: set[int] = set()

    def form(self) -> RawForm:
        root = self._reader.root_object
        listed = _dictionary(root.get("/AcroForm")).get("/Fields")
        for reference in _array(listed):
            self._listed(reference, (), 0)
        for annotation in self._annotations():
            chain = tuple(_ancestors(annotation))
            if _name(chain):
                self._add(chain)
        plan, printed = self._marks(_dictionary(root.get(FORM_KEY)))
        return RawForm(plan=plan, printed=printed, fields=self._fields, lost=self._lost)

    def _marks(self, kept: DictionaryObject) -> tuple[str, str]:
        """Return plan and printed values: two places, as programs drop the one or the other."""
        info = _dictionary(self._reader.metadata)
        longest = LONGEST * 100
        plan = _text(info.get(PLAN_KEY)) or _text(kept.get("/Plan"))
        return plan, _text(info.get(PRINTED_KEY), longest) or _text(kept.get("/Printed"), longest)

    def _annotations(self) -> Iterator[DictionaryObject]:
        for page in self._reader.pages:
            for reference in _array(page.get("/Annots")):
                widget = _dictionary(reference)
                if widget.get("/Subtype") == "/Widget" and self._is_new(widget):
                    yield widget

    def _is_new(self, node: DictionaryObject) -> bool:
        self._left -= 1
        if self._left < 0 or id(node) in self._seen:
            return False
        self._seen.add(id(node))
        return True

    def _listed(self, reference: object, above: tuple[DictionaryObject, ...], depth: int) -> None:
        node = _dictionary(reference)
        if not node and not depth:
            self._lost += 1
        if not node or depth > DEEPEST or not self._is_new(node):
            return
        chain = (node, *above)
        if _name(chain):
            self._add(chain)
        for kid in _array(node.get("/Kids")):
            self._listed(kid, chain, depth + 1)

    def _add(self, chain: tuple[DictionaryObject, ...]) -> None:
        found = self._fields.setdefault(
            _name(chain),
            RawField(values=[], printed=[], appearances=[], states=[], exported=[]),
        )
        _keep(found["values"], _inherited(chain, "/V"))
        _keep(found["printed"], _inherited(chain, "/DV"))
        _keep(found["appearances"], chain[0].get("/AS"))
        normal = _object(_dictionary(chain[0].get("/AP")).get("/N"))
        if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
            for state in list(normal)[:20]:
                _keep(found["states"], state)
        for exported in _array(_inherited(chain, "/Opt"))[:20]:
            _keep(found["exported"], exported)


def _ancestors(node: DictionaryObject) -> Iterator[DictionaryObject]:
    for _step in range(DEEPEST):
        if not node:
            return
        yield node
        node = _dictionary(node.get("/Parent"))


def _name(chain: tuple[DictionaryObject, ...]) -> str:
    parts = (_text(node.get("/T")) for node in reversed(chain))
    return ".".join(part for part in parts if part)[:LONGEST]


def _inherited(chain: tuple[DictionaryObject, ...], key: str) -> object:
    return next((node[key] for node in chain if key in node), None)


def _keep(values: list[str], value: object) -> None:
    value = _object(value)
    text = _text(value)
    if value is not None and text not in values and len(values) <= DEEPEST:
        values.append(text)


def _text(value: object, longest: int = LONGEST) -> str:
    value = _object(value)
    if isinstance(value, StreamObject):
        value = ByteStringObject(value.get_data()[: 4 * longest])
    if isinstance(value, bytes):
        value = value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1")
    if isinstance(value, str | NameObject | NumberObject | int):
        return str(value)[:longest]
    return ""


def _object(value: object) -> object:
    for _step in range(DEEPEST):
        if not isinstance(value, IndirectObject):
            break
        value = value.get_object()
    return value


def _dictionary(value: object) -> DictionaryObject:
    found = _object(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: object) -> list[object]:
    found = _object(value)
    return list(found) if isinstance(found, ArrayObject) else []


def hold_to_bounds() -> None:
    """Let this process use so much memory and no more, and unpack no stream beyond a size."""
    for name in ("ZLIB", "LZW", "RUN_LENGTH", "JBIG2"):
        setattr(pypdf.filters, f"{name}_MAX_OUTPUT_LENGTH", UNPACKED)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> int:
    """Read standard input, write JSON to standard output, and return what came of it."""
    content = sys.stdin.buffer.read()
    hold_to_bounds()
    try:
        form = collected(content)
    except Locked:
        return LOCKED
    except Exception:
        return UNREADABLE
    sys.stdout.buffer.write(json.dumps(form).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
