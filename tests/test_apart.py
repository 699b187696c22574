"""Work that is done in a process of its own."""

import datetime
import io
from collections.abc import Iterator
from functools import partial
from types import MappingProxyType

import pytest

from advisor import apart
from advisor.apart import Apart, Ended, Fault, serve
from advisor.errors import AdvisorError, ExportError, NotFound, StorageError
from advisor.pdf.setting import Wanted, set_document
from tests.support.waiting import PATIENCE_SECONDS, wait_until

MADE_AT = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)
EMPTY = '{"fonts": ["Atkinson Hyperlegible Next"], "fields": []}'


def wanted() -> Wanted:
    return Wanted(template="appearances.typ", data=EMPTY, form="pdf", made_at=MADE_AT)


def told(*given: object) -> tuple[bytes, ...]:
    """Return what was given as it came to the process."""
    return tuple(repr(each).encode() for each in given)


def whose(about: object) -> tuple[bytes, ...]:
    """Return something that is as long as the process and what it is told about."""
    return (str(id(about)).encode(),)


def wrong() -> tuple[bytes, ...]:
    raise ValueError


def refused(kind: type[AdvisorError]) -> tuple[bytes, ...]:
    raise kind("Not so.", "not-so", {"why": "because"})


@pytest.fixture
def process() -> Iterator[Apart]:
    made = Apart(idle_seconds=PATIENCE_SECONDS)
    yield made
    made.close()


def test_work_is_given_plain_values_and_mappings_that_cannot_be_changed(process: Apart) -> None:
    values = MappingProxyType({"a": (1, frozenset({2}))})

    assert process(told, "words", values) == told("words", values)


def test_what_work_is_about_comes_first_and_is_sent_once(process: Apart) -> None:
    about, other = ("a" * 1000,), ("b",)
    [first] = process(whose, about=about)

    assert process(told, 1, about=about) == told(about, 1)
    assert process(whose, about=about) == (first,)
    assert process(told, 2, about=other) == told(other, 2)
    assert process(told, 3) == told(3)


def test_what_work_is_about_is_sent_again_to_another_process(process: Apart) -> None:
    about = ("a",)
    process(told, about=about)
    process.close()

    assert process(told, about=about) == told(about)


def test_a_fault_of_the_work_is_told_and_the_process_stays(process: Apart) -> None:
    process(told, 1)
    first = process._process

    with pytest.raises(Fault):
        process(wrong)
    assert process(told, 2) == told(2)
    assert process._process is first


@pytest.mark.parametrize("kind", [ExportError, StorageError])
def test_what_the_work_refuses_is_refused_here(process: Apart, kind: type[AdvisorError]) -> None:
    with pytest.raises(kind) as heard:
        process(refused, kind)

    error = heard.value
    assert (error.message, error.code, error.details) == ("Not so.", "not-so", {"why": "because"})
    assert process(told, 2) == told(2)


def test_what_no_work_refuses_is_a_fault(process: Apart) -> None:
    with pytest.raises(Fault):
        process(refused, NotFound)


def test_a_document_is_the_same_wherever_it_is_set(process: Apart) -> None:
    assert process(set_document, wanted()) == set_document(wanted())


def test_a_process_that_died_is_replaced(process: Apart) -> None:
    about = ("a",)
    process(told, about=about)
    first = process._process
    assert first is not None
    first.kill()
    first.wait()

    assert process(told, about=about) == told(about)
    assert process._process is not first


def test_a_process_that_cannot_start_is_refused_in_words(
    process: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    with pytest.raises(Ended):
        process(told)
    assert not process.is_running


def test_it_ends_when_nothing_comes() -> None:
    process = Apart(idle_seconds=0.01)
    process(told, 1)

    wait_until(lambda: not process.is_running, "the idle process to end")


def test_one_that_stands_by_is_made_ready_and_replaced_once_by_another() -> None:
    process = Apart(idle_seconds=0.01)
    process.stand_by(told, "ready")
    assert process.is_running
    first = process._process

    process(told, 1)
    wait_until(
        lambda: process.is_running and process._process is not first, "another process to start"
    )
    second = process._process
    # Waits until that one is ready.
    process.stand_by(told, "ready")
    process._end_if_idle()

    assert process._process is second
    assert process.is_running
    assert process(told, 2) == told(2)
    process.stand_down()
    wait_until(lambda: not process.is_running, "the idle process to end")


def test_to_stand_by_keeps_a_process_that_is_there(process: Apart) -> None:
    process(told, 1)
    first = process._process

    process.stand_by(told, "ready")

    assert process._process is first


def test_a_process_that_cannot_stand_by_is_told_with_the_work(
    process: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    process.stand_by(told)

    assert not process.is_running
    with pytest.raises(Ended):
        process(told)


def test_closing_ends_it_and_the_next_work_starts_another(process: Apart) -> None:
    process(told, 1)
    process.close()

    assert not process.is_running
    assert process(told, 2)


def test_a_process_that_holds_much_ends_after_its_work() -> None:
    asked, answered = io.BytesIO(), io.BytesIO()
    send = partial(apart._send, asked, apart._packed((told, (1,), False)))
    send()
    send()
    asked.seek(0)

    serve(asked, answered, most_mb=0)

    assert answered.getvalue() == b""
    assert asked.tell() == 0


def test_it_ends_when_nobody_can_ask_any_more() -> None:
    answered = io.BytesIO()

    serve(io.BytesIO(), answered)

    assert answered.getvalue() == b""
