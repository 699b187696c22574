"""The checklist with form fields: real tagged fields, filled in and read back."""

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pypdf
import pypdfium2 as pdfium
import pytest

from advisor.models.document import Document
from advisor.models.fields import GATE
from advisor.models.filled import FilledItem, FilledTick
from advisor.models.ids import GateId
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize
from advisor.models.plan import Choice, Decision, EntryKey, GateTick, OwnAction, Plan
from advisor.models.texts import TITLE_LENGTH
from advisor.paper.tasks import MOST_LINES
from advisor.pdf import form_fields as widgets
from advisor.pdf import rendering as pdf
from advisor.pdf.filled import read_back
from advisor.pdf.form_fields import ContractBroken, with_fields
from advisor.pdf.rendering import render, render_fillable
from advisor.pdf.typesetting import typeset
from advisor.rules.engine import advise
from tests.support import decided
from tests.support.documents import MADE_AT, MADE_ON, Example, checklist
from tests.support.form import filled, wiped
from tests.support.paper import (
    bare,
    complaints_of_poppler,
    inside_the_margins,
    is_sound,
    properties,
    words_on_pages,
)
from tests.support.pdfcheck.checking import problems_in
from tests.support.posters import one_task

# An action on the safety page of the example, on which nothing was decided.
UNDECIDED = "safe-01"
TODAY = datetime.date(2026, 11, 29)


def _fields(content: bytes) -> dict[str, Any]:
    return pypdf.PdfReader(io.BytesIO(content)).get_fields() or {}


def test_a_fillable_checklist_keeps_pdf_ua(fillable_checklist: bytes) -> None:
    assert problems_in(fillable_checklist) == {}
    assert is_sound(fillable_checklist)
    assert properties(fillable_checklist)["Form"] == "AcroForm"
    assert properties(fillable_checklist)["Tagged"] == "yes"
    assert inside_the_margins(fillable_checklist)


def test_every_place_to_write_is_a_field(
    checklist_document: Document, fillable_checklist: bytes
) -> None:
    wanted = [field.name for field in widgets.fields_of(checklist_document.blocks)]

    assert list(_fields(fillable_checklist)) == list(dict.fromkeys(wanted))
    assert {f"done:{decided.OWN_ACTION_ID}", "gate:gate-checks", "ring:6"} <= set(wanted)


def test_an_action_in_several_places_is_one_field_with_a_widget_in_each(
    checklist_document: Document, fillable_checklist: bytes
) -> None:
    names = [field.name for field in widgets.fields_of(checklist_document.blocks)]
    several = {name: names.count(name) for name in names if names.count(name) > 1}
    assert any(name.startswith("owner:") for name in several)

    with pikepdf.open(io.BytesIO(fillable_checklist)) as opened:
        fields = {str(field.T): field for field in opened.Root.AcroForm.Fields}
        for name, places in several.items():
            kids = fields[name].Kids
            assert len(kids) == places
            assert len({int(kid.StructParent) for kid in kids}) == places
            assert {str(kid.TU) for kid in kids} == {str(fields[name].TU)}
        assert all("/Kids" not in fields[name] for name in fields if name not in several)


def test_a_field_says_what_it_is_for(fillable_checklist: bytes, pack: Any) -> None:
    text = pack.action_by_id[decided.WILL].text
    fields = _fields(fillable_checklist)

    assert fields[f"owner:{decided.WILL}"]["/TU"].startswith("Who (we suggest: ")
    assert fields[f"owner:{decided.WILL}"]["/TU"].endswith(f"): {text}")
    assert fields[f"due:{decided.WILL}"]["/TU"] == f"By when, as in 5 March 2027: {text}"
    assert fields[f"done:{decided.WILL}"]["/TU"] == f"Done: {text}"
    # A reader asks a place to write, or the field that has several of them.
    with pikepdf.open(io.BytesIO(fillable_checklist)) as opened:
        widgets = [
            annotation
            for page in opened.pages
            for annotation in page.obj.get("/Annots", [])
            if annotation.Subtype == "/Widget"
        ]
        tops = [widget.get("/Parent", widget) for widget in widgets]
        assert any("/Parent" in widget for widget in widgets)
        assert all(
            str(widget.get("/TU", "")) == str(top.get("/TU", "")) != ""
            for widget, top in zip(widgets, tops, strict=True)
        )


