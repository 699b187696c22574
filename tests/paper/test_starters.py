"""The drafts to change: what fits the plan, filled from its answers, nothing claimed for it."""

import datetime
import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.shared import Mm

from advisor.export.docx import docx_bytes
from advisor.models.document import Document
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.materials import STARTER_KINDS
from advisor.models.papers import PaperFormat, PaperKind
from advisor.models.plan import Answer, Plan
from advisor.models.sheets import DraftPart, Piece, Signatures
from advisor.paper.papers import paper_of
from advisor.rules.engine import advise
from advisor.telling.starters import NAME_SLOT, starter_of, told_starter
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.pseudo import texts_in
from tests.support.shipped import example_plans, shipped_pack

STARTERS = [PaperKind(kind) for kind in STARTER_KINDS]


def planned(**answers: object) -> Plan:
    given = {
        QuestionId(name): Answer(
            value=frozenset(map(OptionId, value)) if isinstance(value, list) else value  # type: ignore[arg-type]
        )
        for name, value in answers.items()
    }
    return Plan(id=PlanId("plan"), title="Kettle <club> & friends", answers=given)


def composed(kind: PaperKind, plan: Plan) -> Document:
    pack = shipped_pack()
    return paper_of(kind).compose(pack, plan, advise(pack, plan), MADE_ON)


def lines(kind: str, plan: Plan) -> str:
    story = told_starter(shipped_pack(), plan, starter_of(shipped_pack(), kind))
    return "\n".join(
        "".join("____" if piece.blank else piece.text for piece in line)
        for part in story.parts
        for line in part.lines
    )


def test_every_starter_of_the_pack_is_a_paper_of_its_own() -> None:
    assert [paper_of(kind).formats[0] for kind in STARTERS] == [PaperFormat.DOCX] * 5


def test_slots_take_the_plans_answers_and_stay_open_without() -> None:
    answered = lines("endings-policy", planned(support_length="fixed_short"))
    nothing = lines("endings-policy", planned())

    assert "Support lasts up to eight weeks." in answered
    assert "Support lasts ____." in nothing
    assert "Kettle <club> & friends" in nothing
    assert shipped_pack().starters.slots[0].id == NAME_SLOT


@pytest.mark.parametrize(
    ("kind", "heading"),
    [("for-referrers", "What happens then"), ("what-to-expect", "How it starts")],
)
def test_what_is_not_known_yet_has_a_line_under_its_heading(kind: str, heading: str) -> None:
    def first_line(plan: Plan) -> tuple[Piece, ...]:
        story = told_starter(shipped_pack(), plan, starter_of(shipped_pack(), kind))
        [part] = [part for part in story.parts if part.heading == heading]
        return part.lines[0]

    label = shipped_pack().questionnaire[QuestionId("first_contact")].short
    answered = first_line(planned(first_contact="within_3_days"))

    assert first_line(planned()) == (Piece(text=label, blank=True),)
    assert "".join(piece.text for piece in answered).startswith("We get in touch within three")


def test_a_policy_is_signed_at_its_foot_as_an_agreement_is() -> None:
    for kind in (PaperKind.ENDINGS_POLICY, PaperKind.GROUP_AGREEMENT):
        last = composed(kind, example_plans()[1]).blocks[-1]

        assert isinstance(last, Signatures)
        assert last.hints[0] == "Agreed by"


def test_when_it_is_looked_at_again_is_asked_once() -> None:
    """The policy has a line for it, which an agreement has not."""
    for kind in (PaperKind.ENDINGS_POLICY, PaperKind.GROUP_AGREEMENT, PaperKind.PEER_ROLE):
        said = " ".join(texts_in(composed(kind, example_plans()[1]).blocks))

        assert said.count("We look at it again") == 1


def test_only_blocks_that_certainly_fit_are_printed() -> None:
    closed = planned(formats=["group"], group_type="closed", support_length="fixed_short")

    assert "The group knows the last date" in lines("endings-policy", closed)
    assert "The group knows the last date" not in lines("endings-policy", planned())


def test_a_group_agreement_is_not_offered_where_there_is_no_group() -> None:
    pack, calls = shipped_pack(), planned(formats=["telephone"])
    agreement = paper_of(PaperKind.GROUP_AGREEMENT)

    assert "does not fit your plan" in agreement.refusal(pack, calls, advise(pack, calls))
    assert agreement.refusal(pack, planned(), advise(pack, planned())) == ""


@pytest.mark.parametrize("kind", STARTERS)
def test_each_says_that_it_is_a_start_and_who_should_check_it(kind: PaperKind) -> None:
    document = composed(kind, example_plans()[1])
    said = docx_text(document)

    assert "first draft" in said
    assert "Not a legal document" in document.provenance
    assert "perinatal clinician" in said


def docx_text(document: Document) -> str:
    read = docx.Document(io.BytesIO(docx_bytes(document, MADE_AT)))
    return "\n".join(line.text for line in read.paragraphs)


@pytest.mark.parametrize("kind", STARTERS)
def test_a_docx_has_real_headings_and_lists_a_title_and_a_language(kind: PaperKind) -> None:
    document = composed(kind, example_plans()[1])
    read = docx.Document(io.BytesIO(docx_bytes(document, MADE_AT)))
    styles = [line.style.name for line in read.paragraphs if line.style is not None]
    parts = [block for block in document.blocks if isinstance(block, DraftPart)]

    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == sum(bool(part.heading) for part in parts)
    assert styles.count("List Bullet") == sum(len(part.lines) for part in parts)
    assert read.core_properties.title == document.title
    assert read.core_properties.language == "en-GB"


