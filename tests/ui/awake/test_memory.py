"""What is free inside the process goes back to the system, and lies in one place."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.memory import held_mb
from ui.awake.memory import give_back

PIECES, SIZE = 400_000, 100
"""40 MB in pieces that glibc keeps when they are free."""
MANY_MB = 10
PICTURE_MB = 7


THREADS = """
import ctypes
import sys
import threading

from ui.awake.memory import keep_together

libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
libc.malloc.argtypes = [ctypes.c_size_t]
libc.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]
libc.fclose.argtypes = [ctypes.c_void_p]

keep_together()
meet = threading.Barrier(3)

def take():
    libc.malloc(1000)
    meet.wait()

threads = [threading.Thread(target=take) for _thread in range(3)]
for each in threads:
    each.start()
for each in threads:
    each.join()
told = libc.fopen(sys.argv[1].encode(), b"w")
libc.malloc_info(0, told)
libc.fclose(told)
"""
PICTURES = """
import ctypes

from advisor.memory import held_mb
from ui.awake.memory import keep_together

SIZE = 8_000_000
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]

def taken(size):
    piece = libc.malloc(size)
    ctypes.memset(piece, 1, size)
    return piece

keep_together()
# From the first that is freed on glibc would take such pieces from among the rest.
libc.free(taken(SIZE))
piece, above = taken(SIZE), taken(1000)
before = held_mb()
libc.free(piece)
print(round(before - held_mb()))
"""
of_glibc = pytest.mark.skipif(sys.platform != "linux", reason="only glibc has it")


@of_glibc
def test_threads_take_memory_from_one_place(tmp_path: Path) -> None:
    told = tmp_path / "malloc.xml"

    subprocess.run([sys.executable, "-c", THREADS, str(told)], check=True)

    assert told.read_text(encoding="ascii").count("<heap nr=") == 1


@of_glibc
def test_a_picture_that_is_freed_goes_back_at_once() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PICTURES], check=True, capture_output=True, text=True
    )

    assert int(ran.stdout) >= PICTURE_MB


@of_glibc
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