def test_what_was_decided_is_filled_in_and_drawn(fillable_checklist: bytes) -> None:
    fields = _fields(fillable_checklist)

    assert fields[f"owner:{decided.WILL}"]["/V"] == decided.OWNER
    assert fields[f"due:{decided.WILL}"]["/V"] == "5 Mar 2027"
    assert fields[f"done:{decided.WILL}"]["/V"] == "/Off"
    with pikepdf.open(io.BytesIO(fillable_checklist)) as opened:
        drawn = {
            str(widget.get("/T") or widget.Parent.T): widget.AP.N
            for page in opened.pages
            for widget in page.obj.get("/Annots", [])
        }
        assert b"Tj" in drawn[f"owner:{decided.WILL}"].read_bytes()
        assert b"Tj" not in drawn[f"owner:{UNDECIDED}"].read_bytes()


def test_a_reader_draws_no_field_itself(fillable_checklist: bytes) -> None:
    assert fillable_checklist.startswith(b"%PDF-1.7")
    with pikepdf.open(io.BytesIO(fillable_checklist)) as opened:
        assert "/NeedAppearances" not in opened.Root.AcroForm
        assert b"pdfaid" not in opened.Root.Metadata.read_bytes()


def test_the_same_checklist_has_the_same_bytes(
    checklist_document: Document, fillable_checklist: bytes
) -> None:
    assert render_fillable(checklist_document, made_at=MADE_AT).pdf == fillable_checklist


def test_an_untouched_copy_changes_nothing(decided_example: Any, fillable_checklist: bytes) -> None:
    read = read_back(fillable_checklist, today=TODAY)

    assert read.plan == decided_example[0].id
    assert read.items == ()


def test_ticks_and_texts_come_back(fillable_checklist: bytes) -> None:
    content = filled(
        fillable_checklist,
        ticks=(f"done:{decided.WILL}",),
        texts={f"owner:{UNDECIDED}": "Mair", f"due:{UNDECIDED}": "5/3/2027"},
    )

    assert set(read_back(content, today=TODAY).items) == {
        FilledItem(action=decided.WILL, done=True),
        FilledItem(action=UNDECIDED, owner="Mair", due=datetime.date(2027, 3, 5)),
    }
    assert problems_in(content) == {}


def test_a_note_a_reason_and_what_is_not_missing_come_back(fillable_checklist: bytes) -> None:
    fields = _fields(fillable_checklist)
    note, reason = f"note:{decided.WILL}", f"reason:{decided.DECLINED}"
    assert (fields[note]["/V"], fields[reason]["/V"]) == (decided.NOTE, decided.REASON)

    content = filled(
        wiped(fillable_checklist, reason, note),
        ticks=("gate:gate-checks",),
        texts={note: "They said yes."},
    )

    read = read_back(content, today=TODAY)
    assert set(read.items) == {
        FilledItem(action=decided.WILL, note="They said yes."),
        FilledItem(action=decided.DECLINED, reason=""),
    }
    assert read.ticks == (FilledTick(gate=GateId("gate-checks"), ticked=True),)
    assert problems_in(content) == {}


def test_a_tick_in_print_can_be_taken_away_and_comes_back_so(
    pack: Pack, decided_example: Example
) -> None:
    plan, advice = decided_example
    gate = GateId("gate-checks")
    ticked = plan.with_entry(EntryKey.of_tick(gate), GateTick(day=TODAY))
    made = render_fillable(checklist.compose(pack, ticked, advice, TODAY), made_at=MADE_AT)

    assert _fields(made.pdf)[f"{GATE}:{gate}"]["/V"] != "/Off"
    assert read_back(made.pdf, today=TODAY).ticks == ()
    without = read_back(filled(made.pdf, ticks=(f"{GATE}:{gate}",)), today=TODAY)
    assert without.ticks == (FilledTick(gate=gate, ticked=False),)


def test_what_was_wiped_out_comes_back_as_wiped_out(fillable_checklist: bytes) -> None:
    content = wiped(fillable_checklist, f"owner:{decided.WILL}", f"due:{decided.WILL}")

    assert read_back(content, today=TODAY).items == (
        FilledItem(action=decided.WILL, owner="", due_wiped=True),
    )


