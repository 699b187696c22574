"""How a module of this program is run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).resolve().parents[2]


def command_of(module: str) -> list[str]:
    """Return the command that runs a module; a bundle knows it as Python does."""
    return [sys.executable, "-m", module]


def surroundings() -> dict[str, Any]:
    """Return what ``subprocess`` needs to know beside the command, on any system."""
    return {
        "cwd": _PROJECT,
        "env": {**os.environ, "PYTHONPATH": str(_PROJECT)},
        # A program with a window would open a console on Windows.
        "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
    }
