from tests.support.conditions import values, words


def test_each_side_of_a_condition_is_shown() -> None:
    line, most = [3], 2
    both = lambda: not line and most > 4  # noqa: E731
    assert words(both) == "not line and most > 4"
    assert list(values(both)) == ["line = [3]", "most = 2"]

    broken = lambda: bool(line[7])  # noqa: E731
    assert list(values(broken)) == ["line[7] = a fault: IndexError('list index out of range')"]


def test_a_condition_that_is_a_method_is_shown_by_its_name() -> None:
    assert words("left".isupper) == "str.isupper"
    assert list(values("left".isupper)) == ["'left'"]
