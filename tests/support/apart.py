"""Running where no network interface is up, not even the computer's own."""

import os
import shutil
import subprocess
import sys
from functools import cache


@cache
def without_network() -> tuple[str, ...]:
    """Return what the command of a program begins with so that it has no network.

    Nothing, where the system gives no leave. It stays the same person, whom others know it by.
    """
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return ()
    rights = [] if os.geteuid() == 0 else ["--map-current-user"]
    apart = ("unshare", "--net", *rights)
    tried = subprocess.run([*apart, "true"], check=False, capture_output=True)
    return () if tried.returncode else apart
