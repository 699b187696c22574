"""What the columns of every table have in common, the same on SQLite and on PostgreSQL.

SQLite takes any text in a number's column and any length in a text's: strict tables and
CHECK constraints make both databases refuse the same values.
"""

import datetime
from typing import Annotated

from sqlalchemy import Boolean, CheckConstraint, Dialect, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

# typing has it only from Python 3.12 on.
from typing_extensions import override

MOMENT_LENGTH = 32
DATE_LENGTH = 10
UUID_LENGTH = 36
DIGEST_LENGTH = 64
STRICT = {"sqlite_strict": True}


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
        return None if value is None else datetime.datetime.fromisoformat(value)


class Day(TypeDecorator[datetime.date]):
    """A plain date as text: a due date is the same day wherever it is read."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime.date | None:
        return None if value is None else datetime.date.fromisoformat(value)


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


Words = Annotated[str, mapped_column(Text)]
MaybeWords = Annotated[str | None, mapped_column(Text)]
Number = Annotated[int, mapped_column(Integer)]
Time = Annotated[datetime.datetime, mapped_column(Moment)]
MaybeTime = Annotated[datetime.datetime | None, mapped_column(Moment)]
MaybeDay = Annotated[datetime.date | None, mapped_column(Day)]
YesNo = Annotated[bool, mapped_column(Flag)]


def at_most(column: str, longest: int, shortest: int = 0) -> CheckConstraint:
    """Bound the length of a text, in characters."""
    return CheckConstraint(
        f'length("{column}") BETWEEN {shortest} AND {longest}', name=f"{column}_length"
    )


def within(column: str, least: int, most: int) -> CheckConstraint:
    """Bound a number."""
    return CheckConstraint(f'"{column}" BETWEEN {least} AND {most}', name=f"{column}_range")


class Base(DeclarativeBase):
    """All tables; constraints have names, so that a step of an upgrade can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