def test_an_address_in_a_text_never_becomes_a_field(checklist_document: Document) -> None:
    data = typeset(checklist_document, PaperSize.A4, "")
    scheme = pdf._private_scheme(data)

    assert scheme not in data
    assert f"{scheme}:" in f"{scheme}:done:x"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda links: links.pop("done:a"), "differ: done:a"),
        (lambda links: links.update({"done:stranger": links["done:a"]}), "differ: done:stranger"),
        (lambda links: links["done:a"].append(links["done:a"][0]), "differ: done:a"),
    ],
)
def test_a_broken_contract_turns_nothing(
    monkeypatch: pytest.MonkeyPatch, spoil: Any, words: str
) -> None:
    document = _one_action()
    original = widgets._links

    def spoilt(writer: Any, scheme: str) -> Any:
        links = original(writer, scheme)
        spoil(links)
        return links

    monkeypatch.setattr(widgets, "_links", spoilt)
    linked = pdf._compiled(
        "paper.typ", typeset(document, PaperSize.A4, "field-x"), ("ua-1",), MADE_AT
    )

    with pytest.raises(ContractBroken, match=words):
        with_fields(linked, document, "field-x", lambda _: b"")


def _declined_with_reasons(pack: Pack, plan: Plan) -> Plan:
    declined = Decision(choice=Choice.NOT_FOR_US, reason="No money for it before April. " * 8)
    return replace(plan, decisions={action.id: declined for action in pack.actions[:40]})


def _long_own_actions(_pack: Pack, plan: Plan) -> Plan:
    noted = Decision(choice=Choice.WE_WILL, note="Ask the library. " * 58)
    text = "Ring everyone before the first session. " * 8
    own = tuple(OwnAction(id=f"o{n}", text=text, stage="run", decision=noted) for n in range(6))
    return replace(plan, own_actions=own)


@pytest.mark.parametrize("wordy", [_declined_with_reasons, _long_own_actions])
def test_what_goes_on_over_a_page_keeps_its_fields(
    pack: Pack, example: Callable[[int], Example], wordy: Callable[[Pack, Plan], Plan]
) -> None:
    plan = wordy(pack, example(1)[0])
    document = checklist.compose(pack, plan, advise(pack, plan), MADE_ON)

    made = render_fillable(document, made_at=MADE_AT)

    assert made.has_fields
    wanted = [field.name for field in widgets.fields_of(document.blocks)]
    assert list(_fields(made.pdf)) == list(dict.fromkeys(wanted))
    assert problems_in(made.pdf) == {}
    for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages:
        words = "".join(page.extract_text().split())
        for reason in (each.get_object() for each in page.get("/Annots", ())):
            if str(reason.get("/T", "")).startswith("reason:"):
                assert "".join(str(reason["/TU"]).split())[-20:] in words


