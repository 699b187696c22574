"""One reader of days: certain ones, proposals, and what is none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.models.days import ReadDay, fault_in_day, names_other_year, read_day

TODAY = datetime.date(2026, 11, 29)
DUE = datetime.date(2027, 3, 5)


def read(text: str) -> ReadDay | None:
    return read_day(text, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("5 March 2027", "5 Mar 2027", "05 mar. 2027", "5th March, 2027", "5th of March 2027"),
        *("5/3/2027", "05.03.27", "5-3-2027", "2027-03-05", " 2027-3-5 ", "5 Mar", "5/3"),
    ],
)
def test_a_date_is_read_as_it_is_written_in_britain(text: str) -> None:
    assert read(text) == ReadDay(DUE)


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert read("31 Dec") == ReadDay(datetime.date(2026, 12, 31))
    assert read("29/11") == ReadDay(TODAY)
    assert read("28/11") == ReadDay(datetime.date(2027, 11, 28))
    assert read("5 Sept 2027") == ReadDay(datetime.date(2027, 9, 5))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 2027", (2027, 3, 31)),
        ("end of March", (2027, 3, 31)),
        ("By the end of Feb 2028", (2028, 2, 29)),
        ("end Nov", (2026, 11, 30)),
        ("December 2199", (2199, 12, 31)),
    ],
)
def test_a_month_proposes_its_last_day(text: str, day: tuple[int, int, int]) -> None:
    assert read(text) == ReadDay(datetime.date(*day), is_proposal=True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "TBC", "soon", "31/2/2027", "5 Foo 2027", "13", "2027", "1/1/1/1", "1/1/1999"),
        *("2200-01-01", "March 2200", "March 1999", "end of term", "5/3/127"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("today", (2026, 12, 2)), (" Tomorrow ", (2026, 12, 3))),
        *(("Friday", (2026, 12, 4)), ("by Fri.", (2026, 12, 4))),
        *(("this friday", (2026, 12, 4)), ("next Friday", (2026, 12, 11))),
        *(("Wednesday", (2026, 12, 9)), ("on Monday", (2026, 12, 7))),
        ("next Monday", (2026, 12, 7)),
    ],
)
def test_a_day_is_told_from_today_where_it_is_written_today(
    text: str, day: tuple[int, int, int]
) -> None:
    wednesday = datetime.date(2026, 12, 2)
    now = read_day(text, today=wednesday, is_written_today=True)

    assert now == ReadDay(datetime.date(*day), is_proposal=True)
    assert read_day(text, today=wednesday) is None


def test_weekdays_are_known_in_the_persons_language() -> None:
    weekdays = ("lundi", "mardi", "mercredi")
    found = read_day("mardi", today=TODAY, weekdays=weekdays, is_written_today=True)

    assert found == ReadDay(datetime.date(2026, 12, 1), is_proposal=True)


@given(st.text(max_size=20), st.dates())
def test_what_is_written_today_is_read_or_not_on_any_day(text: str, today: datetime.date) -> None:
    for written in (text, "tomorrow", "next Sunday"):
        found = read_day(written, today=today, is_written_today=True)
        assert found is None or fault_in_day(found.day) is None


def test_months_are_known_in_the_persons_language() -> None:
    months = ("janvier", "février", "mars")

    assert read_day("5 mars 2027", today=TODAY, months=months) == ReadDay(DUE)
    assert read_day("5 March 2027", today=TODAY, months=months) == ReadDay(DUE)


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2199, 12, 31)))
def test_every_date_comes_back_from_its_iso_form(date: datetime.date) -> None:
    assert read(date.isoformat()) == ReadDay(date)


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_or_not(text: str) -> None:
    found = read(text)

    assert found is None or 2000 <= found.day.year <= 2199


@given(day=st.dates())
def test_what_is_read_as_a_day_may_be_stored_and_the_other_way_round(day: datetime.date) -> None:
    is_read = read(day.isoformat()) == ReadDay(day)

    assert is_read == (fault_in_day(day) is None)


@pytest.mark.parametrize(
    ("text", "names"),
    [("5/3/1997", True), ("5 Mar 9999", True), ("5 Mar 2027", False), ("12345", False)],
)
def test_a_year_that_no_plan_has_is_noticed(text: str, names: bool) -> None:
    assert names_other_year(text) is names
