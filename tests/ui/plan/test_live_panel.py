import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.advice import Advice
from advisor.models.findings import RiskState
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Decision, EntryKey, Plan
from advisor.rules.engine import advise
from advisor.telling.news import news
from advisor.telling.so_far import told_so_far
from tests.support.examples import DROP_IN, example
from tests.support.fake_advisor import shipped_pack
from tests.telling.test_news import BLANK, GROUPS, PARENTS, in_state
from ui.plan.live_panel import LivePanel
from ui.theme.colours import Tone
from ui.theme.theme import Theme
from ui.widgets.text import Text
from ui.widgets.two_line_button import TwoLineButton

Show = Callable[[QWidget], None]
ANSWERS = itertools.count(2)
EMPTY = Plan(id=PlanId("plan"), title="Plan")


@pytest.fixture
def panel(theme: Theme, show: Show) -> LivePanel:
    made = LivePanel(theme, shipped_pack())
    made.resize(316, 700)
    show(made)
    return made


def tell(panel: LivePanel, before: Advice | None, after: Advice, plan: Plan = EMPTY) -> None:
    """Show the advice on the plan, with another answer in it than when it was shown last."""
    answer = Answer(value=next(ANSWERS))
    plan = plan.with_entry(EntryKey.of_answer(QuestionId("group_size_max")), answer)
    panel.show_advice(plan, after, news(shipped_pack(), before, after))
    QApplication.processEvents()  # a layout shows what is new in it a moment later


def words(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def buttons(panel: LivePanel) -> list[TwoLineButton]:
    return [each for each in panel.findChildren(TwoLineButton) if each.isVisibleTo(panel)]


def test_the_empty_panel_says_what_it_is_for_and_what_to_check_first(panel: LivePanel) -> None:
    tell(panel, None, BLANK)

    assert any("As you answer" in text for text in words(panel))
    (check,) = buttons(panel)
    assert check.accessibleName().startswith("Check first")
    assert panel.summary == f"Check first: {BLANK.summary.gates_not_said}"


def test_open_risks_are_buttons_that_lead_to_them(panel: LivePanel, qtbot: QtBot) -> None:
    tell(panel, GROUPS, PARENTS)
    told = told_so_far(shipped_pack(), EMPTY, PARENTS)
    shown = {button.accessibleName(): button for button in buttons(panel)}

    with qtbot.waitSignal(panel.advice_asked) as asked:
        shown[told.risks[0].spoken].click()

    assert asked.args == [told.risks[0].rule]


def test_a_tall_window_has_room_for_more_open_risks(panel: LivePanel) -> None:
    plan = example(DROP_IN)
    advice = advise(shipped_pack(), plan)
    tell(panel, None, advice, plan)
    low = len(buttons(panel))

    panel.resize(316, 1000)
    tell(panel, None, advice, plan)

    assert len(buttons(panel)) - low == 4


def test_what_to_check_first_stands_above_the_risks_and_leads_to_the_advice(
    panel: LivePanel, qtbot: QtBot
) -> None:
    tell(panel, GROUPS, PARENTS)
    told = told_so_far(shipped_pack(), EMPTY, PARENTS)
    first = buttons(panel)[0]
    assert first.accessibleName().startswith(told.gates[0].title)

    with qtbot.waitSignal(panel.advice_asked) as asked:
        first.click()

    assert asked.args == [""]


def test_the_panel_says_what_the_last_answer_changed(panel: LivePanel) -> None:
    tell(panel, None, GROUPS)
    assert not panel.change.isVisible()
    tell(panel, GROUPS, PARENTS)

    assert panel.change.isVisible()
    assert "New: keeps mothers away" in panel.change.words.text()


def test_an_answer_that_changes_nothing_is_said_to(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)
    tell(panel, PARENTS, PARENTS)

    assert panel.change.words.text() == "It changes nothing in the advice."


def test_what_is_no_answer_leaves_what_the_last_answer_did(panel: LivePanel) -> None:
    tell(panel, None, GROUPS)
    tell(panel, GROUPS, PARENTS)
    said = panel.change.words.text()
    plan = EMPTY.with_entry(
        EntryKey.of_answer(QuestionId("group_size_max")), Answer(value=12, note="to ask")
    )
    panel.show_advice(plan, PARENTS, news(shipped_pack(), GROUPS, PARENTS))
    assert panel.change.words.text() == said

    decided = plan.with_entry(
        EntryKey.of_decision(PARENTS.actions[0].id), Decision(owner="Ama", due=None)
    )
    noted = decided.with_entry(EntryKey.of_answer(QuestionId("group_size_max")), Answer(value=12))
    for each in (decided, noted):
        panel.show_advice(each, PARENTS, news(shipped_pack(), PARENTS, PARENTS))
        assert panel.change.words.text() == said


@pytest.mark.parametrize(
    ("before", "after", "tone"),
    [
        (RiskState.ADDRESSED, RiskState.OPEN, Tone.DANGER),
        (RiskState.OPEN, RiskState.PARTLY_ADDRESSED, Tone.CAUTION),
        (RiskState.PARTLY_ADDRESSED, RiskState.ADDRESSED, Tone.POSITIVE),
    ],
)
def test_a_change_has_the_colour_of_what_it_did(
    panel: LivePanel, before: RiskState, after: RiskState, tone: Tone
) -> None:
    tell(panel, None, in_state(before))
    tell(panel, in_state(before), in_state(after))

    assert panel.change.tone is tone


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
    panel.advice_asked.connect(asked.append)
    tell(panel, GROUPS, PARENTS)

    panel.see_all.click()

    assert asked == [""]


def test_the_button_of_a_closed_panel_knows_the_open_risks(panel: LivePanel) -> None:
    tell(panel, GROUPS, PARENTS)

    assert panel.summary == "Check first: 17 · 6 open risks"


def test_what_is_missing_is_in_the_summary_before_any_risk(panel: LivePanel) -> None:
    none = replace(PARENTS.summary, risks_open=0, gates_not_said=0)
    tell(panel, None, replace(PARENTS, summary=replace(none, gates_missing=0)))
    assert panel.summary == "No risk is certain yet"

    tell(panel, None, replace(PARENTS, summary=replace(none, gates_missing=2)))
    assert panel.summary == "Before you open: 2"


def test_what_cannot_be_judged_is_said_so_and_not_counted(panel: LivePanel) -> None:
    tell(panel, None, advise(shipped_pack(), chatting()), chatting())

    assert any(text.startswith("We cannot judge this form") for text in words(panel))
    assert panel.summary.endswith("We cannot judge this form")
    assert not any("open risk" in text for text in words(panel))


def chatting() -> Plan:
    formats = Answer(value=frozenset({OptionId("online_group")}))
    return Plan(id=PlanId("chat"), title="Chat").with_entry(
        EntryKey.of_answer(QuestionId("formats")), formats
    )
