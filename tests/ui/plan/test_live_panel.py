from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.advice import Advice
from advisor.models.findings import RiskState
from advisor.models.ids import OptionId, PlanId, QuestionId, RuleId
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.rules.engine import advise
from advisor.telling.news import news
from advisor.telling.words import RISK_STATE
from tests.support.fake_advisor import shipped_pack
from tests.telling.test_news import BLANK, GROUPS, PARENTS, in_state
from ui.plan.live_panel import FindingCard, LivePanel
from ui.theme.colours import Tone
from ui.theme.theme import Theme
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


@pytest.fixture
def panel(theme: Theme, show: Show) -> LivePanel:
    made = LivePanel(theme, shipped_pack())
    made.resize(316, 700)
    show(made)
    return made


def tell(panel: LivePanel, before: Advice | None, after: Advice) -> None:
    panel.show_advice(after, news(shipped_pack(), before, after))
    QApplication.processEvents()  # a layout shows what is new in it a moment later


def words(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def cards(panel: LivePanel) -> list[FindingCard]:
    return [card for card in panel.findChildren(FindingCard) if not card.isHidden()]


def test_the_empty_panel_says_what_it_is_for(panel: LivePanel) -> None:
    tell(panel, None, BLANK)

    assert any("As you answer" in text for text in words(panel))
    assert not panel.counts.isVisible()


def test_findings_appear_with_what_they_are_and_why(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)

    shown = {card.accessibleName(): card for card in cards(panel)}
    (name,) = [name for name in shown if name.startswith("Keeps mothers away: Hoping")]
    said = PARENTS.finding_by_rule[RuleId("T01-discourages")].at_work[0].text
    assert any(said in text for text in words(shown[name]))


def test_the_panel_says_what_the_last_answer_changed(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)

    assert "Your last answer" in words(panel)
    assert any("New: keeps mothers away" in text for text in words(panel))


def test_nothing_is_said_of_the_last_answer_when_it_changed_nothing(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)
    tell(panel, PARENTS, PARENTS)

    assert "Your last answer" not in words(panel)
    assert cards(panel)


def test_findings_that_no_longer_apply_leave(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)
    assert any("Keeps mothers away: Hoping" in each.accessibleName() for each in cards(panel))
    tell(panel, PARENTS, GROUPS)

    assert not any("Keeps mothers away: Hoping" in each.accessibleName() for each in cards(panel))


def test_a_change_is_announced_once_answering_has_paused(qtbot: QtBot, panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)
    assert panel.announcer.last_said == ""

    qtbot.waitUntil(lambda: panel.announcer.last_said != "")

    assert "New: keeps mothers away" in panel.announcer.last_said


def test_only_the_newest_change_is_announced(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)
    tell(panel, PARENTS, GROUPS)

    panel.announcer.say_now()

    assert "Open again" in panel.announcer.last_said


def test_all_advice_is_one_step_away(panel: LivePanel) -> None:
    asked: list[str] = []
    panel.advice_asked.connect(lambda: asked.append("advice"))
    tell(panel, GROUPS, PARENTS)

    panel.see_all.click()

    assert asked == ["advice"]


def test_the_button_of_a_closed_panel_knows_the_open_risks(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)

    assert panel.summary == "6 open risks"


def test_no_open_risk_is_counted_only_while_nothing_is_missing(panel: LivePanel) -> None:
    none = replace(PARENTS.summary, risks_open=0)
    tell(panel, None, replace(PARENTS, summary=replace(none, gates_missing=0)))
    assert "open risks so far" in words(panel.counts)
    assert panel.summary == "0 open risks so far"

    tell(panel, None, replace(PARENTS, summary=replace(none, gates_missing=2)))
    assert "open risks so far" not in words(panel.counts)
    assert panel.summary == "2 things to put right first"


def test_what_cannot_be_judged_is_said_so_and_not_counted(panel: LivePanel) -> None:
    tell(panel, None, advise(shipped_pack(), chatting()))

    assert any(text.startswith("We cannot judge this form") for text in words(panel))
    assert panel.summary.endswith("We cannot judge this form")
    assert not any("open risk" in text for text in words(panel.counts))


def chatting() -> Plan:
    formats = Answer(value=frozenset({OptionId("online_group")}))
    return Plan(id=PlanId("chat"), title="Chat").with_entry(
        EntryKey.of_answer(QuestionId("formats")), formats
    )


@pytest.mark.parametrize(
    ("state", "tone"),
    [
        (RiskState.OPEN, Tone.DANGER),
        (RiskState.PARTLY_ADDRESSED, Tone.CAUTION),
        (RiskState.ADDRESSED, Tone.POSITIVE),
    ],
)
def test_a_risk_has_the_colour_and_the_words_of_its_state(
    panel: LivePanel, state: RiskState, tone: Tone
) -> None:
    tell(panel, None, in_state(state))

    (card,) = cards(panel)
    assert card.tone is tone
    assert card.accessibleName().startswith(f"Risk, {RISK_STATE[state].lower()}: ")
