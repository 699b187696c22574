"""Run every comparison, or those that are named: ``python -m benchmarks engine advice``."""

import importlib
import sys

ALL = ("engine", "portfolio", "advice", "start", "pages", "pdf")


def main() -> None:
    for name in sys.argv[1:] or ALL:
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
