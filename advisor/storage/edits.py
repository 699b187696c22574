"""One edit: read under a lock, held against the version it was made from, saved with its past.

Whoever saves first wins; the second is told, with the text that is there now. Saving the same
words twice is one edit, so that a save whose outcome is unknown can simply be sent again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.own_entries import OwnEntry
from advisor.models.plan import Answer, Entry, EntryKey, EntryKind, Plan
from advisor.models.said import Said, entry_of, said_of
from advisor.models.stored import Sending
from advisor.storage import canonical, faults, wording
from advisor.storage.past import Change, now, remember, remember_all
from advisor.storage.schema.comment_table import CommentRow
from advisor.storage.schema.tables import (
    AnswerRow,
    Edited,
    HistoryRow,
    OwnActionRow,
    OwnRiskRow,
    PlanRow,
    ProgressRow,
)

OWN = frozenset({EntryKind.OWN_ACTION, EntryKind.OWN_RISK, EntryKind.COMMENT})
"""Kinds that have a place of their own; their ids are UUIDs."""


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


def save(session: Session, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
    """Save an entry; return it as stored, with its new version.

    ``entry.version`` is the one that the edit was made from, 0 where there was nothing or to
    add what was removed again. Raises StorageError ``changed-elsewhere`` with what is there now
    (``theirs``, JSON, and its ``version``), ``removed-elsewhere`` or ``deleted-elsewhere``.
    """
    said = wording.checked(said_of(entry))
    opened(session, plan_id)
    row = _row(session, plan_id, key)
    if row is None:
        if entry.version:
            raise _removed(said)
        row = _add(session, plan_id, key, entry, said)
    elif wording.said_in(row) != said:
        _refuse_stale(row, entry.version)
        _tell_edition(row, entry)
        put(session, row, said)
    elif _tell_edition(row, entry):
        session.flush()
    return entry_in(row)


def save_all(
    session: Session, plan_id: PlanId, sent: Sequence[Sending]
) -> tuple[Entry | None, ...]:
    """Save or remove entries of one plan; return each as stored, None where it was removed.

    Raises StorageError as ``save`` and ``remove`` do, and then none may stay.
    """
    return tuple(_send(session, plan_id, each) for each in sent)


def _send(session: Session, plan_id: PlanId, sent: Sending) -> Entry | None:
    if sent.entry is None:
        remove(session, plan_id, sent.key, sent.version)
        return None
    return save(session, plan_id, sent.key, replace(sent.entry, version=sent.version))


def _tell_edition(row: Edited, entry: Entry) -> bool:
    """Let an answer tell the edition it was said under; return whether that is news."""
    if not isinstance(row, AnswerRow) or not isinstance(entry, Answer):
        return False
    before, row.edition = row.edition, entry.edition
    return before != entry.edition


def put(session: Session, row: Edited, said: Said, *, is_new: bool = False) -> None:
    """Write a row and its history; the caller has seen to it that it may be written."""
    old = None if is_new else canonical.spelled(wording.said_in(row))
    before = () if is_new else (row.digest,)
    wording.write_into(row, said)
    row.changed = now()
    if is_new:
        session.add(row)
    session.flush()
    change = Change(old=old, new=canonical.spelled(said), digests=(*before, row.digest))
    remember(session, row, change)


def entry_in(row: Edited) -> Entry:
    """Return the entry that a row holds."""
    place = row.position if isinstance(row, OwnActionRow | OwnRiskRow | CommentRow) else None
    entry = entry_of(wording.key_in(row), wording.said_in(row), row.version, place)
    if isinstance(row, AnswerRow) and isinstance(entry, Answer):
        return replace(entry, edition=row.edition)
    return entry


def put_away(session: Session, plan_id: PlanId, *, away: bool, since: int | None = None) -> None:
    """Put a plan away, or with ``away=False`` bring it back; a second time changes nothing.

    ``since`` is the number of a change: raises StorageError ``moved-on`` where the plan was
    changed after it, or another plan was added.
    """
    row = opened(session, plan_id, put_away_too=True)
    if (row.deleted is not None) is away:
        return
    if since is not None and _has_moved_on(session, plan_id, since):
        words = _("This plan was changed meanwhile, or another one was added. It stays here.")
        raise StorageError(words, code="moved-on", details={"plan": plan_id})
    row.deleted = now() if away else None
    session.flush()
    old, new = (canonical.spelled({"put_away": was}) for was in (not away, away))
    # It says what it said: the plan is as old as before, and what the advice comes to holds.
    remember(session, row, Change(old=old, new=new), moves_up=False)


def put_all(session: Session, plan: Plan) -> None:
    """Write the entries of a plan that has none yet, in one go; their histories too."""
    moment = now()
    places: Counter[EntryKind] = Counter()
    rows: list[Edited] = []
    for key, entry in plan.entries():
        if key.kind is not EntryKind.PLAN:
            words = wording.checked(said_of(entry))
            row = _new_row(plan.id, key, places[key.kind])
            places[key.kind] += 1
            row.changed = moment
            wording.write_into(row, words)
            _tell_edition(row, entry)
            rows.append(row)
    session.add_all(rows)
    remember_all(session, plan.id, rows)


def remove(session: Session, plan_id: PlanId, key: EntryKey, version: int) -> None:
    """Remove an entry unless someone has changed it since this version.

    What is gone already is as wished. Raises ``changed-elsewhere`` as ``save`` does.
    """
    if key.kind is EntryKind.PLAN:
        raise ValueError("a plan keeps its name")
    opened(session, plan_id)
    row = _row(session, plan_id, key)
    if row is None:
        return
    old = canonical.spelled(wording.said_in(row))
    _refuse_stale(row, version)
    session.delete(row)
    session.flush()
    remember(session, row, Change(old=old, new=None, digests=(row.digest,)))


def name_of(table: type[Edited]) -> str:
    """Return what a message calls a row of a table."""
    return str(table.__tablename__).replace("_", " ")


def _row(session: Session, plan_id: PlanId, key: EntryKey) -> Edited | None:
    place = plan_id if key.kind is EntryKind.PLAN else (plan_id, key.id)
    return session.get(wording.ROWS[key.kind], place, populate_existing=True)


def _refuse_stale(row: Edited, version: int) -> None:
    if row.version != version:
        raise _changed(wording.said_in(row), row.version)


def _add(session: Session, plan_id: PlanId, key: EntryKey, entry: Entry, said: Said) -> Edited:
    earlier = _edits_of(session, plan_id, key)
    place = entry.place if isinstance(entry, OwnEntry) else None
    if place is None:
        place = _next_place(session, plan_id, key.kind)
    row = _new_row(plan_id, key, place)
    _tell_edition(row, entry)
    put(session, row, said, is_new=True)
    if earlier:
        # Counted on, never from 1 again: whoever still has the entry that was removed must
        # not save over this one as if nothing had happened.
        row.version = earlier + 1
        session.flush()
    return row


def _new_row(plan_id: PlanId, key: EntryKey, place: int) -> Edited:
    table = wording.ROWS[key.kind]
    if key.kind in OWN:
        return table(plan=plan_id, id=wording.checked_uuid(key.id), position=place)
    return table(plan=plan_id, **{wording.key_of(table)[-1]: key.id})


def _next_place(session: Session, plan_id: PlanId, kind: EntryKind) -> int:
    if kind not in OWN:
        return 0
    columns = wording.ROWS[kind].__table__.columns
    last = session.scalar(select(func.max(columns.position)).where(columns.plan == plan_id))
    return 0 if last is None else last + 1


def _edits_of(session: Session, plan_id: PlanId, key: EntryKey) -> int:
    of_entry = select(func.count()).where(
        HistoryRow.plan == plan_id, HistoryRow.what == key.kind.value, HistoryRow.which == key.id
    )
    return session.scalar(of_entry) or 0


def _has_moved_on(session: Session, plan_id: PlanId, since: int) -> bool:
    columns = HistoryRow.__table__.columns
    was_added = and_(columns.what == EntryKind.PLAN.value, columns.old.is_(None))
    later = columns.number > since, or_(columns.plan == plan_id, was_added)
    return session.scalar(select(columns.number).where(*later).limit(1)) is not None


def _changed(there: Said, version: int) -> StorageError:
    return faults.refusal(
        faults.CHANGED_ELSEWHERE,
        _("This entry"),
        details={"theirs": canonical.spelled(there), "version": str(version)},
    )


def _removed(said: Said) -> StorageError:
    return StorageError(
        _(
            "Someone else has removed this entry meanwhile, so the change was not saved. "
            "Add it again as a new entry if it is still wanted."
        ),
        code="removed-elsewhere",
        details={"yours": canonical.spelled(said)},
    )
