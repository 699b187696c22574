"""Memory that nothing needs goes back to the system, and little lies between."""

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""As glibc's malloc.h has them."""

_LARGE = 512 * 1024
_MOST_AT_THE_END = 1024 * 1024


def keep_together() -> None:
    """Have all threads take memory from one place; glibc gives each thread one of its own.

    What a worker frees there the window cannot use, which costs 3 MB at the start and 6 MB once
    pages were shown. Pictures of pages have places of their own, which go back to the system at
    once: glibc would put them among the rest from the second on, where 20 MB of them lay free.
    Call it before there are threads.
    """
    if sys.platform != "linux":
        return
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    if choose is not None:
        choose(_M_ARENA_MAX, 1)
        choose(_M_MMAP_THRESHOLD, _LARGE)
        choose(_M_TRIM_THRESHOLD, _MOST_AT_THE_END)


def give_back() -> None:
    """Give back what is free inside the process; glibc alone keeps it until it is asked.

    A page that is left leaves some MB of it, a closed plan 30.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
