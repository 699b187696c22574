"""Lists about plans, asked in SQL so that ten thousand plans stay quick."""

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, UnaryExpression, case, func, select

from advisor.models.ids import PlanId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.stored import PlanEdit
from advisor.storage import past
from advisor.storage.first_look import summary_of
from advisor.storage.past import sought
from advisor.storage.schema.tables import HISTORY, PLAN, PROGRESS

_UNKNOWN = datetime.datetime.min.replace(tzinfo=datetime.UTC)
"""When a change was made of which the disk has changed what it says."""


def summaries(
    connection: Connection,
    *,
    search: str = "",
    offset: int = 0,
    limit: int | None = None,
    put_away: bool = False,
    order: PlanOrder = PlanOrder.CHANGED,
) -> tuple[PlanSummary, ...]:
    """Return plans whose title or description contains the text.

    ``put_away`` lists the deleted ones instead, the last deleted first.
    """
    by = (PLAN.c.deleted.desc(),) if put_away else _ORDERS[order]
    found = connection.execute(
        select(
            PLAN.c.id,
            PLAN.c.title,
            PLAN.c.description,
            PLAN.c.deleted,
            PLAN.c.version,
            PROGRESS.c.changed,
            PROGRESS.c.answered,
            PROGRESS.c.asked,
            PROGRESS.c.judged,
            PROGRESS.c.judged_at,
        )
        .join_from(PLAN, PROGRESS)
        .where(*_conditions(search, put_away=put_away))
        .order_by(*by, PROGRESS.c.changed.desc(), PLAN.c.id)
        .offset(offset)
        .limit(limit)
    )
    return tuple(summary_of(row) for row in found)


_ORDERS: Mapping[PlanOrder, tuple[UnaryExpression[Any], ...]] = {
    PlanOrder.CHANGED: (),
    PlanOrder.NAME: (PROGRESS.c.sought.asc(),),
    PlanOrder.SAFETY: (func.coalesce(PROGRESS.c.gates_missing, -1).desc(),),
    PlanOrder.RISKS: (func.coalesce(PROGRESS.c.open_risks, -1).desc(),),
    # In whole hundredths: the same on every database.
    PlanOrder.ANSWERED: (
        case((PROGRESS.c.asked > 0, PROGRESS.c.answered * 100 / PROGRESS.c.asked), else_=0).asc(),
    ),
}


def count(connection: Connection, *, search: str = "", put_away: bool = False) -> int:
    """Return how many plans ``summaries`` would give without a limit."""
    found = connection.scalar(
        select(func.count())
        .select_from(PLAN.join(PROGRESS))
        .where(*_conditions(search, put_away=put_away))
    )
    return found or 0


def history(
    connection: Connection, plan_id: PlanId, limit: int | None = None
) -> tuple[PlanEdit, ...]:
    """Return what was changed in a plan, the newest first."""
    number = HISTORY.c.number
    rows = connection.execute(past.changes(plan_id).order_by(number.desc()).limit(limit))
    return tuple(map(_edit, rows))


def _edit(row: Any) -> PlanEdit:
    _number, digest, *said = row
    is_sound = digest == past.seal(said)
    return PlanEdit(
        number=row.number,
        at=datetime.datetime.fromisoformat(row.made) if is_sound else _UNKNOWN,
        what=row.what,
        which=row.which,
        old=row.old,
        new=row.new,
        who=row.who,
        is_sound=is_sound,
    )


def _conditions(search: str, *, put_away: bool) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        PLAN.c.deleted.is_not(None) if put_away else PLAN.c.deleted.is_(None)
    ]
    if wanted := sought(search):
        conditions.append(PROGRESS.c.sought.contains(wanted, autoescape=True))
    return conditions
