"""Bytes of a file, read with a limit and decoded without surprises."""

import stat
from pathlib import Path

from advisor.errors import FileRefused


def read_bytes(path: Path, *, most: int) -> bytes:
    """Return at most ``most + 1`` bytes of a regular file, so that the caller sees an excess.

    Raises FileRefused for whatever is not a readable regular file: opening a pipe would wait for
    ever, and reading a device would never end.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileRefused("This is a folder and not a file.")
        if not stat.S_ISREG(kind):
            raise FileRefused("This is not an ordinary file.")
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError:
        raise FileRefused("There is no such file.") from None
    except PermissionError:
        raise FileRefused("You are not allowed to read this file.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise FileRefused(f"The file cannot be read: {reason}.") from None


def text_of(content: bytes) -> str | None:
    """Return the text of UTF-8 bytes without a byte order mark, or None when it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
