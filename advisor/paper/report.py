"""The report for trustees and commissioners: at most twelve pages. The annex has the rest."""

from collections.abc import Iterator

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.document import Block
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.sheets import NewPage
from advisor.paper.about import about_blocks, limit_blocks
from advisor.paper.choices import choice_blocks, open_blocks
from advisor.paper.description import description_blocks
from advisor.paper.elsewhere import elsewhere_blocks
from advisor.paper.evaluation import evaluation_blocks
from advisor.paper.front import front_blocks
from advisor.paper.gains import gain_blocks
from advisor.paper.logic_model import logic_blocks
from advisor.paper.missed import missed_blocks
from advisor.paper.register import register_blocks
from advisor.telling.about_advice import told_about
from advisor.telling.advice import tell


def compose(pack: Pack, plan: Plan, advice: Advice) -> Iterator[Block]:
    """Yield the report on a plan.

    Where the evidence cannot judge a plan there is only what holds all the same: what must be
    there first, where the evidence stops, and what other sources say.
    """
    told = tell(pack, plan, advice)
    about = told_about(pack, advice, told)
    yield from front_blocks(pack, plan, advice, told)
    if not (advice.covered and advice.can_judge):
        yield from limit_blocks(about, level=1)
        yield from elsewhere_blocks(told)
        return
    yield NewPage(title=_("The programme on a page"), landscape=True)
    yield from logic_blocks(pack, plan, advice, told, level=2)
    yield NewPage(title=_("Risk register"), landscape=True)
    yield from register_blocks(told, level=2)
    yield NewPage(title=_("Who may be missed"))
    yield from missed_blocks(told, level=2)
    yield NewPage(title=_("What mothers may gain, and what it depends on"), may_join=True)
    yield from gain_blocks(told, level=2)
    yield NewPage(title=_("Both sides of your choices"), may_join=True)
    yield from choice_blocks(told)
    yield NewPage(title=_("What is still open"), may_join=True)
    yield from open_blocks(told)
    yield NewPage(title=_("Evaluation plan"), may_join=True)
    yield from evaluation_blocks(pack, plan, advice, level=2, brief=True)
    yield NewPage(title=_("The programme, item by item"), may_join=True)
    yield from description_blocks(pack, plan)
    yield NewPage(title=_("About this advice"), may_join=True, steps_closer=3)
    yield from about_blocks(about, level=2)
