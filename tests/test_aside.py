"""Pieces that lie in a file without a name."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor.aside import Aside
from advisor.files import passing_folder

PIECES = (b"one", b"", b"three" * 1000)


def test_the_pieces_are_there_in_their_order() -> None:
    aside = Aside(PIECES)

    assert tuple(aside) == PIECES
    assert len(aside) == len(PIECES)
    assert (aside[2], aside[0], aside[-1], aside[1:]) == (*PIECES[2::-2], PIECES[2], PIECES[1:])
    with pytest.raises(IndexError):
        aside[3]


def test_the_file_has_no_name_and_is_gone_with_the_pieces() -> None:
    before = set(passing_folder().iterdir())
    aside = Aside(PIECES)
    file = aside._file

    assert set(passing_folder().iterdir()) == before
    del aside
    assert file.closed


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Full:
        closed = False

        def writelines(self, _pieces: tuple[bytes, ...]) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            self.closed = True

    full = Full()
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_where: full)

    with pytest.raises(OSError, match="space"):
        Aside(PIECES)
    assert full.closed
    assert not list(tmp_path.iterdir())


def test_two_threads_read_each_their_own_piece() -> None:
    pieces = [bytes([place]) * 50_000 for place in range(20)]
    aside = Aside(pieces)
    with ThreadPoolExecutor(4) as pool:
        read = list(pool.map(aside.__getitem__, [place % 20 for place in range(2_000)]))

    assert read == [pieces[place % 20] for place in range(2_000)]
