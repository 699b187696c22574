"""One edit: read under a lock, held against the version it was made from, saved with its past.

Whoever saves first wins; the second is told, with the text that is there now. Saving the same
words twice is one edit, so that a save whose outcome is unknown can simply be sent again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, and_, func, or_, select

from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.own_entries import OwnEntry
from advisor.models.plan import Answer, Entry, EntryKey, EntryKind, Plan
from advisor.models.said import Said, entry_of, said_of
from advisor.models.stored import Sending
from advisor.storage import canonical, faults, rows, wording
from advisor.storage.past import Change, now, remember, remember_all
from advisor.storage.rows import Edited
from advisor.storage.schema.tables import HISTORY, PLAN, PROGRESS

OWN = frozenset({EntryKind.OWN_ACTION, EntryKind.OWN_RISK, EntryKind.COMMENT})
"""Kinds that have a place of their own; their ids are UUIDs."""


def opened(connection: Connection, plan_id: PlanId, *, put_away_too: bool = False) -> Edited:
    """Return a plan's row for editing; others who edit this plan wait until we are done.

    Raises NotFound, and StorageError ``deleted-elsewhere`` for a plan that was put away.
    """
    # One lock for the plan: rows that are not there yet cannot be locked themselves.
    lock = select(PROGRESS.c.plan).where(PROGRESS.c.plan == plan_id).with_for_update()
    locked = connection.scalar(lock)
    row = rows.read(connection, PLAN, plan_id)
    if locked is None or row is None:
        raise NotFound(_("There is no such plan. It may have been erased."))
    if is_away(row) and not put_away_too:
        raise StorageError(
            _("This plan was deleted meanwhile, so nothing was saved. Restore it and save again."),
            code="deleted-elsewhere",
            details={"plan": plan_id},
        )
    return row


def save(connection: Connection, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
    """Save an entry; return it as stored, with its new version.

    ``entry.version`` is the one that the edit was made from, 0 where there was nothing or to
    add what was removed again. Raises StorageError ``changed-elsewhere`` with what is there now
    (``theirs``, JSON, and its ``version``), ``removed-elsewhere`` or ``deleted-elsewhere``.
    """
    said = wording.checked(said_of(entry))
    opened(connection, plan_id)
    row = _row(connection, plan_id, key)
    if row is None:
        if entry.version:
            raise _removed(said)
        row = _add(connection, plan_id, key, entry, said)
    elif wording.said_in(row) != said:
        _refuse_stale(row, entry.version)
        row = _put(connection, row, entry, said)
    elif edition := _edition_in(row, entry):
        row = rows.change(connection, row, edition)
    return entry_in(row)


def save_all(
    connection: Connection, plan_id: PlanId, sent: Sequence[Sending]
) -> tuple[Entry | None, ...]:
    """Save or remove entries of one plan; return each as stored, None where it was removed.

    Raises StorageError as ``save`` and ``remove`` do, and then none may stay.
    """
    return tuple(_send(connection, plan_id, each) for each in sent)


def _send(connection: Connection, plan_id: PlanId, sent: Sending) -> Entry | None:
    if sent.entry is None:
        remove(connection, plan_id, sent.key, sent.version)
        return None
    return save(connection, plan_id, sent.key, replace(sent.entry, version=sent.version))


def entry_in(row: Edited) -> Entry:
    """Return the entry that a row holds."""
    place = row.values["position"] if wording.key_in(row).kind in OWN else None
    entry = entry_of(wording.key_in(row), wording.said_in(row), row.version, place)
    return replace(entry, edition=row.values["edition"]) if isinstance(entry, Answer) else entry


def put_away(
    connection: Connection, plan_id: PlanId, *, away: bool, since: int | None = None
) -> None:
    """Put a plan away, or with ``away=False`` bring it back; a second time changes nothing.

    ``since`` is the number of a change: raises StorageError ``moved-on`` where the plan was
    changed after it, or another plan was added.
    """
    row = opened(connection, plan_id, put_away_too=True)
    if is_away(row) is away:
        return
    if since is not None and _has_moved_on(connection, plan_id, since):
        words = _("This plan was changed meanwhile, or another one was added. It stays here.")
        raise StorageError(words, code="moved-on", details={"plan": plan_id})
    row = rows.change(connection, row, {"deleted": now() if away else None})
    old, new = (canonical.spelled({"put_away": was}) for was in (not away, away))
    # It says what it said: the plan is as old as before, and what the advice comes to holds.
    remember(connection, row, Change(old=old, new=new), moves_up=False)


def put_all(connection: Connection, plan: Plan) -> None:
    """Write the entries of a plan that has none yet, in one go; their histories too."""
    places: Counter[EntryKind] = Counter()
    new: list[Edited] = []
    for key, entry in plan.entries():
        if key.kind is not EntryKind.PLAN:
            said = wording.checked(said_of(entry))
            new.append(_new_row(plan.id, key, entry, said, places[key.kind]))
            places[key.kind] += 1
    rows.add(connection, new)
    remember_all(connection, plan.id, new)


def remove(connection: Connection, plan_id: PlanId, key: EntryKey, version: int) -> None:
    """Remove an entry unless someone has changed it since this version.

    What is gone already is as wished. Raises ``changed-elsewhere`` as ``save`` does.
    """
    if key.kind is EntryKind.PLAN:
        raise ValueError("a plan keeps its name")
    opened(connection, plan_id)
    row = _row(connection, plan_id, key)
    if row is None:
        return
    old = canonical.spelled(wording.said_in(row))
    _refuse_stale(row, version)
    rows.remove(connection, row)
    remember(connection, row, Change(old=old, new=None, digests=(row.digest,)))


def is_away(row: Edited) -> bool:
    """Return whether a plan was put away, by its own row."""
    return row.values["deleted"] is not None


def _row(connection: Connection, plan_id: PlanId, key: EntryKey) -> Edited | None:
    return rows.read(connection, wording.TABLES[key.kind], *wording.whole_key(plan_id, key))


def _refuse_stale(row: Edited, version: int) -> None:
    if row.version != version:
        raise _changed(wording.said_in(row), row.version)


def _edition_in(row: Edited, entry: Entry) -> dict[str, str]:
    """Return the edition that an answer was said under, where the row does not say it yet."""
    if not isinstance(entry, Answer) or entry.edition == row.values["edition"]:
        return {}
    return {"edition": entry.edition}


def _put(connection: Connection, row: Edited, entry: Entry, said: Said) -> Edited:
    """Let a row say something else, and write down what it said before."""
    values = {**wording.written(row.table, row.key, said), **_edition_in(row, entry)}
    new = rows.change(connection, row, {**values, "changed": now()})
    old, told = canonical.spelled(wording.said_in(row)), canonical.spelled(said)
    remember(connection, new, Change(old=old, new=told, digests=(row.digest, new.digest)))
    return new


def _add(
    connection: Connection, plan_id: PlanId, key: EntryKey, entry: Entry, said: Said
) -> Edited:
    place = entry.place if isinstance(entry, OwnEntry) else None
    if place is None:
        place = _next_place(connection, plan_id, key.kind)
    # Counted on, never from 1 again: whoever still has an entry that was removed must
    # not save over this one as if nothing had happened.
    version = _edits_of(connection, plan_id, key) + 1
    row = _new_row(plan_id, key, entry, said, place, version)
    rows.add(connection, [row])
    told = canonical.spelled(said)
    remember(connection, row, Change(old=None, new=told, digests=(row.digest,)))
    return row


def _new_row(
    plan_id: PlanId, key: EntryKey, entry: Entry, said: Said, place: int, version: int = 1
) -> Edited:
    table, whole_key = wording.TABLES[key.kind], wording.whole_key(plan_id, key)
    values: dict[str, object] = dict(zip(rows.key_of(table), whole_key, strict=True))
    if key.kind in OWN:
        wording.checked_uuid(key.id)
        values["position"] = place
    if isinstance(entry, Answer):
        values["edition"] = entry.edition
    values |= wording.written(table, whole_key, said)
    return Edited(table, {**values, "changed": now(), "version": version})


def _next_place(connection: Connection, plan_id: PlanId, kind: EntryKind) -> int:
    if kind not in OWN:
        return 0
    columns = wording.TABLES[kind].columns
    last = connection.scalar(select(func.max(columns.position)).where(columns.plan == plan_id))
    return 0 if last is None else last + 1


def _edits_of(connection: Connection, plan_id: PlanId, key: EntryKey) -> int:
    of_entry = select(func.count()).where(
        HISTORY.c.plan == plan_id, HISTORY.c.what == key.kind.value, HISTORY.c.which == key.id
    )
    return connection.scalar(of_entry) or 0


def _has_moved_on(connection: Connection, plan_id: PlanId, since: int) -> bool:
    columns = HISTORY.columns
    was_added = and_(columns.what == EntryKind.PLAN.value, columns.old.is_(None))
    later = columns.number > since, or_(columns.plan == plan_id, was_added)
    return connection.scalar(select(columns.number).where(*later).limit(1)) is not None


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
