"""What was typed and not yet saved is there after a crash."""

import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from advisor.errors import StorageError
from advisor.models.field_words import FieldWords
from advisor.models.ids import PlanId, QuestionId
from advisor.models.plan import Answer, EntryKey, OpenAnswer
from advisor.models.stored import Unsaved
from advisor.storage.safety.drafts import Drafts
from tests.storage import things


def draft(words: str = "typed") -> Unsaved:
    return Unsaved(
        plan=PlanId(things.uid()),
        key=EntryKey.of_answer(QuestionId("formats")),
        value=Answer(value=OpenAnswer.NOT_SURE, note=words),
    )


def again(typed: Unsaved, words: str) -> Unsaved:
    return Unsaved(
        plan=typed.plan, key=typed.key, value=Answer(value=OpenAnswer.NOT_SURE, note=words)
    )


def written(words: str, plan: str = "p", instead_of: str = "") -> FieldWords:
    return FieldWords(plan=plan, field="new/text", words=words, instead_of=instead_of)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "drafts.jsonl"


def test_a_draft_is_offered_after_a_crash(file: Path) -> None:
    typed = draft()
    Drafts(file).keep(typed)

    assert Drafts(file).waiting() == (typed,)


def test_a_saved_draft_is_not_offered(file: Path) -> None:
    drafts = Drafts(file)
    first, second = draft("one"), draft("zwei\nü")
    drafts.keep(first)
    drafts.keep(second)

    drafts.forget(first.plan, first.key)
    drafts.forget(first.plan, first.key)

    assert drafts.waiting() == Drafts(file).waiting() == (second,)


def test_only_what_was_typed_last_is_offered(file: Path) -> None:
    drafts, other = Drafts(file), draft("other")
    typed = draft("early")
    later = again(typed, "later")
    for each in (typed, other, later):
        drafts.keep(each)

    assert drafts.waiting() == Drafts(file).waiting() == (other, later)


def test_an_older_draft_does_not_come_back_once_the_later_one_is_saved(file: Path) -> None:
    typed, other = draft("early"), draft("other")
    drafts = Drafts(file)
    drafts.keep(typed)
    kept = file.read_bytes()
    drafts.keep(other)
    drafts.keep(again(typed, "later"))
    # A crash before the later draft took the place of the older one.
    lines = [line for line in file.read_bytes().split(b"\n") if b"saved" not in line]
    file.write_bytes(b"\n".join(lines))
    assert kept.strip() in file.read_bytes()

    Drafts(file).forget(typed.plan, typed.key)

    assert Drafts(file).waiting() == (other,)


def test_drafts_go_on_after_a_crash(file: Path) -> None:
    first, second = draft(), draft()
    Drafts(file).keep(first)

    Drafts(file).keep(second)

    assert Drafts(file).waiting() == (first, second)


def test_nothing_private_stays_once_all_is_saved(file: Path) -> None:
    secret = next(things.codes())
    drafts = Drafts(file)
    typed = [draft(secret) for _ in range(3)]
    for each in typed:
        drafts.keep(each)
    assert secret in file.read_text()

    for each in typed:
        drafts.forget(each.plan, each.key)

    assert file.read_bytes() == b""
    assert Drafts(file).waiting() == ()


def test_words_of_another_program_version_are_not_overwritten(file: Path) -> None:
    Drafts(file).keep(draft())
    kept = json.dumps({"number": 9, "plan": "p", "what": "poem", "which": "x", "words": "{}"})
    with file.open("a", encoding="utf-8") as opened:
        opened.write(kept)
    drafts = Drafts(file)
    [typed] = drafts.waiting()

    drafts.forget(typed.plan, typed.key)

    assert kept in file.read_text()
    assert Drafts(file).waiting() == ()
    drafts.clear()
    assert file.read_bytes() == b""


def test_drafts_can_be_thrown_away(file: Path) -> None:
    drafts = Drafts(file)
    drafts.clear()
    drafts.keep(draft())

    drafts.clear()

    assert drafts.waiting() == Drafts(file).waiting() == ()


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
    secret = next(things.codes())
    typed = draft(secret)
    Drafts(file).keep(typed)
    with file.open("ab") as opened:
        opened.write(tail)

    assert Drafts(file).waiting() == (typed,)
    assert secret not in caplog.text


def test_a_draft_after_a_broken_line_is_kept_too(file: Path) -> None:
    Drafts(file).keep(draft())
    with file.open("ab") as opened:
        opened.write(b'{"number": 2, "pl')
    later = draft("later")

    Drafts(file).keep(later)

    assert later in Drafts(file).waiting()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_drafts_are_for_their_owner_only(file: Path) -> None:
    Drafts(file).keep(draft())

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "disk-trouble")]
)
def test_a_draft_that_cannot_be_kept_stops_nothing_and_is_noted(
    file: Path,
    number: int,
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    drafts, kept = Drafts(file), draft()
    drafts.keep(kept)

    def fails(_: int) -> None:
        raise OSError(number, "private words")

    monkeypatch.setattr(os, "fsync", fails)
    drafts.keep(draft())
    assert f"a draft was not kept: {code}" in caplog.text
    assert drafts.waiting() == (kept,)
    drafts.forget(kept.plan, kept.key)
    assert f"a draft was not forgotten: {code}" in caplog.text
    with pytest.raises(StorageError) as refused:
        drafts.clear()
    assert refused.value.code == code
    assert "private words" not in refused.value.message + caplog.text


def test_only_the_draft_that_was_saved_is_settled(file: Path) -> None:
    drafts, first = Drafts(file), draft()
    newer = again(first, "typed since")
    drafts.keep(first)
    drafts.keep(newer)

    drafts.settle(first)
    assert Drafts(file).waiting() == (newer,)

    drafts.settle(newer)
    assert Drafts(file).waiting() == ()


def test_what_stands_in_a_field_is_there_after_a_crash(file: Path) -> None:
    first, other = written("Ring the"), written("Half a ri", plan="q", instead_of="Half")
    drafts = Drafts(file)
    for field in (written("Ri"), other, first):
        drafts.keep_words(field)

    assert drafts.words() == Drafts(file).words() == (other, first)
    assert Drafts(file).waiting() == ()


def test_a_field_that_says_what_is_saved_keeps_nothing(file: Path) -> None:
    drafts = Drafts(file)
    drafts.keep_words(written("Ring the"))

    drafts.keep_words(written("Ring the crèche", instead_of="Ring the crèche"))

    assert file.read_bytes() == b""
    assert Drafts(file).words() == ()


def test_entries_that_are_left_out_take_no_field_with_them(file: Path) -> None:
    drafts, field = Drafts(file), written("Ring the")
    drafts.keep_words(field)
    drafts.keep(draft())

    drafts.clear()

    again = Drafts(file)
    assert again.waiting() == ()
    assert again.words() == (field,)


def test_only_the_fields_of_a_plan_that_is_gone_are_forgotten(file: Path) -> None:
    drafts, field = Drafts(file), written("Ring the", plan="q")
    drafts.keep_words(field)
    drafts.keep_words(written("Half a risk"))
    typed = draft()
    drafts.keep(typed)

    for plan in ("p", typed.plan):
        drafts.forget_words_of(PlanId(plan))

    assert Drafts(file).words() == (field,)
    assert Drafts(file).waiting() == (typed,)
