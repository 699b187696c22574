"""Which edition of the evidence a folder holds, and its digest: what reads YAML loads if wanted."""

import re
from pathlib import Path

from advisor.errors import FileRefused
from advisor.files import read_bytes
from advisor.models.pack import PackVersion
from advisor.packs.records import FILES, LARGEST

_ONCE_EACH = 2
# The two lines as a pack has them. Only a key of the file's own can begin a line.
_KEYS = re.compile(rb"""^['"]?(?:id|version)\b""", re.MULTILINE)
_SAID = re.compile(rb"^id: ([a-z]+(?:-[a-z]+)+)$|^version: '([0-9.]+)'$", re.MULTILINE)


def edition_in(folder: Path) -> PackVersion | None:
    """Return which edition a folder says it holds, or None when it does not say so plainly.

    Reads pack.yaml only, so that a start needs no look at evidence that is stored already.
    """
    try:
        head = read_bytes(folder / f"{FILES[0]}.yaml", most=LARGEST)
    except FileRefused:
        return None
    match _SAID.findall(head):
        case [(pack_id, b""), (b"", version)] if len(_KEYS.findall(head)) == _ONCE_EACH:
            return PackVersion(id=pack_id.decode(), version=version.decode())
    # What reads YAML loads where they do not stand there in the usual way.
    from advisor.packs.folders import edition_read_in  # noqa: PLC0415 - as it says

    return edition_read_in(folder)


def digest_here(folder: Path) -> str | None:
    """Return what ``digest_in`` does, in this process."""
    from advisor.packs.folders import digest_in  # noqa: PLC0415 - reads YAML

    return digest_in(folder)
