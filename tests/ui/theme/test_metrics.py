import pytest

from ui.theme.metrics import Metrics, TextRole, possible_text_size


@pytest.mark.parametrize(("asked", "given"), [(90, 100), (140, 140), (900, 200)])
def test_the_text_size_stays_within_bounds(asked: int, given: int) -> None:
    assert possible_text_size(asked) == given


@pytest.mark.parametrize("role", TextRole)
def test_text_at_two_hundred_per_cent_is_twice_as_high(role: TextRole) -> None:
    small, large = Metrics(text_size=100), Metrics(text_size=200)

    assert large.text_px(role) == pytest.approx(2 * small.text_px(role), abs=1)


def test_breakpoints_move_with_the_text() -> None:
    assert not Metrics(text_size=100).is_narrow(1280)
    assert Metrics(text_size=200).is_narrow(1280)
