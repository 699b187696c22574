"""Running the window, once on a machine."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from advisor import locations
from ui.awake.later import put_off
from ui.awake.sources import leave_unread
from ui.shell.one_window import OneWindow
from ui.shell.speaking import speak

_SWITCH_SECONDS = 0.0005


def start_again(words: Sequence[str]) -> None:
    """Let a new process take the place of this one, with these words."""
    own = [] if getattr(sys, "frozen", False) else [sys.argv[0]]
    os.execv(sys.executable, [sys.executable, *own, *words])  # noqa: S606 - ourselves


def get_ready() -> None:
    """Do what comes before the window's own modules load."""
    # The window's thread asks for the interpreter again after every call into Qt, thousands of
    # times for one page; each time it waits this long at the most while a worker thinks.
    sys.setswitchinterval(_SWITCH_SECONDS)
    leave_unread()
    put_off()


def run_window(
    database: str | None = None, arguments: Sequence[str] = (), file: Path | None = None
) -> int:
    """Run the window until it is closed; return the exit code.

    ``database`` names another database than the person's own, ``file`` a plan file to take.

    Where the window is open already, bring it forward instead.
    """
    get_ready()
    from ui.app import Program  # noqa: PLC0415 - once no source is read

    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("peer-support-advisor")
    speak(application, locations.locale_folder())
    one = OneWindow(locations.data_folder())
    is_first = one.take()
    # A window that has the right and does not hear is no reason to keep a person out.
    if not is_first and one.call_first(file):
        return 0
    program = Program(application, database)
    application.setWindowIcon(program.icon())
    program.bugs.listen()
    if is_first:
        one.listen(program.window.come_forward, program.bring)
    program.start()
    if file is not None:
        program.bring(file.absolute())
    code = application.exec()
    one.release()
    if program.is_to_start_again:
        # A plan file was taken already.
        start_again([] if file else sys.argv[1:])
    return code
