"""A file is written whole or not at all, and the old one survives every fault."""

import errno
import os
from pathlib import Path

import pytest

from advisor.errors import ExportError
from advisor.files import write_whole


def _refused(path: Path, content: bytes = b"new") -> ExportError:
    with pytest.raises(ExportError) as caught:
        write_whole(path, content)
    return caught.value


def test_a_new_file_holds_exactly_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a checklist – one.pdf"

    write_whole(path, b"\x00\r\n\xff")

    assert path.read_bytes() == b"\x00\r\n\xff"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_with_the_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old and longer")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_keeps_pointing_at_the_new_content(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_missing_folder_is_named_with_a_way_on(tmp_path: Path) -> None:
    error = _refused(tmp_path / "none" / "a.pdf")

    assert f"there is no folder {(tmp_path / 'none').resolve()}" in str(error)
    assert "Make the folder or choose another one" in str(error)
    assert error.details["reason"] == "no-folder"


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    error = _refused(tmp_path)

    assert "this is a folder" in str(error)
    assert tmp_path.is_dir()


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    # A superuser may write everywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda *_: False)

    error = _refused(path)

    assert "read-only" in str(error)
    assert path.read_bytes() == b"old"


def test_something_that_is_no_file_is_never_replaced() -> None:
    error = _refused(Path(os.devnull))

    assert "not an ordinary file" in str(error)
    assert Path(os.devnull).exists()


def test_a_name_with_a_nul_is_refused_in_words(tmp_path: Path) -> None:
    assert "Choose another" in str(_refused(tmp_path / "a\0b.pdf"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "the system refused it"),
    ],
)
def test_a_fault_while_writing_keeps_the_old_file_and_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    error = _refused(path)

    assert words in str(error)
    assert "Nothing was changed" in str(error)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_an_interruption_leaves_no_trace_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")

    assert list(tmp_path.iterdir()) == []
