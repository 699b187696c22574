"""Which plans of the table are meant: all, or those that are shown while one is looked for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import ngettext
from advisor.models.ids import PlanId
from ui.home.portfolio_model import PortfolioModel
from ui.widgets.buttons import Button
from ui.widgets.menus import open_below

_Words = Callable[[int], str]
_Both = tuple[_Words, _Words]
_WithPlans = Callable[[tuple[PlanId, ...]], object]

SAVE: _Both = (
    lambda n: ngettext("Save the one that is shown", "Save these {n}", n),
    lambda n: ngettext("Save all {n}", "Save all {n}", n),
)
PRINT: _Both = (
    lambda n: ngettext("Print the one that is shown", "Print these {n}", n),
    lambda n: ngettext("Print all {n}", "Print all {n}", n),
)
_EITHER: _Both = (
    lambda n: ngettext("The one that is shown", "These {n}", n),
    lambda n: ngettext("All {n}", "All {n}", n),
)
"""What is said of those that are shown, and of all of them."""


class WhichPlans:
    """Does something with all plans; where only some are shown, it asks first which are meant."""

    def __init__(self, plans: PortfolioModel, page: QWidget) -> None:
        self._plans, self._page = plans, page

    def ask_at(self, button: Button, words: _Both, do: _WithPlans) -> None:
        """Do it when a button is pressed; what is asked comes up under the button."""
        button.clicked.connect(partial(self._ask, button, words, do))

    def add_to(self, menu: QMenu, words: str, do: _WithPlans) -> None:
        """Add a line to a menu that does it."""
        if self._are_some:
            self._add_both(menu.addMenu(words), _EITHER, do)
        else:
            menu.addAction(words, partial(self._do, do, all_of_them=True))

    @property
    def _are_some(self) -> bool:
        return self._plans.rowCount() < len(self._plans.plans(all_of_them=True))

    def _ask(self, button: Button, words: _Both, do: _WithPlans) -> None:
        if not self._are_some:
            self._do(do, all_of_them=True)
            return
        menu = QMenu(self._page)
        self._add_both(menu, words, do)
        open_below(menu, button)

    def _add_both(self, menu: QMenu, words: _Both, do: _WithPlans) -> None:
        for say, all_of_them in zip(words, (False, True), strict=True):
            if n := len(self._plans.plans(all_of_them=all_of_them)):
                doing = partial(self._do, do, all_of_them=all_of_them)
                menu.addAction(say(n).format(n=n), doing)

    def _do(self, do: _WithPlans, *, all_of_them: bool) -> None:
        do(self._plans.plans(all_of_them=all_of_them))
