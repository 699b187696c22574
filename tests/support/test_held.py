"""What a long run held is told, and growth is found."""

from tests.support.held import MOST_MB, Held


def of(*mb: float) -> Held:
    """Return what was held at each fifth minute, with fifty presses in between."""
    held = Held()
    for number, each in enumerate(mb):
        held.add(number * 5.0, number * 50, each)
    return held


def test_start_each_ten_minutes_and_end_are_told_with_the_growth_by_presses() -> None:
    told = of(140, 150, 160, 161, 162, 163, 164).told()

    assert told.startswith("MB held: start 140.0, 10' 160.0, 20' 162.0, end 164.0; 300 presses;")
    assert told.endswith("+2.00 MB for each hundred presses in the second half")


def test_what_is_held_once_is_no_fault() -> None:
    assert of(140, 170, 171, 170, 171, 170).faults() == []


def test_what_goes_on_growing_and_what_is_too_much_are_faults() -> None:
    growing, large = of(100, 110, 120, 130, 140, 150), of(140, MOST_MB + 1, 150, 150, 150)

    assert growing.faults() == ["It grew from 130.0 to 150.0 MB in the second half"]
    assert large.faults() == ["181.0 MB were held, 180 are allowed"]
