"""Start the programme design advisor: the window, or the command line when words follow."""

import sys


def main() -> int:
    """Run the program and return its exit code: 0 done, 1 not found, 2 refused."""
    # Each way in loads only what it needs: the window paints before the database library.
    if len(sys.argv) > 1:
        from advisor.cli.run import run  # noqa: PLC0415

        return run(sys.argv[1:])
    from ui.app import run_window  # noqa: PLC0415

    return run_window()


if __name__ == "__main__":
    sys.exit(main())
