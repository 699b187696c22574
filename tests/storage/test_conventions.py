"""Nothing in the program goes past the count of versions."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ADVISOR = Path(__file__).parents[2] / "advisor"
WRITES = {"update", "delete"}
SQL = re.compile(r"\bupdate\s+\S+\s+set\b|\bdelete\s+from\b", re.IGNORECASE)


def bulk_writes(source: str) -> Iterator[str]:
    """Yield every use of SQLAlchemy's ``update`` and ``delete`` and of SQL that does the same."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("sqlalchemy"):
                yield from (name.name for name in names if name.name in WRITES)
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in WRITES:
                yield ast.unparse(node)
            case ast.Constant(value=str(text)) if SQL.search(text):
                yield text


# An upgrade has the database to itself, fills in what is new, and writes down which version it is.
UPGRADING = {ADVISOR / "storage" / "upgrade.py", ADVISOR / "storage" / "schema" / "steps.py"}
# The one place that changes rows, each of them as it was read.
COUNTING = {ADVISOR / "storage" / "rows.py"}
OTHERS = sorted({*(ADVISOR / "storage").rglob("*.py")} - UPGRADING - COUNTING)


@pytest.mark.parametrize("file", OTHERS, ids=lambda f: f.name)
def test_no_update_or_delete_anywhere_else_in_storage(file: Path) -> None:
    assert list(bulk_writes(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from sqlalchemy import select, update",
        "from sqlalchemy import delete as gone",
        "ANSWER.delete()",
        "tables.ANSWER.update().values(note='')",
        "connection.exec_driver_sql('UPDATE answer SET note = 1')",
        "raw.execute('delete from history')",
    ],
)
def test_the_search_finds_what_it_looks_for(source: str) -> None:
    assert list(bulk_writes(source))
