"""Run every comparison, or those that are named: ``python -m benchmarks engine advice``."""

import importlib
import sys
from pathlib import Path


def main() -> None:
    here = Path(__file__).parent
    known = [name for name in ("engine", "advice", "pdf") if (here / f"{name}.py").exists()]
    for name in sys.argv[1:] or known:
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
