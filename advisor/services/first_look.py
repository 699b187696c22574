"""The person's own plans, seen before anything is opened."""

from advisor import locations
from advisor.storage.first_look import FirstLook, first_look
from advisor.storage.keeping import load_keeping


def look_first(limit: int) -> FirstLook | None:
    """Return the beginning of the list of plans; None where they must first be opened."""
    return None if load_keeping().server else first_look(locations.database_path(), limit)
