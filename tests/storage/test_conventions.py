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
            case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in WRITES:
                if not (isinstance(value, ast.Name) and value.id == "session" and attr == "delete"):
                    yield ast.unparse(node)
            case ast.Constant(value=str(text)) if SQL.search(text):
                yield text


# An upgrade has the database to itself, fills in what is new, and writes down which version it is.
UPGRADING = {ADVISOR / "storage" / "upgrade.py", ADVISOR / "storage" / "schema" / "steps.py"}
EDITING = sorted({*(ADVISOR / "storage").rglob("*.py")} - UPGRADING)


@pytest.mark.parametrize("file", EDITING, ids=lambda f: f.name)
def test_no_bulk_update_or_delete_anywhere_in_storage(file: Path) -> None:
    assert list(bulk_writes(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from sqlalchemy import select, update",
        "session.query(AnswerRow).delete()",
        "session.query(AnswerRow).filter_by(plan=1).update({})",
        "AnswerRow.__table__.update()",
        "connection.exec_driver_sql('UPDATE answer SET note = 1')",
        "raw.execute('delete from history')",
    ],
)
def test_the_search_finds_what_it_looks_for(source: str) -> None:
    assert list(bulk_writes(source))
