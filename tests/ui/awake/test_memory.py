"""What is free inside the process goes back to the system."""

import ctypes
import sys

import pytest

from advisor.memory import held_mb
from ui.awake.memory import give_back

PIECES, SIZE = 400_000, 100
"""40 MB in pieces that glibc keeps when they are free."""
MANY_MB = 10


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
    before = held_mb()

    give_back()

    assert before - held_mb() > MANY_MB
    libc.free(pieces[-1])