def test_a_docx_is_a4_with_the_same_margins_all_round() -> None:
    document = composed(PaperKind.ENDINGS_POLICY, example_plans()[1])
    [page] = docx.Document(io.BytesIO(docx_bytes(document, MADE_AT))).sections

    assert abs((page.page_width or 0) - Mm(210)) < Mm(1)
    assert abs((page.page_height or 0) - Mm(297)) < Mm(1)
    assert len({page.left_margin, page.right_margin, page.top_margin, page.bottom_margin}) == 1


def test_no_page_of_a_docx_asks_for_a_signature_alone() -> None:
    document = composed(PaperKind.ENDINGS_POLICY, planned())
    *_, agreed, signed, dated = docx.Document(io.BytesIO(docx_bytes(document, MADE_AT))).paragraphs

    assert [each.text.split(":")[0] for each in (signed, dated)] == ["Agreed by", "Date"]
    assert agreed.style is not None
    assert agreed.style.name == "List Bullet"
    assert all(each.paragraph_format.keep_with_next for each in (agreed, signed))


def test_the_same_draft_has_the_same_bytes_whenever_it_is_written() -> None:
    document = composed(PaperKind.ENDINGS_POLICY, planned())
    first = docx_bytes(document, MADE_AT)

    assert docx_bytes(document, MADE_AT) == first
    assert docx_bytes(document, MADE_AT + datetime.timedelta(hours=1)) != first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None


def test_what_has_to_be_filled_in_stands_in_brackets() -> None:
    said = docx_text(composed(PaperKind.FOR_REFERRERS, planned()))

    assert "[Name and number of the safeguarding lead]" in said


@pytest.mark.parametrize("kind", STARTERS)
def test_each_names_the_programme(kind: PaperKind) -> None:
    assert "Kettle <club> & friends" in lines(kind.value, planned(formats=["group"]))


@pytest.mark.parametrize("kind", STARTERS)
def test_every_line_to_write_on_says_what_goes_there(kind: PaperKind) -> None:
    pack, leads_to_it = shipped_pack(), re.compile(r"(: |from | to )$")
    starter = starter_of(pack, kind)
    every_block = replace(starter, blocks=tuple(replace(b, when=None) for b in starter.blocks))

    for part in told_starter(pack, planned(), every_block).parts:
        for line in part.lines:
            for before, piece in zip((Piece(text=""), *line), line, strict=False):
                if piece.blank and not piece.text:
                    assert leads_to_it.search(before.text), line


def test_what_a_peer_does_not_do_cannot_be_read_as_what_a_peer_does() -> None:
    plan = planned(
        formats=["one_to_one", "telephone", "online_group"],
        venue=["her_home"],
        contact_content=["writes_record"],
        setting="mental_health_service",
    )
    parts = told_starter(shipped_pack(), plan, starter_of(shipped_pack(), "peer-role")).parts
    [forbidden] = [part for part in parts if part.heading == "What you do not do"]

    assert len(forbidden.lines) == 14
    assert all(line[0].text.startswith("Do not ") for line in forbidden.lines)


def test_a_policy_speaks_of_no_call_or_meeting_that_there_is_not() -> None:
    chat = planned(
        formats=["online_group"], group_type="rolling", support_length="open_ended", team="no_paid"
    )
    said = lines("endings-policy", chat).replace("joins the first call", "")

    assert "call" not in said
    assert "meeting" not in said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("watched_always", "Someone is always watching it."),
        ("closed_outside", "and someone watches it then."),
        ("open_unwatched", "At other hours nobody does."),
        ("nobody", "Nobody watches it."),
    ],
)
def test_an_agreement_says_when_the_chat_is_watched(hours: str, said: str) -> None:
    agreement = lines("group-agreement", planned(formats=["online_group"], online_hours=hours))

    watched = [line for line in agreement.splitlines() if "watch" in line]
    assert len(watched) == 1
    assert said in watched[0]


def test_a_docx_opens_as_a_file_of_today_in_the_font_that_it_names() -> None:
    made = docx_bytes(composed(PaperKind.ENDINGS_POLICY, example_plans()[1]), MADE_AT)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        settings = archive.read("word/settings.xml").decode()
    read = docx.Document(io.BytesIO(made))

    assert re.search('compatibilityMode"[^>]*w:val="15"', settings)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        properties = read.styles[name].element.rPr
        assert not [each for each in properties.rFonts.attrib if "heme" in each]


def test_a_docx_leaves_out_what_xml_cannot_hold() -> None:
    plan = replace(planned(), title="Kettle\ufffe\x0b club\ud800")

    assert "At Kettle club nobody" in docx_text(composed(PaperKind.ENDINGS_POLICY, plan))


@pytest.mark.parametrize("kind", STARTERS)
def test_the_lines_fit_mothers_and_fathers_alike(kind: PaperKind) -> None:
    starter = starter_of(shipped_pack(), kind)
    said = " ".join(line for block in starter.blocks for line in block.lines)

    assert not re.search(r"\b(she|her|hers|herself|he|him|his|mothers?|mums?)\b", said)
