"""Lists about plans, asked in SQL so that ten thousand plans stay quick."""

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, case, func, select
from sqlalchemy.orm import Session

from advisor.models.ids import PlanId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.stored import PlanEdit
from advisor.storage import past
from advisor.storage.first_look import summary_of
from advisor.storage.past import sought
from advisor.storage.schema.tables import HistoryRow, PlanRow, ProgressRow

_UNKNOWN = datetime.datetime.min.replace(tzinfo=datetime.UTC)
"""When a change was made of which the disk has changed what it says."""


def summaries(
    session: Session,
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
    by = (PlanRow.deleted.desc(),) if put_away else _ORDERS[order]
    found = session.execute(
        select(
            PlanRow.id,
            PlanRow.title,
            PlanRow.description,
            PlanRow.deleted,
            PlanRow.version,
            ProgressRow.changed,
            ProgressRow.answered,
            ProgressRow.asked,
            ProgressRow.judged,
            ProgressRow.judged_at,
        )
        .join(ProgressRow, ProgressRow.plan == PlanRow.id)
        .where(*_conditions(search, put_away=put_away))
        .order_by(*by, ProgressRow.changed.desc(), PlanRow.id)
        .offset(offset)
        .limit(limit)
    )
    return tuple(summary_of(row) for row in found)


_ORDERS: Mapping[PlanOrder, tuple[UnaryExpression[Any], ...]] = {
    PlanOrder.CHANGED: (),
    PlanOrder.NAME: (ProgressRow.sought.asc(),),
    PlanOrder.SAFETY: (func.coalesce(ProgressRow.gates_missing, -1).desc(),),
    PlanOrder.RISKS: (func.coalesce(ProgressRow.open_risks, -1).desc(),),
    # In whole hundredths: the same on every database.
    PlanOrder.ANSWERED: (
        case(
            (ProgressRow.asked > 0, ProgressRow.answered * 100 / ProgressRow.asked), else_=0
        ).asc(),
    ),
}


def count(session: Session, *, search: str = "", put_away: bool = False) -> int:
    """Return how many plans ``summaries`` would give without a limit."""
    found = session.scalar(
        select(func.count())
        .select_from(PlanRow)
        .join(ProgressRow, ProgressRow.plan == PlanRow.id)
        .where(*_conditions(search, put_away=put_away))
    )
    return found or 0


def history(session: Session, plan_id: PlanId, limit: int | None = None) -> tuple[PlanEdit, ...]:
    """Return what was changed in a plan, the newest first."""
    number = HistoryRow.__table__.columns.number
    rows = session.execute(past.changes(plan_id).order_by(number.desc()).limit(limit))
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
        PlanRow.deleted.is_not(None) if put_away else PlanRow.deleted.is_(None)
    ]
    if wanted := sought(search):
        conditions.append(ProgressRow.sought.contains(wanted, autoescape=True))
    return conditions
