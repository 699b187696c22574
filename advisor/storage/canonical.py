"""JSON in one fixed spelling, so that equal values have equal texts and equal digests."""

import hashlib
import json
from collections.abc import Iterable

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def spelled(value: object) -> str:
    """Return JSON with sorted names, no spaces and every character as itself."""
    return _ENCODER.encode(value)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def combined(digests: Iterable[str]) -> str:
    """Return one digest for several, in whatever order; a second time takes one out again."""
    found = 0
    for each in digests:
        found ^= _number(each)
    return f"{found:064x}"


def _number(text: str) -> int:
    # A disk may have changed a digest too. That nothing was kept yet is an empty text.
    try:
        return int.from_bytes(bytes.fromhex(text)[:32], "big")
    except ValueError:
        return 0
