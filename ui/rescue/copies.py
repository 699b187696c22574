"""What a damaged file can be replaced with. Runs in the worker, and imports storage only there."""

from pathlib import Path

from advisor.errors import AdvisorError, StorageError
from advisor.models.stored import Backup, KeptCopy


def ways_on(error: AdvisorError) -> tuple[KeptCopy, ...] | None:
    """Return the good copies when only a copy can help, else None. Runs in the worker."""
    from advisor.services.copies import BEYOND_REPAIR, restorable  # noqa: PLC0415 - imports storage

    if not isinstance(error, StorageError) or error.code not in BEYOND_REPAIR:
        return None
    return restorable()


def put_copy_back(copy: Backup) -> Backup | None:
    """Put a copy in the place of the damaged file. Runs in the worker."""
    from advisor.services.copies import restore  # noqa: PLC0415 - as in ``ways_on``

    return restore(copy)


def begin_empty() -> Backup | None:
    """Set the damaged file aside. Runs in the worker."""
    from advisor.services import copies  # noqa: PLC0415 - as in ``ways_on``

    return copies.begin_empty()


def can_be_salvaged(error: AdvisorError) -> bool:
    """Whether something may still be read of the file. Runs after ``ways_on``."""
    from advisor.services.copies import READABLE  # noqa: PLC0415 - as in ``ways_on``

    return isinstance(error, StorageError) and error.code in READABLE


def save_what_is_left(folder: Path) -> str:
    """Save what can be read of the damaged file, and say what. Runs in the worker."""
    from advisor.services.salvage import save_what_is_left as save  # noqa: PLC0415 - as in ``ways_on``
    from advisor.telling.salvaged import what_was_saved  # noqa: PLC0415

    return what_was_saved(save(folder))
