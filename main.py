"""Start the programme design advisor: the window, or the command line when words follow."""

import sys


def main() -> int:
    """Run the program and return its exit code: 0 done, 1 not found, 2 refused."""
    if len(sys.argv) > 1:
        from advisor.cli import run

        return run()
    from ui.app import run_window

    return run_window()


if __name__ == "__main__":
    sys.exit(main())
