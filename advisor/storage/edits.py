"""One edit: read under a lock, held against the version it was made from, saved with its past.

Whoever saves first wins; the second is told, with the text that is there now. Saving the same
words twice is one edit, so that a save whose outcome is unknown can simply be sent again.
"""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.storage import canonical, faults, wording
from advisor.storage.plan_lists import sought
from advisor.storage.schema.tables import (
    AnswerRow,
    DecisionRow,
    Edited,
    HistoryRow,
    OfPlan,
    OwnActionRow,
    OwnRiskRow,
    PlanRow,
    ProgressRow,
)
from advisor.storage.wording import Said

Entry = tuple[type[OfPlan], str, Said]
"""A table, the key in its plan, and what is said."""

_KEY: dict[type[OfPlan], str] = {
    AnswerRow: "question",
    DecisionRow: "action",
    OwnActionRow: "id",
    OwnRiskRow: "id",
}


def now() -> datetime.datetime:
    """Return the moment in UTC."""
    return datetime.datetime.now(datetime.UTC)


def opened(session: Session, plan_id: PlanId, *, put_away_too: bool = False) -> PlanRow:
    """Return a plan's row for editing; others who edit this plan wait until we are done.

    Raises NotFound, and StorageError ``deleted-elsewhere`` for a plan that was put away.
    """
    # One lock for the plan: rows that are not there yet cannot be locked themselves.
    progress = session.get(ProgressRow, plan_id, with_for_update=True, populate_existing=True)
    row = session.get(PlanRow, plan_id, populate_existing=True)
    if progress is None or row is None:
        raise NotFound(_("There is no such plan. It may have been erased."))
    if row.deleted is not None and not put_away_too:
        raise StorageError(
            _("This plan was deleted meanwhile, so nothing was saved. Restore it and save again."),
            code="deleted-elsewhere",
            details={"plan": plan_id},
        )
    return row


def save(
    session: Session,
    table: type[OfPlan],
    plan_id: PlanId,
    key: str,
    said: Said,
    version: int | None,
) -> tuple[Said, int]:
    """Save what was said; return it as stored, with its new version.

    ``version`` is the one that the edit was made from (0: there was nothing), or None to save
    over whatever is there. Raises StorageError ``changed-elsewhere`` or ``deleted-elsewhere``.
    """
    said = wording.checked(said)
    opened(session, plan_id)
    row = session.get(table, (plan_id, key), populate_existing=True)
    if row is None:
        if version:
            raise _deleted(said)
        row = _new_row(session, table, plan_id, key)
        put(session, row, said, key, is_new=True)
    elif _is_to_be_saved(row, said, version):
        put(session, row, said, key)
    return said, row.version


def put(session: Session, row: Edited, said: Said, which: str, *, is_new: bool = False) -> None:
    """Write a row and its history; the caller has seen to it that it may be written."""
    old = None if is_new else canonical.spelled(wording.said_in(row))
    wording.write_into(row, said)
    row.changed = now()
    if is_new:
        session.add(row)
    session.flush()
    remember(session, row, which, old, canonical.spelled(said))


def save_plan_words(session: Session, plan_id: PlanId, said: Said, version: int | None) -> None:
    """Save a plan's own title and description, as ``save`` does."""
    row = opened(session, plan_id)
    if _is_to_be_saved(row, said, version):
        put(session, row, said, plan_id)
        title, description = said["title"] or "", said["description"] or ""
        session.get_one(ProgressRow, plan_id).sought = sought(title, description)
        session.flush()


def put_away(session: Session, plan_id: PlanId, *, away: bool) -> None:
    """Put a plan away or bring it back; the second time changes nothing."""
    row = opened(session, plan_id, put_away_too=True)
    if (row.deleted is not None) is away:
        return
    row.deleted = now() if away else None
    session.flush()
    old, new = (canonical.spelled({"put_away": was}) for was in (not away, away))
    remember(session, row, plan_id, old, new)


def put_all(session: Session, plan_id: PlanId, entries: Iterable[Entry]) -> None:
    """Write the entries of a plan that has none yet, in one go; their histories too."""
    moment = now()
    places: Counter[type[OfPlan]] = Counter()
    for table, key, said in entries:
        words = wording.checked(said)
        row = table(plan=plan_id, changed=moment, **{_KEY[table]: key})
        if isinstance(row, OwnActionRow | OwnRiskRow):
            row.position = places[table]
            places[table] += 1
        wording.write_into(row, words)
        session.add(row)
        session.add(_history(row, plan_id, key, None, canonical.spelled(words)))
    session.flush()
    session.get_one(ProgressRow, plan_id).answered = _answered(session, plan_id)
    session.flush()


def remove(
    session: Session, table: type[OfPlan], plan_id: PlanId, key: str, version: int | None
) -> None:
    """Remove a row; one that is gone already is as wished. Raises ``changed-elsewhere``."""
    opened(session, plan_id)
    row = session.get(table, (plan_id, key), populate_existing=True)
    if row is None:
        return
    old = wording.said_in(row)
    if version is not None and row.version != version:
        raise _changed(old, row.version)
    session.delete(row)
    session.flush()
    remember(session, row, key, canonical.spelled(old), None)


def remember(session: Session, row: Edited, which: str, old: str | None, new: str | None) -> None:
    """Add to the history what a row said and says, as JSON, and move its plan up the list."""
    plan_id = row.plan if isinstance(row, OfPlan) else which
    history = _history(row, plan_id, which, old, new)
    session.add(history)
    progress = session.get_one(ProgressRow, plan_id)
    progress.changed = history.made
    if isinstance(row, AnswerRow):
        progress.answered = _answered(session, plan_id)
    session.flush()


def name_of(table: type[Edited]) -> str:
    """Return what a message calls a row of a table."""
    return str(table.__tablename__).replace("_", " ")


def _is_to_be_saved(row: Edited, said: Said, version: int | None) -> bool:
    there = wording.said_in(row)
    if there == said:
        return False
    if version is not None and row.version != version:
        raise _changed(there, row.version)
    return True


def _new_row(session: Session, table: type[OfPlan], plan_id: PlanId, key: str) -> OfPlan:
    row = table(plan=plan_id, **{_KEY[table]: key})
    if isinstance(row, OwnActionRow | OwnRiskRow):
        position = table.__table__.columns["position"]
        last = session.scalar(select(func.max(position)).where(table.plan == plan_id))
        row.position = 0 if last is None else last + 1
    return row


def _history(row: Edited, plan_id: str, which: str, old: str | None, new: str | None) -> HistoryRow:
    return HistoryRow(
        id=str(uuid.uuid4()),
        plan=plan_id,
        made=now(),
        what=row.__tablename__,
        which=which,
        old=old,
        new=new,
        who=locations.login_name(),
    )


def _answered(session: Session, plan_id: str) -> int:
    given = select(func.count()).where(AnswerRow.plan == plan_id, AnswerRow.value.is_not(None))
    return session.scalar(given) or 0


def _changed(there: Said, version: int) -> StorageError:
    return faults.refusal(
        faults.CHANGED_ELSEWHERE,
        _("This entry"),
        details={"theirs": canonical.spelled(there), "version": str(version)},
    )


def _deleted(said: Said) -> StorageError:
    return StorageError(
        _(
            "Someone else has removed this entry meanwhile, so the change was not saved. "
            "Add it again as a new entry if it is still wanted."
        ),
        code="deleted-elsewhere",
        details={"yours": canonical.spelled(said)},
    )
