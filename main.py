"""Start the programme design advisor: the window, or the command line when words follow."""

import gc
import sys
from pathlib import Path

from advisor import bugs, language, locations
from advisor.cli.ending import REFUSED
from advisor.cli.headless import has_display, refused, run_headless, window_wanted
from advisor.logs import keep_log

_OBJECTS_BEFORE_A_SEARCH = 50_000
"""How many more objects a command may make before Python searches for garbage."""


def main() -> int:
    """Run the program and return its exit code: 0 done, 1 not done, 2 refused."""
    get_ready()
    words = sys.argv[1:]
    wanted = window_wanted(words)
    if wanted is None or not (words or has_display()):
        gc.set_threshold(_OBJECTS_BEFORE_A_SEARCH)
        gc.enable()
        language.use(language.preferred(), locations.locale_folder())
        if wanted is not None:
            return run_headless()
        from advisor.cli.run import run  # noqa: PLC0415 - the window needs no commands

        return run(words, window=paint_pages)
    if words and (refusal := refused(wanted)):
        sys.stderr.write(f"{refusal}\n")
        return REFUSED
    # Qt loads for the window only: the command line works on machines without its libraries.
    from ui.run import run_window  # noqa: PLC0415

    return run_window(wanted.database, file=wanted.file)


def paint_pages(folder: Path) -> str:
    """Paint every page of the window: what a self-test sees of it."""
    from ui import selftest  # noqa: PLC0415 - Qt, as above

    return selftest.paint_pages(folder)


def get_ready() -> None:
    """Do what comes before everything else, whatever is to be done.

    What loads is no garbage, and to search through it again and again takes a tenth of the start.
    The window searches for garbage in its own time, a command rarely.
    """
    gc.disable()
    bugs.listen()
    keep_log()


if __name__ == "__main__":
    sys.exit(main())
