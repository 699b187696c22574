"""Pieces that are many and seldom looked at lie in a file without a name, not in memory.

The pages of an annex take 42 MB as pictures, and three of seventy are in sight.
"""

import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

from advisor.files import passing_folder


class Aside(Sequence[bytes]):
    """Pieces in a file that is its owner's alone and gone with this object, or with the program.

    Raises OSError, or ExportError, when there is no room or no place for it.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        kept, self._lock = tuple(pieces), threading.Lock()
        self._ends = (0, *accumulate(map(len, kept)))
        self._file = tempfile.TemporaryFile(dir=passing_folder())  # noqa: SIM115 - until it goes
        try:
            self._file.writelines(kept)
            self._file.flush()
        except OSError:
            self._file.close()
            raise

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> bytes: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[bytes, ...]: ...

    def __getitem__(self, place: int | slice) -> bytes | tuple[bytes, ...]:
        if isinstance(place, slice):
            return tuple(map(self._read, range(len(self))[place]))
        return self._read(range(len(self))[place])

    def __iter__(self) -> Iterator[bytes]:
        return map(self._read, range(len(self)))

    def _read(self, place: int) -> bytes:
        start, end = self._ends[place : place + 2]
        # Another thread may read a page at the same moment, to print it.
        with self._lock:
            self._file.seek(start)
            return self._file.read(end - start)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()
