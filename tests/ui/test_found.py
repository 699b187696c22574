"""Whatever a menu offers for a plan is found from the one box too."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.language import _
from advisor.models.papers import PaperKind
from advisor.telling.commands import COMMANDS
from advisor.telling.find import Findable, Finder, Kind, findable_in_evidence
from tests.support.examples import DROP_IN, example, pack
from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from ui.home.plan_list import PlanList
from ui.home.plans_model import PlansModel
from ui.pages import commands
from ui.paper.page import PaperPage
from ui.plan.list_page import QuestionsListPage
from ui.shell.find_dialog import FindDialog
from ui.theme.theme import Theme


def test_what_a_menu_offers_for_a_plan_is_found(theme: Theme) -> None:
    page, plans = QuestionsListPage(theme), PlanList(theme, PlansModel())
    paper = PaperPage(theme)
    menus = [page.head.make_menu(), plans.menu_for(plans.model().index(0, 0))]
    for kind in PaperKind:
        paper.choose(kind)
        menus.append(paper.head.make_menu())
    finder = Finder(commands(with_plan=True))

    offered = [each.text() for menu in menus for each in menu.actions() if each.text()]
    assert len(offered) > len(PaperKind)
    for words in offered:
        said = words.replace("&", "").replace("…", "").partition(" (")[0]
        found = finder.find(said, Kind.COMMANDS)
        assert found.counts[Kind.COMMANDS] or words == "&Open", words


def test_what_is_called_exactly_as_it_is_written_comes_before_everything() -> None:
    everything = (*findable_in_evidence(pack()), *commands(with_plan=True))
    finder = Finder(everything)
    called = {_(each.title).rstrip("…"): _(each.title) for each in COMMANDS}
    called |= {
        "Your plans": "Go to: Home",
        "All plans in one table": "Go to: All plans in one table",
        "Compare plans": "Go to: Compare",
        "preferences": "Go to: Preferences",
        "Evidence library": "Go to: Evidence library",
        "actions": "Go to: Actions",
        "theme": "Light or dark colours",
        "restore": "Show the copies…",
    }

    for name, title in called.items():
        first = finder.find(name, None).groups[0].found[0]
        assert first.title == title, name


def test_what_is_still_being_read_of_a_plan_is_said_and_found_once_it_is_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    driven = Driven(qtbot, monkeypatch, FakeAdvisor((example(DROP_IN),)))
    driven.house.open(example(DROP_IN))

    driven.window.rail.find_asked.emit()
    (box,) = driven.window.findChildren(FindDialog)
    at_once = box.said.text()
    box.search.line.setText("strain on peers")
    driven.rest()

    assert at_once == "Your plan is still being read."
    assert not box.said.text().startswith("Your plan")
    first = box.model.row_at(box.list.currentIndex())
    assert isinstance(first, Findable)
    assert first.kind is Kind.ADVICE
    box.reject()
    driven.close()
