"""What was filled in becomes decisions; what is no checklist is refused in words."""

import datetime
import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import PlanRefused
from advisor.models.filled import FilledItem
from advisor.models.plan import Choice, Decision
from advisor.pdf import filled as fields
from advisor.pdf.filled import date_in, read_back

DUE = datetime.date(2027, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "5 March 2027",
        "5 Mar 2027",
        "05 mar. 2027",
        "5th March, 2027",
        "5/3/2027",
        "05.03.27",
        "5-3-2027",
        "2027-03-05",
        " 2027-3-5 ",
    ],
)
def test_a_date_is_read_as_it_is_written_in_britain(text: str) -> None:
    assert date_in(text) == DUE


@pytest.mark.parametrize("text", ["", "soon", "31/2/2027", "5 Foo 2027", "13", "2027", "1/1/1/1"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_in(text) is None


@given(st.dates())
def test_every_date_comes_back_from_its_iso_form(date: datetime.date) -> None:
    assert date_in(date.isoformat()) == date


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        (Choice.DECIDE_LATER, FilledItem(action="a", done=True), Choice.IN_PLACE),
        (Choice.NOT_FOR_US, FilledItem(action="a", done=True), Choice.IN_PLACE),
        (Choice.IN_PLACE, FilledItem(action="a", done=False), Choice.WE_WILL),
        (Choice.DECIDE_LATER, FilledItem(action="a", done=False), Choice.DECIDE_LATER),
        (Choice.DECIDE_LATER, FilledItem(action="a", owner="Mair"), Choice.WE_WILL),
        (Choice.DECIDE_LATER, FilledItem(action="a", due=DUE), Choice.WE_WILL),
        (Choice.DECIDE_LATER, FilledItem(action="a", owner=""), Choice.DECIDE_LATER),
        (Choice.NOT_FOR_US, FilledItem(action="a", owner="Mair"), Choice.NOT_FOR_US),
    ],
)
def test_a_tick_or_a_name_decides(before: Choice, item: FilledItem, after: Choice) -> None:
    assert item.applied_to(Decision(choice=before)).choice is after


def test_only_what_changed_is_changed() -> None:
    decision = Decision(
        choice=Choice.WE_WILL, owner="Mair", due=DUE, note="n", reason="r", version=3
    )

    assert FilledItem(action="a").applied_to(decision) == decision
    assert not FilledItem(action="a").is_changed
    assert FilledItem(action="a", owner="").applied_to(decision).owner == ""
    assert FilledItem(action="a", owner="Siân").applied_to(decision).due == DUE
    assert FilledItem(action="a", due_wiped=True).applied_to(decision).due is None
    assert FilledItem(action="a", done=True).applied_to(decision).version == 3


def _with_value(content: bytes, name: str, value: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(content)))
    for page in writer.pages:
        for annotation in page.annotations or ():
            widget = annotation.get_object()
            if widget["/T"] == name:
                widget[pypdf.generic.NameObject("/V")] = pypdf.generic.TextStringObject(value)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_all_entries_that_cannot_be_taken_are_named_at_once(fillable_checklist: bytes) -> None:
    content = _with_value(fillable_checklist, "due:plan-01", "when\x07 we can")
    content = _with_value(content, "owner:train-03", "x" * 400)

    with pytest.raises(PlanRefused) as caught:
        read_back(content)

    first, second = (fault.place for fault in caught.value.faults)
    assert first.startswith("By when: Write one plain sentence on what a peer is here")
    assert second.startswith("Who: ")
    assert "is not a date. Write it as 5 March 2027." in str(caught.value.faults[0])
    assert "\x07" not in str(caught.value.faults[0])


@pytest.mark.parametrize("content", [b"", b"rubbish", b"%PDF-1.7\n%%EOF", b"\x00" * 5000])
def test_rubbish_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(PlanRefused, match="Choose a checklist"):
        read_back(content)


def test_a_paper_without_fields_is_refused(flat_checklist: bytes) -> None:
    with pytest.raises(PlanRefused, match="no fields of a checklist"):
        read_back(flat_checklist)


def test_a_locked_file_is_refused(fillable_checklist: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(fillable_checklist)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    with pytest.raises(PlanRefused, match="locked with a password"):
        read_back(out.getvalue())


def test_a_huge_file_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "LARGEST", 10)

    with pytest.raises(PlanRefused, match="too large"):
        read_back(b"%PDF-1.7 and more")


@settings(max_examples=12)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    fillable_checklist: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(fillable_checklist)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 3))
    content = bytes(damaged if cut else damaged[: data.draw(st.integers(0, len(damaged)))])

    try:
        items = read_back(content).items
    except PlanRefused:
        items = ()
    assert all(item.is_changed for item in items)
