"""The first minute: a person who opens the program for the first time."""

import pytest

from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey


def test_an_empty_home_explains_itself_and_closes_in_order(program: RealProgram) -> None:
    program.reader.find("heading", has="before you start")
    program.reader.press("Skip the tour")
    program.reader.find_gone("dialog")
    assert program.screen.size() == (1280, 800)
    report = program.close()
    assert report.statements_of_the_window == ()
