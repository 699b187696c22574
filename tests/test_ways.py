"""The pictures in ARCHITECTURE.md show the code as it is."""

import pytest

from tests.support.ways import PAGE, WAYS, Way, apart, path_of, with_pictures


def test_the_pictures_are_those_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page == with_pictures(page), "run `make ways`"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_every_module_of_a_way_is_there_and_tied_to_the_others(way: Way) -> None:
    assert [module for module in way.modules if not path_of(module).exists()] == []
    assert list(apart(way)) == []
