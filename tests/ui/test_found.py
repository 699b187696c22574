"""Whatever a menu offers for a plan is found from the one box too."""

from advisor.language import _
from advisor.models.papers import PaperKind
from advisor.telling.commands import COMMANDS
from advisor.telling.find import Finder, Kind, findable_in_evidence
from tests.support.examples import pack
from ui.home.plan_list import PlanList
from ui.home.plans_model import PlansModel
from ui.pages import commands
from ui.paper.page import PaperPage
from ui.plan.list_page import QuestionsListPage
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