def test_a_note_of_many_lines_is_printed_and_no_field(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    key = EntryKey.of_decision(decided.WILL)
    noted = {
        lines: example(2)[0].with_entry(
            key, Decision(choice=Choice.WE_WILL, note="\n".join(["Ask"] * lines))
        )
        for lines in (MOST_LINES, MOST_LINES + 1)
    }

    names = {
        lines: {
            field.name
            for field in widgets.fields_of(
                checklist.compose(pack, plan, advise(pack, plan), MADE_ON).blocks
            )
        }
        for lines, plan in noted.items()
    }

    assert f"note:{decided.WILL}" in names[MOST_LINES]
    assert f"note:{decided.WILL}" not in names[MOST_LINES + 1]


def test_a_link_that_shares_its_element_is_not_turned() -> None:
    document = _one_action()
    linked = pdf._compiled(
        "paper.typ", typeset(document, PaperSize.A4, "field-x"), ("ua-1",), MADE_AT
    )
    with pikepdf.open(io.BytesIO(linked)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Link":
                thing.K.append(thing.K[0])
        spoilt = io.BytesIO()
        opened.save(spoilt)

    with pytest.raises(ContractBroken, match="not alone"):
        with_fields(spoilt.getvalue(), document, "field-x", lambda _: b"")


def test_without_fields_a_flat_copy_is_made_and_said_to_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> bytes:
        raise ContractBroken("links and fields differ: done:a")

    monkeypatch.setattr(widgets, "with_fields", broken)

    made = render_fillable(_one_action(), made_at=MADE_AT)

    assert not made.has_fields
    assert made.pdf == render(_one_action(), made_at=MADE_AT)
    assert made.why_flat == "links and fields differ: done:a"


LONG = (
    "Siân and Mair, with the family hub, every second Tuesday until we know more; " * 3 + "or " * 22
)


@pytest.mark.parametrize("text", [LONG, "30 September 2027", "a@" + "long." * 12 + "example.org"])
def test_what_is_printed_in_a_field_is_not_cut(text: str) -> None:
    made = render_fillable(_one_action(text), made_at=MADE_AT).pdf

    assert len(text) <= TITLE_LENGTH
    with pdfium.PdfDocument(made) as opened:
        opened.init_forms()
        page = opened[0]
        page.flatten()
        drawn = opened[0].get_textpage().get_text_range()
    assert bare(drawn).count(bare(text)) >= 2


# On the poster, to hand out, and on the safety page.
PLACES = ["group-08", UNDECIDED, "safe-09"]


@pytest.mark.parametrize("action", PLACES)
def test_what_is_typed_wraps_and_shrinks_and_stays_inside(
    fillable_checklist: bytes, action: str
) -> None:
    typed = {f"owner:{action}": LONG, f"due:{action}": "30 September 2027"}
    content = filled(fillable_checklist, texts=typed)

    with pikepdf.open(io.BytesIO(content)) as opened:
        drawn = [
            (typed[name], widget.AP.N)
            for page in opened.pages
            for widget in page.obj.get("/Annots", [])
            if (name := str(widget.get("/T") or widget.Parent.T)) in typed
        ]
        assert len(drawn) >= len(typed)
        for text, picture in drawn:
            words, lowest, highest = _drawn(picture)
            assert bare(words) == bare(text)
            assert lowest >= 0
            assert highest <= float(picture.BBox[3])


def test_what_another_program_draws_stays_inside(fillable_checklist: bytes) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(fillable_checklist)))
    boxes = []
    for number, page in enumerate(writer.pages):
        for widget in (each.get_object() for each in page.annotations or ()):
            field = widget if "/T" in widget else widget["/Parent"].get_object()
            kind = field["/T"].partition(":")[0]
            if kind in TYPED:
                field[pypdf.generic.NameObject("/V")] = pypdf.generic.TextStringObject(TYPED[kind])
                widget.pop("/AP", None)
                boxes.append((number, kind, _box(widget, page)))
    form: Any = writer.root_object["/AcroForm"].get_object()
    form[pypdf.generic.NameObject("/NeedAppearances")] = pypdf.generic.BooleanObject(True)
    out = io.BytesIO()
    writer.write(out)

    pages = words_on_pages(out.getvalue())

    assert len(boxes) > 40
    for number, kind, box in boxes:
        inside = [word.text for word in pages[number] if word.is_inside(box)]
        assert bare("".join(inside)) == bare(TYPED[kind])


TYPED = {"owner": LONG, "due": "30 September 2027"}


def _box(widget: Any, page: Any) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower edge of a field, from the top of its page."""
    left, bottom, right, top = map(float, widget["/Rect"])
    height = float(page.mediabox.height)
    return left, height - top, right, height - bottom


def _drawn(picture: Any) -> tuple[str, float, float]:
    """Return what a picture says, how low its lowest line stands, and how high its highest."""
    said, height, size, heights = "", 0.0, 0.0, []
    for step in pikepdf.parse_content_stream(picture):
        if str(step.operator) == "Td":
            height += float(step.operands[1])
        elif str(step.operator) == "Tf":
            size = float(step.operands[1])
        elif str(step.operator) == "Tj":
            said += bytes(step.operands[0]).decode("cp1252")
            heights += [height, height + 0.7 * size]
    return said, min(heights), max(heights)


def test_no_program_is_told_of_suspects(fillable_checklist: bytes) -> None:
    with pikepdf.open(io.BytesIO(fillable_checklist)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert "/Suspects" not in opened.Root.MarkInfo


def test_poppler_has_nothing_to_complain_of(fillable_checklist: bytes) -> None:
    assert complaints_of_poppler(fillable_checklist) == ""


def _one_action(owner: str = "") -> Document:
    return Document(
        title="T",
        kind="K",
        language="en-GB",
        provenance="P",
        blocks=(one_task(owner=owner, times=2),),
    )
