"""A person who presses everything, for as long as is wanted: what grows, stays open or goes wrong.

    python -m tests.support.soak [--minutes 60] [--seed 1] [--pause 120] [--presses 3000]

The real program runs with the shipped evidence and eight plans, and is used by real mouse and
key events, a few in a second: pages, buttons, answers, ticks, names, dialogs, papers, undo, looks.
As a person would, they throw plans away that were only a try, and put the text back to its size.
Each minute says what the process holds, and those that it started to set papers, which must have
ended at the end. The end says what was held at the start, at each ten minutes and then, how it
grew, and how many windows are open. It ends with 1 if the memory passes the limit or still grows at
the end, if a window stays open, if Qt complains (said with the place in Python), or if anything
unexpected is raised.

One seed gives nearly one list of presses; the letters at the end tell lists apart. With
``--presses`` it ends after so many, however long they take.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.run import get_ready

PAUSE_MS = 120


def main() -> int:
    """Soak, say what was found, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--presses", type=int, default=0, help="end after so many instead")
    options.add_argument("--pause", type=int, default=PAUSE_MS, help="milliseconds")
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    # As the program itself does before it loads the rest.
    get_ready()
    from tests.support.screens import running_program  # noqa: PLC0415
    from tests.support.soaking import say, soak  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as home:
        os.environ["ADVISOR_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        with running_program(QApplication([]), Path(home) / "plans.db") as guide:
            guide.program.window.resize(1366, 768)
            guide.start_from_example()
            faults = soak(guide, wanted)
    for words in faults or ["Nothing grew, stayed open or went wrong."]:
        say(words)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
