"""Changes behind the end of a PDF: what was there stays, byte for byte, and all of it is read."""

import io

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from advisor.pdf.update import Update
from tests.support.paper import is_sound


def _changed(pdf: bytes) -> Update:
    update = Update(pdf)
    added = update.add(DictionaryObject({NameObject("/Said"): TextStringObject("new")}))
    update.catalogue[NameObject("/Added")] = added
    return update


def test_a_change_stands_behind_the_file_as_it_was(flat_worksheet: bytes) -> None:
    made = _changed(flat_worksheet).written()
    read = PdfReader(io.BytesIO(made))

    assert made.startswith(flat_worksheet)
    assert is_sound(made)
    assert read.root_object["/Added"]["/Said"] == "new"  # type: ignore[index]
    assert len(read.pages) == len(PdfReader(io.BytesIO(flat_worksheet)).pages)
    assert made == _changed(flat_worksheet).written()


def test_another_change_makes_another_file(flat_worksheet: bytes) -> None:
    def last_name(pdf: bytes) -> object:
        return PdfReader(io.BytesIO(pdf)).trailer["/ID"][1]  # type: ignore[index]

    update = _changed(flat_worksheet)
    update.information[NameObject("/More")] = TextStringObject("x")

    assert last_name(update.written()) != last_name(_changed(flat_worksheet).written())


def test_what_comes_from_another_file_is_taken_once(flat_worksheet: bytes) -> None:
    other = PdfReader(io.BytesIO(flat_worksheet))
    update, taken = Update(flat_worksheet), {}  # type: ignore[var-annotated]
    first = update.take_over(other.pages[0].raw_get("/Resources"), taken)
    known = dict(taken)
    second = update.take_over(other.pages[0].raw_get("/Resources"), taken)
    update.catalogue[NameObject("/Kept")] = first

    assert known == taken
    assert first == second
    assert is_sound(update.written())
