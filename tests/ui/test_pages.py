"""The table of pages: every page is in it, and every page is offered somewhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.telling.commands import Wish
from advisor.telling.find import Findable, Kind
from advisor.telling.page_help import pages_with_help
from ui.help.keys import KEYS
from ui.pages import PAGES, commands, keys, keys_on
from ui.plan.page_rows import PlanPage
from ui.room import PageKey, PageRow, entries, way_to

UI = Path(__file__).parents[2] / "ui"


def shown_by_code() -> Iterator[PageKey]:
    """Yield the pages that a desk leads to: named in a call that shows a page."""
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and "show" in ast.unparse(node.func) + " ".join(
                ast.unparse(argument) for argument in node.args[:1]
            ):
                yield from (
                    PageKey[part.attr]
                    for argument in node.args
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "PageKey"
                )


def test_every_page_has_one_row() -> None:
    assert sorted(page.key for page in PAGES) == sorted(PageKey)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_is_offered(page: PageRow) -> None:
    assert page.rail is not None or page.key in set(shown_by_code())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_without_an_entry_belongs_to_one_that_has_it(page: PageRow) -> None:
    shown = page.belongs_to or page.key

    assert shown in {entry.key for entry in entries(PAGES)}


def test_the_rail_shows_what_belongs_to_a_plan_while_one_is_open() -> None:
    of_plan = {page.key for page in PAGES if isinstance(page, PlanPage)}

    assert {entry.key for entry in entries(PAGES) if entry.of_plan} <= of_plan
    assert all(entry.of_plan for entry in entries(PAGES) if entry.key in of_plan)


def test_help_lists_every_key_that_opens_a_page() -> None:
    listed = [*(each.keys for each in KEYS), *(key for key, _what in keys())]

    assert f"Ctrl+1 to Ctrl+{len(entries(PAGES))}" in listed
    assert len(listed) == len(set(listed))


def test_there_is_help_about_every_page_and_no_other() -> None:
    assert pages_with_help() == set(PageKey)


def test_keys_of_one_page_belong_to_a_page_that_there_is() -> None:
    assert {page for key in KEYS for page in key.pages} <= set(PageKey)


def test_the_help_of_a_page_names_its_own_keys_first_and_each_once() -> None:
    named = [key for key, _what in keys_on(PageKey.PAPER)]

    assert named[:2] == ["Ctrl+P", "Arrow keys"]
    assert {"Ctrl+F", "Ctrl+K", "F1"} <= set(named)
    assert "F2, Delete" not in named
    assert len(named) == len(set(named))


def test_commands_lead_to_a_page_with_what_is_wanted_there() -> None:
    everything = list(commands(with_plan=True))
    ways = {each.title: way_to(each) for each in everything}

    assert ways["Start a new plan"] == (PageKey.HOME, Wish.NEW)
    assert ways["Print a paper of the plan"] == (PageKey.PAPER, Wish.PRINT)
    assert ways["Go to: Home"] == (PageKey.HOME, "")
    assert ways["Read a filled-in checklist…"] == (PageKey.PAPER, Wish.READ)
    assert len(everything) == len(ways)
    of_rail = {page.key for page in PAGES if page.rail}
    beside = {PageKey.WORKSHOP, PageKey.PORTFOLIO, PageKey.HISTORY, PageKey.FIRST}
    assert {page for page, _at in ways.values()} == of_rail | beside | {PageKey.TRIAL}


def test_without_a_plan_nothing_leads_to_one() -> None:
    of_plan = {page.key for page in PAGES if isinstance(page, PlanPage)}

    found = list(commands(with_plan=False))
    assert not {way_to(each)[0] for each in found} & of_plan
    assert "Start a new plan" in {each.title for each in found}
    assert "Delete the plan" not in {each.title for each in found}


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (Kind.ANSWERS, PageKey.QUESTIONS),
        (Kind.ADVICE, PageKey.ADVICE),
        (Kind.ACTIONS, PageKey.ACTIONS),
        (Kind.EVIDENCE, PageKey.LIBRARY),
    ],
)
def test_what_is_found_leads_to_its_page(kind: Kind, page: PageKey) -> None:
    assert way_to(Findable(kind=kind, at="x", title="", line="")) == (page, "x")
