"""The first tables, as statements that later changes of the program cannot touch."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables. There is no way down: older tables come back from a backup."""
    connection = op.get_bind()
    file = Path(__file__).with_name(f"0001_{connection.dialect.name}.sql")
    for statement in file.read_text(encoding="utf-8").split("\n-- next\n"):
        connection.exec_driver_sql(statement)
