"""Memory that nothing needs goes back to the system, and little lies between."""

import ctypes
import sys
from importlib.util import find_spec

_M_ARENA_MAX = -8
"""As glibc's malloc.h has it."""

_OF_OPENSSL = ("_hashlib", "_ssl")
_PYTHONS_OWN = (
    *("_md5", "_sha1", "_sha3", "_blake2"),
    *(("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")),
)


def leave_openssl_out() -> None:
    """Have Python compute its digests itself, so that OpenSSL is not loaded: 4 MB.

    The window talks to nobody by Python's own means; a team's database brings a library of its
    own. Call it before anything computes digests; nothing is done where Python cannot by itself.
    """
    if all(map(find_spec, _PYTHONS_OWN)):
        for module in _OF_OPENSSL:
            sys.modules.setdefault(module, None)  # type: ignore[arg-type]


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
