"""Revisions that do not exist yet, to try out today how they will be run."""

import shutil
from pathlib import Path

from advisor.storage.upgrade import SHIPPED, Migrations

HEAD = '''"""A later version of the tables."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
'''

REBUILD = """
    # Servers add columns in place.
    how = "always" if op.get_context().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("plan", recreate=how) as plan:
        plan.add_column(sa.Column("colour", sa.Text, nullable=False, server_default="green"))
    op.create_table("note", sa.Column("id", sa.Text, primary_key=True))
"""
FAIL_HALF_WAY = """
    op.create_table("note", sa.Column("id", sa.Text, primary_key=True))
    op.execute("UPDATE answer SET version = version + 1")
    raise RuntimeError("private words")
"""
LOSE_ROWS = """
    op.execute("DELETE FROM answer WHERE question = 'formats'")
"""
BREAK_REFERENCES = """
    op.execute("UPDATE answer SET plan = 'nobody'")
"""
NOTHING_AT_ALL = """
    pass
"""


def migrations(folder: Path, *bodies: str) -> Migrations:
    """Return the shipped revisions and one more for each body."""
    copied = folder / "100% of migrations"
    shutil.copytree(SHIPPED.folder, copied, ignore=shutil.ignore_patterns("__pycache__"))
    for version, body in enumerate(bodies, start=SHIPPED.version + 1):
        text = HEAD.format(revision=f"{version:04}", down=f"{version - 1:04}") + body
        (copied / "versions" / f"{version:04}_ahead.py").write_text(text)
    return Migrations(folder=copied, version=SHIPPED.version + len(bodies))
