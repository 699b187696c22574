from typing import ClassVar

import pytest

from advisor.models.values import Value


class Place(Value):
    """A value with a field that may be left out."""

    is_kept: ClassVar[bool] = True

    page: str
    at: str = ""


class Corner(Place):
    """A value with a field more."""

    side: int


class Other(Value):
    """A value with the same fields as another."""

    page: str
    at: str = ""


def test_values_with_the_same_fields_are_equal_and_one_key() -> None:
    here = Place(page="home")

    assert here == Place(page="home", at="")
    assert here != Place(page="home", at="search")
    assert here != Other(page="home")
    assert {here: 1}[Place(page="home")] == 1


def test_a_value_knows_the_fields_of_what_it_is_based_on() -> None:
    corner = Corner(page="home", side=2)

    assert (corner.page, corner.at, corner.side) == ("home", "", 2)
    assert repr(corner) == "Corner(page='home', at='', side=2)"
    assert corner != Corner(page="home", side=3)


@pytest.mark.parametrize("given", [{}, {"at": "x"}, {"page": "x", "is_kept": False}])
def test_what_is_missing_or_unknown_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="missing"):
        Place(**given)  # type: ignore[arg-type]


def test_a_value_never_changes() -> None:
    here = Place(page="home")

    with pytest.raises(AttributeError, match=r"Place\.page never changes"):
        here.page = "library"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="never changes"):
        del here.at
    assert here == Place(page="home")
