"""The rows of plans: read, added, changed and removed, and never over another's change.

Every row that people edit counts its changes in ``version``. Only here is such a row changed or
removed, and only by whoever has read the version that is there: a change that went past the
count would let another person's words vanish without a sign.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    insert,
    select,
    update,
)

from advisor.language import _
from advisor.models.ids import PlanId
from advisor.storage import faults


@dataclass(frozen=True, slots=True)
class Edited:
    """A row that people edit, as it was read or written: its table, and values by column."""

    table: Table
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, ...]:
        """The values of the primary key, the plan's first."""
        return tuple(self.values[name] for name in key_of(self.table))

    @property
    def plan(self) -> PlanId:
        """The plan that the row is of."""
        return PlanId(self.key[0])

    @property
    def version(self) -> int:
        """How often the row was saved, from 1."""
        return int(self.values["version"])

    @property
    def digest(self) -> str:
        """What tells whether the disk has changed its words."""
        return str(self.values["digest"])


def key_of(table: Table) -> tuple[str, ...]:
    """Return the columns of a table's key, the plan's first."""
    return tuple(column.name for column in table.primary_key)


def plan_of(table: Table) -> Column[Any]:
    """Return the column that says which plan a row is of: the first of the key."""
    return next(iter(table.primary_key))


def name_of(table: Table, key: Sequence[str]) -> str:
    """Return what a message calls the row with this key."""
    return f"{table.name.replace('_', ' ')} {key[-1]}"


def read(connection: Connection, table: Table, *key: str) -> Edited | None:
    """Return the row with this key, the plan's id first; None where there is none."""
    found = connection.execute(select(table).where(_at(table, key))).one_or_none()
    return None if found is None else Edited(table, found._asdict())


def read_all(
    connection: Connection, table: Table, plan_ids: Iterable[str], *conditions: ColumnElement[bool]
) -> list[Edited]:
    """Return the rows of a table that are of these plans, in their order, and meet conditions."""
    columns = table.columns
    # Two people may each have added a last one; the order of the two must not change.
    order = [columns[name] for name in ("position", "id") if name in columns]
    chosen = select(table).where(plan_of(table).in_(plan_ids), *conditions).order_by(*order)
    found = connection.execute(chosen)
    return [Edited(table, row._asdict()) for row in found]


def add(connection: Connection, rows: Iterable[Edited]) -> None:
    """Store rows that are not there yet, those of one table together."""
    for table, of_table in groupby(rows, attrgetter("table")):
        connection.execute(insert(table), [dict(row.values) for row in of_table])


def change(connection: Connection, row: Edited, values: Mapping[str, Any]) -> Edited:
    """Write values into a row as it was read; return it with them and its next version.

    Raises StorageError ``changed-elsewhere`` where that version is not there any more.
    """
    new = {**values, "version": row.version + 1}
    _once(connection.execute(update(row.table).where(_as_read(row)).values(new)).rowcount)
    return Edited(row.table, {**row.values, **new})


def remove(connection: Connection, row: Edited) -> None:
    """Remove a row as it was read; raises as ``change`` does."""
    _once(connection.execute(delete(row.table).where(_as_read(row))).rowcount)


def keep(connection: Connection, table: Table, plan_id: PlanId, values: Mapping[str, Any]) -> None:
    """Write into the one row that the program itself keeps about a plan; make it where it is not.

    Nobody counts its versions: whoever writes holds the plan's lock. Raises ValueError for a
    table whose rows people edit.
    """
    if "version" in table.columns:
        raise ValueError(table.name)
    of_plan = table.columns.plan == plan_id
    if not connection.execute(update(table).where(of_plan).values(values)).rowcount:
        connection.execute(insert(table).values(plan=plan_id, **values))


def _at(table: Table, key: Iterable[str]) -> ColumnElement[bool]:
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))


def _as_read(row: Edited) -> ColumnElement[bool]:
    return and_(_at(row.table, row.key), row.table.columns.version == row.version)


def _once(number: int) -> None:
    if number != 1:
        raise faults.refusal(faults.CHANGED_ELSEWHERE, _("This entry"))
