"""What a damaged file can be replaced with. Runs in the worker, and imports storage only there."""

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
