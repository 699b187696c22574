"""What is told of a fault in the program: where it is, and nothing that anybody wrote.

What an exception says may quote an answer, a name or a password. Python would print it, and on a
desktop what a program prints stays in the journal of the system.
"""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from advisor.language import _

_PROJECT = Path(__file__).resolve().parents[1]
_log = logging.getLogger(__name__)


def redacted(error: BaseException, *, qt: str = "") -> str:
    """Return where an exception came from, without a word that a person may have written."""
    window = f", Qt {qt}" if qt else ""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Python {python}{window}, {sys.platform}\n{places(error)}"


def places(error: BaseException) -> str:
    """Return the kind of an exception, where it was raised, and the same of what led to it."""
    lines, told = list[str](), set[int]()
    below: BaseException | None = error
    while below is not None and id(below) not in told:
        told.add(id(below))
        lines += ["after"] if lines else []
        lines.append(type(below).__qualname__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(below.__traceback__)
        ]
        below = below.__cause__ or below.__context__
    return "\n".join(lines)


def listen() -> None:
    """Tell every exception that nobody caught in this way from now on, in whichever thread.

    Nor does a crash leave a picture of the memory, in which everything stands, on the disk.
    """
    sys.excepthook = hear
    threading.excepthook = _hear_in_a_thread
    sys.unraisablehook = _hear_unraisable
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep in the log where one exception came from, and say so."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    details = redacted(error)
    _log.error("unexpected: %s", details)
    # A program without a console has nowhere to say it.
    if sys.stderr is not None:
        calm = _("Something went wrong in the program. This is a fault of the program, not yours.")
        sys.stderr.write(f"{calm}\n{details}\n")


def _hear_in_a_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None and not isinstance(given.exc_value, SystemExit):
        _log.error("unexpected: %s", redacted(given.exc_value))


def _hear_unraisable(given: "sys.UnraisableHookArgs") -> None:
    if given.exc_value is not None:
        _log.error("unexpected: %s", redacted(given.exc_value))


def _place(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_PROJECT)) if path.is_relative_to(_PROJECT) else path.name
