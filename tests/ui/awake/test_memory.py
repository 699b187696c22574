"""What is free inside the process goes back to the system."""

import ctypes
import sys
from pathlib import Path

import pytest

from ui.awake.memory import give_back

PIECES, SIZE = 400_000, 100
"""40 MB in pieces that glibc keeps when they are free."""
MANY_KB = 10_000


def resident_kb() -> int:
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps it")
def test_what_was_freed_is_given_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    pieces = [libc.malloc(SIZE) for _piece in range(PIECES)]
    for piece in pieces:
        ctypes.memset(piece, 1, SIZE)
    # The last one stays, so that what lies before it cannot go by itself.
    for piece in pieces[:-1]:
        libc.free(piece)
    before = resident_kb()

    give_back()

    assert before - resident_kb() > MANY_KB
    libc.free(pieces[-1])
