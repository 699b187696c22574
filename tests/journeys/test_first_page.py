"""A tired coordinator: from an empty home to a printed first page, by few presses."""

import pytest
from pypdf import PdfReader

from tests.journeys.conftest import Reported, Start

pytestmark = pytest.mark.journey

MOST_PRESSES = 15
"""Presses beside the name and the answers."""


def test_an_empty_home_leads_to_a_printed_first_page(start: Start, reported: Reported) -> None:
    program, presses = start(), list[str]()
    reader = program.reader

    def press(key: str) -> None:
        presses.append(key)
        program.screen.keys(key)

    reader.find_focus("push button", "Start a plan")
    press("Return")
    reader.find_focus("text", "What is the programme called?")
    program.screen.type("Riverside mornings")
    press("Return")
    page = 1
    while not reader.find_focus("heading", has=f"Page {page} of ").fits(
        "heading", has=f"Page {page} of {page}."
    ):
        press("alt+c")
        page += 1
    press("alt+f")
    reader.find_focus("heading", "Your first result")
    press("ctrl+p")
    reader.find("push button", "Print")
    press("Return")
    reader.hear("Saved as ")
    assert len(presses) <= MOST_PRESSES
    [printed] = program.home.parent.rglob("*Riverside mornings.pdf")
    assert len(PdfReader(printed).pages) >= 2
    reported(program)
