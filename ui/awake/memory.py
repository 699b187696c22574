"""Memory that nothing needs goes back to the system, and little lies between."""

import ctypes
import sys

_M_ARENA_MAX = -8
"""As glibc's malloc.h has it."""


def keep_together() -> None:
    """Have all threads take memory from one place; glibc gives each thread one of its own.

    What a worker frees there the window cannot use, which costs 3 MB at the start and 6 MB once
    pages were shown. Call it before there are threads.
    """
    if sys.platform != "linux":
        return
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    if choose is not None:
        choose(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Give back what is free inside the process; glibc alone keeps it until it is asked.

    A page that is left leaves some MB of it, a closed plan 30.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
