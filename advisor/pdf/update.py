"""A PDF with objects changed and added behind its end, as the format provides for.

What is not asked for is neither read nor written again: a paper has a thousand objects, and
a few hundred of them become form fields.
"""

import hashlib
import io
from collections.abc import Iterator
from typing import cast

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

_FIRST_GENERATION = 0


class Update:
    """Changes to a file whose objects stand in a plain table, as the typesetter writes them."""

    def __init__(self, pdf: bytes) -> None:
        """Read where the objects of a file are."""
        self.reader = PdfReader(io.BytesIO(pdf))
        self._pdf = pdf
        self._size = int(cast("NumberObject", self.reader.trailer["/Size"]))
        self._table = int(pdf.rpartition(b"startxref")[2].split()[0])
        self._touched: dict[int, PdfObject] = {}
        self.catalogue, self.information = (
            self.change(self._reference(key)) for key in ("/Root", "/Info")
        )

    def add(self, value: PdfObject) -> IndirectObject:
        """Add an object and return the reference to it."""
        reference = IndirectObject(self._size, _FIRST_GENERATION, self.reader)
        self._size += 1
        self._put(reference, value)
        return reference

    def change(self, reference: IndirectObject) -> DictionaryObject:
        """Return a dictionary of the file to be changed: it is written once more."""
        found = reference.get_object()
        if not isinstance(found, DictionaryObject):
            raise TypeError(f"object {reference.idnum} is no dictionary")
        self._touched[reference.idnum] = found
        return found

    def take_over(self, value: PdfObject, taken: dict[int, IndirectObject]) -> PdfObject:
        """Add what an object of another file consists of; ``taken`` keeps what was added."""
        if isinstance(value, IndirectObject):
            if value.idnum not in taken:
                # It has its number first, since what it holds may point back to it.
                taken[value.idnum] = self.add(NullObject())
                self._put(taken[value.idnum], self.take_over(_held(value), taken))
            return taken[value.idnum]
        if isinstance(value, DictionaryObject):
            for key in list(value):
                value[NameObject(key)] = self.take_over(value.raw_get(key), taken)
        elif isinstance(value, ArrayObject):
            value[:] = [self.take_over(each, taken) for each in value]
        return value

    def written(self) -> bytes:
        """Return the file with the changes at its end; the same changes give the same bytes."""
        out = io.BytesIO()
        out.write(self._pdf)
        if not self._pdf.endswith(b"\n"):
            out.write(b"\n")
        offsets = {}
        for number in sorted(self._touched):
            offsets[number] = out.tell()
            out.write(b"%d %d obj\n" % (number, _FIRST_GENERATION))
            self._touched[number].write_to_stream(out)
            out.write(b"\nendobj\n")
        changed = hashlib.sha256(out.getbuffer()[len(self._pdf) :]).digest()[:16]
        table = out.tell()
        out.write(b"xref\n")
        for run in _runs(sorted(offsets)):
            out.write(b"%d %d\n" % (run[0], len(run)))
            out.writelines(
                b"%010d %05d n \n" % (offsets[number], _FIRST_GENERATION) for number in run
            )
        out.write(b"trailer\n")
        self._trailer(changed).write_to_stream(out)
        out.write(b"\nstartxref\n%d\n%%%%EOF\n" % table)
        return out.getvalue()

    def _reference(self, key: str) -> IndirectObject:
        return cast("IndirectObject", self.reader.trailer.raw_get(key))

    def _put(self, reference: IndirectObject, value: PdfObject) -> None:
        self._touched[reference.idnum] = value
        # From now on the reference is resolved to it.
        self.reader.resolved_objects[_FIRST_GENERATION, reference.idnum] = value

    def _trailer(self, changed: bytes) -> DictionaryObject:
        kept = {NameObject(key): self._reference(key) for key in ("/Root", "/Info")}
        made, _last = cast("ArrayObject", self.reader.trailer["/ID"])
        return DictionaryObject(
            {
                NameObject("/Size"): NumberObject(self._size),
                **kept,
                NameObject("/ID"): ArrayObject([made, ByteStringObject(changed)]),
                NameObject("/Prev"): NumberObject(self._table),
            }
        )


def _held(reference: IndirectObject) -> PdfObject:
    return reference.get_object() or NullObject()


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """Yield the numbers in runs without a gap."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
