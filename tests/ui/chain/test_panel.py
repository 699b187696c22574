from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.evidence import Domain
from advisor.telling.advice import tell
from advisor.telling.cards import CardStory
from advisor.telling.chain import chain_of, drawable
from tests.support.examples import DROP_IN, ONLINE, advice_on_example, example, pack
from ui.chain.panel import ALL, CHAINS_AT_ONCE, ChainPanel
from ui.theme.theme import Theme
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


def cards(place: int) -> tuple[CardStory, ...]:
    return tell(pack(), example(place), advice_on_example(place)).cards


Led = list[tuple[object, ...]]


def new_panel(theme: Theme, led: Led) -> ChainPanel:
    def lead(*where: object) -> None:
        led.append(where)

    return ChainPanel(theme, question=lead, finding=lead, save=lead)


@pytest.fixture
def led() -> Led:
    """Where the panel led, and what was saved."""
    return []


@pytest.fixture
def panel(theme: Theme, show: Show, led: Led) -> ChainPanel:
    made = new_panel(theme, led)
    made.show_cards(cards(DROP_IN))
    made.resize(1000, 900)
    show(made)
    return made


def choose(panel: ChainPanel, statement: str) -> None:
    """Choose a statement, or all, in the list beside the picture."""
    assert panel.statements is not None
    panel.statements.cards[statement].click()


def test_one_whole_chain_is_drawn_beside_the_statements_of_its_kind(
    panel: ChainPanel, led: Led
) -> None:
    risks = drawable(cards(DROP_IN), Domain.RISK)
    assert panel.statements is not None
    assert list(panel.statements.cards) == [*(card.rule for card in risks), ALL]
    assert panel.sentences == chain_of(risks[:1]).sentences

    choose(panel, risks[2].rule)
    panel.lead.click()

    assert panel.sentences == chain_of(risks[2:3]).sentences
    assert not panel.more.isVisibleTo(panel)
    assert led == [(risks[2].rule,)]


def test_a_statement_that_is_chosen_stays_so_while_it_is_there(panel: ChainPanel) -> None:
    risks = drawable(cards(DROP_IN), Domain.RISK)
    choose(panel, risks[1].rule)

    panel.show_cards(tuple(card for card in cards(DROP_IN) if card.rule != risks[0].rule))
    assert panel.statements is not None
    assert panel.statements.selection == (risks[1].rule,)

    panel.show_cards(tuple(card for card in cards(DROP_IN) if card.rule != risks[1].rule))
    assert panel.statements.selection == (risks[0].rule,)


def test_risks_are_drawn_first_and_more_than_a_few_on_demand(panel: ChainPanel) -> None:
    assert panel.domain.selection == (Domain.RISK.value,)
    choose(panel, ALL)
    assert len(panel.sentences) == CHAINS_AT_ONCE

    panel.more.click()

    assert len(panel.sentences) == len(drawable(cards(DROP_IN), Domain.RISK))
    assert not panel.more.isVisibleTo(panel)


def test_a_plan_without_live_findings_says_so(theme: Theme, show: Show) -> None:
    panel = new_panel(theme, [])
    show(panel)

    panel.show_cards(cards(ONLINE))

    assert panel.picture is None
    assert any(text.text().startswith("Nothing of this kind") for text in panel.findChildren(Text))


def test_the_same_stands_there_in_words(panel: ChainPanel) -> None:
    panel.in_words.button.click()

    texts = [text.text() for text in panel.in_words.findChildren(Text)]
    assert texts == list(panel.sentences)


def test_another_domain_is_drawn_and_said_in_words(panel: ChainPanel, qtbot: QtBot) -> None:
    panel.in_words.button.click()
    panel.domain.chips[Domain.BENEFIT.value].click()
    benefits = drawable(cards(DROP_IN), Domain.BENEFIT)
    assert panel.sentences == chain_of(benefits[:1]).sentences

    def shown() -> list[str]:
        texts = panel.in_words.findChildren(Text)
        return [text.text() for text in texts if text.isVisibleTo(panel)]

    qtbot.waitUntil(lambda: shown() == list(panel.sentences))


@pytest.mark.parametrize(
    ("box", "what", "name"),
    [
        ("c:formats", "formats", "Change this answer: In a group, face to face"),
        ("m:N01-harms", "N01-harms", "Open this statement: Feeling dismissed or out of place"),
    ],
)
def test_a_chosen_box_leads_to_its_question_or_its_card(
    panel: ChainPanel, led: Led, box: str, what: str, name: str
) -> None:
    choose(panel, ALL)
    assert panel.picture is not None
    assert not panel.lead.isEnabled()
    panel.picture.button(box).click()

    panel.lead.click()

    assert led == [(what,)]
    assert panel.lead.accessibleName() == name
    assert name.startswith(panel.lead.text())


def test_the_picture_is_offered_as_a_file(panel: ChainPanel, led: Led) -> None:
    for button, file, start in (
        (panel.png_button, "chains.png", b"\x89PNG"),
        (panel.svg_button, "chains.svg", b"<?xml"),
    ):
        button.click()
        name, content = led[-1]
        assert name == file
        assert isinstance(content, bytes)
        assert content.startswith(start)
