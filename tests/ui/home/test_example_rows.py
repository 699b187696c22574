"""What an example is about can be read whole in its row, at every width and text size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from advisor.models.marks import Mark
from advisor.telling.grammar import without_shared_start
from advisor.telling.plan_lists import Sign, ToldPlan
from tests.support.shipped import example_plans
from tests.ui.spoken import name
from ui.home.empty import EmptyHome
from ui.home.example_row import ExampleRow
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped

Show = Callable[[QWidget], None]
SIGNS = tuple(Sign(mark=Mark.OPEN, words=words) for words in ("4 open", "3 partly", "1 in hand"))
PAGE = QSize(1118, 749)
"""What a screen of 1366 x 768 leaves a page beside the rail."""


def told_examples() -> tuple[ToldPlan, ...]:
    return tuple(
        ToldPlan(
            title=plan.title,
            about=plan.description,
            answered="",
            of_all="",
            share=0,
            safety=Sign(mark=Mark.OPEN, words=""),
            risks=SIGNS[number % 3 :],
            changed="",
            changed_within="",
        )
        for number, plan in enumerate(example_plans())
    )


@pytest.fixture
def page(theme: Theme, show: Show) -> EmptyHome:
    made = EmptyHome(theme, start=lambda: None, bring=lambda: None)
    theme.style(made)
    made.resize(PAGE)
    made.show_quick_start("Quick start: 19 questions at most, about 7 minutes")
    made.show_examples(told_examples(), lambda _at: None)
    show(made)
    return made


def drawn(row: ExampleRow, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float]]:
    """Return the words that a row draws, with their top and bottom."""
    found: list[tuple[str, float, float]] = []

    def note(words: Wrapped, _painter: QPainter, at: QPointF, _colour: str) -> None:
        found.append((words.text, at.y(), at.y() + words.height))

    monkeypatch.setattr(Wrapped, "draw", note)
    row.grab()
    return found


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [400, 620, 1118])
def test_all_that_a_row_says_is_drawn_whole(
    page: EmptyHome, theme: Theme, monkeypatch: pytest.MonkeyPatch, width: int, text_size: int
) -> None:
    theme.set_text_size(text_size)
    page.resize(width, 749)
    rows = page.findChildren(ExampleRow)
    for row, told in zip(rows, told_examples(), strict=True):
        row.resize(row.width(), row.heightForWidth(row.width()))
        said = drawn(row, monkeypatch)

        signs = " · ".join(sign.words for sign in told.risks)
        assert [words for words, _top, _bottom in said] == [
            told.title.removeprefix("Fictional example: "),
            told.about,
            signs,
        ]
        assert all(top >= 0 and bottom <= row.height() for _words, top, bottom in said)


def test_six_examples_are_seen_on_a_small_screen(page: EmptyHome) -> None:
    ends = [row.mapTo(page, QPoint(0, row.height())).y() for row in page.findChildren(ExampleRow)]

    assert len([end for end in ends if end <= PAGE.height()]) >= 6


def test_nothing_on_an_empty_home_is_wider_than_a_narrow_page(
    page: EmptyHome, theme: Theme
) -> None:
    theme.set_text_size(200)
    page.resize(600, 749)

    assert page.page.minimumSizeHint().width() <= page.viewport().width()


def test_a_reader_is_told_that_each_is_fictional(page: EmptyHome) -> None:
    first = page.findChildren(ExampleRow)[0]

    assert name(first).startswith("Fictional example: Amberfield phone friends")


@pytest.mark.parametrize(
    ("titles", "shown"),
    [
        (["Example: Tea", "Example: Tuesdays"], ["Tea", "Tuesdays"]),
        (["Tea: mornings", "Tuesdays: evenings"], ["Tea: mornings", "Tuesdays: evenings"]),
        ([], []),
    ],
)
def test_titles_in_one_list_leave_out_what_all_begin_with(
    titles: list[str], shown: list[str]
) -> None:
    assert list(without_shared_start(titles)) == shown


@pytest.mark.parametrize("width", [560, 1118])
def test_the_same_things_stand_under_each_other_in_all_rows(
    page: EmptyHome, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    places: list[float] = []
    monkeypatch.setattr(Wrapped, "draw", lambda _words, _painter, at, _ink: places.append(at.x()))
    starts = set()
    for row in page.findChildren(ExampleRow):
        row.resize(width, row.heightForWidth(width))
        places.clear()
        row.grab()
        starts.add(tuple(places))

    assert len(starts) == 1
