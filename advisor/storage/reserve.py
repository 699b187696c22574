"""Half a megabyte kept back beside the database, for the last save on a full disk.

Deleting plans to make room does not work on a full disk: that needs space for the journal.
"""

import contextlib
import logging
import os
from pathlib import Path

from advisor.files import replacing

log = logging.getLogger(__name__)

SIZE = 512 * 1024
ENDING = ".reserve"


class Reserve:
    """The reserve file of one database file.

    ``was_freed`` says that it gave its space since it was last filled.
    """

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.name}{ENDING}")
        self.was_freed = False
        self.fill()

    def fill(self) -> None:
        """Put the reserve there if it is not; a disk without room is no reason to complain."""
        if self.path.exists():
            return
        try:
            with replacing(self.path, private=True) as file:
                # Not sparse: only written bytes hold space.
                file.write(os.urandom(SIZE))
        except OSError as error:
            log.info("no reserve: %s", type(error).__name__)
        else:
            self.was_freed = False

    def free(self) -> None:
        """Give the space back to the disk."""
        if not self.path.exists():
            return
        with contextlib.suppress(OSError):
            self.path.unlink()
            self.was_freed = True
            log.warning("freed the reserve: the disk is full")
