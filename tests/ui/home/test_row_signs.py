"""How a plan stands is told whole in its row on Home, in columns of any width."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from advisor.models.marks import Mark
from advisor.telling.plan_lists import Sign
from ui.home.plan_list import PlanList
from ui.home.plan_row import columns
from ui.home.plans_model import PlansModel
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]
SAFETY = [
    Sign(mark=Mark.IN_PLACE, words="Nothing to stop for"),
    Sign(mark=Mark.MISSING, words="Before you open: 12"),
]
RISKS = (
    Sign(mark=Mark.OPEN, words="10 open"),
    Sign(mark=Mark.PARTLY_ADDRESSED, words="10 partly"),
    Sign(mark=Mark.ADDRESSED, words="10 in hand"),
    Sign(mark=Mark.DEPENDS, words="10 depend"),
)


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("at_100", [900, 1000, 1086, 1400])
def test_no_sign_is_left_out_of_a_row_and_all_are_in_their_column(
    theme: Theme, show: Show, at_100: int, size: int
) -> None:
    theme.set_text_size(size)
    plans = PlanList(theme, PlansModel())
    show(plans)
    places = columns(theme, theme.metrics.px(at_100))
    assert places is not None
    high = theme.metrics.px(54)
    asked = [(places.safety, (sign,), True) for sign in SAFETY]

    for (start, end), signs, strong in (*asked, (places.risks, RISKS, False)):
        area = QRectF(start, 0, end - start, high)
        placed = plans._cards.signs_in(area, signs, strong=strong)

        assert [sign for sign, _words, _at in placed] == list(signs)
        for sign, words, at in placed:
            assert at.x() + words.natural_width <= end, sign
            assert at.y() >= 0, sign
            assert at.y() + words.height <= high, sign
