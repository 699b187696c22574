"""Running the window, once on a machine."""

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from advisor import locations
from ui.app import Program
from ui.shell.one_window import OneWindow
from ui.shell.speaking import speak

_SWITCH_SECONDS = 0.0005


def run_window(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; return the exit code.

    Where the window is open already, bring it forward instead.
    """
    # The window's thread asks for the interpreter again after every call into Qt, thousands of
    # times for one page; each time it waits this long at the most while a worker thinks.
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("peer-support-advisor")
    speak(application, locations.locale_folder())
    one = OneWindow(locations.data_folder())
    is_first = one.take()
    # A window that has the right and does not hear is no reason to keep a person out.
    if not is_first and one.call_first():
        return 0
    program = Program(application)
    application.setWindowIcon(program.icon())
    program.bugs.listen()
    if is_first:
        one.listen(program.window.come_forward)
    program.start()
    code = application.exec()
    one.release()
    return code
