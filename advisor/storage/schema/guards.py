"""Rows that stay as they were stored: the database itself guards them."""

from advisor.storage.schema.evidence_tables import EVIDENCE, PACK
from advisor.storage.schema.tables import HISTORY

_KEPT = (PACK, *EVIDENCE)

_POSTGRES_FUNCTION = """\
CREATE FUNCTION keep_as_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this row is never changed once it is stored'; END $$"""


def triggers(dialect_name: str) -> list[str]:
    """Return the triggers under which evidence and history stay as they were stored.

    History may be deleted, since erasing a plan must erase what it said before.
    """
    kept = [(table.name, "UPDATE") for table in (*_KEPT, HISTORY)]
    kept += [(table.name, "DELETE") for table in _KEPT]
    if dialect_name == "postgresql":
        return [_POSTGRES_FUNCTION] + [
            f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION keep_as_stored()"
            for table, what in kept
        ]
    return [
        f"CREATE TRIGGER keep_{table}_{what.lower()} BEFORE {what} ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END"
        for table, what in kept
    ]
