"""Opens the same file or server again and again without compiling the same statements each time.

Nine tenths of what it costs to open a file and to save to it once is SQLAlchemy's work on
statements. An engine keeps that work, and holds no connection once its database was closed: each
opening makes a new one, with the product's own settings, and looks the file over as ever.
"""

import functools

from advisor.storage import database
from advisor.storage.engines import file_engine, server_engine


def keep_engines() -> None:
    """Let each place keep its engine for the rest of this program, and in what it forks."""
    vars(database).update(
        file_engine=functools.cache(file_engine), server_engine=functools.cache(server_engine)
    )
