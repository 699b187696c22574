"""What the locks say: each package with its version and the hashes of its files."""

import re
from dataclasses import dataclass
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[^ ;]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of a lock."""

    name: str
    version: str
    hashes: tuple[str, ...]


def named(name: str) -> str:
    """Return a package's name as every lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked_in(lock: str) -> list[Locked]:
    """Return what a lock holds; a package may be there in two versions, each for some Pythons."""
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", "")
    found = ((_ENTRY.match(line), line) for line in text.splitlines())
    return [
        Locked(named(entry["name"]), entry["version"], tuple(_HASH.findall(line)))
        for entry, line in found
        if entry
    ]
