"""What is told of a fault in the program: where it is, and nothing that anybody wrote."""

import platform
import traceback
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]


def redacted(error: BaseException, *, qt: str) -> str:
    """Return where an exception came from, without a word that a person may have written."""
    lines = [f"Python {platform.python_version()}, Qt {qt}, {platform.system()}"]
    while True:
        lines.append(type(error).__qualname__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        below = error.__cause__ or error.__context__
        if below is None:
            return "\n".join(lines)
        lines.append("after")
        error = below


def _place(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_PROJECT)) if path.is_relative_to(_PROJECT) else path.name
