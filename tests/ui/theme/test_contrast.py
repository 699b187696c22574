import pytest

from tests.ui.theme.contrast import Pair, contrast_ratio, declared_pairs
from ui.theme.colours import THEMES, Colours

PAIRS = [(colours, pair) for colours in THEMES for pair in declared_pairs(colours)]


@pytest.mark.parametrize(
    ("colours", "pair"), PAIRS, ids=[f"{colours.name}-{pair.name}" for colours, pair in PAIRS]
)
def test_what_stands_on_something_can_be_told_from_it(colours: Colours, pair: Pair) -> None:
    assert pair.contrast >= pair.least


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_colour_on_itself_has_no_contrast() -> None:
    assert contrast_ratio("#0b6463", "#0b6463") == 1


def test_text_in_high_contrast_keeps_seven_to_one() -> None:
    contrast = next(colours for colours in THEMES if colours.name == "contrast")

    least = {pair.least for pair in declared_pairs(contrast) if pair.name == "ink on page"}

    assert least == {7.0}
