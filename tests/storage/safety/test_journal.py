"""What was typed and not yet saved is there after a crash."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from advisor.errors import StorageError
from advisor.storage.safety.journal import Draft, DraftJournal
from tests.storage import things


def draft(words: str = '{"note": "typed"}') -> Draft:
    return Draft(plan=things.uid(), what="answer", which="formats", words=words)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "drafts.jsonl"


def test_a_draft_is_offered_after_a_crash(file: Path) -> None:
    typed = draft()
    number = DraftJournal(file).add(typed)

    assert DraftJournal(file).waiting() == ((number, typed),)


def test_a_saved_draft_is_not_offered(file: Path) -> None:
    journal = DraftJournal(file)
    first, second = draft('"one"'), draft('"zwei\\nü"')
    number = journal.add(first)
    journal.add(second)

    journal.saved(number)
    journal.saved(number)

    assert [each for _, each in DraftJournal(file).waiting()] == [second]


def test_numbers_go_on_after_a_crash(file: Path) -> None:
    first = DraftJournal(file).add(draft())

    assert DraftJournal(file).add(draft()) == first + 1


def test_nothing_private_stays_once_all_is_saved(file: Path) -> None:
    secret = next(things.codes())
    journal = DraftJournal(file)
    numbers = [journal.add(draft(f'"{secret}"')) for _ in range(3)]
    assert secret in file.read_text()

    for number in numbers:
        journal.saved(number)

    assert file.read_bytes() == b""
    assert DraftJournal(file).waiting() == ()


def test_drafts_can_be_thrown_away(file: Path) -> None:
    journal = DraftJournal(file)
    journal.clear()
    journal.add(draft())

    journal.clear()

    assert journal.waiting() == DraftJournal(file).waiting() == ()


@pytest.mark.parametrize(
    "tail",
    [
        b'{"number": 9, "plan": "p", "wh',
        b"\0" * 40,
        b"\xff\xfe",
        b"null\n[]\n7\n",
        b'{"number": "x"}\n',
        b'{"number": 3}\n',
    ],
)
def test_a_line_that_a_crash_cut_short_costs_only_itself(
    file: Path, tail: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    typed = draft()
    DraftJournal(file).add(typed)
    with file.open("ab") as opened:
        opened.write(tail)

    assert [each for _, each in DraftJournal(file).waiting()] == [typed]
    assert typed.words not in caplog.text


def test_a_draft_after_a_broken_line_is_kept_too(file: Path) -> None:
    DraftJournal(file).add(draft())
    with file.open("ab") as opened:
        opened.write(b'{"number": 2, "pl')
    later = draft('"later"')

    DraftJournal(file).add(later)

    assert later in [each for _, each in DraftJournal(file).waiting()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_drafts_are_for_their_owner_only(file: Path) -> None:
    DraftJournal(file).add(draft())

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "disk-trouble")]
)
def test_a_draft_that_cannot_be_kept_is_said_so(
    file: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = DraftJournal(file)
    journal.add(draft())

    def fails(_: int) -> None:
        raise OSError(number, "private words")

    monkeypatch.setattr(os, "fsync", fails)
    for attempt in (lambda: journal.add(draft()), journal.clear):
        with pytest.raises(StorageError) as refused:
            attempt()
        assert refused.value.code == code
        assert "private words" not in refused.value.message
