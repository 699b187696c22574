"""What the tables really are, for those who say what is kept about people."""

from advisor.storage.schema.columns import METADATA
from advisor.storage.schema.evidence_tables import EVIDENCE, PACK
from advisor.storage.schema.tables import REVISION


def columns_of_plans() -> tuple[str, ...]:
    """Return each column of what people type and what is made of it, as ``table.column``.

    Those of the evidence that ships with the program are left out.
    """
    shipped = (REVISION, PACK, *EVIDENCE)
    return tuple(
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        if table not in shipped
        for column in table.columns
    )
