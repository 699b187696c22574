"""A folder of evidence is read in a process of its own, which ends with it.

What knows how to check evidence takes 15 MB for good, and the window needs it once, when an
edition is new. Its digest, which is asked for at each start, takes 4 MB.
"""

import json
import subprocess
import sys
from pathlib import Path

from advisor.children import command_of, surroundings
from advisor.errors import PackRefused
from advisor.models.pack import PackVersion
from advisor.packs.editions import digest_here
from advisor.packs.stored import Read

_MODULE = "advisor.packs.apart"
_DIGEST = "--digest"


def read_apart(folder: Path) -> Read:
    """Return and raise what ``read_for_good`` does."""
    told = _asked(str(folder.absolute()))
    if told is None:
        # Refused, or there is no other process: then it is read here, and said why it cannot be.
        from advisor.packs.reading import read_for_good  # noqa: PLC0415 - needed here alone

        return read_for_good(folder)
    version, digest, records = json.loads(told)
    return PackVersion(**version), digest, records


def digest_apart(folder: Path) -> str | None:
    """Return what ``digest_in`` does."""
    told = _asked(str(folder.absolute()), _DIGEST)
    if told is None:
        return digest_here(folder)
    digest: str | None = json.loads(told)
    return digest


def _asked(*words: str) -> bytes | None:
    """Return what the process says, or None where it could not do what it was asked."""
    try:
        told: bytes = subprocess.run(  # noqa: S603 - our own module
            [*command_of(_MODULE), *words],
            capture_output=True,
            check=True,
            **surroundings(),
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return told


def main() -> int:
    """Read the folder that is named and write what is to be stored of it, or its digest."""
    folder, *wishes = sys.argv[1:]
    if wishes == [_DIGEST]:
        told: object = digest_here(Path(folder))
    else:
        from advisor.packs.reading import read_for_good  # noqa: PLC0415 - a digest needs none

        try:
            version, digest, records = read_for_good(Path(folder))
        except PackRefused:
            return 1
        told = ({"id": version.id, "version": version.version}, digest, records)
    sys.stdout.buffer.write(json.dumps(told).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
