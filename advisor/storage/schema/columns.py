"""What the columns of every table have in common, the same on SQLite and on PostgreSQL.

SQLite takes any text in a number's column and any length in a text's: strict tables and
CHECK constraints make both databases refuse the same values.
"""

import datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator, TypeEngine

# typing has it only from Python 3.12 on.
from typing_extensions import override

MOMENT_LENGTH = 32
DATE_LENGTH = 10
UUID_LENGTH = 36
DIGEST_LENGTH = 64

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; constraints have names, so that a step of an upgrade can find them."""


class DamagedValue(ValueError):
    """What stands in a column that no version of this program has written there; never quoted."""


class Moment(TypeDecorator[datetime.datetime]):
    """A moment as text in UTC, always with microseconds, so that order of text is order of time."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.datetime | None:
        try:
            return None if value is None else datetime.datetime.fromisoformat(value)
        except ValueError:
            raise DamagedValue from None


class Day(TypeDecorator[datetime.date]):
    """A plain date as text: a due date is the same day wherever it is read."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.date | None:
        try:
            return None if value is None else datetime.date.fromisoformat(value)
        except ValueError:
            raise DamagedValue from None


class Flag(TypeDecorator[bool]):
    """True or false; SQLite's strict tables know it as 1 or 0."""

    impl = Boolean
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[bool] | TypeEngine[int]:
        return Integer() if dialect.name == "sqlite" else Boolean()

    @override
    def process_result_value(self, value: bool | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def table(name: str, *items: SchemaItem) -> Table:
    """Make one of the tables, of these columns, bounds and indexes."""
    return Table(name, METADATA, *items, sqlite_strict=True)


def words(name: str) -> Column[str]:
    """Return a column of text, empty where nothing is said."""
    return Column(name, Text, nullable=False)


def maybe_words(name: str) -> Column[str]:
    """Return a column of text or NULL."""
    return Column(name, Text)


def number(name: str) -> Column[int]:
    """Return a column of whole numbers."""
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[bool]:
    """Return a column of true and false."""
    return Column(name, Flag, nullable=False)


def moment(name: str) -> Column[datetime.datetime]:
    """Return a column of moments."""
    return Column(name, Moment, nullable=False)


def key(name: str) -> Column[str]:
    """Return a column of text that is part of the primary key."""
    return Column(name, Text, primary_key=True)


def plan_key() -> Column[str]:
    """Return the plan as part of the primary key: the row goes when its plan is erased."""
    return Column("plan", Text, ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)


def at_most(column: str, longest: int, shortest: int = 0) -> CheckConstraint:
    """Bound the length of a text, in characters."""
    return CheckConstraint(
        f'length("{column}") BETWEEN {shortest} AND {longest}', name=f"{column}_length"
    )


def within(column: str, least: int, most: int) -> CheckConstraint:
    """Bound a number."""
    return CheckConstraint(f'"{column}" BETWEEN {least} AND {most}', name=f"{column}_range")
