"""Documents that are set in a process of its own."""

import datetime
import io
from collections.abc import Iterator

import pytest

from advisor.pdf import apart
from advisor.pdf.apart import Apart, serve
from advisor.pdf.setting import NotSet, Wanted, set_here
from tests.support.waiting import PATIENCE_SECONDS, wait_until

MADE_AT = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)
EMPTY = '{"fonts": ["Atkinson Hyperlegible Next"], "fields": []}'


def wanted(data: str = EMPTY) -> Wanted:
    return Wanted(template="appearances.typ", data=data, form="pdf", made_at=MADE_AT)


@pytest.fixture
def setter() -> Iterator[Apart]:
    made = Apart(idle_seconds=PATIENCE_SECONDS)
    yield made
    made.close()


def test_a_document_is_the_same_wherever_it_is_set(setter: Apart) -> None:
    assert setter(wanted()) == set_here(wanted())


def test_what_the_typesetter_refuses_is_refused_and_the_next_is_set(setter: Apart) -> None:
    with pytest.raises(NotSet):
        setter(wanted("no JSON"))

    assert setter(wanted())


def test_a_process_that_died_is_replaced(setter: Apart) -> None:
    setter(wanted())
    first = setter._process
    assert first is not None
    first.kill()
    first.wait()

    assert setter(wanted())
    assert setter._process is not first


def test_a_typesetter_that_cannot_start_is_refused_in_words(
    setter: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    with pytest.raises(NotSet, match="ended"):
        setter(wanted())
    assert not setter.is_running


def test_it_ends_when_nothing_comes() -> None:
    setter = Apart(idle_seconds=0.01)
    setter(wanted())

    wait_until(lambda: not setter.is_running, "the idle process to end")


def test_closing_ends_it_and_the_next_document_starts_another(setter: Apart) -> None:
    setter(wanted())
    setter.close()

    assert not setter.is_running
    assert setter(wanted())


def test_a_process_that_holds_much_ends_after_its_document() -> None:
    asked, told = io.BytesIO(), io.BytesIO()
    apart._send(asked, apart._asking(wanted()))
    apart._send(asked, apart._asking(wanted()))
    asked.seek(0)

    serve(asked, told, most_mb=0)

    assert told.getvalue() == b""
    assert asked.tell() == 0


def test_it_ends_when_nobody_can_ask_any_more() -> None:
    told = io.BytesIO()

    serve(io.BytesIO(), told)

    assert told.getvalue() == b""
