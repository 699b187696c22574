"""A folder of evidence is read in a process of its own, which ends with it.

What knows how to check evidence takes 15 MB for good, and the window needs it once, when an
edition is new.
"""

import json
import subprocess
import sys
from pathlib import Path

from advisor.children import command_of, surroundings
from advisor.errors import PackRefused
from advisor.models.pack import PackVersion
from advisor.packs.reading import Read, read_for_good

_MODULE = "advisor.packs.apart"


def read_apart(folder: Path) -> Read:
    """Return and raise what ``read_for_good`` does."""
    try:
        ran = subprocess.run(  # noqa: S603 - our own module
            [*command_of(_MODULE), str(folder.absolute())],
            capture_output=True,
            check=True,
            **surroundings(),
        )
    except (OSError, subprocess.CalledProcessError):
        # Refused, or there is no other process: then it is read here, and said why it cannot be.
        return read_for_good(folder)
    version, digest, records = json.loads(ran.stdout)
    return PackVersion(**version), digest, records


def main() -> int:
    """Read the folder that is named and write what is to be stored of it."""
    try:
        version, digest, records = read_for_good(Path(sys.argv[1]))
    except PackRefused:
        return 1
    told = {"id": version.id, "version": version.version}
    sys.stdout.buffer.write(json.dumps((told, digest, records)).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
