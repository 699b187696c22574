"""What pages, dialogs and their words are made of loads after the first picture, unnoticed.

What says things knows no Qt and loads in a worker. Qt's classes must be made in the window's
thread; there they load a few at a time, so that it listens in between.
"""

from collections.abc import Iterable
from functools import partial
from importlib import import_module

from ui.awake.slices import Slices

SAID = (
    "advisor.interview.one_by_one",
    "advisor.services.papers",
    "advisor.services.side_by_side",
    "advisor.telling.action_list",
    "advisor.telling.changes",
    "advisor.telling.comparison",
    "advisor.telling.copied",
    "advisor.telling.decided",
    "advisor.telling.disputes",
    "advisor.telling.feeding",
    "advisor.telling.find",
    "advisor.telling.first_result",
    "advisor.telling.glossary",
    "advisor.telling.guide",
    "advisor.telling.history",
    "advisor.telling.how_far",
    "advisor.telling.in_short",
    "advisor.telling.library",
    "advisor.telling.moved_answers",
    "advisor.telling.newer",
    "advisor.telling.not_taken",
    "advisor.telling.papers",
    "advisor.telling.plan_in_a_line",
    "advisor.telling.portfolio_cell",
    "advisor.telling.privacy",
    "advisor.telling.questions_list",
    "advisor.telling.so_far",
    "advisor.telling.starters",
    "advisor.telling.steps",
    "advisor.telling.trial",
    "advisor.telling.workshop_mode",
)

SERVES = (
    "ui.home.examples",
    "ui.home.home_desk",
    "ui.plan.open_house",
    "ui.rescue.rescue",
    "ui.rescue.rescue_desk",
)
"""What serves the plans once they are open; it loads while a worker opens them."""

SHOWN = (
    "ui.plan.open_plan",
    "ui.plan.session",
    "ui.plan.list_page",
    "ui.wizard.inputs",
    "ui.wizard.question_box",
    "ui.plan.questions_desk",
    "ui.plan.history_desk",
    "ui.plan.workshop_desk",
    "ui.plan.list_desk",
    "ui.widgets.date_field",
    "ui.advice.row_face",
    "ui.advice.gates_box",
    "ui.advice.list_view",
    "ui.advice.moved_card",
    "ui.advice.pane",
    "ui.chain.picture",
    "ui.chain.panel",
    "ui.advice.page",
    "ui.advice.trial_page",
    "ui.advice.trial_desk",
    "ui.advice.advice_desk",
    "ui.advice.first_desk",
    "ui.actions.own_view",
    "ui.actions.table",
    "ui.actions.actions_desk",
    "ui.awake.printing",
    "ui.paper.preview",
    "ui.paper.page",
    "ui.paper.paper_desk",
    "ui.home.portfolio_table",
    "ui.home.portfolio_desk",
    "ui.compare.compare_desk",
    "ui.library.page",
    "ui.help.help_desk",
)
"""In an order in which each brings few others with it."""


def load_in_turns(modules: Iterable[str], slices: Slices) -> None:
    """Load modules between the window's events."""
    for module in modules:
        slices.add(partial(import_module, module))


def load_what_is_said() -> None:
    """Load what the pages say. Runs in a worker."""
    for module in SAID:
        import_module(module)
