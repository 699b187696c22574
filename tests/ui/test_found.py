"""Whatever a menu offers for a plan is found from the one box too."""

from advisor.language import _
from advisor.models.papers import PaperKind
from advisor.telling.commands import COMMANDS
from advisor.telling.find import Findable, Finder, Kind, findable_in_evidence
from tests.support.examples import pack
from ui.home.plan_list import PlanList
from ui.home.plans_model import PlansModel
from ui.pages import PAGES, commands
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


def test_a_page_or_a_command_whose_name_is_written_out_comes_before_everything() -> None:
    everything = (*findable_in_evidence(pack()), *commands(with_plan=True))
    finder, offered = Finder(everything), {each.title for each in commands(with_plan=True)}
    names = {_(page.title): _("Go to: {page}").format(page=_(page.title)) for page in PAGES}
    names |= {_(each.title).rstrip("…"): _(each.title) for each in COMMANDS}

    for name, title in names.items():
        first = first_found(finder, name)
        assert title not in offered or first.title == title, name


def first_found(finder: Finder, wanted: str) -> Findable:
    """Return what Enter would go to."""
    return finder.find(wanted, None).groups[0].found[0]
