"""How a module of this program is run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from advisor import locations

_PROJECT = Path(__file__).resolve().parents[1]


def command_of(module: str) -> list[str]:
    """Return the command that runs a module; a bundle knows it as Python does."""
    program = Path(sys.executable)
    if locations.is_bundled() and sys.platform == "win32":
        # There a program with a window has no pipes; its twin for commands has.
        program = program.with_stem(f"{program.stem.removesuffix('-commands')}-commands")
    return [str(program), "-m", module]


def surroundings() -> dict[str, Any]:
    """Return what ``subprocess`` needs to know beside the command, on any system."""
    return {
        "cwd": _PROJECT,
        "env": {**os.environ, "PYTHONPATH": str(_PROJECT)},
        # A program with a window would open a console on Windows.
        "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
    }
