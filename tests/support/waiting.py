"""The one way in which a test waits: a minute, since a busy machine is no fault of the program.

``qtbot`` of every test (``patient_bot.py``) waits so long by itself; what has no ``qtbot`` waits
with ``wait_until``.
"""

import time
from collections.abc import Callable

PATIENCE_SECONDS = 60.0
PATIENCE_MS = int(PATIENCE_SECONDS * 1000)
# Not a wait for something: long enough for what must not happen, to happen.
LULL_MS = 30
LULL_SECONDS = 0.3
# Not a wait either: what Qt put off to its next turn is done after it.
TURN_MS = 1


def wait_until(
    holds: Callable[[], bool],
    wanted: str,
    *,
    seen: Callable[[], object] = lambda: "nothing of it",
    meanwhile: Callable[[], object] = lambda: None,
    between: float = 0.01,
) -> None:
    """Wait until something holds; fail with what was ``wanted`` and what was ``seen`` instead.

    ``between`` are the seconds between two looks. Where work is done ``meanwhile``, it waits too.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE_SECONDS:.0f} s for {wanted}; saw {seen()}")
        meanwhile()
        # A loop that never sleeps takes the interpreter back before a worker gets it.
        time.sleep(between)
