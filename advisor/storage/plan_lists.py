"""Lists about plans, asked in SQL so that ten thousand plans stay quick."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from advisor.models.ids import PlanId
from advisor.models.plan import PlanSummary
from advisor.models.stored import PlanEdit
from advisor.storage.edits import sought
from advisor.storage.schema.tables import HistoryRow, PlanRow, ProgressRow


def summaries(
    session: Session,
    *,
    search: str = "",
    offset: int = 0,
    limit: int | None = None,
    put_away: bool = False,
) -> tuple[PlanSummary, ...]:
    """Return plans whose title or description contains the text, newest change first.

    ``put_away`` lists the deleted ones instead.
    """
    found = session.execute(
        select(
            PlanRow.id,
            PlanRow.title,
            PlanRow.version,
            ProgressRow.changed,
            ProgressRow.answered,
            ProgressRow.asked,
            ProgressRow.open_risks,
            ProgressRow.gates_missing,
        )
        .join(ProgressRow, ProgressRow.plan == PlanRow.id)
        .where(*_conditions(search, put_away=put_away))
        .order_by(ProgressRow.changed.desc(), PlanRow.id)
        .offset(offset)
        .limit(limit)
    )
    return tuple(
        PlanSummary(
            id=PlanId(row.id),
            title=row.title,
            version=row.version,
            changed=row.changed,
            answered=row.answered,
            asked=row.asked,
            open_risks=row.open_risks,
            gates_missing=row.gates_missing,
        )
        for row in found
    )


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
    rows = session.scalars(
        select(HistoryRow)
        .where(HistoryRow.plan == plan_id)
        .order_by(HistoryRow.number.desc())
        .limit(limit)
    )
    return tuple(
        PlanEdit(
            number=row.number,
            at=row.made,
            what=row.what,
            which=row.which,
            old=row.old,
            new=row.new,
            who=row.who,
        )
        for row in rows
    )


def _conditions(search: str, *, put_away: bool) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        PlanRow.deleted.is_not(None) if put_away else PlanRow.deleted.is_(None)
    ]
    if wanted := sought(search):
        conditions.append(ProgressRow.sought.contains(wanted, autoescape=True))
    return conditions
