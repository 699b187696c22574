"""JSON in one fixed spelling, so that equal values have equal texts and equal digests."""

import hashlib
import json

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def spelled(value: object) -> str:
    """Return JSON with sorted names, no spaces and every character as itself."""
    return _ENCODER.encode(value)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
