"""Memory that nothing needs goes back to the system, and little lies between."""

import ctypes
import sys

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

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


def forget_signals(widget: QWidget) -> None:
    """Forget how Python knows the signals of a widget and of all in it; connections stay.

    PySide makes an object for each signal of each widget, connected or not, 2 KB for a label, and
    makes it anew when it is asked for.
    """
    for each in (widget, *widget.findChildren(QWidget)):
        own, kind = vars(each), type(each)
        known = [name for name, value in own.items() if isinstance(value, SignalInstance)]
        for name in known:
            # Under another name it is the signal of somebody else.
            if isinstance(getattr(kind, name, None), Signal):
                del own[name]
