"""How a person wants their plans kept: a second folder for copies, or a team's database.

A small file in the person's own folder, without any password.
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from advisor import locations
from advisor.files import private_folder, replacing


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """``second_folder`` gets a copy of every copy; None where none was chosen.

    ``server`` is the address of a team's database without its password, empty for this computer;
    ``offered_to`` the one for which it was offered to take plans of this computer along.
    """

    second_folder: Path | None = None
    server: str = ""
    offered_to: str = ""


def load_keeping() -> Keeping:
    """Return what was chosen; what cannot be read counts as not chosen."""
    found: object = None
    with contextlib.suppress(OSError, ValueError, RecursionError):
        found = json.loads(locations.keeping_path().read_bytes())
    if not isinstance(found, dict):
        return Keeping()
    folder, server, offered = (
        found.get(name) for name in ("second_folder", "server", "offered_to")
    )
    return Keeping(
        second_folder=Path(folder) if isinstance(folder, str) and folder else None,
        server=server if isinstance(server, str) else "",
        offered_to=offered if isinstance(offered, str) else "",
    )


def save_keeping(keeping: Keeping) -> None:
    """Keep what was chosen. Raises StorageError, with what was chosen before left as it is."""
    from advisor.storage import faults  # noqa: PLC0415 - SQLAlchemy, for which reading does not wait

    path = locations.keeping_path()
    said = {
        "second_folder": str(keeping.second_folder or ""),
        "server": keeping.server,
        "offered_to": keeping.offered_to,
    }
    with faults.translated(str(path), OSError):
        private_folder(path.parent)
        with replacing(path, private=True) as file:
            file.write(json.dumps(said, indent=2).encode())
