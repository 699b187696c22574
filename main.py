"""Start the programme design advisor: the window, or the command line when words follow."""

import sys

from advisor import language, locations
from advisor.cli.headless import has_display, run_headless
from advisor.logs import keep_log


def main() -> int:
    """Run the program and return its exit code: 0 done, 1 not done, 2 refused."""
    keep_log()
    if len(sys.argv) > 1 or not has_display():
        language.use(language.preferred(), locations.locale_folder())
        if len(sys.argv) == 1:
            return run_headless()
        from advisor.cli.run import run  # noqa: PLC0415 - the window needs no commands

        return run(sys.argv[1:])
    # Qt loads for the window only: the command line works on machines without its libraries.
    from ui.run import run_window  # noqa: PLC0415

    return run_window()


if __name__ == "__main__":
    sys.exit(main())
