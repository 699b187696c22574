"""What makes one version of the tables into the next, each step under the version it leads to.

A step is never changed once it was released, and never made from the tables of today, which the
next version changes.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection

Step: TypeAlias = Callable[[Connection], None]


def _history_tells_who(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE history ADD COLUMN who TEXT DEFAULT '' NOT NULL"
        ' CONSTRAINT ck_history_who_length CHECK (length("who") BETWEEN 0 AND 120)'
    )


STEPS: Mapping[int, Step] = {2: _history_tells_who}
