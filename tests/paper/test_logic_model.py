"""The logic model: one page on its side, found again by a funder's words, the same as a picture."""

import io
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image

from advisor.errors import ExportError
from advisor.models.document import Document
from advisor.models.logic import LogicModel
from advisor.models.pack import Pack
from advisor.models.papers import PaperFormat, PaperKind
from advisor.models.plan import OwnRisk
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import picture, render
from advisor.telling.advice import tell
from advisor.telling.logic_model import MOST_CHAINS, tell_logic_model
from tests.support.documents import MADE_AT, MADE_ON, Example
from tests.support.paper import in_order, page_count, page_sizes, structure_told_by_pdfium

LANDSCAPE = {(842, 595)}
NOT_JUDGED = 5
logic_model = paper_of(PaperKind.LOGIC_MODEL)


def _document(pack: Pack, example: Example) -> Document:
    return logic_model.compose(pack, *example, MADE_ON)


def _model(document: Document) -> LogicModel:
    [model] = document.blocks
    assert isinstance(model, LogicModel)
    return model


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7, 8])
def test_it_is_one_page_on_its_side(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    made = render(_document(pack, example(number)), made_at=MADE_AT)

    assert page_count(made) == 1
    assert set(page_sizes(made)) == LANDSCAPE


@pytest.mark.parametrize(
    ("number", "came", "held"),
    [
        (1, "Mothers who stayed in touch", "Calls made"),
        (2, "Mothers who came back", "Meetings held"),
        (6, "Mothers who came back", "Meetings held, also online"),
        (8, "Mothers who came back", "Meetings and calls held"),
    ],
)
def test_it_counts_what_a_programme_of_this_kind_holds(
    pack: Pack, example: Callable[[int], Example], number: int, came: str, held: str
) -> None:
    outputs = _model(_document(pack, example(number))).outputs.items

    assert outputs[2:4] == (came, held)


def test_it_is_one_page_however_much_is_in_it(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    risks = tuple(OwnRisk(id=str(n), text="The lease of the hall ends " * 8) for n in range(40))
    full = replace(plan, title="A long name for a group " * 8, own_risks=risks)

    assert page_count(render(_document(pack, (full, advice)), made_at=MADE_AT)) == 1


def test_a_funder_finds_their_words_in_reading_order(pack: Pack, decided_example: Example) -> None:
    document = _document(pack, decided_example)
    model = _model(document)
    parts = (*model.flow, model.coming)
    heads = [*(f"{part.title} ({part.term})" for part in parts)]
    heads += [f"{model.gain} ({model.gain_term})"]
    heads += [f"{part.title} ({part.term})" for part in (model.outputs, model.unknown)]

    told = structure_told_by_pdfium(render(document, made_at=MADE_AT))

    assert in_order(told, heads) == heads
    terms = {part.term for part in (*parts, model.outputs, model.unknown)} | {model.gain_term}
    assert {"need", "inputs", "activities", "outputs", "outcomes", "assumptions"} <= terms


def test_it_says_how_likely_each_gain_is(pack: Pack, decided_example: Example) -> None:
    model = _model(_document(pack, decided_example))

    assert 0 < len(model.chains) <= MOST_CHAINS
    borders = [chain.border for chain in model.chains]
    assert borders == sorted(borders, key=["solid", "dashed", "dotted"].index)
    for chain in model.chains:
        assert bool(chain.instead) == (chain.border == "dotted")
        assert bool(chain.happens and chain.gain) == (chain.border != "dotted")


def test_every_risk_stands_in_it_with_its_state(pack: Pack, decided_example: Example) -> None:
    _plan, advice = decided_example
    told = tell_logic_model(pack, *decided_example, tell(pack, *decided_example))

    assert sum(risk.state is not None for risk in told.risks) == advice.summary.risks
    assert [risk.title for risk in told.risks if risk.state is None] == ["Our lease ends in May"]


def test_a_picture_to_show_is_sharp_and_small(pack: Pack, decided_example: Example) -> None:
    made = picture(_document(pack, decided_example), PaperFormat.PNG, made_at=MADE_AT)

    assert Image.open(io.BytesIO(made)).size == (2222, 1571)
    assert len(made) <= 820_000


def test_a_picture_of_any_size_says_in_words_what_it_shows(
    pack: Pack, decided_example: Example
) -> None:
    plan, advice = decided_example
    document = _document(pack, (replace(plan, title="Tea & <talk>"), advice))

    drawn = picture(document, PaperFormat.SVG, made_at=MADE_AT)

    root = ElementTree.fromstring(drawn)
    title, desc = root[0], root[1]
    assert root.get("role") == "img"
    assert (title.text, title.get("id")) == ("Tea & <talk> – Logic model", "title")
    assert all(sentence in (desc.text or "") for sentence in _model(document).described)
    assert picture(document, PaperFormat.SVG, made_at=MADE_AT) == drawn


@pytest.mark.parametrize("form", [PaperFormat.SVG, PaperFormat.PNG])
def test_what_takes_more_than_one_page_is_refused_as_a_picture(
    form: PaperFormat, checklist_document: Document
) -> None:
    with pytest.raises(ExportError, match="too long for a picture"):
        picture(checklist_document, form, made_at=MADE_AT)


def test_a_form_that_cannot_be_judged_has_none(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(NOT_JUDGED)
    own = replace(plan, own_risks=(OwnRisk(id="r", text="The hall floods"),))

    with pytest.raises(ExportError, match="cannot judge"):
        logic_model.compose(pack, own, advice, MADE_ON)
